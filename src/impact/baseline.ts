import {type Finding, finding, isFinding, say} from '../figure/index.ts';
import {DAY_MS} from '../calendar/index.ts';
import type {Period, Timeline} from '../record/index.ts';
import type {Meaning, Overlap} from './loss/exposure.ts';
import {type HurtGroup, hurtGroups, incidentsOf, type PodGroup, type Toll} from './loss/group.ts';
import {hurtOf} from './loss/hurt.ts';
import type {SessionClock} from './loss/session-clock.ts';
import type {Baseline} from '../operations/index.ts';

/** What pods would have lost, had the baseline been true of the period that is judged. All are days of PnL by group. */
export interface Counterfactual {
  readonly baseline: Baseline;
  /** Days lost under a stated uptime, which are no outages; zeros of a baseline that was watched. */
  readonly fixed: Float64Array;
  /** Each outage of a baseline that was watched, its days lost made as many as in the period: what chance redraws. */
  readonly incidents: readonly Toll[];
  /** When it was watched, and how many sessions of the period a whole one then stands for; null of a stated uptime. */
  readonly watched: {readonly within: Period; readonly session: number} | null;
  /** The share of open minutes lost, each as good as any other: what the identity is checked with. */
  readonly minutesLost: Float64Array;
  /** The period of the time before, where the baseline is `own`; null of the other kinds. */
  readonly before: Period | null;
}

interface Question {
  readonly groups: readonly HurtGroup[];
  readonly timelines: ReadonlyMap<string, Timeline>;
  /** What the record covers. */
  readonly covers: Period;
  readonly meaning: Meaning;
  readonly overlap: Overlap;
}

/**
 * A baseline turned into days lost. A stated uptime is that of the whole way to a pod: its largest share stops for
 * 1 - uptime of the known time, however many systems lie on the way, which is the least that the words can mean.
 */
export function counterfactualOf(baseline: Baseline, question: Question): Counterfactual | Finding {
  switch (baseline.kind) {
    case 'own':
      return ofTheTimeBefore(baseline, question);
    case 'control':
      return ofControls(baseline, question);
    case 'target':
    case 'reference': {
      const {groups} = question;
      const down = 1 - baseline.uptime;
      return {
        baseline,
        fixed: Float64Array.from(groups, ({hurt}) => hurt.exposed * hurt.known * down),
        incidents: [],
        watched: null,
        minutesLost: Float64Array.from(groups, ({hurt}) => hurt.exposed * down),
        before: null,
      };
    }
  }
}

/** Days lost by group. */
export function daysLost({fixed, incidents}: Counterfactual): Float64Array {
  const days = Float64Array.from(fixed);
  for (const incident of incidents)
    for (const [at, lost] of incident.days.entries()) days[at] = (days[at] as number) + lost;
  return days;
}

/** Below so many days with outages intervals of what was protected held the truth less often than they say. */
const FEW = 5;

/** Says where a baseline that was watched hardly had an outage. */
export function fewOutages({baseline, incidents, watched}: Counterfactual): readonly Finding[] {
  const days = new Set(incidents.map(({from}) => Math.floor(from / DAY_MS))).size;
  if (watched === null || days >= FEW) return [];
  const who = baseline.kind === 'control' ? `of ${baseline.systems.join(', ')}` : 'of the time before';
  const message = say`the record ${who} has ${days === 0 ? 'no outage' : `outages on ${days === 1 ? 'one day' : `${days} days`}`}: the interval of what was protected may be too narrow, as the longest is hardly among them`;
  const hint = 'give a longer record of it, or compare with an agreed uptime as well';
  return [finding('few-outages', 'note', message, {hint})];
}

function ofTheTimeBefore(
  baseline: Baseline & {kind: 'own'},
  {groups, covers, meaning, overlap}: Question,
): Counterfactual | Finding {
  const within = {from: Math.max(covers.from, baseline.from ?? covers.from), to: baseline.until};
  if (!(within.from < within.to && within.to <= covers.to))
    return unusable(
      'the time before lies outside of what the record covers',
      'let covers: in record.yaml begin before it, and give the exports of that time',
    );
  const before = hurtGroups(groups satisfies readonly PodGroup[], within, meaning, overlap);
  if (isFinding(before)) return told(before);
  if (before.some(({hurt}) => !(hurt.known > 0)))
    return unusable('nothing is known of the time before', 'give the exports of that time');
  // The same rate of loss, over as many days as are judged.
  const scale = groups.map(({hurt}, at) => hurt.known / (before[at] as HurtGroup).hurt.known);
  return {
    baseline,
    fixed: new Float64Array(groups.length),
    watched: {within, session: Math.max(...scale)},
    incidents: incidentsOf(before).map(({from, days, down}) => ({
      from,
      days: days.map((lost, at) => lost * (scale[at] as number)),
      down,
    })),
    minutesLost: Float64Array.from(before, ({hurt}) =>
      hurt.minutes.known > 0 ? hurt.minutes.lost / hurt.minutes.known : 0,
    ),
    before: within,
  };
}

function ofControls(
  baseline: Baseline & {kind: 'control'},
  {groups, timelines, meaning}: Question,
): Counterfactual | Finding {
  const incidents: Toll[] = [];
  const minutesLost = new Float64Array(groups.length);
  const byClock = new Map<SessionClock, number[]>();
  for (const [at, {clock}] of groups.entries()) byClock.set(clock, [...(byClock.get(clock) ?? []), at]);
  for (const system of baseline.systems) {
    const timeline = timelines.get(system);
    if (timeline === undefined)
      return unusable(`${system} is no system of record.yaml`, 'name systems that the record has');
    const drawn = new Map<number, Toll>();
    for (const [clock, members] of byClock) {
      const first = groups[members[0] as number] as HurtGroup;
      const alone = [{system, share: 1, timeline}];
      const hurt = hurtOf(alone, clock, first.hurt.within, meaning, 'largest');
      if (isFinding(hurt)) return told(hurt);
      if (!(hurt.known > 0))
        return unusable(`nothing is known of ${system} in this period`, 'leave it out of the controls');
      for (const at of members) {
        const {hurt: own} = groups[at] as HurtGroup;
        // The mean over the controls: each stands for its part of what one system would have done.
        const scale = (own.exposed * own.known) / hurt.known / baseline.systems.length;
        for (const {cause, days, from} of hurt.pieces) {
          if (cause === null) continue;
          const toll = drawn.get(from) ?? {
            from,
            days: new Float64Array(groups.length),
            down: new Float64Array(groups.length),
          };
          drawn.set(from, toll);
          toll.days[at] = (toll.days[at] as number) + days * scale;
          toll.down[at] = (toll.down[at] as number) + days;
        }
        const share = hurt.minutes.known > 0 ? hurt.minutes.lost / hurt.minutes.known : 0;
        minutesLost[at] = (minutesLost[at] as number) + (own.exposed * share) / baseline.systems.length;
      }
    }
    incidents.push(...drawn.values());
  }
  return {
    baseline,
    fixed: new Float64Array(groups.length),
    incidents,
    watched: {within: (groups[0] as HurtGroup).hurt.within, session: 1 / baseline.systems.length},
    minutesLost,
    before: null,
  };
}

function told(finding: Finding): Finding {
  return {...finding, rule: 'no-baseline'};
}

function unusable(message: string, hint: string): Finding {
  return finding('no-baseline', 'warning', message, {hint});
}
