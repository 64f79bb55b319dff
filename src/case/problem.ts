import {near, type Severity} from '../base/index.ts';
import {finding, type Path, type Yaml} from '../files/index.ts';
import type {CaseFinding, CaseRule} from './finding.ts';

/** Something wrong with a file, by the path of its place: `['costs', 'day']`. */
export type Problem = (yaml: Yaml) => CaseFinding;
export type Problems = Generator<Problem, void>;

/** What is wrong with a key, or with an entry of a list as a whole; where the path leads nowhere, it is told above. */
export function atKey(
  path: Path,
  rule: CaseRule,
  message: string,
  hint: string,
  severity: Severity = 'error',
): Problem {
  return yaml => finding(rule, message, {span: yaml.keySpan(path), hint, severity});
}

/** What is wrong with a value. */
export function atValue(
  path: Path,
  rule: CaseRule,
  message: string,
  hint: string,
  severity: Severity = 'error',
): Problem {
  return yaml => finding(rule, message, {span: yaml.valueSpan(path), hint, severity});
}

/** The hint for a word that is none of `words`: the near one, else `otherwise`. */
export function nearHint(word: string, words: readonly string[], otherwise: string): string {
  const meant = near(word, words);
  return meant === undefined ? otherwise : `did you mean ${meant}?`;
}

/** Problems as findings with the places of `yaml`. */
export function placed(problems: Iterable<Problem>, yaml: Yaml): CaseFinding[] {
  return [...problems].map(problem => problem(yaml));
}
