import {ONE, sameUnit} from '../base/index.ts';
import {replaceNumbers, type Written} from './digits.ts';
import {type Figure, isKnown, type Known} from './figure.ts';
import {KEPT} from './show.ts';

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
  const scaled = (value: number) => (share && Math.abs(value) <= 1 ? [value, 100 * value] : [value]);
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
  if (secrets.length === 0) return text;
  return replaceNumbers(text, (written, shown) =>
    secrets.some(secret => tells(written, Math.abs(secret))) ? KEPT : shown,
  );
}

/** A loss told without its sign is told. */
function tells({values, others, half}: Written, secret: number): boolean {
  const near = Math.max(1e-9, secret >= LARGE ? NEAR : 0) * secret;
  if ([...values, ...others].some(said => Math.abs(said - secret) <= near)) return true;
  // Three digits of a number with a fraction are nobody's by chance.
  return (
    !Number.isInteger(secret) &&
    values.some(said => said >= 200 * half && Math.abs(said - secret) <= half * (1 + 1e-9))
  );
}
