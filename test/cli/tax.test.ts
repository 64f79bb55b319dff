import {describe, expect, test} from 'vitest';
import {TAX_REPORT} from '../../src/terms/index.ts';
import {line} from './line.ts';

const NYC = ['--place', 'nyc', '--year', '2026', '--status', 'single'];
const LONDON = ['--place', 'london', '--year', '2026'];

describe('parley tax', () => {
  test('says what is left, what each part rests on, and what is not in it', async () => {
    const {out, err, code} = await line('tax', ...NYC, '--wages', '315K');
    expect({err, code}).toEqual({err: '', code: 0});
    expect(out).toMatch(/^\$197,780\[\d+\] a year; of the next \$1,000, 44\.17%\[\d+\] goes\.$/m);
    expect(out).toMatch(/^federal income tax +\$67,626\[\d+\] +\$282,447\[\d+\], after the itemised/m);
    expect(out).toContain('IRS Rev. Proc. 2025-32');
    expect(out.replace(/\s+/g, ' ')).toContain('deferred pay from offshore funds (section 457A)');
    expect(out).toContain('Facts of 2026-11-30, in data/tax.json');
  });

  test.each([
    [
      'nyc',
      ['--status', 'joint'],
      '2026',
      'federal state city stateDisability paidFamilyLeave socialSecurity medicare additionalMedicare',
    ],
    ['miami', ['--status', 'single'], '2026', 'federal state socialSecurity medicare additionalMedicare'],
    ['london', [], '2026/27', 'incomeTax nationalInsurance'],
  ])('%s: one JSON document of its parts, as its schema has it', async (place, status, taxYear, parts) => {
    const {out, code} = await line(
      'tax',
      '--place',
      place,
      '--year',
      '2026',
      ...status,
      '--wages',
      '315K',
      '--json',
    );
    const report = TAX_REPORT.parse(JSON.parse(out));
    const {wages, net} = report;
    expect({code, taxYear: report.taxYear}).toEqual({code: 0, taxYear});
    const sums = parts.split(' ').map(part => report[part as keyof typeof report] as number);
    expect(
      Object.keys(report)
        .filter(key => key in report.sources)
        .join(' '),
    ).toBe(parts);
    expect(wages - sums.reduce((sum, part) => sum + part, 0)).toBeCloseTo(net, 6);
    expect([...sums, net].every(sum => Number(sum.toFixed(2)) === sum)).toBe(true);
  });

  test.each([
    ['$315,000', '315K'],
    ['USD 315,000.00', '315K'],
    ['315 000', '315K'],
    ['315K/yr', '315K'],
  ])('reads wages of %s as %s', async (one, other) => {
    const [a, b] = await Promise.all(
      [one, other].map(wages => line('tax', ...NYC, '--wages', wages, '--json')),
    );
    expect(JSON.parse(a?.out ?? '').net).toBe(JSON.parse(b?.out ?? '').net);
  });

  test('reads the names of places and years as people write them', async () => {
    for (const year of ['2026', '2026/27', '2026-27'])
      expect((await line('tax', '--place', 'London', '--year', year, '--wages', '£120K')).out).toContain(
        '2026/27',
      );
    expect((await line('tax', '--place', 'New York', ...NYC.slice(2), '--wages', '315K')).out).toContain(
      '$197,780',
    );
  });

  test('is of the present year unless told, which in London begins in April', async () => {
    expect((await line('tax', '--place', 'london', '--wages', '£120K')).out).toContain('London 2026/27');
  });

  test('says that a status counts for nothing in London', async () => {
    const {out, err, code} = await line('tax', ...LONDON, '--status', 'joint', '--wages', '120K', '--json');
    expect(err).toContain('--status counts for nothing there');
    expect(code).toBe(0);
    expect(JSON.parse(out)).not.toHaveProperty('status');
  });

  test.each([
    ['no place', ['--year', '2026'], /--place is missing.*nyc, miami, london/s],
    [
      'a place that is none',
      ['--place', 'nyk', '--wages', '1M'],
      /no place "nyk" is known, expected nyc, miami, london.*did you mean nyc/s,
    ],
    ['no status', ['--place', 'miami', '--wages', '1M'], /--status is missing.*single, joint/s],
    [
      'a status that is none',
      ['--place', 'nyc', '--status', 'mfj', '--wages', '1M'],
      /"mfj".*expected single, joint/s,
    ],
    [
      'a year that is none',
      ['--place', 'miami', '--status', 'single', '--year', 'last', '--wages', '1M'],
      /no year "last".*2025, 2026/s,
    ],
    [
      'a year before the first',
      ['--place', 'london', '--year', '2019', '--wages', '1M'],
      /"2019".*2025, 2026/s,
    ],
    [
      'a tax year of two where it is of one',
      [...NYC.slice(0, 2), '--status', 'single', '--year', '2026/27', '--wages', '1M'],
      /"2026\/27"/,
    ],
    ['a tax year of no two', ['--place', 'london', '--year', '2026/28', '--wages', '1M'], /"2026\/28"/],
    ['no wages', NYC, /--wages is missing.*315K/s],
    ['wages that are none', [...NYC, '--wages', 'plenty'], /"plenty" is not one amount/],
    ['a range of wages', [...NYC, '--wages', '300-315K'], /is a range, expected one amount/],
    ['wages below nothing', [...NYC, '--wages', '-5'], /negative|one amount/],
    ['thousands left out', [...NYC, '--wages', '315'], /is 315, not 315 thousand.*315K/s],
    ['wages of another currency', [...NYC, '--wages', '£315K'], /is in GBP, and New York pays in USD/],
    ['dollars in London', [...LONDON, '--wages', '$120K'], /is in USD, and London pays in GBP/],
    ['wages by the month', [...NYC, '--wages', '20K/month'], /how often beside how much|one amount/],
  ])('%s is refused in a line, with what is known', async (_what, flags, message) => {
    const {out, err, code} = await line('tax', ...flags);
    expect(out).toBe('');
    expect(err).toMatch(message);
    expect(code).toBe(2);
  });

  test('several slips are told at once', async () => {
    const {err} = await line('tax', '--place', 'nyc', '--wages', 'plenty');
    expect(err).toMatch(/--status is missing/);
    expect(err).toMatch(/"plenty"/);
  });

  test.each([
    [
      ['--place', 'nyc', '--status', 'single', '--year', '2027'],
      /New York in 2027 are not known, the last year is 2026/,
    ],
    [
      ['--place', 'london', '--year', '2031/32'],
      /London in 2031\/32 are not known, the last year is 2026\/27/,
    ],
  ])('a year after the last fact ends with 3 and names the last', async (flags, message) => {
    const {out, err, code} = await line('tax', ...flags, '--wages', '100K');
    expect(out).toBe('');
    expect(err).toMatch(message);
    expect(code).toBe(3);
  });

  test.each([
    ['over a cliff', '$223,000', /of the next \$1,000, 6\d\.\d+%/],
    ['where net pay falls', '$1,100,000', /of the next \$1,000, 11\d\.\d+%/],
  ])('of the next thousand more goes %s', async (_what, wages, goes) => {
    expect((await line('tax', ...NYC, '--wages', wages)).out).toMatch(goes);
  });
});
