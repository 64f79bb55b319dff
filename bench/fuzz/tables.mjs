// Tables that are no text: Parquet as DuckDB writes it, and workbooks.
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {archive, parts} from '../workbook.mjs';
import {bytesEdited, mutant, pick} from './edit.mjs';

/** @typedef {import('../workbook.mjs').Cell} Cell */

/** @type {Map<readonly unknown[], Promise<Uint8Array>>} */
const written = new Map();

/**
 * The bytes of a table of texts as Parquet; of the same rows they are written once.
 *
 * @param {readonly (readonly string[])[]} rows
 * @param {readonly string[]} names
 */
export function parquet(rows, names) {
  const bytes = written.get(rows) ?? parquetOf(rows, names);
  written.set(rows, bytes);
  return bytes;
}

/** @param {readonly (readonly string[])[]} rows @param {readonly string[]} names @returns {Promise<Uint8Array>} */
async function parquetOf(rows, names) {
  const {DuckDBInstance} = await import('@duckdb/node-api');
  const folder = mkdtempSync(join(tmpdir(), 'parley-fuzz-'));
  try {
    const file = join(folder, 't.parquet');
    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    const values = rows.map(row => `(${row.map(cell => `'${cell}'`).join()})`).join();
    await connection.run(
      `COPY (SELECT * FROM (VALUES ${values}) AS t("${names.join('","')}")) TO '${file}' (FORMAT parquet)`,
    );
    connection.closeSync();
    instance.closeSync();
    return readFileSync(file);
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

/**
 * The bytes of a mutant of a workbook: one half is hurt within the texts that it packs, the other in the packing.
 *
 * @param {Readonly<Record<string, readonly (readonly Cell[])[]>>} sheets
 * @param {import('./edit.mjs').Chance} next
 * @param {readonly string[]} pieces
 */
export function workbookEdited(sheets, next, pieces) {
  const texts = parts(sheets);
  if (next() < 0.5) return bytesEdited(archive(texts), next);
  const others = texts.map(([, text]) => text);
  const part = pick(texts, next);
  part[1] = mutant(part[1], next, {pieces: [...MARKUP, ...pieces], others, most: 4});
  return archive(texts);
}

/** What a sheet breaks by, beside what its cells do. */
const MARKUP = [
  '<',
  '>',
  '/>',
  '</row>',
  '<row r="1048577">',
  '<c r="XFE1">',
  '<c r="A0" t="s"><v>99999</v></c>',
  't="inlineStr"',
  't="e"',
  '&#x110000;',
  '&nope;',
  '<![CDATA[',
  '<!--',
  '<!DOCTYPE a [<!ENTITY b "c">]>',
];
