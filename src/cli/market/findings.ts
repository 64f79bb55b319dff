import {
  allLevelFindings,
  graphOf,
  type Head,
  type LevelFinding,
  type LevelGraph,
  type Listing,
  type Names,
} from '../../market/index.ts';
import {companyNamed, type Found, roleNamed} from './resolve.ts';

/**
 * Every contradiction and inflation in the level maps of the guides, of some companies' levels where those are asked
 * for. Guides are held against those of the same field alone, or of the one field asked for: a data engineer's L5 and a
 * manager's say nothing of each other.
 */
export function findingsAsked(
  names: Names,
  guides: readonly (Head & {readonly title: string; readonly guide: {readonly open: () => Listing}})[],
  asked: {readonly role: string | undefined; readonly companies: readonly string[]},
): Found<readonly LevelFinding[]> {
  const role = asked.role === undefined ? null : roleNamed(names, guides, asked.role);
  if (role !== null && !role.ok) return role;
  const fields = new Map<string, Listing[]>();
  for (const {role: own, guide} of guides) {
    if (role !== null && own.field !== role.value.field) continue;
    const there = fields.get(own.field);
    if (there === undefined) fields.set(own.field, [guide.open()]);
    else there.push(guide.open());
  }
  let whole: LevelGraph | undefined;
  const companies = new Set<string>();
  for (const text of asked.companies) {
    const all = () => (whole ??= graphOf(names, [...fields.values()].flat()));
    const company = companyNamed(names, guides, text, all);
    if (!company.ok) return company;
    companies.add(company.value.id);
  }
  const wanted = companies.size === 0 ? null : companies;
  const found = [...fields]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([, listings]) => allLevelFindings(graphOf(names, listings), wanted));
  return {ok: true, value: found};
}
