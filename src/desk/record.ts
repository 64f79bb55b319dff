import {isFinding} from '../figure/index.ts';
import {exchange} from '../calendar/index.ts';
import {readRecordFile} from '../case/index.ts';
import {dayAfter, startOfDay} from '../intake/index.ts';
import {type Period, type RecordFigures, readRecord, recordFigures, recordReport} from '../record/index.ts';
import {watchRecord} from './reading.ts';
import {foundIn, stoppedBy} from './record-findings.ts';
import type {Question} from './world.ts';

/** Which record is asked of, and how it is to be judged. */
export interface RecordInput {
  /** Where its record.yaml lies. */
  readonly path: string;
  /** Exchanges to judge by, in the place of those that record.yaml names. */
  readonly calendars: readonly string[] | undefined;
  /** First and last day, in the zone of record.yaml; all that it covers unless told. */
  readonly from: string | undefined;
  readonly to: string | undefined;
  /** The clause that is asked about: 0.9999. */
  readonly target: number;
  /** Whether to go on without rows that cannot be read. */
  readonly skipBad: boolean;
  /** Every finding, and not only the first of a kind. */
  readonly full: boolean;
}

/** What a record holds and can show, before anything is built on it. */
export const record: Question<RecordInput, RecordFigures> = async (input, {progress}) => {
  const {plan, findings} = readRecordFile(input.path);
  if (plan === null) return {report: null, findings};
  const named = input.calendars ?? (plan.calendars.length > 0 ? plan.calendars : ['24x7']);
  const exchanges = named.map(exchange);
  const unknown = exchanges.filter(isFinding);
  if (unknown.length > 0) return {report: null, findings: [...findings, ...unknown], isMisasked: true};
  const question = {
    calendars: exchanges.flatMap(one => (isFinding(one) ? [] : [one])),
    target: input.target,
    within: daysOf(input, plan.zone ?? 'UTC'),
  };
  const report = recordReport(await readRecord(plan, watchRecord(plan, progress)), plan, question);
  const found = foundIn(report, input.full);
  const stopped = stoppedBy(report, input.skipBad);
  return {
    report: stopped === null ? recordFigures(report, question) : null,
    findings: [...findings, ...found.findings],
    notices: stopped === null ? found.notices : [...found.notices, stopped],
  };
};

/** The days asked for in the zone of the record, from the first moment of the one to the last of the other. */
function daysOf({from, to}: RecordInput, zone: string): Period {
  return {
    from: from === undefined ? -Infinity : startOfDay(from, zone),
    to: to === undefined ? Infinity : startOfDay(dayAfter(to), zone),
  };
}
