// Wage tables that are nearly sound, as text and as workbooks.
import {mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {stream} from '../stream.mjs';
import {encoded, mutant} from './edit.mjs';
import {workbookEdited} from './tables.mjs';

const HEADINGS = [
  'CASE_NUMBER',
  'CASE_STATUS',
  'VISA_CLASS',
  'JOB_TITLE',
  'FULL_TIME_POSITION',
  'BEGIN_DATE',
  'EMPLOYER_NAME',
  'WORKSITE_CITY',
  'WORKSITE_STATE',
  'WAGE_RATE_OF_PAY_FROM',
  'WAGE_RATE_OF_PAY_TO',
  'WAGE_UNIT_OF_PAY',
  'PREVAILING_WAGE',
  'PW_UNIT_OF_PAY',
];
const ROWS = [150_000, 98.5, 12_500].map((wage, at) => [
  `I-200-24001-00000${at}`,
  'Certified',
  'H-1B',
  'Site Reliability Engineer',
  'Y',
  '10/01/2024',
  'Example Capital LLC',
  'New York',
  'NY',
  wage,
  at === 0 ? 180_000 : null,
  ['Year', 'Hour', 'Month'][at] ?? null,
  Math.round(wage * 0.9),
  ['Year', 'Hour', 'Month'][at] ?? null,
]);
const TABLE = `${[HEADINGS, ...ROWS].map(row => row.join()).join('\n')}\n`;

const PIECES = [
  ...',|;|"|\n|\r|\t|\0|\ufeff|$|$1,234.50|60K|1.2M|60.000,00|80000 -|1e999|-1|Year|Hour|Bi-Weekly|Withdrawn|45300|2024-10-01|１５０'.split(
    '|',
  ),
  '9'.repeat(400),
  'a'.repeat(5000),
  '","'.repeat(300),
];

/** @type {import('./kinds.mjs').Kind} */
export const wages = {
  keep(folder, seed) {
    const next = stream(seed);
    mkdirSync(folder, {recursive: true});
    if (isBook(seed)) {
      writeFileSync(join(folder, 't.xlsx'), workbookEdited({LCA: [HEADINGS, ...ROWS]}, next, PIECES));
      return;
    }
    const text = mutant(TABLE, next, {pieces: PIECES, others: [TABLE], most: 5});
    writeFileSync(join(folder, 't.csv'), encoded(text, next));
  },
  commands(folder, seed) {
    const file = join(folder, isBook(seed) ? 't.xlsx' : 't.csv');
    return [
      ['wages', file, ...(seed % 2 === 0 ? ['--json'] : []), ...(seed % 3 === 0 ? ['--skip-bad'] : [])],
    ];
  },
};

/** @param {number} seed */
function isBook(seed) {
  return seed % 4 < 2;
}
