// Holds two frozen folders against each other: JSON by its leaves, text by its lines, pages by their text and tags.
import {readdirSync, readFileSync} from 'node:fs';
import {join, relative, sep} from 'node:path';

/** Characters of a value or a line that are shown. */
const SHOWN = 240;

/**
 * Prints what differs, by file, and how much of it there is.
 *
 * @param {string} before
 * @param {string} after
 * @param {{ignore: readonly string[], most: number}} how
 * @returns {number} how many differences there are
 */
export function differences(before, after, {ignore, most}) {
  const old = new Set(filesIn(before));
  const now = new Set(filesIn(after));
  const all = [...new Set([...old, ...now])].sort((a, b) => (a < b ? -1 : 1));
  let total = 0;
  let files = 0;
  for (const file of all) {
    const found = !now.has(file)
      ? ['- the file']
      : !old.has(file)
        ? ['+ the file']
        : between(
            file,
            readFileSync(join(before, file), 'utf8'),
            readFileSync(join(after, file), 'utf8'),
            ignore,
          );
    if (found.length === 0) continue;
    total += found.length;
    files++;
    const lines = found.slice(0, most);
    if (lines.length < found.length) lines.push(`… and ${found.length - lines.length} more`);
    print(`${file}: ${found.length}`, ...lines.map(line => `  ${line}`));
  }
  print(
    total === 0
      ? `nothing differs in ${all.length} files`
      : `${total} differences in ${files} of ${all.length} files`,
  );
  return total;
}

/** @param {string[]} lines */
const print = (...lines) => process.stdout.write(`${lines.join('\n')}\n`);

/** @param {string} folder */
function filesIn(folder) {
  const inside = readdirSync(folder, {recursive: true, withFileTypes: true});
  return inside
    .filter(one => one.isFile())
    .map(one => relative(folder, join(one.parentPath, one.name)).split(sep).join('/'));
}

/**
 * @param {string} file
 * @param {string} before
 * @param {string} after
 * @param {readonly string[]} ignore
 * @returns {string[]} one line a difference
 */
function between(file, before, after, ignore) {
  if (/\.jsonl?$/.test(file)) {
    const old = documentOf(before);
    const now = documentOf(after);
    if (old !== undefined && now !== undefined) {
      const kept = without(now, ignore);
      const found = [...leaves(old, kept, '')];
      const isSame = found.length > 0 || inOrder(old) === inOrder(kept);
      return isSame ? found : ['~ the order of keys'];
    }
  }
  if (before === after) return [];
  if (!/\.(html|svg)$/.test(file)) return lines(before.split('\n'), after.split('\n'));
  const texts = lines(textOf(before), textOf(after));
  // A bar that is longer has another attribute and no other text.
  return [...texts, ...lines(tagsOf(before), tagsOf(after))];
}

/**
 * @param {string} text one document, or one a line
 * @returns {unknown} undefined where it is no JSON
 */
function documentOf(text) {
  const parse = () => /** @type {unknown} */ (JSON.parse(text));
  const parseLines = () =>
    text
      .trim()
      .split('\n')
      .map(line => /** @type {unknown} */ (JSON.parse(line)));
  for (const reading of [parse, parseLines]) {
    try {
      return reading();
    } catch {
      // the next reading, or none
    }
  }
  return undefined;
}

/**
 * @param {unknown} value
 * @param {readonly string[]} keys
 * @returns {unknown} the document, or each of many, without these keys
 */
function without(value, keys) {
  if (keys.length === 0 || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(one => without(one, keys));
  return Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key)));
}

/** @param {number} value */
const toTwelve = value => Number(value.toPrecision(12));

/** @param {unknown} value */
const inOrder = value =>
  JSON.stringify(value, (_key, /** @type {unknown} */ one) =>
    typeof one === 'number' ? toTwelve(one) : one,
  );

/**
 * @param {unknown} old
 * @param {unknown} now
 * @param {string} at a JSON Pointer
 * @returns {Iterable<string>}
 */
function* leaves(old, now, at) {
  if (isTree(old) && isTree(now) && Array.isArray(old) === Array.isArray(now)) {
    for (const key of new Set([...Object.keys(old), ...Object.keys(now)]))
      yield* leaves(old[key], now[key], `${at}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`);
    return;
  }
  // What came or went as a whole is told by its leaves too.
  if (old === undefined && isTree(now) && Object.keys(now).length > 0)
    return yield* leaves(emptyOf(now), now, at);
  if (now === undefined && isTree(old) && Object.keys(old).length > 0)
    return yield* leaves(old, emptyOf(old), at);
  const [was, is] = [JSON.stringify(old), JSON.stringify(now)];
  // Reports are told to twelve digits: what one build tells with more is no difference.
  if (was === is || (typeof old === 'number' && typeof now === 'number' && toTwelve(old) === toTwelve(now)))
    return;
  if (was === undefined) yield `+ ${at} ${cut(is)}`;
  else if (is === undefined) yield `- ${at} ${cut(was)}`;
  else {
    // Of long values what is shown begins shortly before the first difference.
    let same = 0;
    while (was[same] === is[same]) same++;
    const from = was.length > SHOWN || is.length > SHOWN ? Math.max(0, same - 40) : 0;
    yield `~ ${at} ${cut(was, from)} → ${cut(is, from)}`;
  }
}

/**
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
const isTree = value => typeof value === 'object' && value !== null;

/** @param {unknown} value */
const emptyOf = value => (Array.isArray(value) ? [] : {});

/** @param {string} text */
const cut = (text, from = 0) =>
  `${from > 0 ? '…' : ''}${text.slice(from, from + SHOWN)}${text.length > from + SHOWN ? '…' : ''}`;

/** @param {string} page */
const textOf = page =>
  page
    .split(/<style[^]*?<\/style>|<[^>]*>/)
    .map(text => text.replace(/\s+/g, ' ').trim())
    .filter(text => text !== '');

/** @param {string} page */
const tagsOf = page => page.match(/<style[^]*?<\/style>|<[^>]*>/g) ?? [];

/** Beyond so many steps the shortest way is no longer looked for. */
const FAR = 4000;

/**
 * The lines that went and those that came, each with its number, after Myers: the shortest way from one to the other.
 *
 * @param {readonly string[]} old
 * @param {readonly string[]} now
 * @returns {string[]}
 */
function lines(old, now) {
  const most = Math.min(FAR, old.length + now.length);
  /** How far each diagonal came; of each step what the next one sees is kept for the way back. */
  const reach = new Int32Array(2 * most + 3);
  /** @type {Int32Array[]} */
  const steps = [];
  for (let step = 0; step <= most; step++) {
    const seen = reach.slice(most - step, most + step + 3);
    steps.push(seen);
    for (let k = -step; k <= step; k += 2) {
      let x = stepTo(seen, step, k).x;
      while (x < old.length && x - k < now.length && old[x] === now[x - k]) x++;
      reach[k + most + 1] = x;
      if (x >= old.length && x - k >= now.length) return back(steps, old, now);
    }
  }
  return [
    ...old.map((line, at) => `- ${at + 1}: ${cut(line)}`),
    ...now.map((line, at) => `+ ${at + 1}: ${cut(line)}`),
  ];
}

/**
 * How a step comes to a diagonal: by a line that came (from the one above), or one that went.
 *
 * @param {Int32Array} seen
 * @param {number} step
 * @param {number} k
 */
function stepTo(seen, step, k) {
  const went = seen[k + step] ?? 0;
  const came = seen[k + step + 2] ?? 0;
  const isNew = k === -step || (k !== step && went < came);
  return isNew ? {isNew, x: came} : {isNew, x: went + 1};
}

/**
 * @param {readonly Int32Array[]} steps
 * @param {readonly string[]} old
 * @param {readonly string[]} now
 */
function back(steps, old, now) {
  /** @type {string[]} */
  const found = [];
  let k = old.length - now.length;
  for (const [step, seen] of [...steps.entries()].slice(1).reverse()) {
    const {isNew, x} = stepTo(seen, step, k);
    const y = x - k;
    found.push(isNew ? `+ ${y}: ${cut(now[y - 1] ?? '')}` : `- ${x}: ${cut(old[x - 1] ?? '')}`);
    k += isNew ? 1 : -1;
  }
  return found.reverse();
}
