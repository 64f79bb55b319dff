import {type Currency, type DatedRate, quantity} from '../base/index.ts';
import {isForFirstYear, sharedPnl} from '../english/index.ts';
import {
  type Input,
  join,
  type Known,
  type Prose,
  quote,
  rateInput,
  read,
  say,
  styled,
  valueOf,
  worked,
  subjectOf,
} from '../figure/index.ts';
import {guideEvidence, type Position} from '../guide/index.ts';
import {
  currencyIn,
  type Offer,
  once,
  shareOf,
  type Term,
  termsOf,
  YEARLY,
  yearly,
  yearlyTotal,
  componentName,
} from '../terms/index.ts';
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

export type RuleOutcome = Pick<RuleResult, 'outcome' | 'shown' | 'question'>;

/** The figure of a position, where the guide states it: by the year, or in all for what is paid once. */
export function positionFigure(position: Position, {component, grant, percent}: Key): Known {
  const {value, unit, currency, span} = position;
  const subject = component === null ? undefined : subjectOf(component);
  const evidence = guideEvidence(span);
  if (unit === 'percent' || percent)
    return read(quantity(Number(`${value}e-2`)), span, evidence, {subject, style: {as: 'share', digits: 12}});
  if (currency === null) return read(quantity(value), span, evidence, {subject, style: {as: 'full'}});
  const yearly = grant !== true && component !== 'signOn' && component !== null;
  return read(quantity(value, yearly ? `${currency}/year` : currency), span, evidence, {
    subject,
    style: {as: 'short'},
  });
}

/** Passing a walk-away rule means that it does not bite: the amount is at or over its figure, as for an accept rule. */
export function judge(offer: Offer, measure: Measure): RuleOutcome {
  const {position, key, name} = measure;
  if (key.component === null)
    return unknown(say`not a term that offers state`, say`What does the offer say of ${position.key}?`);
  const terms = key.component === 'total' ? offer.terms : termsOf(offer, key.component);
  if (terms.some(term => term.disclosure === 'confidential'))
    return {outcome: 'unknown', shown: say`confidential: compare it yourself`, question: null};
  if (key.percent) return judgeShare(terms, measure);
  const stated =
    key.grant === true ? once(offer, key.component as Term['component']) : sumOf(offer, key.component);
  if (stated === null && key.grant === true)
    return unknown(
      say`no grant stated`,
      say`What is the grant worth in all, over how many years, and from when does it vest?`,
    );
  if (stated === null) return unknown(say`not stated`, say`What is the ${name}, in writing?`);
  const needed = inCurrency(measure, stated);
  if (needed === null)
    return unknown(
      say`${styled(stated, 'short')}, another currency`,
      say`What is the ${name} in ${position.currency}?`,
    );
  return key.component === 'total'
    ? judgeTotal(stated, needed, measure)
    : judgeSum(offer, key.component, stated, needed, measure);
}

function judgeTotal(stated: Known, needed: Known, {missing}: Measure): RuleOutcome {
  const sum = styled(stated, 'short');
  if (valueOf(stated) >= valueOf(needed)) return {outcome: 'pass', shown: say`${sum}`, question: null};
  if (missing.length === 0) return {outcome: 'fail', shown: short(stated, needed), question: null};
  const question = say`What is the ${missing.join(', and the ')} worth in a year, in writing?`;
  return unknown(say`${sum} without ${missing.join(', ')}`, question);
}

function judgeSum(
  offer: Offer,
  component: Term['component'],
  stated: Known,
  needed: Known,
  {position, name}: Measure,
): RuleOutcome {
  const shown = say`${styled(stated, 'short')}`;
  if (valueOf(stated) < valueOf(needed))
    return {outcome: 'fail', shown: short(stated, needed), question: null};
  if (position.guaranteed) {
    const reached = (among: (term: Term) => boolean) => firstYear(offer, component, among) >= valueOf(needed);
    const firm = reached(term => term.guaranteed === true);
    if (!firm && !reached(term => term.guaranteed !== false))
      return {outcome: 'fail', shown: say`${shown}, not all of it guaranteed`, question: null};
    if (firm && termsOf(offer, component).some(dependsOn))
      return unknown(
        say`${shown}, guaranteed on a condition`,
        say`On what does the guaranteed ${componentName(component)} depend, and who decides that it is met?`,
      );
    if (!firm)
      return unknown(
        say`${shown}, guarantee unknown`,
        say`Is the ${componentName(component)} guaranteed, for how long, and is it paid if I am let go without cause?`,
      );
  }
  return position.written
    ? judgeWriting(termsOf(offer, component), shown, name)
    : {outcome: 'pass', shown, question: null};
}

/** Anything but a share of PnL is not what the guide means, and of several shares nobody can say which counts. */
function judgeShare(terms: readonly Term[], {position}: Measure): RuleOutcome {
  const shares = terms.filter(term => term.share !== null);
  const [term] = shares;
  const asked = say`What percentage of which PnL, net of what, paid when, and is it in the letter?`;
  if (term?.share == null) return unknown(say`not stated`, asked);
  const shown = join(
    shares.map(one => say`${shareOf(one)} of ${quote(one.share?.of ?? '', {disclosure: one.disclosure})}`),
    ' and ',
  );
  if (shares.length > 1 || !isPlainShare(term)) return unknown(shown, asked);
  if (term.share.percent < position.value) return {outcome: 'fail', shown, question: null};
  return position.written
    ? judgeWriting([term], shown, 'participation')
    : {outcome: 'pass', shown, question: null};
}

function judgeWriting(terms: readonly Term[], shown: Prose, name: string): RuleOutcome {
  if (terms.some(term => term.written === false))
    return {outcome: 'fail', shown: say`${shown}, not in writing`, question: null};
  if (terms.every(term => term.written === true)) return {outcome: 'pass', shown, question: null};
  return unknown(
    say`${shown}, writing unknown`,
    say`Will the ${name} stand in the letter, with all that it depends on?`,
  );
}

/** A yearly share of PnL that hangs on nobody's discretion, and of more than one pod's. */
function isPlainShare({share, per, guaranteed, condition}: Term): boolean {
  if (sharedPnl(share?.of ?? '') !== 'all') return false;
  return per !== 'once' && guaranteed !== false && condition === null;
}

/** "First year only" says for how long, and nothing of whether. */
function dependsOn({condition}: Term): boolean {
  return condition !== null && !isForFirstYear(condition);
}

/** What the terms of a component pay within the first year: by the year, and once. */
function firstYear(offer: Offer, component: Term['component'], among: (term: Term) => boolean): number {
  const [year, single] = [yearly(offer, component, among), once(offer, component, among)];
  return (year === null ? 0 : valueOf(year)) + (single === null ? 0 : valueOf(single));
}

function sumOf(offer: Offer, component: NonNullable<Key['component']>): Known | null {
  if (component === 'total') return yearlyTotal(offer, YEARLY);
  // A base is paid by the year, and a grant in all is no equity by the year.
  if (component === 'base' || component === 'equity') return yearly(offer, component);
  const [year, single] = [yearly(offer, component), once(offer, component)];
  if (year === null || single === null || currencyIn(year) !== currencyIn(single)) return year ?? single;
  const inputs: readonly Input[] = [
    {name: 'yearly', label: `${componentName(component)} by the year`, figure: year},
    {name: 'once', label: `${componentName(component)} paid once`, figure: single},
  ];
  return worked('yearly + once / 1[year]', inputs, {subject: component, style: {as: 'money'}});
}

/** What the position needs, in the currency and by the period of the offer's sum; null where no rate is known. */
function inCurrency({position, key, rate}: Measure, stated: Known): Known | null {
  const {currency} = position;
  const home = currencyIn(stated);
  const figure = byPeriodOf(stated, positionFigure(position, key), currency ?? home);
  if (currency === null || currency === home || home === undefined) return figure;
  // A term may be in another currency than the rest of its offer.
  if (rate?.from !== currency || rate.to !== home) return null;
  return worked('sum * rate', [{name: 'sum', label: 'the sum in the guide', figure}, rateInput(rate)], {
    subject: figure.subject,
  });
}

function unknown(shown: Prose, question: Prose): RuleOutcome {
  return {outcome: 'unknown', shown, question};
}

/** To the last digit where thousands would hide the gap. */
function short(stated: Known, needed: Known): Prose {
  const inputs: readonly Input[] = [
    {name: 'needed', label: 'what the rule needs', figure: needed},
    {name: 'stated', label: 'what the offer states', figure: stated},
  ];
  const gap = worked('needed - stated', inputs, {style: {as: 'short', digits: 3}});
  return say`${styled(stated, valueOf(gap) < 1000 ? 'money' : 'short')}, ${gap} short`;
}

/** A sum of the guide's that names no currency is meant in the offer's, and by the period of the offer's sum. */
function byPeriodOf(stated: Known, needed: Known, currency: Currency | undefined): Known {
  const home = currencyIn(stated);
  if (currency === undefined || home === undefined) return needed;
  const {[home]: _, ...period} = stated.quantity.unit;
  return {...needed, quantity: {value: valueOf(needed), unit: {...period, [currency]: 1}}};
}
