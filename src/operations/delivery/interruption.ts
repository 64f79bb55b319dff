import {count, type Finding, finding, say} from '../../figure/index.ts';
import {
  autocorrelation,
  type Coefficient,
  coefficient,
  type Estimate,
  fit,
  lagOf,
  LEVEL,
  MOST_PERSISTENT,
  shareOfLog,
} from '../../stats/index.ts';
import {percent} from './spread.ts';
import type {Step} from './weeks.ts';

/** What a change did to a series, by what the series did before it. Shares: -0.2 is a fifth less. */
export interface Interruption {
  /** The jump at the change: exp(b2) - 1. */
  readonly change: Estimate;
  /** How much faster it rises, or falls, with every step since: exp(b3) - 1. */
  readonly drift: Estimate;
  /** What every step before the change brought: exp(b1) - 1. */
  readonly trend: number;
  /** Minutes at the change, had it gone on as before: exp(b0). */
  readonly start: number;
  readonly before: number;
  readonly after: number;
  readonly lag: number;
  /** How alike the errors of two neighbouring steps are, from 0 to 0.95. */
  readonly autocorrelation: number;
  /** In log minutes, of the jump: as the interval has it, and as Newey and West have it without mending. */
  readonly error: Pick<Coefficient, 'error' | 'plainError' | 'freedom'>;
  readonly findings: readonly Finding[];
}

/** Steps on either side below which nothing is fitted: two of them go for a line. */
const FEWEST_STEPS = 8;

/**
 * The interrupted time series y = b0 + b1 t + b2 D + b3 (t - T) D + e on log minutes (Wagner et al. 2002), with D = 1
 * from the change on, where t is 0. Intervals are those of `coefficient`. A finding where one side has fewer than eight
 * steps. Throws where a step is not positive: a logarithm has no place for it.
 */
export function interruption(
  series: readonly Step[],
  {declared, level = LEVEL}: {declared: boolean; level?: number},
): Interruption | Finding {
  const values = series.map(({minutes}) => logOf(minutes));
  const times = series.map(({time}) => time);
  const before = times.filter(time => time < 0).length;
  const after = times.length - before;
  if (Math.min(before, after) < FEWEST_STEPS) return tooFew(before, after);
  const rows = times.map(time => (time < 0 ? [1, time, 0, 0] : [1, time, 1, time]));
  const fitted = fit(times, rows, values);
  if (fitted === null) return tooFew(before, after);
  const rho = autocorrelation(fitted);
  const jump = coefficient(fitted, 2, rho, level);
  const drift = coefficient(fitted, 3, rho, level);
  const n = times.length;
  const method = `interrupted time series of log minutes, Newey-West with lag ${lagOf(n)}, mended for ${n} steps`;
  const change = shareOfLog(jump, level, method, n);
  const {error, plainError, freedom} = jump;
  const message = 'whatever else changed at that time is in the figure: there is no control';
  return {
    change,
    drift: shareOfLog(drift, level, method, n),
    trend: Math.expm1(fitted.coefficients[1] as number),
    start: Math.exp(fitted.coefficients[0] as number),
    before,
    after,
    lag: lagOf(n),
    autocorrelation: rho,
    error: {error, plainError, freedom},
    findings: [
      ...caveats(change, rho),
      ...(declared ? [] : [dateFromData()]),
      finding('no-control', 'note', message),
      regressionToMean(values.slice(0, before)),
    ],
  };
}

export function logOf(minutes: number): number {
  if (!(minutes > 0)) throw new RangeError(`no logarithm of ${minutes} minutes`);
  return Math.log(minutes);
}

export function tooFew(before: number, after: number, fewest = FEWEST_STEPS): Finding {
  const message = say`${count(before)} steps before the change and ${count(after)} after, expected ${count(fewest)} or more on either side`;
  const hint = 'take a longer period, or shorter steps';
  return finding('few-values', 'warning', message, {hint});
}

type Caveat = Finding<'no-change-shown' | 'persistent'>;

/** What an interval and its errors leave open. */
export function caveats({low, high}: Estimate, rho: number): readonly Caveat[] {
  const found: Caveat[] = [];
  if (low <= 0 && high >= 0) {
    const message = say`from ${percent(low)} to ${percent(high)}: the series does not show that anything changed`;
    found.push(finding('no-change-shown', 'warning', message));
  }
  if (rho >= MOST_PERSISTENT) {
    const message =
      'the errors hang together so much that the series may wander by itself: the interval may be too narrow';
    found.push(finding('persistent', 'warning', message));
  }
  return found;
}

export function dateFromData(): Finding<'date-from-data'> {
  const message =
    'the date of the change was found in the series itself: the largest of many possible jumps is large by selection, and no interval allows for that';
  const hint = 'name the change by what was done on that day, and by a paper that says so';
  return finding('date-from-data', 'warning', message, {hint});
}

/** Whether the change came after a bad stretch: the last quarter of the steps before it against the ones before those. */
function regressionToMean(before: readonly number[]): Finding {
  const last = Math.ceil(before.length / 4);
  const [early, late] = [before.slice(0, -last), before.slice(-last)];
  const mean = (of: readonly number[]) => of.reduce((sum, one) => sum + one, 0) / of.length;
  const usual = mean(early);
  const spread = Math.sqrt(
    early.reduce((sum, one) => sum + (one - usual) ** 2, 0) / Math.max(1, early.length - 1),
  );
  const above = mean(late) - usual;
  return above > spread && above > 0
    ? finding(
        'regression-to-mean',
        'warning',
        say`the last ${count(last)} steps before the change lay ${percent(Math.expm1(above))} above those before them: part of what followed would have come by itself`,
      )
    : finding(
        'regression-to-mean',
        'note',
        say`the last ${count(last)} steps before the change were no worse than usual; a single bad stretch that prompted it would still flatter the figure`,
      );
}
