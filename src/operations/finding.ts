import type {Finding} from '../base/index.ts';

/** What may stand in the way of judging a record. A section of docs/impact.md for each. */
export const OPERATIONS_RULES = [
  /** A service that delivery names and no deployment has. */
  'unknown-service',
  /** A scope that costs names and no row has. */
  'unknown-scope',
  /** A calendar that there is none of, or that does not reach the record. */
  'calendar',
  /** A record of which nothing can be said. */
  'nothing-to-price',
] as const;
export type OperationsFinding = Finding<(typeof OPERATIONS_RULES)[number]>;
