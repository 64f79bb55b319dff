import {parentPort} from 'node:worker_threads';
import {readFile, shippedFacts, type Wanted} from './read-file.ts';

/** What a thread is asked for: some files, and which part of the whole they are. */
export interface Batch {
  readonly batch: number;
  readonly files: readonly string[];
  readonly wanted: Wanted;
}

const facts = shippedFacts();

parentPort?.on('message', ({batch, files, wanted}: Batch) => {
  parentPort?.postMessage({batch, read: files.map(file => readFile(file, facts, wanted))}, []);
});
