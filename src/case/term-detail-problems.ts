import type {Currency} from '../base/index.ts';
import {type Path, showValue, soundParts, valueAt, type Yaml} from '../files/index.ts';
import {inMonths, readLength} from '../terms/index.ts';
import {readAmount, readRange} from './amount.ts';
import {atKey, atValue, type Problems} from './problem.ts';
import {rotaParts, timesOf} from './term-reading.ts';
import {idleKeys, takersOf, TERM, type TermFile} from './term-schema.ts';
import {readBound} from './term-test.ts';

/** More than any sum of pay, and than any count of shares: a slip of the hand. */
const MOST = 1e15;

/** What is wrong with what a term says beyond its amount: keys that its component has no use for, sums, lengths, vesting, tests. */
export function* detailProblems(yaml: Yaml, path: Path, home: Currency | null): Problems {
  const term = soundParts(TERM, valueAt(yaml.value, path));
  if (term.component !== undefined) yield* idle(term, term.component, path);
  yield* sums(term, path, term.currency ?? home);
  yield* lengths(term, path);
  yield* vesting(term, path);
  yield* tests(term, path, term.currency ?? home);
  if (Array.isArray(term.years)) yield* order(term.years, [...path, 'years']);
  if (Array.isArray(term.guaranteedYears)) yield* order(term.guaranteedYears, [...path, 'guaranteedYears']);
  if (term.rota != null && rotaParts(term.rota) === null)
    yield atValue(
      [...path, 'rota'],
      'wrong-type',
      `rota is ${showValue(term.rota)}`,
      'write it as 1 in 5 weeks',
    );
}

type Sound = Partial<TermFile>;

function* idle(term: Sound, component: TermFile['component'], path: Path): Problems {
  for (const key of idleKeys(term, component)) {
    const takers = takersOf(key);
    const hint =
      takers.length === 0 ? 'leave it out' : `leave it out, or make it ${takers.slice(0, 6).join(', ')}`;
    yield atKey([...path, key], 'unknown-key', `${component} has no use for ${key}`, hint);
  }
}

const SUMS = ['upTo', 'above', 'price', 'strike', 'fairValue', 'preferred', 'valuation'] as const;
const COUNTS = ['units', 'fullyDiluted', 'times', 'days'] as const;

function* sums(term: Sound, path: Path, home: Currency | null): Problems {
  const typed = [
    ...SUMS.map(key => [[...path, key], term[key]] as const),
    [[...path, 'guaranteed'], term.guaranteed] as const,
    [[...path, 'share', 'comesTo'], term.share?.comesTo] as const,
    ...COUNTS.map(key => [[...path, key], term[key]] as const),
  ];
  for (const [at, value] of typed) {
    if (typeof value === 'number' && value > MOST)
      yield atValue(
        at,
        'out-of-range',
        `${String(at.at(-1))} is ${showValue(value)}`,
        'write the figure of the letter',
      );
    if (typeof value !== 'string' || (at.at(-1) === 'upTo' && timesOf(value) !== null)) continue;
    const read = readAmount(value, {home});
    if ('rule' in read) yield atValue(at, read.rule, read.message, read.hint);
    else if (read.currency !== null && home !== null && read.currency !== home) {
      const message = `${String(at.at(-1))} ${showValue(value)} is in ${read.currency}, but the amounts here are in ${home}`;
      yield atValue(at, 'ambiguous-amount', message, 'write it in the currency of the term');
    }
  }
  const [amount, guaranteed, most] = [term.amount, term.guaranteed, term.upTo].map(one =>
    numberOf(one, home),
  );
  if (isMore(guaranteed, amount))
    yield atValue(
      [...path, 'guaranteed'],
      'out-of-range',
      `more is guaranteed than the amount of ${showValue(term.amount)}`,
      'correct one of the two',
    );
  if (isMore(amount, most))
    yield atValue(
      [...path, 'upTo'],
      'out-of-range',
      `at most ${showValue(term.upTo)} is less than the amount of ${showValue(term.amount)}`,
      'the amount is what is meant, upTo the most that it can come to',
    );
}

function isMore(one: number | null | undefined, other: number | null | undefined): boolean {
  return one != null && other != null && one > other;
}

/** The number of a sum as it is typed; null of none, and of what cannot be read. */
function numberOf(typed: unknown, home: Currency | null): number | null {
  if (typeof typed === 'number') return typed;
  if (typeof typed !== 'string' || timesOf(typed) !== null) return null;
  const read = readRange(typed, {home});
  return 'rule' in read ? null : read.amount;
}

const LENGTHS = ['length', 'window'] as const;

function* lengths(term: Sound, path: Path): Problems {
  const rule = term.vesting == null || Array.isArray(term.vesting) ? null : term.vesting;
  const typed = [
    ...LENGTHS.map(key => [[...path, key], term[key]] as const),
    [[...path, 'repay', 'full'], term.repay?.full] as const,
    [[...path, 'repay', 'until'], term.repay?.until] as const,
    [[...path, 'vesting', 'over'], rule?.over] as const,
    [[...path, 'vesting', 'cliff'], rule?.cliff] as const,
  ];
  for (const [at, value] of typed)
    if (value != null && readLength(value) === null)
      yield atValue(
        at,
        'wrong-type',
        `${String(at.at(-1))} is ${showValue(value)}, expected a length of time`,
        'write 60 days, 9 months or 1 year',
      );
  const [full, until] = [term.repay?.full, term.repay?.until].map(one =>
    one == null ? null : readLength(one),
  );
  if (full && until && inMonths(until) < inMonths(full))
    yield atValue(
      [...path, 'repay', 'until'],
      'out-of-range',
      'the repayment ends before it begins to fall',
      'until is after full: 12 months, then 24 months',
    );
}

function* vesting({vesting: typed, units}: Sound, path: Path): Problems {
  if (typed == null) return;
  const at = [...path, 'vesting'];
  if (Array.isArray(typed)) {
    const [first] = typed;
    if (typeof first === 'number') return yield* whole(typed as readonly number[], at);
    const days = typed as readonly {on: string; units: number | null; percent: number | null}[];
    for (const [place, {on, units: count, percent}] of days.entries()) {
      if ((count === null) === (percent === null))
        yield atKey(
          [...at, place],
          'missing-key',
          'what vests on this day is not said once',
          'add units, or percent, and not both',
        );
      if (place > 0 && on < (days[place - 1]?.on ?? on))
        yield atValue(
          [...at, place, 'on'],
          'date-order',
          `${on} stands after a later day`,
          'write the days in their order',
        );
    }
    const parts = days.flatMap(({percent}) => percent ?? []);
    if (parts.length === days.length) yield* whole(parts, at);
    const sum = days.reduce((total, {units: count}) => total + (count ?? 0), 0);
    if (units != null && sum > units)
      yield atValue(
        at,
        'out-of-range',
        `more units vest, ${sum}, than the ${units} that there are`,
        'correct one of them',
      );
    return;
  }
  const {over, parts, every, cliff} = typed;
  if (over == null && parts == null)
    yield atValue(at, 'missing-key', 'nothing says over which time it vests', 'add over: 4 years');
  if (parts != null) yield* whole(parts, [...at, 'parts']);
  const [span, wait] = [over, cliff].map(one => (one == null ? null : readLength(one)));
  if (span && parts != null && inMonths(span) !== 12 * parts.length)
    yield atValue(
      [...at, 'over'],
      'out-of-range',
      `over ${over} there are not ${parts.length} years`,
      'name a part for each year',
    );
  if (span && wait && inMonths(wait) > inMonths(span))
    yield atValue(
      [...at, 'cliff'],
      'out-of-range',
      'the cliff is after the end of the vesting',
      'correct one of the two',
    );
  const step = {month: 1, quarter: 3, year: 12}[every ?? 'year'];
  if (span && Math.round(inMonths(span)) % step !== 0)
    yield atValue(
      [...at, 'over'],
      'out-of-range',
      `${over} is no whole number of times every ${every ?? 'year'}`,
      'correct one of the two',
    );
}

/** Parts in percent make a whole, but for what is lost by writing thirds as 33.3. */
function* whole(parts: readonly number[], at: Path): Problems {
  const sum = parts.reduce((total, part) => total + part, 0);
  if (Math.abs(sum - 100) > 0.05 * parts.length)
    yield atValue(
      at,
      'out-of-range',
      `the parts add up to ${Number(sum.toFixed(6))}%, expected 100%`,
      'correct one of them',
    );
}

function* tests({when}: Sound, path: Path, home: Currency | null): Problems {
  for (const [place, {what, atLeast, atMost}] of (when ?? []).entries()) {
    const at = [...path, 'when', place];
    if (atLeast === null && atMost === null)
      yield atKey(at, 'missing-key', `nothing says which ${what} passes`, 'add atLeast or atMost');
    for (const [key, bound] of Object.entries({atLeast, atMost})) {
      const read = bound === null ? null : readBound(what, bound, home);
      if (read !== null && 'rule' in read)
        yield atValue(
          [...at, key],
          read.rule,
          `${key} is ${showValue(bound)}, expected a bound of ${what}`,
          read.hint,
        );
    }
  }
}

function* order([from = 1, to = from]: readonly number[], at: Path): Problems {
  if (to < from)
    yield atValue(
      at,
      'out-of-range',
      `year ${to} is before year ${from}`,
      'write the first and the last year',
    );
}
