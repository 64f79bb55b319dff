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
/** Typing slips included: what was meant to be confidential is. */
const CONFIDENTIAL = /confid|confden|condifen/i;

/**
 * A case that cannot be read cannot say which of its numbers are secret either. Where any file of it speaks of anything
 * confidential, what is wrong is said without any number of the case, however written; days are quoted as ever.
 */
export function hush(findings: readonly CaseFinding[], sources: readonly Source[]): readonly CaseFinding[] {
  const own = sources.filter(source => !source.file.endsWith('.md'));
  return own.some(source => CONFIDENTIAL.test(source.text)) ? quiet(findings, own) : findings;
}

/** What is wrong, without any number of the files, however written. */
export function quiet(findings: readonly CaseFinding[], files: readonly Source[]): readonly CaseFinding[] {
  const known = new Set(files.flatMap(({text}) => numbersIn(text).flatMap(({values}) => values)));
  return findings.map(one => {
    if (HARMLESS.has(one.rule)) return one;
    const bare = (said: string) =>
      replaceNumbers(said, ({values}, shown) => (values.some(value => known.has(value)) ? '…' : shown));
    return {...one, message: bare(one.message), ...(one.hint === undefined ? {} : {hint: bare(one.hint)})};
  });
}
