import type {Session} from '../../calendar/index.ts';
import {count, type Finding, finding, say} from '../../figure/index.ts';
import type {Load, State, Stretch, Timeline} from '../../record/index.ts';
import {quantileOf} from '../../stats/index.ts';

/** What a system carried in one session, and what it was meanwhile. */
interface SessionVolume {
  readonly date: string;
  /** The mean of its load samples, in the unit of their source. */
  readonly volume: number;
  /** Over the median of all sessions; NaN where that is nothing. */
  readonly multiple: number;
  readonly samples: number;
  readonly capacityKnown: boolean;
  /** Open minutes in each state. */
  readonly minutes: Readonly<Record<State, number>>;
}

/** The sessions of the highest volume, and whether the system was up in them. */
export interface Busiest {
  /** All sessions that say what they carried, those of the highest volume first. */
  readonly sessions: readonly SessionVolume[];
  readonly median: number;
  /** How many of them are looked at here. */
  readonly top: number;
  /** Share of the known time in those in which it was not down; null where nothing of it is known. */
  readonly uptime: number | null;
  readonly unknown: number;
  readonly findings: readonly Finding[];
}

/**
 * Uptime within the sessions that carried most: the share `top` of all (0.1: every tenth). The mean of a year hides what
 * matters on its busiest days. Sessions with less than half of the usual samples are left out, and counted.
 */
export function busiestSessions(
  sessions: readonly Session[],
  loads: readonly Load[],
  timeline: Timeline,
  top: number,
): Busiest {
  const inOrder = loads.toSorted((a, b) => a.at - b.at);
  const all = sessions.map(session => carriedIn(session, inOrder, timeline)).filter(one => one.samples > 0);
  const usual = quantileOf(
    all.map(({samples}) => samples).sort((a, b) => a - b),
    0.5,
  );
  const whole = all.filter(({samples}) => samples >= usual / 2);
  const median = quantileOf(
    whole.map(({volume}) => volume).sort((a, b) => a - b),
    0.5,
  );
  const ranked = whole
    .map(one => ({...one, multiple: median > 0 ? one.volume / median : Number.NaN}))
    .sort((a, b) => b.volume - a.volume || (a.date < b.date ? -1 : 1));
  const looked = Math.min(ranked.length, Math.max(1, Math.round(ranked.length * top)));
  const [known, down, unknown] = summed(ranked.slice(0, looked));
  return {
    sessions: ranked,
    median,
    top: looked,
    uptime: known > 0 ? 1 - down / known : null,
    unknown,
    findings:
      whole.length < sessions.length
        ? [
            finding(
              'thin-session',
              'note',
              say`${count(sessions.length - whole.length)} of ${count(sessions.length)} sessions have less than half of the usual samples, left out`,
            ),
          ]
        : [],
  };
}

function summed(sessions: readonly SessionVolume[]): [known: number, down: number, unknown: number] {
  let [known, down, unknown] = [0, 0, 0];
  for (const {minutes} of sessions) {
    known += minutes.up + minutes.degraded + minutes.down;
    down += minutes.down;
    unknown += minutes.unknown;
  }
  return [known, down, unknown];
}

function carriedIn(
  {date, opens}: Session,
  loads: readonly Load[],
  timeline: Timeline,
): Omit<SessionVolume, 'multiple'> {
  const within = opens.flatMap(({from, to}) =>
    loads.slice(
      firstFrom(loads, one => one.at >= from),
      firstFrom(loads, one => one.at >= to),
    ),
  );
  const minutes: Record<State, number> = {up: 0, unknown: 0, degraded: 0, down: 0};
  for (const open of opens) {
    let told = 0;
    const {stretches} = timeline;
    for (let at = firstFrom(stretches, ({to}) => to > open.from); at < stretches.length; at++) {
      const {from, to, state} = stretches[at] as Stretch;
      if (from >= open.to) break;
      const shared = (Math.min(to, open.to) - Math.max(from, open.from)) / 60_000;
      minutes[state] += shared;
      told += shared;
    }
    minutes.unknown += (open.to - open.from) / 60_000 - told;
  }
  return {
    date,
    volume: within.reduce((sum, {load}) => sum + load, 0) / within.length,
    samples: within.length,
    capacityKnown: within.length > 0 && within.every(({capacity}) => capacity !== null),
    minutes,
  };
}

/** The place of the first item for which `is` holds, where it holds for all that follow; the length where for none. */
function firstFrom<T>(items: readonly T[], is: (item: T) => boolean): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (is(items[middle] as T)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Whether a system "held 3x volume". */
export interface Held {
  readonly times: number;
  readonly verdict: 'proven' | 'refuted' | 'cannot be said' | 'never tried';
  /** The sessions that reached it. */
  readonly sessions: readonly SessionVolume[];
  readonly findings: readonly Finding[];
}

/**
 * Whether the system held `times` the median volume. Proven only if sessions reached it, with their capacity known, and
 * it was up in all of their open minutes, as far as probes that are `step` seconds apart can see (null: nobody probed).
 * Refuted where it was down in one of them; a claim about a volume that never came is not one that was held.
 */
export function heldVolume({sessions}: Busiest, times: number, step: number | null): Held {
  const reached = sessions.filter(({multiple}) => multiple >= times);
  const findings: Finding[] = [];
  const highest = sessions[0];
  if (reached.length === 0) {
    const message =
      highest === undefined || Number.isNaN(highest.multiple)
        ? 'no session says what it carried, or most of them carried nothing: there is no median to be a multiple of'
        : say`no session reached ${String(times)} times the median: the highest is ${highest.multiple.toFixed(2)} times, on ${highest.date}`;
    findings.push(finding('never-reached', 'warning', message));
  }
  const down = reached.filter(({minutes}) => minutes.down > 0);
  for (const {date, minutes} of down)
    findings.push(finding('was-down', 'error', say`${date}: down for ${minutes.down.toFixed(1)} min`));
  const unseen = reached.filter(({minutes}) => minutes.unknown > 0);
  if (unseen.length > 0 || (step === null && reached.length > 0)) {
    const message =
      step === null
        ? 'no probe watched: that nobody complained is not that it was up'
        : say`of ${count(unseen.length)} sessions some minutes are unknown`;
    findings.push(finding('unknown-state', 'warning', message));
  }
  const bare = reached.filter(({capacityKnown}) => !capacityKnown);
  if (bare.length > 0)
    findings.push(
      finding('no-capacity', 'warning', say`of ${count(bare.length)} sessions the capacity is not known`),
    );
  if (step !== null && reached.length > 0) {
    const message = say`an outage of less than ${String(step)} s may lie between two probes`;
    findings.push(finding('between-probes', 'note', message));
  }
  const doubt = unseen.length > 0 || step === null || bare.length > 0;
  const verdict =
    reached.length === 0 ? 'never tried' : down.length > 0 ? 'refuted' : doubt ? 'cannot be said' : 'proven';
  return {times, verdict, sessions: reached, findings};
}
