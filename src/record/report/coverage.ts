import {groupBy} from '../../base/index.ts';
import {finding, say} from '../../figure/index.ts';
import type {OperationalRecord, SourceReading} from '../gather.ts';
import type {Taking} from '../join/system.ts';
import {overlap} from '../period.ts';
import type {PlannedSource, RecordSpec} from '../plan.ts';
import {shownTime} from '../tools/row.ts';
import type {Period, RecordFinding} from '../types.ts';

/** How the intervals of each source are to be taken within `period`, by its name: what it covers and speaks of. */
export function takingsOf(
  record: OperationalRecord,
  plan: RecordSpec,
  period: Period,
): ReadonlyMap<string, Taking> {
  const spokenOf = groupBy(record.intervals, ({source}) => source);
  return new Map(
    plan.sources.map(planned => {
      const {name, system} = planned.source;
      const systems = new Set(spokenOf.get(name)?.map(one => one.system));
      const reading = record.sources.find(one => one.name === name);
      const files = 'files' in planned && 'times' in planned ? planned : null;
      const taking: Taking = {
        watches: (reading?.watches ?? false) || files === null,
        speaksOf: one => one === system || systems.has(one) || (files?.systems.includes(one) ?? false),
        covers: overlap(coveredBy(planned, reading, plan.covers), period),
        lasts: planned.covers?.to ?? Infinity,
        times: files?.times ?? 'impact',
        onsetLag: files?.onsetLag ?? null,
      };
      return [name, taking];
    }),
  );
}

/**
 * What a source speaks of: what record.yaml says of it, else of the record as far back as its tool keeps anything; where
 * it says neither, from its first row to its last, for rows of other sources say nothing of this one's silence.
 */
function coveredBy(
  {covers}: PlannedSource,
  reading: SourceReading | undefined,
  claimed: Period | null,
): Period {
  if (covers !== null) return covers;
  const {from, to, reach} = reading ?? {from: null, to: null, reach: null};
  if (claimed !== null) return {from: Math.max(claimed.from, reach?.from ?? -Infinity), to: claimed.to};
  return {from: from ?? Infinity, to: to ?? Infinity};
}

/** Sources of tickets whose silence says less than it seems, where nobody says what they cover. */
export function uncovered(record: OperationalRecord, plan: RecordSpec): readonly RecordFinding[] {
  const unsaid = record.sources.filter(
    ({name, watches, rows}) =>
      !watches &&
      rows.interval > 0 &&
      plan.sources.some(one => one.source.name === name && one.covers === null),
  );
  return unsaid.flatMap(({name, reach}): RecordFinding[] => {
    if (plan.covers === null) {
      const message = say`what ${name} covers is not said: up is counted between its first ticket and its last alone`;
      const hint = 'say covers: {from: …, to: …} for the record or the source';
      return [{...finding('record-file', 'warning', message, {hint}), source: name}];
    }
    if (reach === null || reach.from <= plan.covers.from) return [];
    const {reason, hint} = reach;
    const message = say`${name} begins ${shownTime(reach.from)}, and what was before is unknown: ${reason}`;
    return [{...finding('gap', 'warning', message, {hint}), source: name}];
  });
}
