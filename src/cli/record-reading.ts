import {type Finding, say} from '../figure/index.ts';
import {groupBy} from '../base/index.ts';
import type {RecordFinding, RecordReport} from '../record/index.ts';
import type {Context} from './context.ts';
import {sayFindings} from './findings.ts';

/** Whether rows could not be read, and nobody has said to go on without them: then it is said how to. */
export function stopsAt(
  context: Context,
  {findings, untold}: RecordReport,
  {skipBad}: {readonly skipBad: boolean},
): boolean {
  const bad =
    findings.filter(({severity}) => severity === 'error').length +
    untold.filter(({severity}) => severity === 'error').reduce((sum, one) => sum + one.findings, 0);
  if (bad === 0 || skipBad) return false;
  context.talk(
    `${bad} ${bad === 1 ? 'error' : 'errors'}: mend them, or go on without these rows with --skip-bad`,
  );
  return true;
}

/** Findings of one rule in one source that are said one by one, unless all are asked for. */
const SAID = 5;

/** Says what was found, the first of a kind one by one and the others as a number. */
export function sayFound(context: Context, {findings, untold}: RecordReport, full: boolean): void {
  const kindOf = ({source = '', rule, severity}: Pick<RecordFinding, 'source' | 'rule' | 'severity'>) =>
    `${source === '' ? 'the record' : source}: ${severity} ${rule}`;
  const kinds = groupBy(findings, kindOf);
  sayFindings(context, [...kinds.values()].flatMap(of => (full ? of : of.slice(0, SAID))).map(located));
  for (const [kind, of] of kinds) {
    const beyond = untold.find(one => kindOf(one) === kind)?.findings ?? 0;
    const more = beyond + (full ? 0 : Math.max(0, of.length - SAID));
    if (more > 0) context.talk(`${kind}, ${more.toLocaleString('en-US')} more like these`);
  }
}

/** A finding of the record with its place as every command shows places. */
function located({place, ...finding}: RecordFinding): Finding {
  if (place === undefined) return finding;
  const {file, line} = place;
  if (line === null) return {...finding, message: say`${file}: ${finding.message}`};
  return {...finding, span: {file, from: 0, to: 0, line, column: 1}};
}
