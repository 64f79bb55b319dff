import type {OperationalRecord} from '../gather.ts';
import type {RecordReport} from './report.ts';

/** The widest step, in seconds, of a probe that watches any of the systems; null where none tells its step. */
export function stepOf(
  {intervals}: OperationalRecord,
  {clauses}: RecordReport,
  wanted: readonly string[],
): number | null {
  const speaking = new Set(intervals.filter(({system}) => wanted.includes(system)).map(({source}) => source));
  const steps = clauses.flatMap(({probes}) => probes).filter(({source}) => speaking.has(source));
  return steps.length === 0 ? null : Math.max(...steps.map(({step}) => step));
}
