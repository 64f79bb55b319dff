import {type DatedRate, type Money, showMoney, showMoneyShort} from '../base/index.ts';
import type {Position} from '../guide/index.ts';
import {type Offer, once, type Term, termsOf, YEARLY, yearly, yearlyTotal} from '../terms/index.ts';
import {componentName} from './standing.ts';
import type {RuleResult} from './types.ts';

/** What a strategy's key speaks of: `base@London` is base in London, `pnlPercent` a share of PnL. */
export interface Key {
  readonly component: 'base' | 'bonus' | 'pnl' | 'equity' | 'signOn' | 'total' | null;
  readonly percent: boolean;
  /** A grant in all, against equity by the year. */
  readonly grant?: boolean;
  readonly place: string | null;
}

/** A position with what it takes to hold an offer against it. */
export interface Measure {
  readonly position: Position;
  readonly key: Key;
  /** "guaranteed bonus". */
  readonly name: string;
  /** Parts of the guide's total that the offer does not state in money, in words. */
  readonly missing: readonly string[];
  /** Turns the position's currency into the offer's, where they differ and a rate is known. */
  readonly rate: DatedRate | undefined;
}

export type Judged = Omit<RuleResult, 'offer'>;

/** Passing a walk-away rule means that it does not bite: the amount is at or over its figure, as for an accept rule. */
export function judge(offer: Offer, measure: Measure): Judged {
  const {position, key, name} = measure;
  if (key.component === null)
    return unknown('not a term that offers state', `What does the offer say of ${position.key}?`);
  const terms = key.component === 'total' ? offer.terms : termsOf(offer, key.component);
  if (terms.some(term => term.disclosure === 'confidential'))
    return {outcome: 'unknown', shown: 'confidential: compare it yourself', question: null};
  if (key.percent) return judgeShare(terms, position);
  const stated =
    key.grant === true ? once(offer, key.component as Term['component']) : sumOf(offer, key.component);
  if (stated === null && key.grant === true)
    return unknown(
      'no grant stated',
      'What is the grant worth in all, over how many years, and from when does it vest?',
    );
  if (stated === null) return unknown('not stated', `What is the ${name}, in writing?`);
  const needed = inCurrency(measure, stated);
  if (needed === null)
    return unknown(
      `${showMoneyShort(stated)}, another currency`,
      `What is the ${name} in ${position.currency}?`,
    );
  return key.component === 'total'
    ? judgeTotal(stated, needed, measure)
    : judgeSum(offer, key.component, stated, needed, measure);
}

function judgeTotal(stated: Money, needed: Money, {missing}: Measure): Judged {
  const gap = needed.amount - stated.amount;
  if (gap <= 0) return {outcome: 'pass', shown: showMoneyShort(stated), question: null};
  if (missing.length === 0) return {outcome: 'fail', shown: short(stated, gap), question: null};
  const question = `What is the ${missing.join(', and the ')} worth in a year, in writing?`;
  return unknown(`${showMoneyShort(stated)} without ${missing.join(', ')}`, question);
}

function judgeSum(
  offer: Offer,
  component: Term['component'],
  stated: Money,
  needed: Money,
  {position, name}: Measure,
): Judged {
  const shown = showMoneyShort(stated);
  const gap = needed.amount - stated.amount;
  if (gap > 0) return {outcome: 'fail', shown: short(stated, gap), question: null};
  if (position.guaranteed) {
    const reached = (among: (term: Term) => boolean) => firstYear(offer, component, among) >= needed.amount;
    const firm = reached(term => term.guaranteed === true);
    if (!firm && !reached(term => term.guaranteed !== false))
      return {outcome: 'fail', shown: `${shown}, not all of it guaranteed`, question: null};
    if (firm && termsOf(offer, component).some(dependsOn))
      return unknown(
        `${shown}, guaranteed on a condition`,
        `On what does the guaranteed ${componentName(component)} depend, and who decides that it is met?`,
      );
    if (!firm) {
      const question = `Is the ${componentName(component)} guaranteed, for how long, and is it paid if I am let go without cause?`;
      return unknown(`${shown}, guarantee unknown`, question);
    }
  }
  return position.written
    ? judgeWriting(termsOf(offer, component), shown, name)
    : {outcome: 'pass', shown, question: null};
}

/** Anything but a share of PnL is not what the guide means, and of several shares nobody can say which counts. */
function judgeShare(terms: readonly Term[], position: Position): Judged {
  const shares = terms.filter(term => term.share !== null);
  const [term] = shares;
  const asked = 'What percentage of which PnL, net of what, paid when, and is it in the letter?';
  if (term?.share == null) return unknown('not stated', asked);
  const shown = shares.map(one => `${one.share?.percent}% of ${one.share?.of}`).join(' and ');
  if (shares.length > 1 || !isPlainShare(term)) return unknown(shown, asked);
  if (term.share.percent < position.value) return {outcome: 'fail', shown, question: null};
  return position.written
    ? judgeWriting([term], shown, 'participation')
    : {outcome: 'pass', shown, question: null};
}

function judgeWriting(terms: readonly Term[], shown: string, name: string): Judged {
  if (terms.some(term => term.written === false))
    return {outcome: 'fail', shown: `${shown}, not in writing`, question: null};
  if (terms.every(term => term.written === true)) return {outcome: 'pass', shown, question: null};
  return unknown(
    `${shown}, writing unknown`,
    `Will the ${name} stand in the letter, with all that it depends on?`,
  );
}

/** A yearly share of PnL that hangs on nobody's discretion, and of more than one pod's. */
function isPlainShare({share, per, guaranteed, condition}: Term): boolean {
  const of = share?.of ?? '';
  if (!/\bp\s?&\s?l\b|pnl|profit/i.test(of) || /\b(?:one|single|my own|a) (?:pod|team|desk|book)\b/i.test(of))
    return false;
  return per !== 'once' && guaranteed !== false && condition === null;
}

/** "First year only" says for how long, and nothing of whether. */
function dependsOn({condition}: Term): boolean {
  return condition !== null && !/^(?:for |in )?(?:the )?first[- ]year(?: only)?$/i.test(condition.trim());
}

/** What the terms of a component pay within the first year: by the year, and once. */
function firstYear(offer: Offer, component: Term['component'], among: (term: Term) => boolean): number {
  const some: Offer = {...offer, terms: offer.terms.filter(among)};
  return (yearly(some, component)?.amount ?? 0) + (once(some, component)?.amount ?? 0);
}

function sumOf(offer: Offer, component: NonNullable<Key['component']>): Money | null {
  if (component === 'total') return yearlyTotal(offer, YEARLY);
  if (component === 'base') return yearly(offer, component);
  const [year, single] = [yearly(offer, component), once(offer, component)];
  if (year === null || single === null || year.currency !== single.currency) return year ?? single;
  return {amount: year.amount + single.amount, currency: year.currency};
}

function inCurrency({position, rate}: Measure, stated: Money): Money | null {
  const {value, currency} = position;
  if (currency === null || currency === stated.currency) return {amount: value, currency: stated.currency};
  return rate === undefined ? null : {amount: value * rate.rate, currency: stated.currency};
}

function unknown(shown: string, question: string): Judged {
  return {outcome: 'unknown', shown, question};
}

/** To the last digit where thousands would hide the gap. */
function short(stated: Money, gap: number): string {
  const show = gap < 1000 ? showMoney : showMoneyShort;
  return `${show(stated)}, ${showMoneyShort({amount: gap, currency: stated.currency}, 3)} short`;
}
