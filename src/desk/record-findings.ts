import {countOf, groupBy, showCount} from '../base/index.ts';
import {type Finding, named, say} from '../figure/index.ts';
import type {RecordFinding, RecordReport} from '../record/index.ts';
import type {Answer} from './world.ts';

/** Findings of one rule in one source that are said one by one, unless all are asked for. */
const SAID = 5;

/** What a record's reading found: the first of a kind one by one, and the others as a number. */
export function foundIn(
  {findings, untold}: Pick<RecordReport, 'findings' | 'untold'>,
  full: boolean,
): Required<Pick<Answer<unknown>, 'findings' | 'notices'>> {
  const kindOf = ({source = '', rule, severity}: Pick<RecordFinding, 'source' | 'rule' | 'severity'>) =>
    `${source === '' ? 'the record' : source}: ${severity} ${rule}`;
  const kinds = groupBy(findings, kindOf);
  return {
    findings: [...kinds.values()].flatMap(of => (full ? of : of.slice(0, SAID))).map(located),
    notices: [...kinds].flatMap(([kind, of]) => {
      const beyond = untold.find(one => kindOf(one) === kind)?.findings ?? 0;
      const more = beyond + (full ? 0 : Math.max(0, of.length - SAID));
      return more > 0 ? [`${kind}, ${showCount(more)} more like these`] : [];
    }),
  };
}

/** Why a record is not gone on with: rows that cannot be read, where nobody has said to do without them. */
export function stoppedBy({findings, untold}: RecordReport, skipBad: boolean): string | null {
  const bad =
    findings.filter(({severity}) => severity === 'error').length +
    untold.filter(({severity}) => severity === 'error').reduce((sum, one) => sum + one.findings, 0);
  if (bad === 0 || skipBad) return null;
  return `${countOf(bad, 'error')}: mend them, or go on without these rows with --skip-bad`;
}

/** A finding of the record with its place as every command shows places. */
function located({place, ...finding}: RecordFinding): Finding {
  if (place === undefined) return finding;
  const {file, line} = place;
  if (line === null) return {...finding, message: say`${named(file)}: ${finding.message}`};
  return {...finding, span: {file, from: 0, to: 0, line, column: 1}};
}
