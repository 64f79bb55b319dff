import {type Fraction, numberOf, type Observable, type Predicate} from './observable.ts';

/** How an employment ends: by my notice, without cause, for cause, or because the pod is closed. */
export const EXITS = ['quit', 'dismissed', 'cause', 'podClosed'] as const;
export type Exit = (typeof EXITS)[number];

/** A part of what is deferred, and the months after which it is paid. */
export interface Tranche {
  readonly after: number;
  readonly part: Fraction;
}

/** What of a payment is to be given back by the months since it was made: all up to `full`, then less each month up to `until`. */
export interface Taper {
  readonly full: number;
  readonly until: number;
}

/**
 * A promise of pay: a tree of few kinds, after Peyton Jones, Eber and Seward, "Composing contracts" (ICFP 2000). Plain data.
 * Time is counted in months from the first day of the employment; a tree has one currency.
 */
export type Contract =
  | {readonly is: 'none'}
  /** So much, `after` months from the end of the period that the contract is in. */
  | {readonly is: 'pay'; readonly amount: Observable; readonly after: number}
  | {readonly is: 'all'; readonly of: readonly Contract[]}
  | {readonly is: 'scale'; readonly by: Observable; readonly of: Contract}
  | {readonly is: 'if'; readonly test: Predicate; readonly yes: Contract; readonly no: Contract}
  /** Once for each of so many periods of `every` months, `from` months on. */
  | {
      readonly is: 'schedule';
      readonly from: number;
      readonly every: number;
      readonly times: number;
      readonly of: Contract;
    }
  /** A share of each payment, or of what of it lies above a sum, is paid later, in cash or by what units of the fund are worth then. */
  | {
      readonly is: 'defer';
      readonly share: Fraction;
      readonly above: Fraction | null;
      readonly vesting: readonly Tranche[];
      readonly into: 'cash' | 'fund';
      readonly of: Contract;
    }
  /** Payments due on or after the day of such an exit are lost. */
  | {readonly is: 'forfeit'; readonly on: readonly Exit[]; readonly of: Contract}
  /** Payments are given back on such an exit. */
  | {readonly is: 'repay'; readonly on: readonly Exit[]; readonly taper: Taper; readonly of: Contract}
  /** I take what pays most. */
  | {readonly is: 'choose'; readonly by: 'me'; readonly of: readonly Contract[]}
  /** Discretion: the employer pays something between the least and the most; `target` is the share of the way that is meant. */
  | {
      readonly is: 'choose';
      readonly by: 'employer';
      readonly least: Contract;
      readonly most: Contract;
      readonly target: number;
    };

export const none: Contract = {is: 'none'};

export function pay(amount: Observable, after = 0): Contract {
  return {is: 'pay', amount, after: wholeMonths(after)};
}

export function all(...of: readonly Contract[]): Contract {
  return {is: 'all', of};
}

export function scale(by: Observable, of: Contract): Contract {
  return {is: 'scale', by, of};
}

export function when(test: Predicate, yes: Contract, no: Contract = none): Contract {
  return {is: 'if', test, yes, no};
}

export function schedule(
  {from = 0, every, times}: {readonly from?: number; readonly every: number; readonly times: number},
  of: Contract,
): Contract {
  if (wholeMonths(every) === 0) throw new RangeError('a period of no months');
  return {is: 'schedule', from: wholeMonths(from), every, times: wholeMonths(times), of};
}

/** How far parts may be from the whole: thirds are stated as 33.3%. */
const ROUNDED = 0.005;

/** Throws where the parts of the vesting do not add up to the whole. */
export function defer(
  share: Fraction,
  vesting: readonly Tranche[],
  of: Contract,
  into: 'cash' | 'fund' = 'cash',
  above: Fraction | null = null,
): Contract {
  const value = numberOf(share);
  if (!(value >= 0 && value <= 1)) throw new RangeError(`a deferred share of ${value}`);
  const whole = vesting.reduce((sum, {part}) => sum + numberOf(part), 0);
  if (Math.abs(whole - 1) > ROUNDED) throw new RangeError(`vesting adds up to ${whole}, expected 1`);
  for (const {after} of vesting) wholeMonths(after);
  return {is: 'defer', share, above, vesting, into, of};
}

export function forfeit(on: readonly Exit[], of: Contract): Contract {
  return {is: 'forfeit', on, of};
}

export function repay(on: readonly Exit[], taper: Taper, of: Contract): Contract {
  if (!(taper.full >= 0 && taper.until >= taper.full))
    throw new RangeError('a taper that ends before it begins');
  return {is: 'repay', on, taper, of};
}

export function bestOf(...of: readonly Contract[]): Contract {
  return {is: 'choose', by: 'me', of};
}

export function discretion(least: Contract, most: Contract, target = 1): Contract {
  if (!(target >= 0 && target <= 1)) throw new RangeError(`a target of ${target}`);
  return {is: 'choose', by: 'employer', least, most, target};
}

/** As many equal parts, one every so many months. */
export function equalParts(times: number, every: number): readonly Tranche[] {
  return Array.from({length: times}, (_, at) => ({after: (at + 1) * every, part: 1 / times}));
}

function wholeMonths(count: number): number {
  if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`${count} is no number of months`);
  return count;
}
