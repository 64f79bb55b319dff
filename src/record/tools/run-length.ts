import {DAY_MS} from '../../calendar/index.ts';
import {count, finding, say} from '../../figure/index.ts';
import type {Deployment, Entry, SourceSpec} from '../types.ts';

const MINUTE = 60_000;
/** Runs of one workflow differ by less than this, but for those that wait for somebody or were written over. */
const MANY_TIMES = 10;
/** A run that takes less is told by nobody, whatever the others take. */
const WORTH_TELLING = 60 * MINUTE;

/** The deployments of a pass, with a word about those that took many times as long as is usual for their kind. */
interface Lengths {
  readonly take: (entries: readonly Entry[]) => readonly Entry[];
  readonly end: () => readonly Entry[];
}

/**
 * Holds runs of over a day until all are known: of one that lasted many times the median of its workflow the end is no
 * end, as the tool writes over `updated_at`, and is not known. Shorter ones that stand out are told, and counted.
 */
export function runLengths(source: SourceSpec): Lengths {
  const lengths = new Map<string, number[]>();
  const long: Deployment[] = [];
  const kindOf = ({service, environment}: Deployment) => JSON.stringify([service, environment]);
  return {
    take: entries =>
      entries.filter(({table, row}) => {
        if (table !== 'deployment' || row.finishedAt === null) return true;
        const length = row.finishedAt - row.startedAt;
        const known = lengths.get(kindOf(row)) ?? [];
        if (length <= DAY_MS) lengths.set(kindOf(row), known);
        if (length <= DAY_MS) known.push(length);
        if (length > WORTH_TELLING) long.push(row);
        return length <= DAY_MS;
      }),
    end: () =>
      long.flatMap((row): readonly Entry[] => {
        const usual = middle(lengths.get(kindOf(row)) ?? []);
        const length = (row.finishedAt ?? row.startedAt) - row.startedAt;
        const overDay = length > DAY_MS;
        const held: Entry = {table: 'deployment', row};
        if (usual === null || length < MANY_TIMES * usual) return overDay ? [held] : [];
        const {evidence} = row;
        const then = overDay ? 'when it ended is not known' : 'it counts as it stands';
        const message = say`run ${evidence.id ?? ''} took ${count(Math.round(length / MINUTE))} min where ${count(Math.max(1, Math.round(usual / MINUTE)))} are usual: ${then}`;
        const hint =
          'it waited for somebody, or was written over; leave it out of the export where it tells nothing';
        const told = finding('rewritten', 'warning', message, {hint});
        const fault: Entry = {table: 'fault', row: {...told, place: evidence.place, source: source.name}};
        return overDay ? [fault, {table: 'deployment', row: {...row, finishedAt: null}}] : [fault];
      }),
  };
}

/** The lower middle of them; null where there are none. */
function middle(numbers: readonly number[]): number | null {
  return numbers.toSorted((a, b) => a - b)[(numbers.length - 1) >> 1] ?? null;
}
