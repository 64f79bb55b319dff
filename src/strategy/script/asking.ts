import {quantity} from '../../base/index.ts';
import {
  isFigure,
  isKnown,
  isSecret,
  join,
  type Known,
  type Part,
  type Prose,
  read,
  say,
  styled,
  type Subject,
  textOf,
  valueOf,
} from '../../figure/index.ts';
import {type Figure, guideEvidence, inWords, type Lever} from '../../guide/index.ts';
import {currencyIn, once, yearly} from '../../terms/index.ts';
import {componentNamed} from '../asked.ts';
import {targetOf} from '../offers.ts';
import type {Ask, Plan} from '../types.ts';
import type {Stage} from './stage.ts';

// What is asked for in a sentence: the asks of the plan, and figures of the lever's own text.

/** The first ask of a component that is still open. */
export function askOf(plan: Plan, component: Ask['component']): Ask | undefined {
  return plan.asks.find(ask => ask.component === component && !ask.met);
}

/** Whether the plan asks for a component and the firm's offer has all of it already: then it is not spoken of again. */
export function isSettled(plan: Plan, component: Ask['component']): boolean {
  return askOf(plan, component) === undefined && plan.asks.some(ask => ask.component === component);
}

/** An ask's sum for a sentence: `$215,000`. Undefined where the ask is not in money. */
export function askFigure(ask: Ask | undefined): Known | undefined {
  const amount = ask?.amount;
  if (!isKnown(amount) || currencyIn(amount) === undefined) return undefined;
  return styled(amount, 'money');
}

/** What an ask asks for, as a phrase: "$215,000 base salary", "an on-call premium of $30,000 a year". */
export function askPhrase(ask: Ask): Prose {
  const figure = askFigure(ask);
  const [first, ...rest] = ask.text.prose;
  if (figure === undefined || first === undefined || !isFigure(first)) return say`${ask.text}`;
  if (ask.component === 'base') return say`${figure} base salary`;
  if (ask.component === 'equity' && figure.quantity.unit['year'] === -1)
    return say`${figure} a year in equity`;
  const last = rest.at(-1);
  const period = typeof last === 'string' ? (PERIODS.find(one => last.endsWith(one)) ?? '') : '';
  const noun = trimmed(
    period === '' ? rest : [...rest.slice(0, -1), (last as string).slice(0, -period.length)],
  );
  const words = textOf(noun);
  return say`${/^[aeiou]/i.test(words) ? 'an' : 'a'} ${noun}${words === 'sign-on' ? ' bonus' : ''} of ${figure}${period}`;
}

/** How an ask says its period. */
const PERIODS = [' a year', ' a quarter', ' a month'] as const;

function trimmed(parts: readonly Part[]): Prose {
  const [first, ...rest] = parts;
  const begun = typeof first === 'string' ? first.trimStart() : first;
  return join(
    [begun, ...rest].map(part => say`${part}`),
    '',
  );
}

/** A figure of the lever's own text that the reader asks for, such as a bonus a quarter: of a range of money the most. */
export function asked(figure: Figure, subject?: Subject): Known {
  const {high, currency, per, span} = figure;
  if (currency === null) return inWords(figure, undefined, subject);
  const unit = per === null ? currency : `${currency}/${per}`;
  return read(quantity(high, unit), span, guideEvidence(span), {subject, style: {as: 'money'}});
}

export function askFigures(lever: Lever): readonly Figure[] {
  return lever.passage.sentences.flatMap(one => one.figures);
}

/** Components that are paid once where nobody states a period. */
const SINGLE: ReadonlySet<Ask['component']> = new Set(['equity', 'signOn', 'milestone']);

/**
 * Whether the firm's offer has a sum of the lever's already: then it is no ask. A sum whose words name no part of pay may be
 * base pay where it is of that size: £168,000 beside a base of £170,000, and not a premium of £12,000.
 */
export function isGranted(
  figure: Figure,
  stage: Stage,
  component: Ask['component'] | undefined = componentNamed(figure),
): boolean {
  if (figure.per !== null && figure.per !== 'year') return false;
  const single = component !== undefined && figure.per === null && SINGLE.has(component);
  const table = onTable(stage, component ?? 'base', single ? 'once' : 'year');
  if (table === null || currencyIn(table) !== figure.currency || valueOf(table) < figure.high) return false;
  return component !== undefined || figure.high >= valueOf(table) / 2;
}

/** What the firm's offer states of a component; null where it states none, or nobody may know: a secret decides nothing. */
export function onTable(
  {offers}: Pick<Stage, 'offers'>,
  component: Ask['component'],
  per: 'year' | 'once' = 'year',
): Known | null {
  const firm = targetOf(offers);
  if (firm === undefined || component === 'total' || component === 'escalator' || component === 'other')
    return null;
  const sum = per === 'once' ? once(firm, component) : yearly(firm, component);
  return sum === null || isSecret(sum) ? null : sum;
}
