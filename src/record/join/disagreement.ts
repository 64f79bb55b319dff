import type {Period} from '../types.ts';
import {sideBySide, type Timeline} from './timeline.ts';

/** Where probes and tickets say different things of one system. Minutes are of the whole week, not of sessions. */
export interface Disagreement {
  /** Down by both. */
  readonly agreed: number;
  /** Down by the probes, with no ticket. */
  readonly probesOnly: number;
  /** Down by a ticket, while the probes say up. */
  readonly ticketsOnly: number;
  /** How long after the probes the tickets begin, where one outage is in both; null where none is. */
  readonly lag: Lag | null;
  /** The longest stretches that only one of them has. */
  readonly examples: readonly (Period & {readonly down: 'probes' | 'tickets'})[];
}

/** Minutes from the first bad probe to the ticket: negative where the ticket was first. */
export interface Lag {
  readonly median: number;
  readonly outages: number;
}

const MINUTE = 60_000;
const EXAMPLES = 3;

export function disagreementOf(probes: Timeline, tickets: Timeline): Disagreement {
  let [agreed, probesOnly, ticketsOnly] = [0, 0, 0];
  const alone: (Period & {down: 'probes' | 'tickets'})[] = [];
  for (const {from, to, a, b} of sideBySide(probes, tickets)) {
    // Of what the probes did not see they can neither confirm nor deny a ticket.
    if (a === 'unknown' || b === 'unknown') continue;
    const minutes = (to - from) / MINUTE;
    if (a === 'down' && b === 'down') agreed += minutes;
    else if (a === 'down') {
      probesOnly += minutes;
      alone.push({from, to, down: 'probes'});
    } else if (b === 'down') {
      ticketsOnly += minutes;
      alone.push({from, to, down: 'tickets'});
    }
  }
  const examples = alone.toSorted((x, y) => y.to - y.from - (x.to - x.from) || x.from - y.from);
  return {
    agreed,
    probesOnly,
    ticketsOnly,
    lag: lagOf(probes, tickets),
    examples: examples.slice(0, EXAMPLES),
  };
}

/** Pairs every ticket with the first outage of the probes that it overlaps. */
function lagOf(probes: Timeline, tickets: Timeline): Lag | null {
  const outages = downIn(probes);
  const lags: number[] = [];
  let at = 0;
  for (const ticket of downIn(tickets)) {
    while ((outages[at]?.to ?? Infinity) <= ticket.from) at++;
    const outage = outages[at];
    if (outage !== undefined && outage.from < ticket.to) lags.push((ticket.from - outage.from) / MINUTE);
  }
  const middle = medianOf(lags);
  return middle === null ? null : {median: middle, outages: lags.length};
}

function downIn(timeline: Timeline): readonly Period[] {
  return timeline.stretches.filter(({state}) => state === 'down');
}

/** The median of numbers in any order; null of none. */
export function medianOf(numbers: readonly number[]): number | null {
  const sorted = numbers.toSorted((a, b) => a - b);
  const high = sorted[sorted.length >> 1];
  const low = sorted[(sorted.length - 1) >> 1];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}
