import {
  all,
  type Contract,
  discretion,
  EXITS,
  forfeit,
  none,
  pay,
  repay,
  schedule,
  when,
} from '../contract/contract.ts';
import type {Observable} from '../contract/observable.ts';
import {shareOf} from '../pay.ts';
import {inMonths} from '../length.ts';
import type {Term} from '../types.ts';
import {
  comesTo,
  type Frame,
  isOfBase,
  product,
  repeated,
  rhythmOf,
  sumOf,
  testOf,
  withinYears,
} from './frame.ts';
import {monthOf} from './months.ts';
import {type Vest, vests} from './vesting.ts';

/** Pay by the year or a shorter period: base, bonus, on-call pay. Lost by leaving before it is paid. */
export function periodic(term: Term, frame: Frame): Contract {
  const rhythm = rhythmOf(term, frame.list);
  const sum = sumOf(term, frame);
  const most = mostOf(term, sum, frame);
  if (rhythm === null || (sum === null && most === null)) return none;
  const test = testOf(term, frame.list);
  const tested = (one: Contract) => (test === null ? one : when(test, one));
  const {from, to} = withinYears(term.more?.years ?? null, frame.years);
  const promised = (isGuaranteed: boolean) => (after: number) =>
    tested(between(term, sum, most, isGuaranteed, frame, one => pay(rhythm.of(one), after)));
  const last = Math.min(to, term.more?.guaranteedYears?.to ?? to);
  const first = Math.max(from, term.more?.guaranteedYears?.from ?? from);
  const parts = [
    ...over(term, {from, to: first - 1}, rhythm.every, promised(false), frame),
    ...over(term, {from: first, to: last}, rhythm.every, promised(true), frame),
    ...over(term, {from: Math.max(last + 1, first), to}, rhythm.every, promised(false), frame),
  ];
  return forfeit(EXITS, all(...parts));
}

/** A term in some of its years only. */
function over(
  term: Term,
  years: {readonly from: number; readonly to: number},
  every: number,
  of: (after: number) => Contract,
  frame: Frame,
): readonly Contract[] {
  if (years.to < years.from) return [];
  const more = term.more === undefined ? undefined : {...term.more, years};
  // Without anything more there is but one stretch, of all years.
  return repeated(more === undefined ? term : {...term, more}, every, of, frame);
}

/** The most that a term can come to, by its period; null where it does not say. */
function mostOf({more}: Term, sum: Observable | null, {list}: Frame): Observable | null {
  if (more?.numbers.upTo !== undefined) return list.stated(more.numbers.upTo);
  return more?.upToTimes == null || sum === null ? null : product(sum, list.stated(more.upToTimes));
}

/** Components that are owed unless the letter says otherwise. */
const OWED: ReadonlySet<Term['component']> = new Set(['base', 'signOn', 'buyOut', 'relocation', 'retention']);

/** What the employer may pay: something between what is guaranteed and the most, its target on the way. */
function between(
  {component, guaranteed, more}: Term,
  sum: Observable | null,
  most: Observable | null,
  isGuaranteed: boolean,
  {list}: Frame,
  of: (sum: Observable) => Contract,
): Contract {
  // What hangs on a test is owed where it passes.
  const isOwing = OWED.has(component) || (more?.when.length ?? 0) > 0;
  const isOwed = guaranteed === true ? isGuaranteed : guaranteed === null && isOwing;
  const floor = isGuaranteed ? more?.numbers.guaranteed : undefined;
  if (sum === null) return most === null ? none : discretion(none, of(most), 0);
  const least = isOwed ? of(sum) : floor === undefined ? none : of(list.stated(floor));
  const meant = isOwed ? least : discretion(least, of(sum));
  if (most === null) return meant;
  // Of a range the low end is meant, and the high one is only claimed.
  if (more?.upToTimes == null || isOwed) return discretion(meant, of(most), 0);
  const [low, high] = [numberIn(floor), (more.upToTimes.quantity as {readonly value: number}).value];
  return low === 0 && high >= 1 ? discretion(least, of(most), 1 / high) : discretion(meant, of(most), 0);
}

function numberIn(figure: {readonly quantity: unknown} | undefined): number {
  return figure === undefined ? 0 : (figure.quantity as {readonly value: number}).value;
}

/** What is paid once: on the first day, on a named one, or in parts as it vests. Given back on leaving where the letter says so. */
export function lump(term: Term, frame: Frame): Contract {
  const sum = sumOf(term, frame);
  if (sum === null) return none;
  const {more} = term;
  const {list, origin} = frame;
  const month = more?.paid == null ? 0 : monthOf(more.paid, origin);
  const parts =
    more?.vesting == null ? [{after: month, by: 1}] : vests(more.vesting, list, origin).filter(isOfWhole);
  const paid = all(...parts.map(({after, by}) => once(after, pay(by === 1 ? sum : product(sum, by)))));
  const test = testOf(term, list);
  const tested = test === null ? paid : when(test, paid);
  // What is paid against receipts covers costs, and a part that may be refused is no more than claimed.
  const [isClaimed, isFree] = [more?.receipts === true, term.guaranteed === false];
  const owed = isClaimed ? discretion(none, tested, 0) : isFree ? discretion(none, tested) : tested;
  const kept = forfeit(more?.lostOn ?? EXITS, owed);
  if (more?.repay == null) return kept;
  const {full, until, on} = more.repay;
  const taper = {full: Math.ceil(inMonths(full)), until: Math.ceil(inMonths(until ?? full))};
  return repay(on ?? ['quit', 'cause'], taper, kept);
}

function isOfWhole({of}: Vest): boolean {
  return of === 'whole';
}

function once(month: number, of: Contract): Contract {
  return month === 0 ? of : schedule({every: month, times: 1}, of);
}

/** A sum for something that is to be reached: the employer, or whoever accepts it, says whether it was. */
export function milestone(term: Term, frame: Frame): Contract {
  const sum = sumOf(term, frame);
  if (sum === null) return none;
  const day = term.more?.by ?? term.more?.paid ?? null;
  const month = day === null ? 12 : Math.max(1, monthOf(day, frame.origin));
  const test = testOf(term, frame.list);
  const reached = test === null ? discretion(none, pay(sum)) : when(test, pay(sum));
  return forfeit(EXITS, schedule({every: month, times: 1}, reached));
}

/** A share of a profit, never of a loss; what is stated without a share is what the employer may pay. */
export function participation(term: Term, frame: Frame): Contract {
  const share = shareOf(term);
  if (share === null || isOfBase(term)) return periodic(term, frame);
  const {list} = frame;
  const {more, per} = term;
  const every = per === 'quarter' ? 3 : per === 'month' ? 1 : 12;
  const test = testOf(term, list);
  const rising = more?.escalator ?? null;
  const grown: Observable =
    rising === null || test === null
      ? list.stated(share)
      : {
          is: 'sum',
          of: [
            list.stated(share),
            product(list.stated(rising.points), {
              is: 'count',
              every: rising.every === 'quarter' ? 3 : 12,
              test,
            }),
          ],
        };
  const profit: Observable = {
    is: 'max',
    of: [
      0,
      {
        is: 'pnl',
        scope: more?.scope ?? 'pod',
        netting: more?.netting ?? null,
        costs: more?.costs ?? null,
        carry: more?.carry ?? null,
      },
    ],
  };
  const owed = (after: number) => {
    const paid = pay(product(grown, profit), after);
    const tested = test === null || rising !== null ? paid : when(test, paid);
    return term.guaranteed === false ? discretion(none, tested) : tested;
  };
  return forfeit(EXITS, all(...repeated(term, every, owed, frame)));
}

/** What is claimed and counted nowhere: a match for what I pay in myself, a stated value of a benefit, carry. */
export function claimed(term: Term, frame: Frame): Contract {
  const rhythm = term.per === 'once' ? null : rhythmOf(term, frame.list);
  const most = term.more?.numbers.upTo;
  const sum = sumOf(term, frame) ?? (most === undefined ? null : frame.list.stated(most));
  if (sum === null) return none;
  if (rhythm === null) return term.per === 'once' ? discretion(none, pay(sum), 0) : none;
  const paid = (after: number) => discretion(none, pay(rhythm.of(sum), after), 0);
  return forfeit(EXITS, all(...repeated(term, rhythm.every, paid, frame)));
}

/** The PnL that a participation is of, for the table and the simulation. */
export function pnlOf(term: Term) {
  return term.component === 'pnl' && !isOfBase(term)
    ? {scope: term.more?.scope ?? ('pod' as const), figure: comesTo(term)}
    : null;
}
