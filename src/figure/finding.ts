import type {Span} from '../base/index.ts';
import {type Prose, prose, isProse} from './prose.ts';
import type {Rule} from './rules.ts';

/** From the mildest to the gravest: `--fail-on` compares by this order. */
export const SEVERITIES = ['note', 'warning', 'error'] as const;
export type Severity = (typeof SEVERITIES)[number];

/**
 * What is wrong with an input, or what the audit says of it. One shape for both, so that a YAML slip and a guide's
 * arithmetic print the same way.
 */
export interface Finding<R extends Rule = Rule> {
  readonly rule: R;
  readonly severity: Severity;
  /** Lower case, with the value and what was expected. */
  readonly message: Prose;
  readonly span?: Span;
  /** How to mend it. */
  readonly hint?: Prose;
}

/** Words of a finding: a text that holds a digit is somebody else's, and becomes a quote. */
export type Words = Prose | string;

/** What a finding may be told beside its message; a finding about a folder or a failed write has no span. */
export interface MoreOfFinding {
  readonly span?: Span | undefined;
  readonly hint?: Words | undefined;
}

/** `finding('missing-key', 'error', say`${key} is missing`, {span, hint: 'add it'})`. */
export function finding<R extends Rule>(
  rule: R,
  severity: Severity,
  message: Words,
  {span, hint}: MoreOfFinding = {},
): Finding<R> {
  return {
    rule,
    severity,
    message: asProse(message),
    ...(span === undefined ? {} : {span}),
    ...(hint === undefined ? {} : {hint: asProse(hint)}),
  };
}

function asProse(words: Words): Prose {
  return isProse(words) ? words : prose([words]);
}

/** Whether `severity` is as grave as `threshold`, or graver. */
export function isAtLeast(severity: Severity, threshold: Severity): boolean {
  return SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(threshold);
}

/** Whether an answer is a finding, and no answer. */
export function isFinding<Answer>(answer: Answer): answer is Extract<Answer, Finding> {
  return typeof answer === 'object' && answer !== null && 'rule' in answer && 'severity' in answer;
}
