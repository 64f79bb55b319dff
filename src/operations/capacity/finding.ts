import type {Finding} from '../../base/index.ts';

/** What a reader of capacity figures has to know, or why one of them is not there. */
export const CAPACITY_RULES = [
  /** Loads without what could have been carried. */
  'no-capacity',
  /** Loads that stop at the capacity, as utilisation does. */
  'saturated',
  /** Too few peaks over the threshold to say how high they reach. */
  'few-peaks',
  /** A return level for longer than the record is long: it is the model's, not the record's. */
  'beyond-record',
  /** Sessions with too few samples to say what they carried: left out. */
  'thin-session',
  /** No session ever reached the volume that is claimed. */
  'never-reached',
  /** The system was down in a session of that volume. */
  'was-down',
  /** Of some of that time nobody knows. */
  'unknown-state',
  /** What is shorter than the probes' step cannot be seen. */
  'between-probes',
] as const;
type CapacityRule = (typeof CAPACITY_RULES)[number];
export type CapacityFinding = Finding<CapacityRule>;
