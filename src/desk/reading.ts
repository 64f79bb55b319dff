import {countOf, showCount} from '../base/index.ts';
import type {MeasureWatch} from '../case/index.ts';
import {placesOf, type ReadingWatch, type RecordSpec, shownAddress} from '../record/index.ts';
import type {Progress} from './world.ts';

/** Watches the record of a case being read, for its facts. */
export function watchFacts(progress: Progress): MeasureWatch {
  let watch: ReadingWatch | null = null;
  return {
    places: plan => {
      watch = watchRecord(plan, progress);
    },
    file: name => watch?.file?.(name),
    server: share => watch?.server?.(share),
    rows: taken => watch?.rows?.(taken),
  };
}

/** Watches a record being read: files are counted with the rows taken so far, servers are named. */
export function watchRecord(plan: RecordSpec, progress: Progress): ReadingWatch {
  for (const one of plan.sources)
    if (one.kind === 'prometheus' && one.answers === null)
      progress.say(`asking ${shownAddress(one.url)} for ${one.query}`);
  const all = plan.sources.flatMap(placesOf).length;
  let files = 0;
  let rows = 0;
  const tell = (done: number) =>
    progress.at(done, all, `${countOf(rows, 'row')} read, file ${showCount(files)} of ${showCount(all)}`);
  return {
    file: () => tell(files++),
    server: (share: number) => tell(files - 1 + share),
    rows: (taken: number) => {
      rows = taken;
      tell(files - 1);
    },
  };
}
