import type {Finding} from '../../base/index.ts';
import {CHANGE_RULES} from '../change-rules.ts';

/** What a reader of delivery figures has to know, or why one of them is not there. */
export const DELIVERY_RULES = [
  /** Nothing in the period to compute a figure from. */
  'nothing-to-count',
  /** So few values that the interval asked for does not exist, or hardly holds. */
  'few-values',
  /** The tool tells only the last commit of a deployment: its lead time is a lower bound. */
  'last-commit',
  /** Deployments without an end, counted to their start. */
  'no-finish',
  /** Times that run backwards, or take no time: left out of a median. */
  'not-after',
  /** No deployment says what it caused, so that a rate of failure would be made up. */
  'no-declared-cause',
  /** A deployment names an incident that the record does not have. */
  'unknown-incident',
  /** Outages that last still: their lengths are lower bounds. */
  'open-incident',
  ...CHANGE_RULES,
] as const;
type DeliveryRule = (typeof DELIVERY_RULES)[number];
export type DeliveryFinding = Finding<DeliveryRule>;
