import {closeSync, fsyncSync, openSync, readFileSync, unlinkSync} from 'node:fs';
import {hostname} from 'node:os';
import {join} from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import {type Attempt, failed, finding} from './finding.ts';
import {errorCode} from './text-file.ts';
import {writeFinding, writeWhole} from './write.ts';

/** Who takes a lock, and a way to tell whether another one lives. */
export interface Holder {
  readonly pid: number;
  isAlive(pid: number): boolean;
}

/** The holder that a process is. Signal 0 reaches a living process only; one of another user answers EPERM. */
export function holderOf(process: {readonly pid: number; kill(pid: number, signal: 0): unknown}): Holder {
  return {
    pid: process.pid,
    isAlive(pid) {
      try {
        process.kill(pid, 0);
        return true;
      } catch (error) {
        return errorCode(error) !== 'ESRCH';
      }
    },
  };
}

const LOCK_FILE = '.parley.lock';
const STEAL_FILE = '.parley.lock.steal';

/** How long a taken lock is waited for: this many times, this many milliseconds apart. */
export interface Patience {
  readonly tries: number;
  readonly pause: number;
}
const PATIENCE: Patience = {tries: 400, pause: 25};

/**
 * Runs `work` while no other process does the same in `folder`. The lock is a file that names its owner; one whose owner
 * is dead is taken over. After ten seconds of waiting (400 tries, unless told) a `locked` finding names the owner.
 */
export async function withLock<T>(
  folder: string,
  me: Holder,
  work: () => T | Promise<T>,
  patience: Patience = PATIENCE,
): Promise<Attempt<T>> {
  const path = join(folder, LOCK_FILE);
  for (let tried = 0; tried <= patience.tries; tried++) {
    if (tried > 0) await sleep(patience.pause);
    const taken = take(path, me);
    if (taken === 'taken') {
      try {
        return {ok: true, value: await work()};
      } finally {
        release(path);
      }
    }
    if (taken !== 'EEXIST') return failed(writeFinding(path, taken));
    stealFromTheDead(folder, me);
  }
  const owner = ownerOf(path);
  const who = owner === undefined ? 'another program' : `process ${owner.pid} on ${owner.host}`;
  const hint = `wait for it; if no Parley runs, delete ${LOCK_FILE} and ${STEAL_FILE}`;
  return failed(finding('locked', `${folder} is being written to by ${who}`, {hint}));
}

function take(path: string, me: Holder): string {
  let fd: number;
  try {
    fd = openSync(path, 'wx');
  } catch (error) {
    return errorCode(error);
  }
  try {
    writeWhole(fd, `${JSON.stringify({pid: me.pid, host: hostname()})}\n`);
    fsyncSync(fd);
    return 'taken';
  } catch (error) {
    release(path);
    return errorCode(error);
  } finally {
    closeSync(fd);
  }
}

/**
 * Removes a lock whose owner is dead. Only one process at a time may: two that both saw the dead owner would otherwise
 * remove, one after the other, the old lock and the new one that was just taken in its place.
 */
function stealFromTheDead(folder: string, me: Holder): void {
  const path = join(folder, LOCK_FILE);
  if (!isDead(ownerOf(path), me)) return;
  const guard = join(folder, STEAL_FILE);
  if (take(guard, me) !== 'taken') {
    return;
  }
  try {
    if (isDead(ownerOf(path), me)) release(path);
  } finally {
    release(guard);
  }
}

interface Owner {
  readonly pid: number;
  readonly host: string;
}

/** Of an owner on another machine nobody here can say whether it lives. */
function isDead(owner: Owner | undefined, me: Holder): boolean {
  return owner !== undefined && owner.host === hostname() && !me.isAlive(owner.pid);
}

/** Undefined where there is no lock, or one that is just being written. */
function ownerOf(path: string): Owner | undefined {
  try {
    const owner: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (typeof owner !== 'object' || owner === null || !('pid' in owner) || !('host' in owner))
      return undefined;
    const {pid, host} = owner;
    return typeof pid === 'number' && Number.isInteger(pid) && pid > 0 && typeof host === 'string'
      ? {pid, host}
      : undefined;
  } catch (error) {
    if (!(error instanceof SyntaxError)) errorCode(error);
    return undefined;
  }
}

function release(path: string): void {
  try {
    unlinkSync(path);
  } catch (error) {
    // Somebody may have deleted it by hand, as the hint says; there is nothing left to release then.
    errorCode(error);
  }
}
