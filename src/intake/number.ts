import type {Currency} from '../base/index.ts';
import {digitsIn, type Point} from './amount/digits.ts';
import {halfWidth} from './amount/numbers.ts';
import {readAmount} from './amount/read.ts';

export const NUMBER_STYLES = ['1234.56', '1,234.56', '1.234,56', '1 234,56', "1'234.56", '1234,56'] as const;
export type NumberStyle = (typeof NUMBER_STYLES)[number];

export type NumberReading =
  | {readonly ok: true; readonly value: number}
  | {readonly ok: false; readonly message: string; readonly hint: string};

/**
 * The number that `value` writes: plain digits, or those of the style that is said. An amount in round brackets is below
 * zero, as books keep it. 1,234 without one is refused: it may be a thousand or little more than one.
 */
export function readNumber(value: unknown, style: NumberStyle | null): NumberReading {
  if (typeof value === 'number') return Number.isFinite(value) ? {ok: true, value} : none(value);
  if (typeof value !== 'string' || value.length > LONGEST) return none(value);
  const text = bare(value);
  if (
    /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text) &&
    (pointOf(style) !== ',' || !text.includes('.'))
  )
    return finite(Number(text), value);
  if (!/^[+(-]?\d[\d.,' ]*\)?$/.test(text)) return none(value);
  const {isBelow, digits} = signed(text);
  if (style === null && /\d[,' ]\d|\..*\./.test(digits)) return twoWays(value);
  const number = digitsIn(digits, pointOf(style), false);
  if (number !== null) return finite(isBelow ? -number : number, value);
  const hint = 'correct numbers, or give rows of another style a source of their own';
  return {
    ok: false,
    message: `${JSON.stringify(value)} is no number as ${style ?? NUMBER_STYLES[0]} is one`,
    hint,
  };
}

/**
 * The number of a cell of money, which may carry the sign or the code of its currency and a magnitude: `$1,234.56`, `($12K)`,
 * `-1.2M USD`. A cell of another currency than the row's is refused.
 */
export function readSum(value: unknown, style: NumberStyle | null, currency: Currency | null): NumberReading {
  if (typeof value !== 'string' || value.length > LONGEST) return readNumber(value, style);
  const {isBelow, digits} = signed(bare(value));
  const reading = readAmount(digits, {home: currency, point: pointOf(style)});
  if (!/[\p{L}\p{Sc}]/u.test(digits) || !reading.ok) return readNumber(value, style);
  const {low, high, open, per, currency: own} = reading.value;
  if (high !== null || open || per !== null) return none(value);
  if (style === null && /^\D*\d{1,3}[.,]\d{3}(?!\d)[^.,]*$/.test(digits)) return twoWays(value);
  if (own !== null && currency !== null && own !== currency) {
    const hint = `say currency: ${own}, or map a column to currency`;
    return {ok: false, message: `${JSON.stringify(value)} is in ${own}, and the row in ${currency}`, hint};
  }
  return finite(isBelow ? -low : low, value);
}

/** In characters: no amount is written with more. */
const LONGEST = 100;

/** With every blank, dash and apostrophe as a keyboard has it. */
function bare(text: string): string {
  return halfWidth(text)
    .trim()
    .replaceAll('\u2212', '-')
    .replace(/[\u00a0\u2009\u202f]/g, ' ')
    .replaceAll('\u2019', "'");
}

/** `-5`, `$-5`, `(5)` and `($5)` are below zero. */
function signed(text: string): {readonly isBelow: boolean; readonly digits: string} {
  const inside = /^\((.*)\)$/.exec(text)?.[1];
  if (inside !== undefined) return {isBelow: true, digits: inside};
  const minus = /^([^\d-]{0,3})-(.*)$/.exec(text);
  if (minus !== null) return {isBelow: true, digits: `${minus[1]}${minus[2]}`};
  return {isBelow: false, digits: text.replace(/^\+/, '')};
}

/** The sign before the fraction; null where no style is said. */
function pointOf(style: NumberStyle | null): Point | null {
  return style === null ? null : style.endsWith(',56') ? ',' : '.';
}

function twoWays(value: string): NumberReading {
  return {
    ok: false,
    message: `${JSON.stringify(value)} has signs that mean either thousands or a fraction`,
    hint: `say numbers: how 1234.56 is written there, as ${NUMBER_STYLES.slice(1, 4).join(' or ')}`,
  };
}

function finite(number: number, value: unknown): NumberReading {
  return Number.isFinite(number) ? {ok: true, value: number} : none(value);
}

function none(value: unknown): NumberReading {
  const written = (JSON.stringify(value) ?? 'nothing').slice(0, 60);
  return {ok: false, message: `${written} is not a number`, hint: 'write plain digits: 1234.56'};
}
