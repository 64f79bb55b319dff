import {showCount} from '../base/index.ts';
import {type Dirent, readdirSync, realpathSync, statSync} from 'node:fs';
import {isAbsolute, join, relative, sep} from 'node:path';
import {errorCode} from './text-file.ts';

/** Files that one pattern may name: more are a slip of the pattern, or want a table of their own. */
const MOST = 20_000;

export type Globbed =
  | {readonly ok: true; readonly files: readonly {readonly path: string; readonly name: string}[]}
  | {readonly ok: false; readonly message: string; readonly hint: string};

/**
 * The files that `pattern` names, in order of the alphabet: `*` and `?` within one name, `**` for any folders. Seen from
 * `folder`, which a pattern may leave only by a whole path of its own, never by `..` or by a link.
 */
export function glob(folder: string, pattern: string): Globbed {
  const slashed = pattern.replaceAll('\\', '/');
  const whole = isAbsolute(pattern);
  const steps = slashed.split('/').filter(step => step !== '' && step !== '.');
  if (steps.includes('..')) {
    const hint = 'put the files below it, or write their whole path';
    return {ok: false, message: `${pattern} leads out of the folder of record.yaml`, hint};
  }
  const root = whole ? /^(?:[A-Za-z]:)?\//.exec(slashed)?.[0] : folder;
  const below = whole ? slashed.slice(root?.length ?? 0).split('/') : steps;
  const found = new Set<string>();
  walk(
    root ?? folder,
    below.filter(step => step !== ''),
    found,
  );
  if (found.size > MOST) {
    const hint = 'name a narrower folder, or join the files';
    return {ok: false, message: `${pattern} names more than ${showCount(MOST)} files`, hint};
  }
  const files = [...found]
    .sort()
    .map(path => ({path, name: whole ? path : relative(folder, path).split(sep).join('/')}));
  const away = whole ? undefined : files.find(({path}) => !within(folder, path));
  if (away !== undefined) {
    const hint = 'write the whole path of what it links to';
    return {ok: false, message: `${away.name} is a link that leads out of the folder of record.yaml`, hint};
  }
  return {ok: true, files};
}

function walk(folder: string, steps: readonly string[], found: Set<string>): void {
  const [step, ...rest] = steps;
  if (step === undefined || found.size > MOST) return;
  if (step === '**') {
    if (rest[0] === '**') return walk(folder, rest, found);
    walk(folder, rest, found);
    // Links to folders are not followed: they may lead round in circles.
    for (const one of entries(folder)) if (one.isDirectory()) walk(join(folder, one.name), steps, found);
    return;
  }
  const names = /[*?]/.test(step)
    ? entries(folder)
        .map(({name}) => name)
        .filter(fits(step))
    : [step];
  for (const name of names) {
    const path = join(folder, name);
    const kind = kindOf(path);
    if (rest.length > 0 && kind === 'folder') walk(path, rest, found);
    // A folder that is named whole is reported when it is opened; one that a star meets was not meant.
    else if (rest.length === 0 && (kind === 'file' || (kind === 'folder' && name === step))) found.add(path);
  }
}

/** What lies in a folder, but for hidden files; nothing where it cannot be read. */
function entries(folder: string): Dirent[] {
  try {
    return readdirSync(folder, {withFileTypes: true}).filter(({name}) => !name.startsWith('.'));
  } catch (error) {
    errorCode(error);
    return [];
  }
}

function fits(step: string): (name: string) => boolean {
  const form = step
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*+/g, '.*')
    .replaceAll('?', '.');
  const whole = new RegExp(`^${form}$`, 'su');
  return name => whole.test(name);
}

function kindOf(path: string): 'file' | 'folder' | 'nothing' {
  try {
    const stat = statSync(path);
    return stat.isFile() ? 'file' : stat.isDirectory() ? 'folder' : 'nothing';
  } catch (error) {
    errorCode(error);
    return 'nothing';
  }
}

function within(folder: string, path: string): boolean {
  const way = relative(realpathSync(folder), realpathSync(path));
  return way !== '' && !way.startsWith('..') && !isAbsolute(way);
}
