import type {Finding} from '../../base/index.ts';

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
  /** The change was made after a bad stretch, or may have been: part of what followed would have come by itself. */
  'regression-to-mean',
  /** The date of the change was picked because the series moves there. */
  'date-from-data',
  /** What else changed at the same time is in the figure. */
  'no-control',
  /** The interval holds no change at all. */
  'no-change-shown',
  /** Errors so persistent that the series says little about its own level. */
  'persistent',
  /** Treated and control drifted apart before the change. */
  'not-parallel',
] as const;
export type DeliveryRule = (typeof DELIVERY_RULES)[number];
export type DeliveryFinding = Finding<DeliveryRule>;
