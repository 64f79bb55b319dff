import {numbersIn, type Written} from './digits.ts';
import {isFigure, isKnown, type Known} from './figure.ts';
import {fold} from './fold.ts';
import {isProse} from './prose.ts';
import type {SealRules} from './seal.ts';
import {digitsOf, isExactly} from './secrets.ts';

/** What a finished document says: each of its texts by itself, and the numbers that it holds as numbers. */
export interface Finished {
  readonly texts: readonly string[];
  readonly numbers?: readonly number[];
}

/** Digits from which a number is nobody's by chance: in a text, and where only the digits are compared, whatever their scale. */
const TELLING = 3;
const ALONE = 5;

/**
 * The last look at a document of an edition, made of `sealed`, before anything of it is written: whether a confidential number or
 * what is ruled out stands in it after all. It trusts nothing that came before: numbers are searched to the digit in every
 * notation, and once more as bare digits, without any reading. What the open figures of the report come to may stand, and what
 * everybody may read in a guide. A secret of fewer than three digits (4, 25, 1,500) is left to the seal: pages are full of those.
 */
export function searcherOf(sealed: unknown, rules: SealRules): (finished: Finished) => boolean {
  const {edition, ruledOut} = rules;
  if (edition === 'desk') return () => false;
  const secrets = [...new Set(rules.secrets.map(Math.abs))].filter(one => digitsOf(one).length >= TELLING);
  const alone = new Set(secrets.map(digitsOf).filter(one => one.length >= ALONE));
  let open: Open | null = null;
  const isOpen = (values: readonly number[], half: number) => {
    open ??= openIn(sealed, rules);
    return values.some(said => open?.values.some(one => Math.abs(said - one) <= Math.max(half, 1e-9 * one)));
  };
  const isTold = (written: Written) => {
    const told = secrets.some(secret => isExactly(written, secret));
    return told && !isOpen([...written.values, ...written.others], written.half * (1 + 1e-9));
  };
  const holds = (text: string) => {
    open ??= openIn(sealed, rules);
    return runsOf(text).some(run => alone.has(run) && open?.digits.has(run) !== true);
  };
  const isLeak = (value: number) => alone.has(digitsOf(Math.abs(value))) && !isOpen([Math.abs(value)], 0);
  return ({texts, numbers = []}) =>
    [...new Set(texts.map(withoutPlaces))].some(
      text =>
        ruledOut.speaks(text) ||
        (secrets.length > 0 &&
          rules.isOurs?.(text) !== true &&
          (numbersIn(text).some(isTold) || holds(text))),
    ) || numbers.some(isLeak);
}

/** `guide.md:62:574` as `guide.md`: where something stands tells nobody's figure. */
function withoutPlaces(text: string): string {
  return text.replace(/(?<=\.[a-z]{1,5}):\d+(?::\d+)?/g, '');
}

/** Digits with nothing but separators between them, without the zeros around them. */
function runsOf(text: string): readonly string[] {
  const runs = fold(text).text.match(/\d(?:[ '_.,·]{0,2}\d)*/g) ?? [];
  return runs.map(run => run.replace(/\D/g, '').replace(/^0+|0+$/g, ''));
}

interface Open {
  readonly values: readonly number[];
  readonly digits: ReadonlySet<string>;
}

/** The numbers that an edition may show: of its figures, of counts, and of the texts that everybody may read. */
function openIn(sealed: unknown, {isOurs}: SealRules): Open {
  const values = new Set<number>();
  const digits = new Set<string>();
  const add = (value: number) => {
    for (const one of [value, 100 * value]) {
      values.add(Math.abs(one));
      digits.add(digitsOf(Math.abs(one)));
    }
  };
  const read = (text: string) => {
    for (const written of numbersIn(text)) for (const value of written.values) add(value);
    for (const run of runsOf(text)) digits.add(run);
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
  return {values: [...values], digits};
}
