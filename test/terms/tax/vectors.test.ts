import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {type FilingStatus, taxOf, type TaxPart, type TaxPlace} from '../../../src/terms/index.ts';

/** The columns of README.md, by the part that each is of. */
const COLUMNS: Readonly<Record<string, TaxPart>> = {
  federal: 'federal',
  state: 'state',
  city: 'city',
  sdi: 'stateDisability',
  pfl: 'paidFamilyLeave',
  social_security: 'socialSecurity',
  medicare: 'medicare',
  additional_medicare: 'additionalMedicare',
  income_tax: 'incomeTax',
  ni: 'nationalInsurance',
};

type Row = Readonly<Record<string, string>>;

function rowsOf(file: string): readonly Row[] {
  const [head = '', ...lines] = readFileSync(join(import.meta.dirname, file), 'utf8')
    .trim()
    .split('\n');
  const names = head.split(',');
  return lines.map(line => Object.fromEntries(line.split(',').map((cell, at) => [names[at] ?? '', cell])));
}

function billOf(row: Row) {
  return taxOf({
    place: row['place'] as TaxPlace,
    year: Number(row['year']),
    status: (row['status'] ?? null) as FilingStatus | null,
    wages: Number(row['wages']),
  });
}

/** Columns of a row that are a dollar off or more. */
function off(row: Row): readonly string[] {
  const {parts, net} = billOf(row);
  return Object.entries(row).flatMap(([column, told]) => {
    const part = COLUMNS[column];
    const ours = column === 'net' ? net : part === undefined ? null : (parts[part] ?? 0);
    return ours === null || Math.abs(ours - Number(told)) < 1 ? [] : [`${column} ${told}, not ${ours}`];
  });
}

describe.each(['wage-vectors-us.csv', 'wage-vectors-uk.csv'])('the bills of %s', file => {
  test.each(rowsOf(file).map(row => [Object.values(row).slice(0, 4).join(' '), row] as const))(
    '%s',
    (_name, row) => {
      expect(off(row)).toEqual([]);
    },
  );
});

test('what a place does not have is absent, and no zero', () => {
  const keys = (place: TaxPlace, status: FilingStatus | null) =>
    Object.keys(taxOf({place, year: 2026, status, wages: 100_000}).parts).join(' ');
  expect(keys('miami', 'single')).toBe('federal state socialSecurity medicare additionalMedicare');
  expect(keys('london', null)).toBe('incomeTax nationalInsurance');
});
