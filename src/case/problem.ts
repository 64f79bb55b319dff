import {closestSpelling} from '../base/index.ts';
import {type Finding, finding, type Rule, type Severity, type Words} from '../figure/index.ts';
import type {Path, Yaml} from '../files/index.ts';

/** Something wrong with a file, by the path of its place: `['costs', 'day']`. */
export type Problem = (yaml: Yaml) => Finding;
export type Problems = Generator<Problem, void, undefined>;

const at =
  (span: 'keySpan' | 'valueSpan') =>
  (path: Path, rule: Rule, message: Words, hint: Words, severity: Severity = 'error'): Problem =>
  yaml =>
    finding(rule, severity, message, {span: yaml[span](path), hint});

/** What is wrong with a key, or with an entry of a list as a whole; where the path leads nowhere, it is told above. */
export const atKey = at('keySpan');

/** What is wrong with a value. */
export const atValue = at('valueSpan');

/** The hint for a word that is none of `words`: the near one, else `otherwise`. */
export function nearHint(word: string, words: readonly string[], otherwise: string): string {
  const meant = closestSpelling(word, words);
  return meant === undefined ? otherwise : `did you mean ${meant}?`;
}

/** Problems as findings with the places of `yaml`. */
export function placed(problems: Iterable<Problem>, yaml: Yaml): Finding[] {
  return [...problems].map(problem => problem(yaml));
}
