import {
  type Duration,
  type DurationLaw,
  durationQuantile,
  type Fit,
  fitDurations,
  LEVEL,
  studentBelow,
  survival,
} from '../stats/index.ts';
import {usualSession} from '../calendar/index.ts';
import {dailyOf, type HurtGroup, type Incident} from './loss/group.ts';

/** How long outages were, and how much of the PnL at risk each system takes with it. */
export interface Lengths {
  /** In whose usual session a minute is counted. */
  readonly exchange: string;
  /** The open minutes of that session. */
  readonly session: number;
  /** By outage, in the order of the outages. */
  readonly durations: readonly Duration[];
  /** By outage, the share of the PnL at risk that hangs on its system: what it hits, whatever its length. */
  readonly hits: readonly number[];
}

/**
 * The length of an outage is what it took, over all that hangs on its system: the part of a session that it cost, in minutes
 * of a usual one, weighed by what the pods earn. Length x what hangs on the system is then what was lost. One that lasts to
 * the end of the period may last on.
 */
export function lengthsOf(incidents: readonly Incident[], groups: readonly HurtGroup[]): Lengths {
  const {clock, hurt} = groups[0] as HurtGroup;
  const session = usualSession(clock.calendar);
  const daily = groups.map(dailyOf);
  const over = (of: (group: HurtGroup, at: number) => number) =>
    groups.reduce((sum, group, at) => sum + of(group, at), 0);
  const atRisk = over((group, at) => (daily[at] as number) * group.hurt.exposed);
  const shareOf = ({dependencies}: HurtGroup, of: string) =>
    dependencies.find(({system}) => system === of)?.share ?? 0;
  const hung = new Map<string, {money: number; size: number}>();
  for (const {system} of incidents)
    if (!hung.has(system))
      hung.set(system, {
        money: over((group, at) => (daily[at] as number) * shareOf(group, system)),
        // A pod that loses money on the mean day was down for as long as one that makes some.
        size: over((group, at) => Math.abs(daily[at] as number) * shareOf(group, system)),
      });
  const on = (system: string) => hung.get(system) as {money: number; size: number};
  return {
    exchange: clock.calendar.id,
    session,
    durations: incidents.map(({system, to, days}) => ({
      minutes:
        (session * over((_, at) => Math.abs(daily[at] as number) * (days[at] as number))) / on(system).size,
      lasting: to >= hurt.within.to,
    })),
    hits: incidents.map(({system}) => on(system).money / atRisk),
  };
}

/** A lognormal and a heavy tail side by side, and how far the record can tell them apart. */
export interface FittedLengths {
  readonly n: number;
  /** A Lomax; or the exponential, where the Lomax that fits best has no heavy tail and has become one. */
  readonly laws: readonly FittedLaw[];
  /** Which has the lower AIC, and its weight among the two, 1 / (1 + exp(-difference / 2)) (Akaike 1978). */
  readonly better: DurationLaw['name'];
  readonly weight: number;
  /** Whether that weight comes to 95%. Of what lies beyond the longest outage no record tells in any case. */
  readonly resolved: boolean;
  /** Minutes that no outage of a simulated year is longer than. */
  readonly cap: number;
}

export interface FittedLaw extends Fit {
  /** In minutes. */
  readonly median: number;
  /** The share of the outages drawn from it that are cut at the cap. */
  readonly beyondCap: number;
}

/** Two parameters, and at least as many outages again, with one over. */
const FEWEST = 5;

/** A Lomax whose log likelihood is less above that of the exponential has become one, but for the ends of the search. */
const NO_TAIL = 1e-3;

/** The laws that are set side by side; or why there are none. */
export function fittedLengths({durations, session}: Lengths): FittedLengths | string {
  const n = durations.length;
  if (n < FEWEST)
    return `${n === 1 ? 'one outage is' : `${n} outages are`} too few to fit their lengths, which takes ${FEWEST}`;
  const fitted = durations.every(({minutes}) => minutes > 0) ? fitDurations(durations) : null;
  if (fitted === null) return 'the lengths of the outages are too much alike to be fitted';
  const longest = Math.max(...durations.map(({minutes}) => minutes));
  const cap = Math.max(session, longest);
  const named = (name: DurationLaw['name']) => fitted.fits.find(({law}) => law.name === name) as Fit;
  const [lomax, exponential] = [named('lomax'), named('exponential')];
  // The one has a parameter more, which costs 2 of AIC.
  const heavy = (exponential.aic + 2 - lomax.aic) / 2 > NO_TAIL;
  const laws = [named('lognormal'), heavy ? lomax : exponential].map(fit => ({
    ...fit,
    median: durationQuantile(fit.law, 0.5),
    beyondCap: beyond(fit.law, cap, n),
  }));
  const [best, other] = laws.toSorted((a, b) => a.aic - b.aic) as [FittedLaw, FittedLaw];
  const weight = 1 / (1 + Math.exp((best.aic - other.aic) / 2));
  return {n, laws, better: best.law.name, weight, resolved: weight >= LEVEL, cap};
}

/**
 * How often an outage that is drawn is longer. Of a lognormal its parameters are drawn too, so that its logarithm is a
 * Student t with n - 1 degrees of freedom, wider by sqrt((n + 1) / (n - 1)).
 */
function beyond(law: DurationLaw, minutes: number, n: number): number {
  if (law.name !== 'lognormal') return survival(law, minutes);
  return studentBelow((law.mu - Math.log(minutes)) / (law.sigma * Math.sqrt((n + 1) / (n - 1))), n - 1);
}
