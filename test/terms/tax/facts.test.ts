import {describe, expect, test} from 'vitest';
import {factPlace, readFact} from '../../../src/base/index.ts';
import {TAX_PLACES, type TaxPlace, taxYears} from '../../../src/terms/index.ts';
import {taxFactsDay, taxLaw} from '../../../src/terms/tax/facts.ts';
import {CASES, nameOf} from './households.ts';

describe('the facts of taxes', () => {
  test.each(CASES.map(one => [nameOf(one), one] as const))(
    '%s: every number has its law and its place',
    (_name, of) => {
      const bare: string[] = [];
      taxLaw(of, (value, path, source) => {
        const {from, to} = factPlace('tax.json', path);
        if (source === '' || !(to > from)) bare.push(path.join('.'));
        return value;
      });
      expect(bare).toEqual([]);
    },
  );

  test('brackets rise, and so do their thresholds', () => {
    const wrong: string[] = [];
    const visit = (value: unknown, at: string): void => {
      if (typeof value !== 'object' || value === null) return;
      if (Array.isArray(value) && at.endsWith('brackets') && !at.includes('nationalInsurance'))
        for (const [key, one] of (value as {from: number; rate: number}[]).entries()) {
          const before = (value as {from: number; rate: number}[])[key - 1];
          if (before !== undefined && !(one.from > before.from && one.rate > before.rate))
            wrong.push(`${at}.${key}`);
        }
      for (const [key, one] of Object.entries(value)) visit(one, `${at}.${key}`);
    };
    visit(readFact('tax.json'), '');
    expect(wrong).toEqual([]);
  });

  test.each(Object.keys(TAX_PLACES) as TaxPlace[])('%s knows the same years of every law', place => {
    expect(taxYears(place)).toEqual([2025, 2026]);
  });

  test('a year that they do not reach is told, and fails nobody’s clone', () => {
    const now = new Date().getFullYear();
    const late = (Object.keys(TAX_PLACES) as TaxPlace[]).filter(place => (taxYears(place).at(-1) ?? 0) < now);
    if (late.length > 0)
      console.warn(`data/tax.json of ${taxFactsDay()} has no ${now} of ${late.join(', ')}`);
    expect(taxFactsDay()).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });
});
