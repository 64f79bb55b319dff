import type {Disclosure, Tier} from '../base/index.ts';
import {currencyOf, overUnit} from '../base/index.ts';
import {
  type ConfidenceInterval,
  type Figure,
  type Input,
  isFigure,
  isKnown,
  type Known,
  valueOf,
} from './figure.ts';
import {isOpen} from './note.ts';
import {figuresOf, isProse, textOf} from './prose.ts';
import {show} from './show.ts';
import type {Subject} from './subject.ts';

/** A figure as `--json` tells it beside its number. */
export type Card =
  | {readonly sealed: true; readonly tier: Tier}
  | {
      readonly shown: string;
      readonly kind: Known['figure'];
      readonly tier: Tier;
      readonly disclosure: Disclosure;
      readonly subject?: Subject;
      readonly interval?: ConfidenceInterval;
      readonly source?: unknown;
      readonly formula?: string;
      readonly inputs?: readonly (Card & {readonly name: string; readonly label: string})[];
    };

/** A figure that `--json` tells as a bare quantity, `{value, unit}`, and not as money. */
export interface AsQuantity {
  readonly quantityOf: Figure;
}

/** A node whose bare numbers, points of a curve, are all of one figure: `--json` has its card under the node's pointer. */
export interface Depicting {
  readonly depicts: Figure;
}

export function asQuantity(figure: Figure): AsQuantity {
  return {quantityOf: figure};
}

/** A figure that `--json` tells as a bare number, so many `times` as large: a share in percent, money whose currency is no key. */
export interface AsNumber {
  readonly numberOf: Figure;
  readonly times: number;
}

export function asNumber(figure: Figure, times = 1): AsNumber {
  return {numberOf: figure, times};
}

/** The replacer with which `JSON.stringify` prints a text as a text, where nobody asks for the cards of its figures. */
export function asText(_key: string, value: unknown): unknown {
  return isProse(value) ? textOf(value) : value;
}

/**
 * A report as JSON, with one map from JSON Pointer to the card of the figure there. Texts are printed as texts, the cards of
 * their figures under `#0`, `#1`; money is `{amount, currency}`, and within what names its `currency` a bare number of it; a
 * sealed figure is null. JSON has no infinity: `{high: null, highIs: 'unbounded'}`, and of what is no number `unknown`. Every
 * text passes through `clean`.
 */
export function jsonOf(
  report: unknown,
  clean: (text: string) => string = text => text,
): {
  readonly json: unknown;
  readonly figures: Readonly<Record<string, Card>>;
} {
  const figures: Record<string, Card> = {};
  const at = (value: unknown, pointer: string, purse?: unknown): unknown => {
    if (typeof value === 'number') return written(value);
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map((one, index) => at(one, `${pointer}/${index}`, purse));
    if (isFigure(value)) {
      figures[pointer] = cardOf(value);
      return plain(value, purse);
    }
    if (isProse(value)) {
      for (const [index, figure] of figuresOf(value).entries())
        figures[`${pointer}#${index}`] = cardOf(figure);
      return textOf(value);
    }
    if ('quantityOf' in value) {
      const {quantityOf: figure} = value as AsQuantity;
      figures[pointer] = cardOf(figure);
      return isKnown(figure) && !isMagnitude(figure) ? at(figure.quantity, pointer, purse) : null;
    }
    if ('numberOf' in value) {
      const {numberOf: figure, times} = value as AsNumber;
      figures[pointer] = cardOf(figure);
      return isKnown(figure) ? written(valueOf(figure) * times) : null;
    }
    const {depicts, ...rest} = value as Partial<Depicting>;
    if (depicts !== undefined) figures[pointer] = cardOf(depicts);
    const own = 'currency' in rest ? rest.currency : purse;
    return Object.fromEntries(
      Object.entries(rest).flatMap(([key, one]: [string, unknown]): [string, unknown][] => {
        const told = at(one, `${pointer}/${escaped(key)}`, own);
        const number = isFigure(one) && isKnown(one) ? valueOf(one) : one;
        if (typeof number !== 'number' || Number.isFinite(number)) return [[key, told]];
        return [
          [key, null],
          [`${key}Is`, Number.isNaN(number) ? 'unknown' : 'unbounded'],
        ];
      }),
    );
  };
  const json = at(report, '');
  return {json: cleaned(json, clean), figures: cleaned(figures, clean)};
}

function cleaned<T>(value: T, clean: (text: string) => string): T {
  if (typeof value === 'string') return clean(value) as T;
  if (Array.isArray(value)) return value.map((one: unknown) => cleaned(one, clean)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, cleaned(one as unknown, clean)]),
  ) as T;
}

/** "Hundreds of pods" is no number: 100 in its place would be taken for one. */
function isMagnitude({style}: Known): boolean {
  return style.as === 'magnitude';
}

/** To twelve digits: machines and versions of their libraries agree that far. */
function written(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(12));
}

function ended({low, high, level}: ConfidenceInterval): ConfidenceInterval {
  return {low: written(low), high: written(high), level: written(level)};
}

/** `{amount, currency}`, `{low, high, currency}`, or the bare number; bare too in the currency of the `purse` around it. */
function plain(figure: Figure, purse: unknown): unknown {
  if (!isKnown(figure) || isMagnitude(figure)) return null;
  const {quantity: of} = figure;
  const currency = currencyOf(of.unit);
  const money = currency !== undefined && currency !== purse && isMoney(overUnit(of.unit, {[currency]: 1}));
  if ('value' in of) return money ? {amount: written(of.value), currency} : written(of.value);
  const ends = {low: written(of.low), high: written(of.high)};
  return money ? {...ends, currency} : ends;
}

/** Whether what is left of a unit of money is a period at most. */
function isMoney(rest: Readonly<Record<string, number>>): boolean {
  return Object.keys(rest).every(name => name === 'year');
}

export function cardOf(figure: Figure): Card {
  if (!isKnown(figure)) return {sealed: true, tier: figure.tier};
  const {evidence, disclosure, subject, interval} = figure;
  return {
    shown: show(figure),
    kind: figure.figure,
    tier: evidence.tier,
    disclosure,
    ...(subject === undefined ? {} : {subject}),
    ...(interval === undefined ? {} : {interval: ended(interval)}),
    ...behind(figure),
  };
}

function behind(figure: Known): object {
  switch (figure.figure) {
    case 'read': {
      const {file, line, column} = figure.span;
      return {source: {file, line, column}};
    }
    case 'measured':
      return {source: {record: figure.evidence.source, question: figure.question, ...figure.period}};
    case 'worked':
      return isOpen(figure)
        ? {formula: figure.formula, inputs: figure.inputs.map(inputCard)}
        : {inputs: figure.inputs.map(inputCard)};
    case 'estimated':
      return {source: {procedure: figure.procedure, seed: figure.seed}, inputs: figure.inputs.map(inputCard)};
    case 'assumed':
      return {source: {why: figure.why}};
  }
}

function inputCard({name, label, figure}: Input) {
  return {name, label, ...cardOf(figure)};
}

/** A key as it stands in a JSON Pointer. */
export function escaped(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}
