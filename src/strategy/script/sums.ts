import {type Component, currencyOf} from '../../base/index.ts';
import {isAsked} from '../../claims/index.ts';
import {namesPart} from '../../english/index.ts';
import {
  guideQuote,
  highOf,
  isKnown,
  type Known,
  type Prose,
  say,
  valueOf,
  subjectOf,
} from '../../figure/index.ts';
import {type Figure, slotsWithin} from '../../guide/index.ts';
import {currencyIn, componentName} from '../../terms/index.ts';
import {componentBeside, componentNamed} from '../asked.ts';
import {targetOf} from '../offers.ts';
import type {Ask} from '../types.ts';
import {asked, askOf, askPhrase, isGranted} from './asking.ts';
import type {Stage} from './stage.ts';

/** A sum that a lever's own words ask for. */
export interface LeverSum {
  readonly figure: Figure;
  /** The part of pay that the words beside it name; undefined where they name none. */
  readonly component: Ask['component'] | undefined;
  readonly amount: Known;
}

/** What a guide calls a market, a fleet or a fund is more than this many times the highest band: no pay that anybody asks for. */
const BEYOND_PAY = 10;

/** The sums that the lever asks for, in the reader's currency, without those that the offer has already. */
export function sumsOf(stage: Stage): readonly LeverSum[] {
  const {lever, plan} = stage;
  const bands = plan.bands.map(({band}) => band).filter(isKnown);
  const paidIn = targetOf(stage.offers)?.terms[0]?.currency;
  const home = paidIn ?? (bands[0] === undefined ? undefined : currencyOf(bands[0].quantity.unit));
  const most = Math.max(...bands.map(highOf)) * BEYOND_PAY;
  return lever.passage.sentences
    .filter(sentence => slotsWithin(lever.slots, sentence.span).every(({low}) => low !== null))
    .flatMap(sentence =>
      sentence.figures
        .filter(figure => figure.kind === 'money' && isAsked(sentence, figure))
        .filter(figure => home === undefined || (figure.currency === home && figure.high <= most))
        .filter(figure => !isGranted(figure, stage))
        .map(figure => {
          const component = figure.of === null ? componentBeside(sentence, figure) : componentNamed(figure);
          return {figure, component, amount: asked(figure, subjectOf(component ?? ''))};
        }),
    );
}

/** From this share of an ask on, a sum for the same part is meant as that ask; a smaller one comes on top of it. */
const LIKE = 0.5;

/**
 * A sum as it is said: "$35,000 in sign-on bonus". One of a part for which the plan asks for as much or more is that ask: a
 * lever never asks for less. Null where no words name what it is for: "I am asking for $290,000" asks for nothing.
 */
export function sumPhrase({figure, component, amount}: LeverSum, {plan}: Stage): Prose | null {
  const ask = component === undefined ? undefined : askOf(plan, component);
  const most =
    isKnown(ask?.amount) && currencyIn(ask.amount) === currencyIn(amount) ? valueOf(ask.amount) : 0;
  if (ask !== undefined && most >= valueOf(amount) && valueOf(amount) >= LIKE * most) return askPhrase(ask);
  const of = figure.of?.replace(/[^\p{L}\p{N})]+$/u, '') ?? '';
  const per = figure.per === null ? '' : ` a ${figure.per}`;
  if (namesPart(of)) return say`${amount}${per} in ${guideQuote(of)}`;
  if (component === undefined || component === 'other' || component === 'escalator') return null;
  return say`${amount}${per} in ${PARTS[component] ?? componentName(component)}`;
}

/** Parts of pay as a sentence names them where their own name is too short. */
export const PARTS: Readonly<Partial<Record<Component, string>>> = {
  signOn: 'sign-on bonus',
  equity: 'equity',
  base: 'base pay',
  onCall: 'on-call pay',
  milestone: 'completion bonus',
};
