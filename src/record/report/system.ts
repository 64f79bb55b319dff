import {groupBy} from '../../base/index.ts';
import {finding, isFinding, say} from '../../figure/index.ts';
import type {Calendar} from '../../calendar/index.ts';
import type {OperationalRecord} from '../gather.ts';
import {type Basis, type SystemRecord, systemRecord} from '../join/system.ts';
import {cutTo, type Stretch, type Timeline} from '../join/timeline.ts';
import {type Uptime, uptimeOf} from '../join/uptime.ts';
import {type Month, monthsOf} from '../month.ts';
import type {RecordSpec} from '../plan.ts';
import type {Period, RecordFinding, State} from '../types.ts';
import {takingsOf} from './coverage.ts';
import {restsOnOne} from './one-row.ts';

/** One system of a record, and how it stood in the sessions that count. */
export interface SystemReport extends SystemRecord {
  /** By calendar, in the order of the plan, and by basis. */
  readonly uptimes: readonly (Uptime & {readonly basis: Basis})[];
  /** Month by month of the record's zone, in the first calendar, on the basis that counts; the first and the last may be cut short. */
  readonly months: readonly (Uptime & {readonly month: string})[];
  /** The longest stretches of which nothing is known. */
  readonly gaps: readonly Stretch[];
}

/** Every system of record.yaml, or where it names none every system that has rows. What does not fit goes to `findings`. */
export function systemReports(
  record: OperationalRecord,
  plan: RecordSpec,
  period: Period,
  calendars: readonly Calendar[],
  findings: RecordFinding[],
): readonly SystemReport[] {
  const takings = takingsOf(record, plan, period);
  const months = monthsOf(period, plan.zone ?? 'UTC');
  const bySystem = groupBy(record.intervals, ({system}) => system);
  const names = plan.systems.length > 0 ? plan.systems.map(({id}) => id) : [...bySystem.keys()].toSorted();
  return names.map(system => {
    const counts = plan.systems.find(({id}) => id === system)?.counts ?? null;
    const joined = systemRecord(system, bySystem.get(system) ?? [], takings, period, counts);
    const uptimes = calendars.flatMap(calendar =>
      (Object.entries(joined.timelines) as [Basis, Timeline][]).flatMap(([basis, timeline]) => {
        const uptime = uptimeOf(timeline, calendar);
        if (!isFinding(uptime)) return [{...uptime, basis}];
        findings.push({...uptime, rule: 'record-file'});
        return [];
      }),
    );
    findings.push(...restsOnOne(joined, bySystem.get(system) ?? [], uptimes, calendars));
    findings.push(...disagreementFindings(joined, counts !== null));
    const {counted} = joined.timelines;
    const byMonth = calendars.slice(0, 1).flatMap(calendar => monthly(counted, months, calendar));
    return {...joined, uptimes, months: byMonth, gaps: gapsOf(counted, calendars)};
  });
}

function monthly(
  timeline: Timeline,
  months: readonly Month[],
  calendar: Calendar,
): readonly (Uptime & {readonly month: string})[] {
  return months.flatMap(({month, ...within}) => {
    const uptime = uptimeOf(cutTo(timeline, within), calendar);
    // A month of which only its last night belongs to the period says nothing of these sessions.
    return isFinding(uptime) || uptime.open === 0 ? [] : [{...uptime, month}];
  });
}

/** Two sources that disagree by less than this are taken to agree: clocks and steps differ. */
const AGREED_MINUTES = 1;

/** A warning until record.yaml says which of the two counts; then it has been looked at. */
function disagreementFindings(
  {system, disagreement}: SystemRecord,
  settled: boolean,
): readonly RecordFinding[] {
  if (disagreement === null) return [];
  const {probesOnly, ticketsOnly} = disagreement;
  if (probesOnly < AGREED_MINUTES && ticketsOnly < AGREED_MINUTES) return [];
  const message = say`${system}: probes alone say down for ${String(Math.round(probesOnly))} min, tickets alone for ${String(Math.round(ticketsOnly))} min`;
  if (settled) return [finding('contradiction', 'note', message)];
  const hint = 'say under its counts: which of the two the record goes by';
  return [finding('contradiction', 'warning', message, {hint})];
}

const MOST_GAPS = 5;

/** Stretches of which nothing is known and in which at least one of the calendars is open, the longest first. */
function gapsOf(timeline: Timeline, calendars: readonly Calendar[]): readonly Stretch[] {
  const unknown = timeline.stretches.filter(({state}) => state === ('unknown' satisfies State));
  const matter = unknown.filter(stretch =>
    calendars.some(calendar => {
      const uptime = uptimeOf({period: stretch, stretches: [stretch]}, calendar);
      return !isFinding(uptime) && uptime.open > 0;
    }),
  );
  return matter.toSorted((a, b) => b.to - b.from - (a.to - a.from)).slice(0, MOST_GAPS);
}
