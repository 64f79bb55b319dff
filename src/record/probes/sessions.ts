import {isFinding} from '../../figure/index.ts';
import {type EpochMs, exchange, openWithin} from '../../calendar/index.ts';
import type {Period} from '../types.ts';

export const MINUTE_MS = 60_000;
export const HOUR_MS = 3_600_000;

/** When probes count: the stretches, in whole minutes and in order, in which one of the calendars is open. */
export interface Sessions {
  readonly stretches: readonly Period[];
  /** What the samples outside of it are called: "outside the sessions of XNYS". */
  readonly outside: string;
}

/** Time without calendars or covers: what samples of today's tools can be of. */
const ALL: Period = {from: Date.UTC(2000, 0, 1), to: Date.UTC(2050, 0, 1)};

/**
 * The sessions of `calendars` within `covers` (all that the calendars know, where it is null). Without calendars all of
 * the time counts. Calendars that there are none of are passed over: record.yaml is checked elsewhere.
 */
export function sessionsOf(calendars: readonly string[], covers: Period | null): Sessions {
  const known = calendars.flatMap(id => {
    const found = exchange(id);
    return isFinding(found) ? [] : [found];
  });
  if (known.length === 0) return {stretches: [covers ?? ALL].map(whole), outside: 'outside the covered time'};
  const opens = known.flatMap(calendar => {
    const {from, to} = calendar.openTime;
    const within = {from: Math.max(from, covers?.from ?? from), to: Math.min(to, covers?.to ?? to)};
    if (within.from >= within.to) return [];
    const found = openWithin(calendar, within.from, within.to);
    return isFinding(found) ? [] : found.map(whole);
  });
  const joined: {from: EpochMs; to: EpochMs}[] = [];
  for (const {from, to} of opens.toSorted((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to);
    else joined.push({from, to});
  }
  return {stretches: joined, outside: `outside the sessions of ${known.map(({id}) => id).join(', ')}`};
}

/** Every hour since 1970 that a stretch touches, once. */
export function openHours({stretches}: Sessions): Int32Array {
  const hours: number[] = [];
  for (const {from, to} of stretches) {
    const first = Math.max(Math.floor(from / HOUR_MS), (hours.at(-1) ?? -Infinity) + 1);
    for (let hour = first; hour * HOUR_MS < to; hour++) hours.push(hour);
  }
  return Int32Array.from(hours);
}

/** Whether a stretch touches an hour since 1970. */
export function opensIn({stretches}: Sessions, hour: number): boolean {
  let [first, behind] = [0, stretches.length];
  while (first < behind) {
    const middle = (first + behind) >> 1;
    if ((stretches[middle]?.to ?? Infinity) > hour * HOUR_MS) behind = middle;
    else first = middle + 1;
  }
  return (stretches[first]?.from ?? Infinity) < (hour + 1) * HOUR_MS;
}

function whole({from, to}: Period): Period {
  return {from: Math.floor(from / MINUTE_MS) * MINUTE_MS, to: Math.ceil(to / MINUTE_MS) * MINUTE_MS};
}
