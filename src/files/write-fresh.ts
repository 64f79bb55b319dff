import {lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync} from 'node:fs';
import {basename, dirname, join, resolve} from 'node:path';
import {type Finding, finding, say} from '../figure/index.ts';
import {errorCode} from './text-file.ts';
import {create, discard, makeFolder, refuseLink, syncFolder, trying} from './write.ts';
import type {FreshFile} from './write-set.ts';

/** The folder in which files wait until all of them are on the disk. */
const STAGE = '.parley-new';

/**
 * Puts files where none of them stands yet, all or none: `already-there` names those that do. A folder that is not there
 * is made beside its place and then renamed into it. Into one that is there, the files are copied from a stage of their
 * own, the last of `files` last: a program that is killed meanwhile has left the stage, by which the next one knows what
 * to take away. Returns what went wrong; then nothing has changed.
 */
export function writeFresh(folder: string, files: readonly FreshFile[]): readonly Finding[] {
  const place = resolve(folder);
  if (!stands(place)) return trying(folder, () => makeWhole(place, files));
  let taken: readonly Finding[] = [];
  const failed = trying(folder, () => {
    takeBack(place);
    taken = files.filter(({path}) => stands(join(place, path))).map(({path}) => alreadyThere(folder, path));
    if (taken.length === 0) putInto(place, files);
  });
  return [...taken, ...failed];
}

function makeWhole(place: string, files: readonly FreshFile[]): void {
  makeFolder(dirname(place));
  const stage = join(dirname(place), `.${basename(place)}${STAGE}`);
  try {
    writeAll(stage, files);
    renameSync(stage, place);
  } catch (error) {
    rmSync(stage, {recursive: true, force: true});
    throw error;
  }
  syncFolder(dirname(place));
}

function putInto(place: string, files: readonly FreshFile[]): void {
  const stage = join(place, STAGE);
  const put: string[] = [];
  try {
    writeAll(stage, files);
    for (const {path, text} of files) {
      const target = join(place, path);
      makeInner(place, path);
      create(target, text);
      put.push(target);
      syncFolder(dirname(target));
    }
  } catch (error) {
    for (const path of put) discard(path);
    throw error;
  } finally {
    rmSync(stage, {recursive: true, force: true});
  }
}

/** The files in a stage that is made anew: what a killed program left there goes. */
function writeAll(stage: string, files: readonly FreshFile[]): void {
  rmSync(stage, {recursive: true, force: true});
  mkdirSync(stage);
  for (const {path, text} of files) {
    makeInner(stage, path);
    create(join(stage, path), text);
  }
}

/** The folders between a folder and a file of it; a link in the place of one is refused. */
function makeInner(folder: string, path: string): void {
  const inner = dirname(path);
  if (inner === '.') return;
  makeInner(folder, inner);
  refuseLink(join(folder, inner));
  makeFolder(join(folder, inner));
}

/** Takes away what a killed program has put into a folder, by what waits in its stage; where all of it stands whole, it stays. */
function takeBack(place: string): void {
  const stage = join(place, STAGE);
  if (!stands(stage)) return;
  const staged = filesIn(stage, '').map(path => {
    const target = join(place, path);
    const isFile = lstatSync(target, {throwIfNoEntry: false})?.isFile() === true;
    return {target, there: isFile ? readFileSync(target) : null, whole: readFileSync(join(stage, path))};
  });
  if (!staged.every(({there, whole}) => there?.equals(whole) === true))
    for (const {target, there, whole} of staged)
      if (there !== null && whole.subarray(0, there.length).equals(there)) discard(target);
  rmSync(stage, {recursive: true, force: true});
}

function filesIn(folder: string, below: string): readonly string[] {
  return readdirSync(join(folder, below), {withFileTypes: true}).flatMap(one => {
    const path = join(below, one.name);
    return one.isDirectory() ? filesIn(folder, path) : [path];
  });
}

function alreadyThere(folder: string, path: string): Finding {
  const hint = 'choose another folder, or move them away: nothing was written';
  return finding('already-there', 'error', say`${join(folder, path)} exists already`, {hint});
}

/** Whether anything bears the name, a link that leads nowhere among it. A path that cannot be, stands not. */
function stands(path: string): boolean {
  try {
    return lstatSync(path, {throwIfNoEntry: false}) !== undefined;
  } catch (error) {
    errorCode(error);
    return false;
  }
}
