import type {Span} from './span.ts';

/** From the mildest to the gravest: `--fail-on` compares by this order. */
export const SEVERITIES = ['note', 'warning', 'error'] as const;
export type Severity = (typeof SEVERITIES)[number];

/**
 * What is wrong with an input, or what the audit says of it. One shape for both, so that a YAML slip and a
 * guide's arithmetic print the same way. `Rule` is a closed union in the room that makes the findings.
 */
export interface Finding<Rule extends string = string> {
  readonly rule: Rule;
  readonly severity: Severity;
  /** Lower case, with the value and what was expected. */
  readonly message: string;
  readonly span?: Span;
  /** How to mend it. */
  readonly hint?: string;
}

/** Whether `severity` is as grave as `threshold`, or graver. */
export function reaches(severity: Severity, threshold: Severity): boolean {
  return SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(threshold);
}

/** A finding without a place; its rule keeps its own type, so that a room's closed union holds it. */
export function findingOf<Rule extends string>(
  rule: Rule,
  severity: Severity,
  message: string,
  hint?: string,
): Finding<Rule> {
  return {rule, severity, message, ...(hint === undefined ? {} : {hint})};
}

/** Whether an answer is a finding, and no answer. */
export function isFinding<Answer>(answer: Answer): answer is Extract<Answer, Finding> {
  return typeof answer === 'object' && answer !== null && 'rule' in answer && 'severity' in answer;
}
