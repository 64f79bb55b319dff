/** Where a progress line is written: stderr, or what stands for it in a test. */
export interface Terminal {
  readonly isTTY?: boolean | undefined;
  readonly write: (text: string) => unknown;
}

/** Shorter work needs no progress; more often than this nobody can read it. Milliseconds. */
const PATIENCE = 1000;
const PAUSE = 100;

/** `1,200 of 1,904 files read`. */
const ofFiles = (done: number, all: number) =>
  `${done.toLocaleString('en-US')} of ${all.toLocaleString('en-US')} files read`;

/** Cells of the bar. */
const BAR = 24;

/**
 * A bar that shows how much of `all` is done, once it has taken a second, on a terminal only; in `words`, or as files.
 * `now` is a clock in milliseconds. `clear` takes the line away, so that something else can be written, or at the end.
 */
export function progress(terminal: Terminal, all: number, now: () => number, words = ofFiles) {
  const start = now();
  let last = start + PATIENCE - PAUSE;
  let shown = false;
  return {
    done(files: number): void {
      if (terminal.isTTY !== true || now() - last < PAUSE) return;
      last = now();
      shown = true;
      const full = Math.min(BAR, Math.round((BAR * files) / Math.max(1, all)));
      terminal.write(`\r${'█'.repeat(full)}${'░'.repeat(BAR - full)} ${words(files, all)}\u001B[K`);
    },
    clear(): void {
      if (shown) terminal.write('\r\u001B[K');
      shown = false;
    },
  };
}
