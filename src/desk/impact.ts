import {countOf, type Evidence} from '../base/index.ts';
import {exchange} from '../calendar/index.ts';
import {CASE_FILE, readImpactFile, readRecordFile} from '../case/index.ts';
import {type Finding, isFinding} from '../figure/index.ts';
import {LIMITS, readInside, readYaml} from '../files/index.ts';
import {
  groundOf,
  impactFigures,
  type ImpactFigures,
  impactReport,
  reportPictures,
  type ReportPictures,
} from '../impact/index.ts';
import {readRecord, recordReport} from '../record/index.ts';
import {watchRecord} from './reading.ts';
import {foundIn, stoppedBy} from './record-findings.ts';
import type {Question} from './world.ts';

export interface ImpactQuestion {
  /** The folder of the case, whose seed holds where none is given, and record.yaml or its folder. */
  readonly folder: string;
  readonly path: string;
  readonly seed: number | null;
  readonly draws: number;
  /** Whether to go on without the rows that cannot be read. */
  readonly skipBad: boolean;
}

export interface Impact {
  readonly report: ImpactFigures;
  readonly pictures: ReportPictures;
  /** What the whole report stands on. */
  readonly ground: readonly Evidence[];
}

/** What a record is worth, by what impact.yaml beside it assumes. */
export const impact: Question<ImpactQuestion, Impact> = async (question, world) => {
  const {plan: recordPlan, findings: ofRecord} = readRecordFile(question.path);
  if (recordPlan === null) return {report: null, findings: ofRecord};
  const {plan, place, findings: ofPlan} = readImpactFile(recordPlan);
  const files = [...ofRecord, ...ofPlan];
  if (plan === null) return {report: null, findings: files};
  const record = await readRecord(recordPlan, watchRecord(recordPlan, world.progress));
  const calendars = recordPlan.calendars.map(exchange).flatMap(one => (isFinding(one) ? [] : [one]));
  const within = {from: -Infinity, to: Infinity};
  const read = recordReport(record, recordPlan, {calendars, target: FOUR_NINES, within});
  // What else there is to say of the record, `parley record` says.
  const isGrave = ({severity}: Pick<Finding, 'severity'>) => severity === 'error';
  const found = foundIn(
    {findings: read.findings.filter(isGrave), untold: read.untold.filter(isGrave)},
    false,
  );
  const before = [...files, ...found.findings];
  const stopped = stoppedBy(read, question.skipBad);
  if (stopped !== null) return {report: null, findings: before, notices: [...found.notices, stopped]};
  const doubts = read.findings.filter(({severity}) => severity === 'warning').length;
  const seed = question.seed ?? seedOf(question.folder);
  const {report, findings} = impactReport(record, read, recordPlan, plan, {
    seed,
    place,
    draws: question.draws,
  });
  return {
    report: report && {
      report: impactFigures({report, plan, place}),
      pictures: reportPictures(record, read, recordPlan, plan, report),
      ground: groundOf({plan}),
    },
    findings: [...before, ...findings],
    notices: [
      ...found.notices,
      ...(doubts > 0 ? [`parley record has ${countOf(doubts, 'warning')} about this record`] : []),
    ],
  };
};

/** Of the clauses in the record's own report, which tells how far its probes lie apart. */
const FOUR_NINES = 0.9999;

/** The seed that case.yaml pins; 1 where there is none, or no case. */
function seedOf(folder: string): number {
  const text = readInside(folder, CASE_FILE, LIMITS.yaml);
  const value: unknown = text.ok ? readYaml(text.value).yaml?.value : null;
  if (typeof value !== 'object' || value === null || !('seed' in value)) return 1;
  return typeof value.seed === 'number' && Number.isInteger(value.seed) ? value.seed : 1;
}
