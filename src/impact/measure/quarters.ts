import {quantity} from '../../base/index.ts';
import {type Prose, say} from '../../figure/index.ts';
import {type Period, quarterDays, quarterOf, type State, type Timeline} from '../../record/index.ts';
import {LEVEL, shareEstimate} from '../../stats/index.ts';
import {factorFigure, minutesFigure} from './counted.ts';
import type {Measurement, MeasureQuestion, Unmeasured} from './question.ts';
import {openWithinSessions, overWords, type Watched} from './systems.ts';

/** How a quarter went: its longest incident and the longest time of which nothing is known, in open minutes. */
interface Quarter {
  readonly longest: number;
  readonly blind: number;
}

/**
 * Quarters of the calendar year, wholly in the period, without an incident of over so many open minutes on any of the
 * systems; or how many of them the record can tell that of. Down and degraded are both incidents, and so is the one that turns
 * into the other; what reaches from a quarter into the next is in both, at its full length. A quarter with an unknown
 * stretch as long and no longer incident is not watched. The interval is that of quiet quarters among as many more like
 * them (`shareEstimate`).
 */
export function measureQuarters(watched: Watched, question: MeasureQuestion): Measurement | Unmeasured {
  const {longerThan} = question;
  const quarters = quartersOf(watched, question);
  const known = quarters.filter(({longest, blind}) => longest > longerThan || blind <= longerThan);
  if (known.length === 0) return noQuarter(question);
  const quiet = known.filter(({longest}) => longest <= longerThan);
  const all = known.length;
  const over = overWords(watched, question);
  if (question.what === 'quartersWatched') {
    const exact = {low: all, mid: all, high: all, level: 1, method: 'counted', n: all};
    return {estimate: exact, over, turns: null, sources: watched.sources};
  }
  const share = shareEstimate(quiet.length, all);
  const estimate = {
    low: share.low * all,
    mid: quiet.length,
    high: share.high * all,
    level: LEVEL,
    method: `exact binomial bounds of ${quiet.length} in ${all}`,
    n: all,
  };
  return {estimate, over, turns: turnsOf(quiet, question), sources: watched.sources};
}

/**
 * The longest incident, down or degraded, on any of the systems in whole quarters of the period, in open minutes. It may have been as
 * long as the longest time of which nothing is known.
 */
export function measureLongest(watched: Watched, question: MeasureQuestion): Measurement | Unmeasured {
  const quarters = quartersOf(watched, question);
  if (quarters.length === 0) return noQuarter(question);
  const longest = Math.max(...quarters.map(one => one.longest));
  const blind = Math.max(...quarters.map(one => one.blind));
  const estimate = {
    low: longest,
    mid: longest,
    high: Math.max(longest, blind),
    level: 1,
    method: 'the longest of all',
    n: quarters.length,
  };
  return {estimate, over: overWords(watched, question), turns: null, sources: watched.sources};
}

function noQuarter({from, to}: MeasureQuestion): Unmeasured {
  return {
    because: `no whole quarter from ${from} to ${to} is known`,
    needs: 'a quarter from its first day to its last, without gaps',
  };
}

/** How much longer the longest incident of the quiet quarters might have been. */
function turnsOf(quiet: readonly Quarter[], question: MeasureQuestion): Prose | null {
  const {longerThan} = question;
  const longest = quiet.reduce((most, one) => Math.max(most, one.longest), 0);
  if (quiet.length === 0) return null;
  const fewer = quiet.length - 1;
  const left =
    fewer === 0
      ? say`none quiet`
      : say`${factorFigure(question, quantity(fewer, 'quarter'), 'quietQuarters')} quiet`;
  if (longest === 0)
    return say`a single incident of over ${minutesFigure(question, longerThan)} would leave ${left}`;
  const more = factorFigure(question, quantity(longerThan - longest, 'minute'), 'outage');
  return say`the longest incident of its quiet quarters took ${minutesFigure(question, longest, 'outage')}: ${more} more would leave ${left}`;
}

const TROUBLE: readonly State[] = ['down', 'degraded'];

function quartersOf(watched: Watched, {from, to}: MeasureQuestion): readonly Quarter[] {
  const names = [...new Set(watched.sessions.map(({date}) => quarterOf(date)))].filter(name => {
    const days = quarterDays(name);
    return from <= days.from && to >= days.to;
  });
  return names.map(name => {
    const held = watched.sessions.filter(({date}) => quarterOf(date) === name);
    const within = {from: held[0]?.opens[0]?.from ?? 0, to: held.at(-1)?.opens.at(-1)?.to ?? 0};
    const longestOf = (...states: readonly State[]) =>
      watched.timelines.reduce(
        (most, timeline) => Math.max(most, ...lengthsOf(timeline, states, within, watched)),
        0,
      );
    return {longest: longestOf(...TROUBLE), blind: longestOf('unknown')};
  });
}

/** Open minutes of each incident, down or degraded, that touches a period. */
export function incidentLengths(timeline: Timeline, within: Period, watched: Watched): readonly number[] {
  return lengthsOf(timeline, TROUBLE, within, watched);
}

/** Open minutes of each run of stretches in these states that touches the sessions of a quarter. */
function lengthsOf(
  {stretches}: Timeline,
  states: readonly State[],
  within: Period,
  watched: Watched,
): readonly number[] {
  const lengths: number[] = [];
  let before: number | null = null;
  for (const stretch of stretches) {
    if (!states.includes(stretch.state) || stretch.to <= within.from || stretch.from >= within.to) continue;
    const minutes = openWithinSessions(stretch, watched.sessions);
    // Down and then degraded is one incident, not two.
    if (before === stretch.from) lengths.push((lengths.pop() ?? 0) + minutes);
    else lengths.push(minutes);
    before = stretch.to;
  }
  return lengths;
}
