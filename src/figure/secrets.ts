import {ONE, sameUnit} from '../base/index.ts';
import type {Written} from './digits.ts';
import {type Figure, isKnown, type Known} from './figure.ts';
import {notationsIn} from './notation.ts';
import {merged, type Place, replaced} from './place.ts';
import {decimalsOf, KEPT} from './show.ts';

/** Somebody who writes "about $19M" of 18.7 has told it: this near counts as the figure. */
const NEAR = 0.02;
/** Numbers of at least a thousand are found by nearness; smaller ones would meet the figures of others by chance. */
const LARGE = 1000;

/** The confidential numbers among figures, as bare values: shares both as fractions and as percents. Zero tells nothing. */
export function secretsIn(figures: Iterable<Figure>): readonly number[] {
  return [...figures].flatMap(secretsOf).filter(value => value !== 0);
}

/** A figure's number as it is and as it would be told, the ends of its interval, and the sums that it was worked out from. */
function secretsOf(figure: Figure): readonly number[] {
  if (!isKnown(figure) || figure.disclosure !== 'confidential') return [];
  const {quantity: of, interval} = figure;
  const values = 'value' in of ? [of.value] : [of.low, of.high];
  const share = sameUnit(of.unit, ONE);
  const scaled = (value: number) => (share ? [value, 100 * value] : [value]);
  const exact = values.flatMap(scaled);
  if (interval === undefined && !('inputs' in figure)) return exact;
  const ends = interval === undefined ? [] : [interval.low, interval.high];
  const around = [...values, ...ends].flatMap(scaled).flatMap(one => [one, Number(one.toPrecision(3))]);
  // A small whole number, an end of 100% or a count of pods, would meet the figures of others by chance.
  const told = around.filter(one => exact.includes(one) || Math.abs(one) >= LARGE || !Number.isInteger(one));
  return [...told, ...sumsBeneath(figure)];
}

/** Sums that a secret was worked out from, at any depth; what everybody may know is no secret for it. */
function sumsBeneath(figure: Known): readonly number[] {
  if (!('inputs' in figure)) return [];
  return figure.inputs.flatMap(({figure: input}) => {
    if (!isKnown(input) || input.disclosure === 'public') return [];
    const {quantity: of} = input;
    const values = 'value' in of ? [of.value] : [of.low, of.high];
    return [...values.filter(one => Math.abs(one) >= LARGE), ...sumsBeneath(input)];
  });
}

/**
 * `text` with every number that tells a secret, in any notation of digits, replaced. A number under a thousand must match
 * to the digit that is written, and be no whole one where it is rounded: 87.65 tells 87.6543.
 */
export function redact(text: string, secrets: readonly number[]): string {
  return replaced(text, secretPlaces(text, secrets), KEPT);
}

/** Where in a text numbers tell a secret. */
export function secretPlaces(text: string, secrets: readonly number[]): readonly Place[] {
  return placesWhere(text, secrets, tells);
}

function placesWhere(
  text: string,
  secrets: readonly number[],
  isTold: (written: Written, secret: number) => boolean,
): readonly Place[] {
  if (secrets.length === 0) return [];
  const told = notationsIn(text).filter(written => secrets.some(secret => isTold(written, Math.abs(secret))));
  return merged(told.map(({from, to}) => [from, to] as const));
}

/** Whether a number tells a secret to the digit: what is near it on a finished page may be a figure of the page's own. */
export function tellsExactly(written: Written, secret: number): boolean {
  return tells(written, secret) && isExactly(written, secret);
}

/** Digits from which a number of a guide is nobody's by chance: bands and sums that everybody asks for have three. */
const OWN_DIGITS = 4;

/** The secrets that a text of a guide is searched for, and only to the digit: what many firms pay may well be one of them. */
export function ownDigits(secrets: readonly number[]): readonly number[] {
  return secrets.map(Math.abs).filter(one => digitsOf(one).length >= OWN_DIGITS);
}

/** `text`, of a guide, without what is to the digit one of the secrets that nobody else has. */
export function redactExactly(text: string, own: readonly number[]): string {
  return replaced(text, placesWhere(text, own, isExactly), KEPT);
}

/** Whether a number tells a secret to the digit, or to as many digits as it has, four at least. */
function isExactly({values, others, digits}: Written, secret: number): boolean {
  const many = Math.min(15, Math.max(...digits));
  return [...values, ...others].some(
    said => isSame(said, secret) || (many >= OWN_DIGITS && isRounded(said, secret, many)),
  );
}

/**
 * Whether a value is the secret, in whatever scale, for a reader of guides may not know it; and where both have many digits as
 * far as the shorter one goes, rounded or cut off: 18,764,321.9 is 18,764,321.
 */
export function isSame(value: number, secret: number): boolean {
  const size = Math.abs(value);
  if (Math.abs(size - secret) <= 1e-9 * secret) return true;
  // Digits are written out only where they may be the same: nearly every number of a page is nowhere near.
  const apart = Math.log10(size / secret);
  if (Math.abs(apart - Math.round(apart)) > SAME_DIGITS) return false;
  const [said, told] = [digitsOf(size), digitsOf(secret)];
  const many = Math.min(said.length, told.length);
  return (
    many > OWN_DIGITS &&
    (mantissaOf(size, many) === mantissaOf(secret, many) || said.slice(0, many) === told.slice(0, many))
  );
}

/** More than the logarithms of two numbers may lie apart, whole powers of ten aside, that have five digits in common. */
const SAME_DIGITS = 1e-4;

function mantissaOf(value: number, digits: number): string {
  return value.toExponential(digits - 1).replace(/e.*$/, '');
}

/** `18764321` of 18.764321 as of 18,764,321,000. */
export function digitsOf(value: number): string {
  return value.toExponential(11).replace(/e.*$/, '').replace('.', '').replace(/0+$/, '');
}

/** Digits of a number with a fraction that are nobody's by chance. */
const TELLING_DIGITS = 3;

/** A loss told without its sign is told. A whole number of one digit is in every text: `Q4` and `4. Then ask` tell no 4. */
function tells(written: Written, secret: number): boolean {
  if (written.isName && secret < 10 && Number.isInteger(secret)) return false;
  const near = Math.max(1e-9, secret >= LARGE ? NEAR : 0) * secret;
  const isNear = (one: number) => Math.abs(one - secret) <= near;
  if (written.values.some(isNear) || written.others.some(isNear)) return true;
  if (Number.isInteger(secret)) return false;
  const {digits, percent} = written;
  // As this program would print the share itself: `88%`.
  if (percent && secret < 1 && written.values.includes(Number((100 * secret).toFixed(decimalsOf(secret)))))
    return true;
  return digits.some(digitsTold => {
    const many = Math.min(digitsTold, 15);
    const isTold = (one: number) => isRounded(one, secret, many);
    return many >= TELLING_DIGITS && (written.values.some(isTold) || written.others.some(isTold));
  });
}

function isRounded(said: number, secret: number, digits: number): boolean {
  const unit = 10 ** (1 - digits) * Math.abs(secret);
  return Math.abs(said - secret) <= unit && said.toPrecision(digits) === secret.toPrecision(digits);
}
