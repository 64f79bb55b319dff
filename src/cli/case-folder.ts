import {existsSync, statSync} from 'node:fs';
import {dirname, join, resolve} from 'node:path';
import {CASE_FILE, RECORD_FILE} from '../case/index.ts';
import {type Context, EXIT} from './context.ts';

/** What a command takes for its case: the value of --case, and the words that stand by position. */
interface Asked {
  readonly case?: string | undefined;
}

/** The case that is named by position or by --case, here where neither is; null where they differ, which is said. */
export function caseFolder(context: Context, flags: Asked, position?: string): string | null {
  if (position === undefined || flags.case === undefined || resolve(position) === resolve(flags.case))
    return position ?? flags.case ?? '.';
  context.talk(`two cases are named, ${position} and --case ${flags.case}: leave one of them out`);
  context.exit(EXIT.usage);
  return null;
}

/** The case of a command that takes other words too: the first of them is the case if it is a folder that holds one. */
export function caseAndWords(
  context: Context,
  flags: Asked,
  words: readonly string[],
): {readonly folder: string; readonly words: readonly string[]} | null {
  const [first, ...rest] = words;
  const named = first !== undefined && isCase(first);
  const folder = caseFolder(context, flags, named ? first : undefined);
  return folder === null ? null : {folder, words: named ? rest : words};
}

/** Where a record is read, the folder that it lies in, and the case around it: by position a case, or else a record.yaml or its folder. */
export function recordPlace(
  context: Context,
  flags: Asked,
  position?: string,
): {readonly folder: string; readonly path: string; readonly beside: string} | null {
  const named = caseAndWords(context, flags, position === undefined ? [] : [position]);
  if (named === null) return null;
  const {folder, words} = named;
  const [path] = words;
  if (path !== undefined) {
    const isFolder = statSync(path, {throwIfNoEntry: false})?.isDirectory() === true;
    return {folder, path, beside: isFolder ? path : dirname(path)};
  }
  // A record.yaml that lies beside case.yaml, as `parley record DIR` has always read it.
  const isBeside = position !== undefined && existsSync(join(position, RECORD_FILE));
  const beside = isBeside ? folder : join(folder, 'record');
  return {folder, path: join(beside, RECORD_FILE), beside};
}

function isCase(word: string): boolean {
  return word !== '' && existsSync(join(word, CASE_FILE));
}
