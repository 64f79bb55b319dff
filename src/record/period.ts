import type {OperationalRecord} from './gather.ts';
import type {Period} from './types.ts';

/** What a record speaks of: what record.yaml claims, or else from the first row to the last; null of an empty record. */
export function periodOf(record: OperationalRecord, claimed: Period | null): Period | null {
  if (claimed !== null) return claimed;
  const from = Math.min(...record.sources.map(one => one.from ?? Infinity));
  const to = Math.max(...record.sources.map(one => one.to ?? -Infinity));
  return from < to ? {from, to} : null;
}

/** The part that two periods share; empty (and of no length) where they share none. */
export function overlap(one: Period, other: Period): Period {
  const from = Math.max(one.from, other.from);
  return {from, to: Math.max(from, Math.min(one.to, other.to))};
}
