import type {LossGivenOutage} from './plan.ts';
import {
  type AnnualLoss,
  annualLoss,
  chanceOfNone,
  type Dispersion,
  dispersionOf,
  type Estimate,
  type EventCount,
  type Exceedance,
  type LossSource,
  lossExceedance,
  quantileOf,
  rateOf,
  rateOfCounts,
} from '../stats/index.ts';
import {countsByQuarter} from '../record/index.ts';
import {type FittedLaw, type FittedLengths, fittedLengths, lengthsOf} from './lengths.ts';
import {byDailyPnl, type HurtGroup, type Incident} from './loss/group.ts';
import {sessionsLost} from './shielded.ts';

/** What simulated years lose. */
export interface YearLoss {
  /** The mean loss of a year, between the ends of the simulation's own error. */
  readonly mean: Estimate;
  readonly standardError: number;
  /** A year among the middle 95 of 100. */
  readonly year: Estimate;
  /** P(loss of a year > x). */
  readonly curve: readonly Exceedance[];
  /** What one year in so many loses or more, the most frequent first. */
  readonly oneIn: readonly {readonly years: number; readonly loss: number}[];
}

/** Years such as the record would let one expect, at its own rate of outages; each of those is one that was. */
export interface YearAhead extends YearLoss {
  /** The chance that a year, and that a quarter, passes without an outage that costs anything. */
  readonly none: number;
  readonly quietQuarter: number;
  /** Outages that were counted, and in how many years of the exchange's sessions. */
  readonly outages: number;
  readonly counted: number;
  /** Outages a year, with exact bounds, which are wider where they come in bursts. */
  readonly rate: Estimate;
  /** How the counts of whole quarters vary; null of fewer than four, or where none of them had an outage. */
  readonly quarters: (Pick<Dispersion, 'ratio' | 'p' | 'law'> & {readonly of: number}) | null;
  /** Whether quarters varied beyond chance, so that outages come in bursts and their number is negative binomial. */
  readonly bursts: boolean;
  /** The same years, with the lengths of outages from laws that were fitted to those that were; null where `unfitted` says why. */
  readonly fitted: FittedYears | null;
  readonly unfitted: string | null;
}

export interface FittedYears extends Omit<FittedLengths, 'laws'> {
  /** In whose usual session the minutes of the lengths are. */
  readonly exchange: string;
  readonly laws: readonly (FittedLaw & YearLoss)[];
}

/** Points of a loss-exceedance curve that are kept. */
const POINTS = 41;

/** Years of which one loses so much, up to what 10,000 simulated ones can tell. */
const ONE_IN = [2, 5, 10, 20, 50, 100, 200] as const;

/** A year's worth of quarters, below which their spread says nothing. */
const QUARTERS = 4;

/** Outages as they may come: how often, and what each takes. */
export interface Outlook {
  readonly count: EventCount;
  readonly spread: (Dispersion & {readonly counts: readonly number[]}) | null;
  readonly atRisk: number;
  readonly source: LossSource;
}

/**
 * What the outages of a record let one expect: they come at its rate, and each is one of those that were, with all the pods
 * that it hit and what it took of them. Systems are taken together, for the prior of a rate of its own for each quiet system
 * would add half an outage to each. Null where there was no outage to learn from, or nothing was at risk.
 */
export function outlookOf(
  groups: readonly HurtGroup[],
  incidents: readonly Incident[],
  given: Pick<LossGivenOutage, 'low' | 'mode' | 'high'>,
  sessionsOfYear: number,
): Outlook | null {
  const atRisk = byDailyPnl(groups, ({hurt}) => hurt.exposed);
  const known = Math.max(...groups.map(({hurt}) => hurt.known));
  const [first] = groups;
  if (first === undefined || incidents.length === 0 || !(atRisk > 0 && known > 0 && sessionsOfYear > 0))
    return null;
  const count = {events: incidents.length, time: known / sessionsOfYear};
  const counts = countsByQuarter(incidents, first.hurt.within, first.clock.calendar.zone);
  const told = counts.length >= QUARTERS && counts.some(of => of > 0);
  const spread = told ? {...dispersionOf(counts), counts} : null;
  const lost = sessionsLost(
    incidents.map(({days}) => days),
    groups,
    atRisk,
  );
  return {
    count,
    spread,
    atRisk,
    source: {
      system: 'all of them',
      incidents: count,
      size: (spread?.size ?? Infinity) * QUARTERS,
      durations: lost,
      longest: Infinity,
      perMinute: [atRisk],
      given,
    },
  };
}

/** Simulates years by an outlook, and beside them years whose outages are as long as a law that was fitted says. */
export function yearAhead(
  {count, spread, source}: Outlook,
  groups: readonly HurtGroup[],
  incidents: readonly Incident[],
  {seed, years}: {readonly seed: number; readonly years: number},
): YearAhead {
  const bursts = spread?.law === 'negative binomial';
  const size = bursts ? spread.size : Infinity;
  const fitted = fittedYears(source, groups, incidents, {seed, years});
  return {
    ...yearLoss(annualLoss([source], {seed, years})),
    none: chanceOfNone(count, 1, size * QUARTERS),
    quietQuarter: chanceOfNone(count, 1 / QUARTERS, size),
    outages: count.events,
    counted: count.time,
    rate: bursts ? ofYears(rateOfCounts(spread.counts)) : rateOf(count),
    quarters:
      spread === null ? null : {of: spread.counts.length, ratio: spread.ratio, p: spread.p, law: spread.law},
    bursts,
    fitted: typeof fitted === 'string' ? null : fitted,
    unfitted: typeof fitted === 'string' ? fitted : null,
  };
}

/** What of simulated years is kept. */
export function yearLoss(loss: AnnualLoss): YearLoss {
  const {mean, standardError, year, years} = loss;
  return {
    mean,
    standardError,
    year,
    curve: lossExceedance(loss, POINTS),
    oneIn: ONE_IN.map(one => ({years: one, loss: quantileOf(years, 1 - 1 / one)})),
  };
}

/** Draws the system of an outage, and with it all its pods; then how long it is, for all of them alike. */
function fittedYears(
  source: LossSource,
  groups: readonly HurtGroup[],
  incidents: readonly Incident[],
  options: {readonly seed: number; readonly years: number},
): FittedYears | string {
  const lengths = lengthsOf(incidents, groups);
  const found = fittedLengths(lengths);
  if (typeof found === 'string') return found;
  const {exchange, session, hits} = lengths;
  return {
    ...found,
    exchange,
    laws: found.laws.map(fit => ({
      ...fit,
      ...yearLoss(
        annualLoss(
          [
            {
              ...source,
              system: `${source.system}, ${fit.law.name}`,
              durations: fit.law,
              learnedFrom: found.n,
              longest: found.cap,
              perMinute: source.perMinute.map(money => money / session),
              hits,
            },
          ],
          options,
        ),
      ),
    })),
  };
}

function ofYears({low, mid, high, ...rest}: Estimate): Estimate {
  return {low: low * QUARTERS, mid: mid * QUARTERS, high: high * QUARTERS, ...rest};
}
