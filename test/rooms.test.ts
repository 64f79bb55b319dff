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

  test('have a door that only opens: export lines and nothing else', () => {
    const doors = files.filter(({path}) => /^[^/]+\/index\.ts$/.test(path));
    const exports = /^\s*(?:export (?:type )?(?:\*|\{[^}]*\}) from '[^']+';\s*)*$/;
    expect(doors.filter(({text}) => !exports.test(text)).map(({path}) => path)).toEqual([]);
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
    // A folder on disk is locked in the name of the program that writes it, and freed when that one is gone.
    const code = ({room, text}: (typeof pure)[number]) =>
      withoutStrings(room === 'files' ? text.replace(/process\.(?:pid|kill)\b/g, '') : text);
    expect(pure.filter(file => forbidden.test(code(file))).map(({path}) => path)).toEqual([]);
  });

  test('touches the disk only where facts and cases are read', () => {
    const disk = ({target, room, path}: Visit) =>
      /^(?:node:)?(?:fs|process)(?:\/|$)/.test(target) &&
      ![...faces, 'files', 'case'].includes(room) &&
      !path.startsWith('market/wages/import/') &&
      !path.startsWith('record/input/') &&
      !path.startsWith('desk/guides/') &&
      path !== 'base/facts.ts';
    expect(says(imports, disk)).toEqual([]);
  });
});

test('no file is longer than a reader has patience for', () => {
  expect(files.map(({path}) => ({path, lines: lineCount(path)})).filter(({lines}) => lines > 400)).toEqual(
    [],
  );
});

type Visit = (typeof imports)[number];

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
