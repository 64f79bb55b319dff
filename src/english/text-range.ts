/** A stretch of a text, in UTF-16 code units. */
export interface TextRange {
  readonly from: number;
  readonly to: number;
}

/** Tokens `from` up to `to`. */
export interface TokenRange {
  readonly from: number;
  readonly to: number;
}
