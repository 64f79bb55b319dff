import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, describe, expect, test} from 'vitest';
import {progressBar} from '../../src/cli/progress.ts';
import type {FileRead} from '../../src/desk/index.ts';
import {readMany} from '../../src/desk/guides/read-many.ts';
import type {Wanted} from '../../src/desk/guides/index.ts';
import {LAYOUTS} from '../guide/made-up.ts';
import {temporary} from '../desk.ts';

const folder = temporary({}, afterAll);
const WANTED: Wanted = {today: '2026-11-22', print: 'json', findings: false};

function written(name: string, text: string | Buffer): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

async function all(files: readonly string[], onDone?: (files: number) => void): Promise<FileRead[]> {
  const read: FileRead[] = [];
  for await (const one of readMany(files, WANTED, 1, onDone)) read.push(one);
  return read;
}

describe('many files', () => {
  const guide = written('guide.md', LAYOUTS['bank or fund'] as string);
  const marked = written('marked.md', `\uFEFF${LAYOUTS['bank or fund']}`);
  const torn = written('torn.md', Buffer.from([0x23, 0xff, 0xfe]));

  test('come in the order of the arguments, and what cannot be read is told as such', async () => {
    const files = [guide, join(folder, 'none.md'), marked, folder, torn, guide];
    const done: number[] = [];
    const read = await all(files, count => done.push(count));
    expect(read.map(({file}) => file)).toEqual(files);
    expect(read.map(({unreadable}) => unreadable.map(({rule}) => rule))).toEqual([
      [],
      ['missing-file'],
      [],
      ['not-a-file'],
      ['not-utf8'],
      [],
    ]);
    expect(done).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test('a byte order mark is no part of the text', async () => {
    const [plain, mark] = await all([guide, marked]);
    expect(mark?.line?.replaceAll('marked.md', 'guide.md')).toBe(plain?.line);
  });
});

describe('progress', () => {
  function shown(isTTY: boolean, times: readonly number[]): string[] {
    const told: string[] = [];
    let clock = 0;
    const bar = progressBar({isTTY, write: text => told.push(text)}, () => clock);
    for (const [at, time] of times.entries()) {
      clock = time;
      const done = (at + 1) * 500;
      bar.at(done, 2000, `${done.toLocaleString('en-US')} of 2,000 files read`);
    }
    bar.clear();
    return told;
  }

  test('is told after a second, not more than ten times in one, and cleared', () => {
    expect(shown(true, [500, 1000, 1050, 1200])).toEqual([
      '\r████████████░░░░░░░░░░░░ 1,000 of 2,000 files read\u001B[K',
      '\r████████████████████████ 2,000 of 2,000 files read\u001B[K',
      '\r\u001B[K',
    ]);
  });
  test('is not told of short work, nor where nobody looks', () => {
    expect(shown(true, [300, 900])).toEqual([]);
    expect(shown(false, [1500, 3000])).toEqual([]);
  });
});
