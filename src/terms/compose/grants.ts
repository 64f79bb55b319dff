import {all, type Contract, discretion, EXITS, forfeit, none, pay, schedule} from '../contract/contract.ts';
import type {Observable} from '../contract/observable.ts';
import type {Term} from '../types.ts';
import {type Frame, product, repeated, rhythmOf, sumOf} from './frame.ts';
import {type Vest, vests} from './vesting.ts';

/** What the price of a share has become since the grant. */
const GROWTH: Observable = {is: 'price', of: 'share'};

/** Shares or units that become mine over time, worth what a share is worth then. */
export function equity(term: Term, frame: Frame): Contract {
  const {more, per} = term;
  const value = grantValue(term, frame);
  const vesting = more?.vesting ?? null;
  if (vesting === null) {
    if (value === null) return none;
    const rhythm = per === 'once' ? null : rhythmOf(term, frame.list);
    // A grant that does not say when it vests pays nothing that can be dated: asked back.
    if (rhythm === null) return discretion(none, pay(value), 0);
    const owed = (after: number) => {
      const paid = pay(product(rhythm.of(value), GROWTH), after);
      return term.guaranteed === false ? discretion(none, paid) : paid;
    };
    return forfeit(lostOn(term), all(...repeated(term, rhythm.every, owed, frame)));
  }
  const isYearly = per !== 'once' && term.amount !== null;
  const parts = vests(vesting, frame.list, isYearly ? null : frame.origin).map(vest => {
    const sum = vestValue(vest, value, more?.numbers.price, frame);
    return sum === null ? none : schedule({every: vest.after, times: 1}, pay(product(sum, GROWTH)));
  });
  const rhythm = isYearly ? rhythmOf(term, frame.list) : null;
  const grants = rhythm === null ? parts : repeated(term, rhythm.every, () => all(...parts), frame);
  return forfeit(lostOn(term), all(...grants));
}

/** Options: what is over the strike at the price that investors paid is claimed; nobody can sell it. */
export function options(term: Term, frame: Frame): Contract {
  const {more} = term;
  const numbers = more?.numbers ?? {};
  const {list} = frame;
  const over: Observable | null =
    numbers.preferred === undefined || numbers.strike === undefined
      ? null
      : {is: 'sum', of: [list.stated(numbers.preferred), product(-1, list.stated(numbers.strike))]};
  const value =
    numbers.units !== undefined && over !== null
      ? product(list.stated(numbers.units), over)
      : sumOf(term, frame);
  if (value === null) return none;
  const vesting = more?.vesting ?? null;
  if (vesting === null) {
    const rhythm = term.per === 'once' ? null : rhythmOf(term, list);
    if (rhythm === null) return discretion(none, pay(value), 0);
    const owed = (after: number) => discretion(none, pay(rhythm.of(value), after), 0);
    return forfeit(lostOn(term), all(...repeated(term, rhythm.every, owed, frame)));
  }
  const parts = vests(vesting, list, frame.origin).map(vest => {
    const sum = vest.of === 'whole' ? product(value, vest.by) : over === null ? null : product(vest.by, over);
    return sum === null ? none : schedule({every: vest.after, times: 1}, discretion(none, pay(sum), 0));
  });
  return forfeit(lostOn(term), all(...parts));
}

/** The whole of a grant: its sum, or its units at their price. */
function grantValue(term: Term, frame: Frame): Observable | null {
  const {units, price} = term.more?.numbers ?? {};
  if (units !== undefined && price !== undefined)
    return product(frame.list.stated(units), frame.list.stated(price));
  return sumOf(term, frame);
}

function vestValue(
  {of, by}: Vest,
  value: Observable | null,
  price: Parameters<Frame['list']['stated']>[0] | undefined,
  {list}: Frame,
): Observable | null {
  if (of === 'units') return price === undefined ? null : product(by, list.stated(price));
  return value === null ? null : product(value, by);
}

export function lostOn({more}: Term) {
  return more?.lostOn ?? EXITS;
}
