import {groupBy} from '../../base/index.ts';
import {allLevelFindings, graphOf, type LevelReport, levelReport, shippedNames} from '../../market/index.ts';
import type {Question} from '../world.ts';
import {all, companyNamed, roleNamed} from './resolve.ts';
import {misaskedAfter, openShelf, type ShelfInput, wholeGraph} from './shelf.ts';

/** What the levels of guides are looked through for: everything, unless a role or companies are told. */
export interface LevelsInput extends ShelfInput {
  readonly role: string | null;
  readonly companies: readonly string[];
}

/**
 * Every contradiction and inflation in the level maps of the guides, of some companies' levels where those are asked
 * for. Guides are held against those of the same field alone, or of the one field asked for: a data engineer's L5 and a
 * manager's say nothing of each other.
 */
export const levels: Question<LevelsInput, LevelReport> = async (input, world) => {
  const names = shippedNames();
  const {report: shelf, ...told} = await openShelf(names, input, world);
  if (shelf === null) return {report: null, ...told};
  const misasked = misaskedAfter(told);
  const role = input.role === null ? null : roleNamed(names, shelf.guides, input.role);
  if (role !== null && !role.ok) return misasked(role.why);
  const guides = shelf.guides.filter(one => role === null || one.role.field === role.value.field);
  const whole = wholeGraph(names, guides);
  const companies = all(input.companies.map(text => companyNamed(names, shelf.guides, text, whole)));
  if (!companies.ok) return misasked(companies.why);
  const wanted = companies.value.length === 0 ? null : new Set(companies.value.map(({id}) => id));
  const findings = [...groupBy(guides, one => one.role.field)]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([, of]) =>
      allLevelFindings(
        graphOf(
          names,
          of.map(({guide}) => guide.open()),
        ),
        wanted,
      ),
    );
  return {...told, report: levelReport(findings, shelf.guides.length)};
};
