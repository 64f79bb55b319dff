import {groupBy} from '../base/index.ts';
import {type Finding, say} from '../figure/index.ts';
import {
  type OperationalRecord,
  placesOf,
  type RecordFinding,
  type RecordPlan,
  type RecordReport,
  readRecord,
  shownAddress,
} from '../record/index.ts';
import type {Context} from './context.ts';
import {sayFindings} from './findings.ts';
import {progress} from './reading/index.ts';

/** Reads a record by its plan, and shows on the terminal how far it has come. */
export async function readShown(context: Context, plan: RecordPlan): Promise<OperationalRecord> {
  for (const planned of plan.sources) {
    if (planned.kind === 'prometheus')
      context.talk(`asking ${shownAddress(planned.url)} for ${planned.query}`);
  }
  let files = 0;
  let rows = 0;
  const all = plan.sources.flatMap(placesOf).length;
  const words = () => `${rows.toLocaleString('en-US')} rows read, file ${files} of ${all}`;
  const bar = progress(process.stderr, all, () => performance.now(), words);
  const read = await readRecord(plan, {
    file: () => bar.done(files++),
    server: share => bar.done(files - 1 + share),
    rows: taken => {
      rows = taken;
      bar.done(files - 1);
    },
  });
  bar.clear();
  return read;
}

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
