import {type Component, showNumber} from '../../base/index.ts';
import type {Verdict} from '../../claims/index.ts';
import type {Tone} from '../../page/index.ts';
import type {Outcome, RuleRow} from '../../strategy/index.ts';
import {componentName} from '../../terms/index.ts';

/** The components of pay as a reader is told of them. */
export function componentHeading(component: Component): string {
  if (component === 'pnl') return 'PnL share';
  const name = component === 'equity' ? 'equity a year' : componentName(component);
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** The order in which verdicts are told, from what may be said to what may not. */
export const VERDICT_KINDS = ['holds', 'holds only if', 'does not hold', 'cannot be checked'] as const;

/** Signs that tell verdicts and outcomes apart without colour. All are one column wide in a terminal. */
export const VERDICT_SIGNS: Readonly<Record<Verdict['kind'], string>> = {
  holds: '✓',
  'holds only if': '≈',
  'does not hold': '✗',
  'cannot be checked': '?',
};

export const VERDICT_TONES = {
  holds: 'pass',
  'holds only if': 'unknown',
  'does not hold': 'fail',
  'cannot be checked': 'muted',
} as const satisfies Readonly<Record<Verdict['kind'], Tone>>;

export const OUTCOME_SIGNS: Readonly<Record<Outcome, string>> = {pass: '✓', fail: '✗', unknown: '?'};

/** What a rule's side asks, as a heading over its rules. A walk-away passes where it does not apply. */
export const SIDE_HEADINGS: Readonly<Record<RuleRow['side'], string>> = {
  accept: 'Accept at',
  'walk away': 'Walk away if (✓ clear of it)',
  anchor: 'Anchor at',
};

export const SIDES = ['accept', 'walk away', 'anchor'] as const;

/** The mark a side leaves on a band: "accept floor". */
export const SIDE_MARKS: Readonly<Record<RuleRow['side'], string>> = {
  accept: 'accept floor',
  'walk away': 'walk-away',
  anchor: 'anchor',
};

/** `C4`: how charts, scripts and the ledger name a claim. Counts from 1 in the order of the ledger. */
export function claimNumber(index: number): string {
  return `C${index + 1}`;
}

/** `9.25 min`, `1,460 min`: minutes to three digits. */
export function minutesOf(minutes: number): string {
  return `${showNumber(Number(minutes.toPrecision(3)))} min`;
}
