import type {OperationalRecord} from '../gather.ts';
import type {RecordSpec} from '../plan.ts';

/** The widest step, in seconds, of a probe that watches any of the systems; null where none tells its step. */
export function stepOf(
  {intervals}: OperationalRecord,
  plan: RecordSpec,
  systems: readonly string[],
): number | null {
  const speaking = new Set(
    intervals.filter(({system}) => systems.includes(system)).map(({source}) => source),
  );
  const steps = stepsOf(plan).filter(({source}) => speaking.has(source));
  return steps.length === 0 ? null : Math.max(...steps.map(({step}) => step));
}

/** How far apart the looks of each watching source are, in seconds, where record.yaml or the tool says so. */
export function stepsOf(plan: RecordSpec): readonly {readonly source: string; readonly step: number}[] {
  return plan.sources.flatMap(planned => {
    const {name} = planned.source;
    if (planned.kind === 'probes') return [{source: name, step: planned.every}];
    if (planned.kind === 'prometheus') return [{source: name, step: planned.step}];
    if (planned.kind === 'upptime') return [{source: name, step: UPPTIME_STEP}];
    return [];
  });
}

/** Seconds. Upptime runs as a scheduled workflow, and GitHub starts none oftener than every five minutes (its docs). */
const UPPTIME_STEP = 300;
