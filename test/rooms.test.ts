import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';

/** The way of the data: a room knows the rooms before it, never those after it. Some of them hold no code yet. */
const way = [
  ...'base figure stats calendar files intake english guide market record operations impact terms'.split(' '),
  ...'claims strategy case desk page views'.split(' '),
];
const faces = ['cli', 'web', 'mcp'];

/** These meet only in claims and strategy; between them leads no way but the ones named here. */
const apart = 'guide market record operations impact terms'.split(' ');
const ways = [
  'market → guide',
  'operations → record',
  'impact → record',
  'impact → operations',
  'terms → guide',
  'terms → operations',
  'terms → impact',
];

/** Lines of one room. */
const MOST_LINES = 7000;
/** Of the command line, a face that holds no logic of its own: twelve commands, backtest the last of them. */
const MOST_OF_CLI = 1800;
/**
 * english holds the words that all the other rooms would else have tables of; views a file for each report and each picture; terms
 * one tree with its five readings, and the taxes of three places.
 */
const MOST_OF_MANY = 8000;
const MANY: ReadonlySet<string> = new Set(['english', 'views', 'terms']);
/** Lines that may stand in two places: fewer are a shape, as many are one thing written twice. */
const RUN = 6;

const src = join(import.meta.dirname, '..', 'src');
const files = readdirSync(src, {recursive: true, encoding: 'utf8'})
  .map(path => path.replaceAll('\\', '/'))
  .filter(path => path.endsWith('.ts'))
  .map(path => ({path, room: roomOf(path), text: withoutComments(readFileSync(join(src, path), 'utf8'))}));

const imports = files.flatMap(({path, room, text}) =>
  [...text.matchAll(/\b(?:from|import)\s*\(?\s*'(?<target>[^']+)'/g)].map(({groups}) => {
    const target = groups?.['target'] ?? '';
    const inside = target.startsWith('.') ? join(path, '..', target).replaceAll('\\', '/') : undefined;
    return {says: `${path} imports ${target}`, path, room, target, inside, other: inside && roomOf(inside)};
  }),
);
const visits = imports.flatMap(visit =>
  visit.other === undefined || visit.other === visit.room ? [] : [visit],
);

describe('the rooms', () => {
  test('are those of the design, and hold some code', () => {
    expect(files.length).toBeGreaterThan(20);
    expect(
      [...new Set(files.map(file => file.room))].filter(room => ![...way, ...faces].includes(room)),
    ).toEqual([]);
  });

  test('know only the rooms before them on the way of the data', () => {
    const order = [...way, ...faces];
    expect(says(visits, ({room, other}) => order.indexOf(other ?? '') >= order.indexOf(room))).toEqual([]);
    expect(says(visits, ({room, other}) => faces.includes(room) && faces.includes(other ?? ''))).toEqual([]);
  });

  test('of what is known, what is paid, what was done and what was promised stay apart', () => {
    const both = ({room, other}: Visit) => apart.includes(room) && apart.includes(other ?? '');
    expect(says(visits, visit => both(visit) && !ways.includes(`${visit.room} → ${visit.other}`))).toEqual(
      [],
    );
  });

  test('a page knows how things look, and nothing of what they are', () => {
    const known = ['base', 'figure'];
    expect(says(visits, ({room, other}) => room === 'page' && !known.includes(other ?? ''))).toEqual([]);
  });

  test('are entered by the door: index.ts', () => {
    expect(says(visits, ({inside}) => inside?.split('/').slice(1).join('/') !== 'index.ts')).toEqual([]);
  });

  test('have a door that only opens, and names what it shows', () => {
    const doors = files.filter(({path}) => /^[^/]+\/index\.ts$/.test(path));
    const exports = /^\s*(?:export (?:type )?\{[^}]*\} from '[^']+';\s*)*$/;
    expect(doors.filter(({text}) => !exports.test(text)).map(({path}) => path)).toEqual([]);
    expect(files.filter(({text}) => /^export (?:type )?\*/m.test(text)).map(({path}) => path)).toEqual([]);
  });

  test('hold no circle: of two files one comes first, types and all', () => {
    expect(circles(importsByFile())).toEqual([]);
  });

  test('are no larger than can be walked in a day', () => {
    const sizes = [...new Set(files.map(file => file.room))].map(room => ({
      room,
      lines: files.filter(file => file.room === room).reduce((sum, {path}) => sum + lineCount(path), 0),
    }));
    expect(sizes.filter(({room, lines}) => lines > mostLines(room))).toEqual([]);
  });
});

describe('pure computation', () => {
  const pure = files.filter(({room}) => !faces.includes(room));

  test.each([
    ['the process', /\bprocess\s*[.[]|\bglobalThis\b/],
    ['the console', /\bconsole\b/],
    ['chance', /\bMath\.random\b|\brandomUUID\b/],
    ['the clock', /\bDate\.now\b|\bnew Date\(\)|\bTemporal\.Now\b|\bperformance\.now\b/],
  ])('does not know %s', (_name, forbidden) => {
    expect(pure.filter(({text}) => forbidden.test(withoutStrings(text))).map(({path}) => path)).toEqual([]);
  });

  test('touches the disk only where facts and cases are read', () => {
    const disk = ({target, room, path}: Visit) =>
      /^(?:node:)?(?:fs|process)(?:\/|$)/.test(target) &&
      ![...faces, 'files', 'intake', 'case', 'desk'].includes(room) &&
      !path.startsWith('market/wages/import/') &&
      path !== 'base/facts.ts';
    expect(says(imports, disk)).toEqual([]);
  });
});

test('nothing stands twice: no run of six lines is another one, to the letter', () => {
  expect(repeats(files.map(({path}) => ({path, lines: linesOf(path)})))).toEqual([]);
});

test('no file is longer than a reader has patience for', () => {
  expect(files.map(({path}) => ({path, lines: lineCount(path)})).filter(({lines}) => lines > 400)).toEqual(
    [],
  );
});

type Visit = (typeof imports)[number];

/** What each file imports, types too, by its path. */
function importsByFile(): ReadonlyMap<string, readonly string[]> {
  return new Map(
    files.map(({path}) => [
      path,
      imports.flatMap(visit => (visit.path === path && visit.inside !== undefined ? [visit.inside] : [])),
    ]),
  );
}

/** The files that lead back to themselves: what is left once those that lead nowhere are taken away, again and again. */
function circles(of: ReadonlyMap<string, readonly string[]>): string[] {
  let left = of;
  for (let before = Infinity; left.size < before; ) {
    before = left.size;
    const within = (others: readonly string[]) => others.some(other => left.has(other));
    const led = new Set([...left.values()].flat());
    left = new Map([...left].filter(([path, others]) => within(others) && led.has(path)));
  }
  return [...left].map(([path, others]) => `${path} → ${others.filter(other => left.has(other)).join(', ')}`);
}

function mostLines(room: string): number {
  if (room === 'cli') return MOST_OF_CLI;
  return MANY.has(room) ? MOST_OF_MANY : MOST_LINES;
}

interface Line {
  readonly number: number;
  readonly text: string;
}

/** The lines of a file that say something, their spaces made even: neither comments nor imports nor brackets alone. */
function linesOf(path: string): readonly Line[] {
  const blank = (text: string) => text.replace(/[^\n]/g, '');
  return readFileSync(join(src, path), 'utf8')
    .replace(/\/\*[^]*?\*\//g, blank)
    .replace(/^(?:import|export)\b[^;]*? from '[^']*';$/gm, blank)
    .split('\n')
    .map((text, at) => ({number: at + 1, text: withoutComments(text).replace(/\s+/g, ' ').trim()}))
    .filter(({text}) => /\w/.test(text));
}

/** `a.ts:12 and b.ts:30`, for the first six lines of each run that two places share. */
function repeats(all: readonly {readonly path: string; readonly lines: readonly Line[]}[]): string[] {
  const seen = new Map<string, string>();
  const found: string[] = [];
  for (const {path, lines} of all) {
    let told = -RUN;
    for (let at = 0; at + RUN <= lines.length; at++) {
      const run = lines.slice(at, at + RUN).map(({text}) => text);
      const here = `${path}:${lines[at]?.number}`;
      const there = seen.get(run.join('\n'));
      if (there === undefined) seen.set(run.join('\n'), here);
      else if (at >= told + RUN) {
        found.push(`${there} and ${here}`);
        told = at;
      }
    }
  }
  return found;
}

function roomOf(path: string): string {
  return path.split('/')[0] ?? '';
}

function says(found: readonly Visit[], wrong: (visit: Visit) => boolean): string[] {
  return found.filter(wrong).map(visit => visit.says);
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[^]*?\*\//g, '').replace(/(?<=^|\s)\/\/.*$/gm, '');
}

function withoutStrings(text: string): string {
  return text.replace(/'(?:[^'\\\n]|\\.)*'/g, "''");
}

function lineCount(path: string): number {
  return readFileSync(join(src, path), 'utf8').trimEnd().split('\n').length;
}
