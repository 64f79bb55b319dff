import type {Source} from '../base/index.ts';
import {numbersIn, replaceNumbers} from '../claims/index.ts';
import type {CaseFinding} from './finding.ts';

/** What these quote is a day or the format's version, never an amount. */
const HARMLESS: ReadonlySet<CaseFinding['rule']> = new Set([
  'unknown-version',
  'impossible-date',
  'date-order',
  'deadline-passed',
  'offer-expired',
]);
const CONFIDENTIAL = /\bconfidential\b/i;

/**
 * A file that cannot be read cannot say which of its numbers are secret either. Where it speaks of anything
 * confidential, what is wrong with it is said without any number of it, however written; days are quoted as ever.
 */
export function hush(findings: readonly CaseFinding[], sources: readonly Source[]): readonly CaseFinding[] {
  const wary = new Map(
    sources
      .filter(source => CONFIDENTIAL.test(source.text))
      .map(source => [source.file, new Set(numbersIn(source.text).flatMap(number => number.values))]),
  );
  return findings.map(one => {
    const known = wary.get(one.span?.file ?? '');
    if (known === undefined || HARMLESS.has(one.rule)) return one;
    const quiet = (said: string) =>
      replaceNumbers(said, ({values}, shown) => (values.some(value => known.has(value)) ? '…' : shown));
    return {...one, message: quiet(one.message), ...(one.hint === undefined ? {} : {hint: quiet(one.hint)})};
  });
}
