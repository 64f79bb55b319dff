/**
 * Samples to minutes, as one text for every database. It reads two tables:
 *
 * - `sample`: `system`; `hour`, whole hours since 1970 in UTC, null where the time is missing; `minute_bit`, 2 to the
 *   power of the minute of the hour (an unsigned 64-bit integer in ClickHouse); `ok`, what the probe said.
 * - `open_hour`: `hour`, each hour in which a market is open for a minute or more, once.
 *
 * A row of the answer is what one system said in one open hour: bit 0 of `minutes` stands for its first minute, and is
 * set where a sample of that minute said `ok`. Hours in which nothing is open come as hour -1, rows without a time as
 * -2. Sixty minutes to a number keep the groups few; a bit is set or not, so that samples that come twice change
 * nothing and no count can overflow.
 */
export const REDUCTION = `SELECT
  system,
  open_or_not AS hour,
  ok,
  BIT_OR(CASE WHEN open_or_not >= 0 THEN minutes ELSE 0 END) AS minutes,
  SUM(samples) AS samples
FROM (
  SELECT
    grouped.system AS system,
    CASE
      WHEN grouped.hour IS NULL THEN -2
      WHEN open_hour.hour = grouped.hour THEN grouped.hour
      ELSE -1
    END AS open_or_not,
    grouped.ok AS ok,
    grouped.minutes AS minutes,
    grouped.samples AS samples
  FROM (
    SELECT system, hour, ok, BIT_OR(minute_bit) AS minutes, COUNT(*) AS samples
    FROM sample
    GROUP BY system, hour, ok
  ) AS grouped
  LEFT JOIN open_hour ON open_hour.hour = grouped.hour
) AS placed
GROUP BY system, open_or_not, ok`;

/** What stands for an hour in the answer where there is none. */
export const CLOSED = -1;
export const NO_TIME = -2;

/** Minutes of an hour whose bits are handed on together: a plain integer holds no more. */
export const HALF_HOUR = 30;
/** The bits of the first of its halves. */
export const EARLY = 2 ** HALF_HOUR - 1;

/** What one system said: equal words are one value, so that each is judged once. */
export interface Said {
  readonly system: string | null;
  readonly ok: unknown;
}

/** One row of the answer; `early` and `late` are the bits of the first and the second half of the hour. */
export interface Reduced {
  readonly said: Said;
  readonly hour: number;
  readonly early: number;
  readonly late: number;
  readonly samples: number;
}
