import {showCount} from '../base/index.ts';
import {type Dirent, readdirSync, statSync} from 'node:fs';
import {isAbsolute, join, relative, sep} from 'node:path';
import {isWithin} from './folder.ts';
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
  const typed = slashed.split('/').filter(step => step !== '' && step !== '.');
  if (typed.includes('..')) {
    const hint = 'put the files below it, or write their whole path';
    return {ok: false, message: `${pattern} leads out of the folder of record.yaml`, hint};
  }
  const root = whole ? /^(?:[A-Za-z]:)?\//.exec(slashed)?.[0] : folder;
  const below = whole ? slashed.slice(root?.length ?? 0).split('/') : typed;
  const found = new Set<string>();
  const named = below.filter(step => step !== '');
  // Two of them side by side say what one says.
  const steps = named.filter((step, at) => step !== '**' || named[at - 1] !== '**');
  walk(root ?? folder, {steps, found, seen: new Set()});
  if (found.size > MOST) {
    const hint = 'name a narrower folder, or join the files';
    return {ok: false, message: `${pattern} names more than ${showCount(MOST)} files`, hint};
  }
  const files = [...found]
    .sort()
    .map(path => ({path, name: whole ? path : relative(folder, path).split(sep).join('/')}));
  const away = whole ? undefined : files.find(({path}) => !isWithin(folder, path));
  if (away !== undefined) {
    const hint = 'write the whole path of what it links to';
    return {ok: false, message: `${away.name} is a link that leads out of the folder of record.yaml`, hint};
  }
  return {ok: true, files};
}

/** `steps` from `at` on, below a folder; `seen` holds what was walked already, which many `**` would walk again and again. */
function walk(folder: string, {steps, found, seen}: Walk, at = 0): void {
  const step = steps[at];
  const place = `${at} ${folder}`;
  if (step === undefined || found.size > MOST || seen.has(place)) return;
  seen.add(place);
  const on = {steps, found, seen};
  if (step === '**') {
    walk(folder, on, at + 1);
    // Links to folders are not followed: they may lead round in circles.
    for (const one of entries(folder)) if (one.isDirectory()) walk(join(folder, one.name), on, at);
    return;
  }
  const isLast = at === steps.length - 1;
  const names = /[*?]/.test(step)
    ? entries(folder)
        .map(({name}) => name)
        .filter(name => fits(name, step))
    : [step];
  for (const name of names) {
    const path = join(folder, name);
    const kind = kindOf(path);
    if (!isLast && kind === 'folder') walk(path, on, at + 1);
    // A folder that is named whole is reported when it is opened; one that a star meets was not meant.
    else if (isLast && (kind === 'file' || (kind === 'folder' && name === step))) found.add(path);
  }
}

interface Walk {
  readonly steps: readonly string[];
  readonly found: Set<string>;
  readonly seen: Set<string>;
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

/**
 * Whether a name is of a pattern of `*` and `?`. Where it is not, only the last star takes one sign more: what stands
 * before that star has matched as early as it can, so that no other way need be tried.
 */
function fits(name: string, pattern: string): boolean {
  const [signs, wanted] = [[...name], [...pattern]];
  let [at, to, star, behind] = [0, 0, -1, 0];
  while (at < signs.length) {
    if (wanted[to] === '*') [star, behind] = [to++, at];
    else if (wanted[to] === '?' || wanted[to] === signs[at]) [at, to] = [at + 1, to + 1];
    else if (star >= 0) [to, at] = [star + 1, ++behind];
    else return false;
  }
  while (wanted[to] === '*') to++;
  return to === wanted.length;
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
