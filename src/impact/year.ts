import type {LossGivenOutage} from './plan.ts';
import type {Estimate} from './estimate.ts';
import {quartersOf} from './clause.ts';
import {dailyOf, type HurtGroup, type Incident} from './loss/group.ts';
import {sessionsLost} from './shielded.ts';
import {annualLoss, type Exceedance, lossExceedance} from './stats/annual.ts';
import {quantileOf} from './stats/quantile.ts';
import {chanceOfNone, dispersionOf} from './stats/rate.ts';

/** Years such as the record would let one expect, at its own rate of outages. */
export interface YearAhead {
  /** The mean loss of a year, between the ends of the simulation's own error. */
  readonly mean: Estimate;
  /** A year among the middle 95 of 100. */
  readonly year: Estimate;
  /** The chance that a year passes without an outage that costs anything. */
  readonly none: number;
  /** P(loss of a year > x). */
  readonly curve: readonly Exceedance[];
  /** What one year in so many loses or more, the most frequent first. */
  readonly oneIn: readonly {readonly years: number; readonly loss: number}[];
  /** Outages that were counted, and in how many years of the exchange's sessions. */
  readonly outages: number;
  readonly counted: number;
  /** Whether quarters varied beyond chance, so that outages come in bursts. */
  readonly bursts: boolean;
}

/** Points of the loss-exceedance curve that are kept. */
const POINTS = 41;

/** Years of which one loses so much, up to what 10,000 simulated ones can tell. */
const ONE_IN = [2, 5, 10, 20, 50, 100, 200] as const;

/** A year's worth of quarters, below which their spread says nothing. */
const QUARTERS = 4;

/**
 * Simulates years of losses: outages come at the rate of the record, and each is one of those that were, with all the pods
 * that it hit and what it took of them. Systems are taken together, for the prior of a rate of its own for each quiet
 * system would add half an outage to each. Null where there was no outage to learn from, or nothing was at risk.
 */
export function yearAhead(
  groups: readonly HurtGroup[],
  incidents: readonly Incident[],
  range: Pick<LossGivenOutage, 'low' | 'mode' | 'high'>,
  sessionsOfYear: number,
  seed: number,
): YearAhead | null {
  const atRisk = groups.reduce((sum, group) => sum + dailyOf(group) * group.hurt.exposed, 0);
  const known = Math.max(...groups.map(({hurt}) => hurt.known));
  const [first] = groups;
  if (first === undefined || incidents.length === 0 || !(atRisk > 0 && known > 0 && sessionsOfYear > 0))
    return null;
  const lost = sessionsLost(
    incidents.map(({days}) => days),
    groups,
    atRisk,
  );
  const count = {events: incidents.length, time: known / sessionsOfYear};
  const quarters = quartersOf(first.hurt.within, first.clock.calendar.zone).filter(({whole}) => whole);
  const spread =
    quarters.length < QUARTERS
      ? null
      : dispersionOf(
          quarters.map(({from, to}) => incidents.filter(one => one.from >= from && one.from < to).length),
        );
  const loss = annualLoss(
    [
      {
        system: 'all of them',
        incidents: count,
        size: spread === null ? Infinity : spread.size * QUARTERS,
        durations: lost,
        longest: Infinity,
        perMinute: [atRisk],
        given: range,
      },
    ],
    {seed},
  );
  return {
    mean: loss.mean,
    year: loss.year,
    none: chanceOfNone(count, 1),
    curve: lossExceedance(loss, POINTS),
    oneIn: ONE_IN.map(years => ({years, loss: quantileOf(loss.years, 1 - 1 / years)})),
    outages: count.events,
    counted: count.time,
    bursts: spread?.law === 'negative binomial',
  };
}
