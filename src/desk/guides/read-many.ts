import {fileURLToPath} from 'node:url';
import {Worker} from 'node:worker_threads';
import {isThere} from '../../files/index.ts';
import {type FileRead, readFile, type Wanted, shippedFacts} from './read-file.ts';
import type {Batch} from './worker.ts';

/** Up to here one thread is done before others have started. */
const FEW = 500;
const BATCH = 16;
const MOST_THREADS = 4;
/** How many batches may be read ahead of the one that is printed next: what bounds the memory. */
const AHEAD = 12;
/** Beside the bundle's chunks. In the source tree there is none, and files are read in one thread. */
const WORKER = new URL('../reading-worker.js', import.meta.url);

/**
 * Reads and audits many files, in the order of `files`; on up to `threads` threads where there are more than 500. `onDone` is told after each file how many have been read, which may run ahead of what is yielded.
 * Throws only for a fault of ours: a file that cannot be read is yielded as such.
 */
export async function* readMany(
  files: readonly string[],
  wanted: Wanted,
  threads = 1,
  onDone: (files: number) => void = () => {},
): AsyncIterable<FileRead> {
  if (files.length > FEW && threads > 1 && isThere(fileURLToPath(WORKER))) {
    yield* readOnThreads(files, wanted, onDone, Math.min(threads, MOST_THREADS));
    return;
  }
  const facts = shippedFacts();
  for (const [at, file] of files.entries()) {
    const read = readFile(file, facts, wanted);
    onDone(at + 1);
    yield read;
  }
}

async function* readOnThreads(
  files: readonly string[],
  wanted: Wanted,
  onDone: (files: number) => void,
  threads = 1,
): AsyncIterable<FileRead> {
  const batches: Batch[] = [];
  for (let from = 0; from < files.length; from += BATCH)
    batches.push({batch: batches.length, files: files.slice(from, from + BATCH), wanted});
  const ready = new Map<number, readonly FileRead[]>();
  const idle: Worker[] = [];
  const failures: Error[] = [];
  let wake = () => {};
  let next = 0;
  let printed = 0;
  let done = 0;
  const feed = () => {
    while (next < batches.length && next < printed + AHEAD) {
      const worker = idle.pop();
      if (worker === undefined) return;
      worker.postMessage(batches[next++], []);
    }
  };
  const workers = Array.from({length: threads}, () => {
    const worker = new Worker(WORKER);
    worker.on('message', ({batch, read}: {batch: number; read: readonly FileRead[]}) => {
      ready.set(batch, read);
      done += read.length;
      onDone(done);
      idle.unshift(worker);
      feed();
      wake();
    });
    worker.on('error', error => {
      failures.push(error instanceof Error ? error : new Error(String(error)));
      wake();
    });
    // two batches each: a thread that has read one need not wait for the next
    idle.push(worker, worker);
    return worker;
  });
  try {
    for (feed(); printed < batches.length; ) {
      const read = ready.get(printed);
      if (read !== undefined) {
        ready.delete(printed++);
        feed();
        yield* read;
      } else if (failures[0] !== undefined) throw failures[0];
      else
        await new Promise<void>(resolve => {
          wake = resolve;
        });
    }
  } finally {
    await Promise.all(workers.map(worker => worker.terminate()));
  }
}
