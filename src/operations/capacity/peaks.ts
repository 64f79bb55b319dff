import type {EpochMs} from '../../calendar/index.ts';
import {dayIn} from '../../intake/index.ts';
import type {Load} from '../../record/index.ts';

/** The highest load of a day, in the unit of its source. */
export interface DailyPeak {
  readonly date: string;
  readonly load: number;
  readonly at: EpochMs;
  /** The highest load over the capacity of its moment; null where no sample of the day has a capacity. */
  readonly share: number | null;
  readonly samples: number;
}

/**
 * The peak of each day of one system's loads, in days of `zone`, in order. The load that is highest and the one that is
 * highest against its capacity may be two: capacity moves. One peak a day is also what makes peaks over a threshold
 * count storms and not samples.
 */
export function dailyPeaks(loads: readonly Load[], zone: string = 'UTC'): readonly DailyPeak[] {
  const days = new Map<string, DailyPeak>();
  for (const {at, load, capacity} of loads) {
    const date = dayIn(at, zone);
    const before = days.get(date);
    const share = capacity === null ? null : load / capacity;
    const higher = before === undefined || load > before.load;
    days.set(date, {
      date,
      load: higher ? load : before.load,
      at: higher ? at : before.at,
      share: share === null ? (before?.share ?? null) : Math.max(share, before?.share ?? 0),
      samples: (before?.samples ?? 0) + 1,
    });
  }
  return [...days.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
}
