import type {Written} from './digits.ts';
import {isFigure, isKnown, type Known} from './figure.ts';
import {notationsIn} from './notation.ts';
import {isProse} from './prose.ts';
import type {SealRules} from './seal.ts';
import {digitsOf, tellsExactly} from './secrets.ts';

/** What a finished document says: each of its texts by itself, and the numbers that it holds as numbers. */
export interface Finished {
  readonly texts: readonly string[];
  readonly numbers?: readonly number[];
}

/** Digits from which a number is nobody's by chance: in a text, and by itself. */
const TELLING = 3;
const ALONE = 5;

/**
 * The last look at a document of an edition, made of `sealed`, before anything of it is written: whether a confidential number or
 * what is ruled out stands in it after all. It trusts no text to have been looked through, but reads notations as the seal does:
 * else an innocent label would stop what nobody can mend. What the open figures of the report come to may stand, and what
 * everybody may read in a guide. A secret of fewer than three digits (4, 25, 1,500) is left to the seal: pages are full of those.
 */
export function searcherOf(sealed: unknown, rules: SealRules): (finished: Finished) => boolean {
  const {edition, ruledOut} = rules;
  if (edition === 'desk') return () => false;
  const secrets = [...new Set(rules.secrets.map(Math.abs))].filter(one => digitsOf(one).length >= TELLING);
  const alone = secrets.filter(one => digitsOf(one).length >= ALONE);
  let open: readonly number[] | null = null;
  const isOpen = (values: readonly number[], half: number) => {
    open ??= openIn(sealed, rules);
    return values.some(said => open?.some(one => Math.abs(said - one) <= Math.max(half, 1e-9 * one)));
  };
  const isTold = (written: Written) => {
    const told = secrets.some(secret => tellsExactly(written, secret));
    return told && !isOpen([...written.values, ...written.others], written.half * (1 + 1e-9));
  };
  const isLeak = (value: number) =>
    alone.some(secret => Math.abs(Math.abs(value) - secret) <= 1e-9 * secret) &&
    !isOpen([Math.abs(value)], 0);
  return ({texts, numbers = []}) =>
    [...new Set(texts.map(withoutPlaces))].some(
      text =>
        ruledOut.speaks(text) ||
        (secrets.length > 0 && rules.isOurs?.(text) !== true && notationsIn(text).some(isTold)),
    ) || numbers.some(isLeak);
}

/** `guide.md:62:574` as `guide.md`: where something stands tells nobody's figure. */
function withoutPlaces(text: string): string {
  return text.replace(/(?<=\.[a-z]{1,5}):\d+(?::\d+)?/g, '');
}

/** The numbers that an edition may show: of its figures, of counts, and of the texts that everybody may read. */
function openIn(sealed: unknown, {isOurs}: SealRules): readonly number[] {
  const values = new Set<number>();
  const add = (value: number) => {
    for (const one of [value, 100 * value]) values.add(Math.abs(one));
  };
  const read = (text: string) => {
    for (const {values: read} of notationsIn(text)) read.forEach(add);
  };
  const ofFigure = (figure: Known) => {
    const {quantity: of, interval, style, disclosure} = figure;
    for (const value of 'value' in of ? [of.value] : [of.low, of.high]) add(value);
    if (interval !== undefined) [interval.low, interval.high, interval.level].forEach(add);
    if (style.text !== undefined && disclosure === 'public') read(style.text);
    if ('inputs' in figure) for (const input of figure.inputs) visit(input.figure);
  };
  const known = new WeakSet();
  const visit = (value: unknown): void => {
    if (typeof value === 'string' && isOurs?.(value) === true) read(value);
    if (typeof value !== 'object' || value === null || known.has(value)) return;
    known.add(value);
    if (isFigure(value)) return isKnown(value) ? ofFigure(value) : undefined;
    if ('quote' in value && 'disclosure' in value && value.disclosure === 'public') read(String(value.quote));
    if ('count' in value && typeof value.count === 'number') add(value.count);
    for (const one of Object.values(isProse(value) ? value.prose : value)) visit(one);
  };
  visit(sealed);
  return [...values];
}
