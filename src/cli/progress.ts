import type {Progress} from '../desk/index.ts';

/** Where a progress line is written: stderr, or what stands for it in a test. */
export interface Terminal {
  readonly isTTY?: boolean | undefined;
  readonly write: (text: string) => unknown;
}

/** Shorter work needs no progress; more often than this nobody can read it. Milliseconds. */
const PATIENCE = 1000;
const PAUSE = 100;

/** Cells of the bar. */
const BAR = 24;

/**
 * A bar that shows how much is done, once the program has taken a second, on a terminal only. `now` is a clock in
 * milliseconds. `clear` takes the line away, so that something else can be written, or at the end.
 */
export function progressBar(
  terminal: Terminal,
  now: () => number,
): Pick<Progress, 'at'> & {readonly clear: () => void} {
  let last = now() + PATIENCE - PAUSE;
  let shown = false;
  return {
    at(done, all, words) {
      if (terminal.isTTY !== true || now() - last < PAUSE) return;
      last = now();
      shown = true;
      const full = Math.min(BAR, Math.round((BAR * done) / Math.max(1, all)));
      terminal.write(`\r${'█'.repeat(full)}${'░'.repeat(BAR - full)} ${words}\u001B[K`);
    },
    clear() {
      if (shown) terminal.write('\r\u001B[K');
      shown = false;
    },
  };
}
