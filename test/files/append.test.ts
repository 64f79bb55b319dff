import {readFileSync, writeFileSync, type writeSync} from 'node:fs';
import {join} from 'node:path';
import * as fc from 'fast-check';
import {afterAll, expect, test, vi} from 'vitest';
import {appendLine} from '../../src/files/index.ts';
import {temporary} from '../desk.ts';

// What other programs do to the file in the moment before the system takes a write, and how much of it the system takes.
const moments: {before: string; taken: number; after: string}[] = [];
vi.mock('node:fs', async original => {
  const fs = await original<typeof import('node:fs')>();
  const write = (fd: number, bytes: Buffer) => {
    const {before, taken, after} = moments.shift() ?? {before: '', taken: Infinity, after: ''};
    fs.appendFileSync(file, before);
    const written = fs.writeSync(fd, bytes, 0, Math.min(bytes.length, Math.max(1, taken)));
    fs.appendFileSync(file, after);
    return written;
  };
  return {...fs, writeSync: write as typeof writeSync};
});

const folder = temporary({}, afterAll);
const file = join(folder, 'log');

const appended = (before: string, ...others: typeof moments) => {
  writeFileSync(file, before);
  moments.splice(0, moments.length, ...others);
  expect(appendLine(file, 'mine')).toEqual([]);
  return readFileSync(file, 'utf8');
};
const whole = {before: '', taken: Infinity, after: ''};

test('a line is added as it is, and a line without its end is closed first', () => {
  expect(appended('')).toBe('mine\n');
  expect(appended('one\n')).toBe('one\nmine\n');
  expect(appended('one\r\n')).toBe('one\r\nmine\n');
  expect(appended('one\ntw')).toBe('one\ntw\nmine\n');
});

test('a line that lands behind half of another is written again', () => {
  expect(appended('one\n', {...whole, before: 'tw'})).toBe('one\ntwmine\nmine\n');
  expect(appended('', {...whole, before: 'tw', after: 'three\n'})).toBe('twmine\nthree\nmine\n');
  expect(appended('one\n', {...whole, before: 'two\n', after: 'thr'})).toBe('one\ntwo\nmine\nthr');
});

test('what the system takes in parts is written again, whole', () => {
  expect(appended('one\n', {...whole, taken: 2})).toBe('one\nmi\nmine\n');
  expect(appended('one\n', {...whole, taken: 2, after: '\ntwo\n'})).toBe('one\nmi\ntwo\nmine\n');
});

test('whatever others do meanwhile, the line stands alone and theirs stay in their order', () => {
  // Others follow the same rule: they begin a line of their own where they see no end of the last.
  const text = fc.stringMatching(/^(?:[a-f]{0,5}\n?){0,4}$/);
  const moment = fc.record({before: text, taken: fc.nat(8), after: text});
  fc.assert(
    fc.property(text, fc.array(moment, {maxLength: 3}), (before, others) => {
      const theirs = others.map(one => ({...one, after: one.after === '' ? '' : `\n${one.after}`}));
      const log = appended(before, ...theirs);
      expect(log.startsWith(before)).toBe(true);
      expect(log.split('\n').filter(line => line === 'mine').length).toBeGreaterThan(0);
      const ends = [before, ...theirs.slice(0, others.length - moments.length).map(one => one.after)];
      let from = 0;
      for (const end of ends) {
        const at = log.indexOf(end, from);
        expect(at).toBeGreaterThanOrEqual(from);
        from = at + end.length;
      }
    }),
  );
});
