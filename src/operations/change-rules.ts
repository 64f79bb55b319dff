/** What anybody has to know who reads a figure before and after a change, of deployments or of costs. */
export const CHANGE_RULES = [
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
