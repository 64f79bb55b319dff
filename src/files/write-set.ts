import {type Stats, lstatSync, mkdtempSync, readdirSync, renameSync, rmdirSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import type {Finding} from '../figure/index.ts';
import {errorCode} from './text-file.ts';
import {create, makeFolder, refuseLink, syncFolder, systemError, trying} from './write.ts';

/** A file to be written, its path counted from a folder. */
export interface FreshFile {
  readonly path: string;
  readonly text: string;
}

/** The folder whose files are whole and on their way to their places: whoever finds it moves them on. */
const WHOLE = '.parley-set';
/** Folders in which a set is still being written, each of its own writer. */
const STAGE = '.parley-';
const TRIES = 5;

/**
 * Puts files into a folder as one set, all of them new or all of them old: they are written beside it, forced to the disk
 * and then moved into their places. A program that is killed between two moves has left what is missing in a folder of a
 * known name, from which the next one ends the work. A link in the place of a file is replaced, and one in the place of
 * the folder refused. Returns what went wrong; then nothing has changed.
 */
export function writeSet(folder: string, files: readonly FreshFile[]): readonly Finding[] {
  return trying(folder, () => {
    refuseLink(folder);
    makeFolder(folder);
    for (const {path} of files)
      if (standing(join(folder, path))?.isDirectory() === true) throw systemError('EISDIR', path);
    sweep(folder);
    // Another program may take what this one has half written for a dead one's: it is written again.
    for (let tries = 1; ; tries++) {
      try {
        return put(folder, files);
      } catch (error) {
        if (tries === TRIES || !['ENOENT', 'ENOTEMPTY', 'EEXIST'].includes(errorCode(error))) throw error;
      }
    }
  });
}

function put(folder: string, files: readonly FreshFile[]): void {
  const stage = mkdtempSync(join(folder, STAGE));
  try {
    for (const {path, text} of files) {
      const old = standing(join(folder, path));
      create(join(stage, path), text, old?.isFile() === true ? old.mode & 0o7777 : undefined);
    }
    syncFolder(stage);
    moveOn(folder);
    // From here on the new set counts, and nothing that is killed can take it back.
    renameSync(stage, join(folder, WHOLE));
  } catch (error) {
    rmSync(stage, {recursive: true, force: true});
    throw error;
  }
  moveOn(folder);
}

/** Ends what a killed program has left of a set that was whole. What hinders it, the next set that is written tells. */
export function finishSet(folder: string): void {
  try {
    refuseLink(folder);
    moveOn(folder);
  } catch (error) {
    errorCode(error);
  }
}

/** Moves the files of a whole set into their places; another program may do so too. */
function moveOn(folder: string): void {
  const whole = join(folder, WHOLE);
  if (standing(whole)?.isSymbolicLink() === true) rmSync(whole);
  for (const name of namesIn(whole))
    orAbsent(() => {
      renameSync(join(whole, name), join(folder, name));
    });
  orAbsent(() => {
    rmdirSync(whole);
  });
  syncFolder(folder);
}

/** Takes away what killed programs had half written; a set that was whole is put in its place first. */
function sweep(folder: string): void {
  moveOn(folder);
  for (const name of namesIn(folder))
    if (name.startsWith(STAGE)) rmSync(join(folder, name), {recursive: true, force: true});
}

function namesIn(folder: string): readonly string[] {
  return orAbsent(() => readdirSync(folder)) ?? [];
}

/** Undefined where it is gone: another program was first. */
function orAbsent<T>(of: () => T): T | undefined {
  try {
    return of();
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
    return undefined;
  }
}

/** What bears a name, a link among it. */
function standing(path: string): Stats | undefined {
  return lstatSync(path, {throwIfNoEntry: false});
}
