import {type Batches, batchEach} from '../intake/index.ts';
import {gathering, type OperationalRecord} from './gather.ts';
import {isPnl, readPnl} from './pnl-files.ts';
import {placesOf, type PlannedSource, type RecordSpec} from './plan.ts';
import {shownAddress} from './prometheus/address.ts';
import {probeEntries} from './probes/read.ts';
import {prometheusEntries} from './prometheus/read.ts';
import {savedEntries} from './prometheus/saved.ts';
import {sourceEntries} from './source.ts';
import type {Entry} from './types.ts';

/** Told as the reading goes on. */
export interface ReadingWatch {
  /** That `name` is read next, a file or a server. */
  readonly file?: (name: string) => void;
  /** How much of a server's answer has come: 0.25 is a quarter. */
  readonly server?: (share: number) => void;
  /** How many rows have been taken in so far; now and then, not for every row. */
  readonly rows?: (taken: number) => void;
}

/** Reads every source of a plan into one record. What is wrong with files and rows is in its findings; never throws for it. */
export async function readRecord(plan: RecordSpec, watch: ReadingWatch = {}): Promise<OperationalRecord> {
  const gathered = gathering(plan.systems);
  let taken = 0;
  for (const planned of plan.sources) {
    if (isPnl(planned)) {
      const before = gathered.pnl.length;
      await readPnl(planned, gathered, watch.file ?? (() => {}), () =>
        watch.rows?.(taken + gathered.pnl.length - before),
      );
      taken += gathered.pnl.length - before;
    } else
      for await (const batch of entriesOf(planned, plan, watch)) {
        for (const entry of batch) {
          gathered.take(entry);
          if (++taken % ROWS_BETWEEN === 0) watch.rows?.(taken);
        }
      }
    const {name, zone} = planned.source;
    gathered.close({
      name,
      kind: planned.kind,
      files: placesOf(planned),
      zone: zone ?? plan.zone ?? 'UTC',
      covers: planned.covers ?? plan.covers,
    });
  }
  return gathered.record();
}

/** Rows taken in between two words about them. */
const ROWS_BETWEEN = 1000;

/** Of probes and servers, states that many samples were reduced to: few enough to come one by one. */
function entriesOf(planned: PlannedSource, plan: RecordSpec, watch: ReadingWatch): Batches<Entry> {
  const covers = planned.covers ?? plan.covers;
  switch (planned.kind) {
    case 'prometheus':
      if (planned.answers !== null)
        return batchEach(savedEntries(planned, planned.answers, covers, watch.file));
      watch.file?.(shownAddress(planned.url));
      return batchEach(
        prometheusEntries(planned, covers, watch.server === undefined ? {} : {answered: watch.server}),
      );
    case 'probes':
      return batchEach(probeEntries(planned, {calendars: plan.calendars, covers}, watch.file));
    default:
      return sourceEntries(planned, watch.file);
  }
}
