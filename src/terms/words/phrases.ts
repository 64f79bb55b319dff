import {day, join, type Known, listed, named, type Prose, quote, say} from '../../figure/index.ts';
import type {Exit} from '../contract/contract.ts';
import {lengthText} from '../length.ts';
import {amountOf, shareOf} from '../pay.ts';
import type {Term, TermMore, TermTest, Years} from '../types.ts';

/** The sum of a term as it is stated: `$195,000 a year`, `$200,000 to $220,000 a year`, `15% of “base”`; null where it names none. */
export function sumWords(term: Term): Prose | null {
  const {more, per} = term;
  const [amount, share] = [amountOf(term), shareOf(term)];
  const high = more?.numbers.upTo;
  const isRange = amount !== null && high !== undefined && more?.upToTimes == null && isAt(high, term);
  const sums = [
    amount === null
      ? null
      : isRange
        ? say`${amount} to ${high}${perWords(per)}`
        : say`${amount}${perWords(per)}`,
    share === null ? null : say`${share} of ${ofWords(term)}`,
    amount === null && high !== undefined ? say`up to ${high}${perWords(per)}` : null,
    amount !== null && high !== undefined && !isRange ? say`at most ${high}` : null,
    more?.upToTimes == null ? null : say`at most ${more.upToTimes} times that`,
  ].filter(one => one !== null);
  const [first, ...rest] = sums;
  if (first === undefined) return null;
  return amount !== null && share !== null ? say`${first}, ${join(rest, ', ')}` : join(sums, ', ');
}

/** Whether a figure stands where the amount does: the high end of a range. */
function isAt(figure: Known, {places}: Term): boolean {
  return figure.figure === 'read' && figure.span.from === places.amount?.from;
}

function perWords(per: Term['per']): string {
  return per === 'once' ? '' : per === 'hour' ? ' an hour' : ` a ${per}`;
}

function ofWords({share, disclosure}: Term): Prose {
  return say`${quote(share?.of ?? '', {disclosure})}`;
}

/** What else a term says, each as a phrase that can follow its sum. */
export function tailWords(term: Term): readonly Prose[] {
  const {more, condition, written, disclosure} = term;
  const own = (text: string) => quote(text, {disclosure});
  return [
    ...(more === undefined ? [] : moreWords(more, own)),
    condition === null ? null : say`in their words “${own(condition)}”`,
    written === false ? say`by word of mouth only` : null,
  ].filter(one => one !== null);
}

function moreWords(
  more: TermMore,
  own: (text: string) => ReturnType<typeof quote>,
): readonly (Prose | null)[] {
  const {numbers, repay, lostOn} = more;
  const {guaranteed, times, comesTo, above, own: paidIn, days} = numbers;
  return [
    guaranteed === undefined
      ? more.guaranteedYears === null
        ? null
        : say`guaranteed ${yearsWords(more.guaranteedYears)}`
      : say`${guaranteed} of it guaranteed${more.guaranteedYears === null ? null : say` ${yearsWords(more.guaranteedYears)}`}`,
    more.years === null ? null : say`${yearsWords(more.years)} only`,
    more.rota === null ? null : say`${own(more.rota)}`,
    times === undefined || more.rota !== null ? null : say`${times}`,
    more.scope === null ? null : say`of the ${SCOPES[more.scope]}`,
    more.netting === null ? null : say`${NETTINGS[more.netting]}`,
    more.costs === null ? null : say`${COSTS[more.costs]}`,
    more.carry === null ? null : say`${CARRIES[more.carry]}`,
    comesTo === undefined ? null : say`on a base named as ${comesTo} a year`,
    more.escalator === null
      ? null
      : say`rising by ${more.escalator.points} with each ${named(more.escalator.every)} that passes`,
    ...more.when.map(testWords),
    more.metric === null ? null : say`for “${own(more.metric)}”`,
    more.measuredBy === null ? null : say`measured by ${own(more.measuredBy)}`,
    more.by === null ? null : say`by ${day(more.by)}`,
    more.startBy === null ? null : say`if you start by ${day(more.startBy)}`,
    more.paid === null ? null : say`first paid on ${day(more.paid)}`,
    more.needs === null ? null : say`${NEEDS[more.needs]}`,
    above === undefined ? null : say`of all above ${above}`,
    vestingWords(more),
    more.into === null ? null : say`${more.into === 'cash' ? 'kept in cash' : 'kept in units of the fund'}`,
    lostOn === null ? null : say`lost ${exitWords(lostOn)}`,
    repay === null
      ? null
      : say`given back${repay.gross === null ? '' : repay.gross ? ' gross of tax' : ' net of tax'} in full if you leave within ${lengthText(repay.full)}${repay.until === null ? null : say`, less each month until ${lengthText(repay.until)}`}${repay.on === null ? null : say`, ${exitWords(repay.on)}`}`,
    more.length === null ? null : say`${lengthText(more.length)}`,
    paidIn === undefined ? null : say`for ${paidIn} of base that you pay in`,
    more.receipts === true ? say`against receipts` : null,
    more.receipts === false ? say`without receipts` : null,
    days === undefined ? null : say`${days}`,
  ];
}

const SCOPES = {
  book: 'PnL of your book',
  pod: 'PnL of the pods you serve',
  strategy: 'PnL of the strategy',
  firm: 'PnL of the firm',
  protected: 'PnL that outages would have cost',
} as const;
const NETTINGS = {within: 'each pod by itself', across: 'after other pods’ losses'} as const;
const COSTS = {
  none: 'before costs',
  trading: 'after trading costs',
  desk: 'after trading costs and costs of the desk',
  all: 'after all costs',
} as const;
const CARRIES = {
  none: 'each year by itself',
  forward: 'after earlier losses are earned back',
  highWater: 'above the high-water mark',
} as const;
const NEEDS = {
  employed: 'paid if you are employed on that day',
  notUnderNotice: 'paid if you are employed and no notice is given by then',
} as const;
const EXIT_WORDS: Readonly<Record<Exit, string>> = {
  quit: 'on resignation',
  dismissed: 'on dismissal without cause',
  cause: 'on dismissal for cause',
  podClosed: 'when the pod is closed',
};

function exitWords(exits: readonly Exit[]): Prose {
  return listed(exits.map(exit => say`${EXIT_WORDS[exit]}`));
}

/** `in year 1`, `in years 2 to 4`, `from year 2 on`. */
function yearsWords({from, to}: Years): Prose {
  if (to === null) return say`from year ${String(from)} on`;
  return from === to ? say`in year ${String(from)}` : say`in years ${String(from)} to ${String(to)}`;
}

/** `if uptime in market hours is at least 99.99%`. */
function testWords({what, atLeast, atMost}: TermTest): Prose {
  const bounds = [
    atLeast === null ? null : say`at least ${atLeast}`,
    atMost === null ? null : say`at most ${atMost}`,
  ].filter(one => one !== null);
  return say`if ${observedWords(what)} is ${listed(bounds)}`;
}

/** What a test is on, in words. */
export function observedWords(what: TermTest['what']): string {
  return OBSERVED[what];
}

const OBSERVED = {
  uptime: 'uptime in market hours',
  longestIncident: 'the longest incident in market hours',
  deploymentTime: 'the time of a deployment',
  cost: 'what the systems cost',
  tenure: 'your time there',
} as const;

function vestingWords({vesting, window, numbers}: TermMore): Prose | null {
  const {units, price, strike, fairValue, preferred, fullyDiluted, valuation} = numbers;
  const parts = [
    units === undefined ? null : say`${units}`,
    price === undefined ? null : say`at ${price}`,
    strike === undefined ? null : say`strike ${strike}`,
    fairValue === undefined ? null : say`fair value ${fairValue}`,
    preferred === undefined ? null : say`investors last paid ${preferred}`,
    fullyDiluted === undefined ? null : say`${fullyDiluted} fully diluted`,
    valuation === undefined ? null : say`valued at ${valuation}`,
    ...vestWords(vesting),
    window === null ? null : say`exercised within ${lengthText(window)} of leaving`,
  ].filter(one => one !== null);
  return parts.length === 0 ? null : join(parts, ', ');
}

function vestWords(vesting: TermMore['vesting']): readonly Prose[] {
  if (vesting === null) return [];
  if (vesting.by === 'days')
    return [
      say`vesting ${listed(vesting.days.map(({on, units, part}) => say`${units ?? part} on ${day(on)}`))}`,
    ];
  const {over, parts, every, cliff, from} = vesting;
  return [
    parts === null
      ? say`vesting over ${lengthText(over)}, a part each ${named(every)}`
      : say`vesting ${listed(parts.map(part => say`${part}`))} by the year, a part each ${named(every)}`,
    ...(cliff === null ? [] : [say`nothing before ${lengthText(cliff)}`]),
    ...(from === null ? [] : [say`counted from ${day(from)}`]),
  ];
}
