import {readdirSync} from 'node:fs';
import {join, relative} from 'node:path';
import {expect, test} from 'vitest';
import {openDuck, sqlPath} from '../../src/intake/index.ts';
import {put, temporary} from '../desk.ts';

/** Runs a statement and gives its rows, or the first line of what is said against it. */
async function asked(files: readonly string[], sql: string): Promise<unknown> {
  const duck = await openDuck('100MB', {files});
  try {
    return (await duck.connection.runAndReadAll(sql)).getRows();
  } catch (error) {
    return String(error).split('\n')[0];
  } finally {
    duck.close();
  }
}

test('the database reads the file that is named, whatever its name, and from wherever one stands', async () => {
  const there = temporary();
  for (const name of ['plain.csv', "it's [1]*?.csv"]) {
    const path = put(there, name, 'a\n7\n');
    for (const said of [path, relative(process.cwd(), path)]) {
      expect(await asked([said], `SELECT a FROM read_csv(${sqlPath(said)})`)).toEqual([[7n]]);
    }
  }
});

test('it touches no other file, and cannot be talked into it', async () => {
  const there = temporary();
  const named = put(there, 'named.csv', 'a\n7\n');
  const other = put(there, 'other.csv', 'a\n8\n');
  const written = join(there, 'written.csv');
  const refused = expect.stringMatching(
    /disabled (?:by|through) configuration|configuration has been locked/,
  );
  for (const sql of [
    `SELECT * FROM read_csv('${other}')`,
    `SELECT * FROM read_text('${join(there, '*')}')`,
    `COPY (SELECT 1) TO '${written}'`,
    `ATTACH '${join(there, 'x.db')}'`,
    `SELECT * FROM read_csv('http://127.0.0.1:1/x.csv')`,
    'SET enable_external_access = true',
    `SET allowed_paths = ['${other}']`,
    'SET autoinstall_known_extensions = true',
  ]) {
    expect(await asked([named], sql), sql).toEqual(refused);
  }
  expect(readdirSync(there).toSorted()).toEqual(['named.csv', 'other.csv']);
});
