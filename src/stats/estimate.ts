/** A figure that is uncertain: never a bare number. */
export interface Estimate {
  readonly low: number;
  readonly mid: number;
  readonly high: number;
  /** How often intervals made this way hold the truth: 0.95. */
  readonly level: number;
  /** In words: "bootstrap over incidents, 2,000 draws". */
  readonly method: string;
  /** What was counted: incidents, days, deployments. */
  readonly n: number;
}

/** Of an estimate that nobody asked for another level. */
export const LEVEL = 0.95;
