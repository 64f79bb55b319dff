import {describe, expect, test} from 'vitest';
import {type Band, readGuide} from '../../src/guide/index.ts';
import {LAYOUTS, madeUp} from './made-up.ts';

function show({region, level, component, currency, low, high, unit, basis, alt}: Band): string {
  const sum = unit === 'percent' ? `${low}..${high}%` : `${currency} ${low}..${high}`;
  return [
    region,
    level,
    component,
    sum,
    basis !== 'annual' && basis,
    alt && `= ${alt.currency} ${alt.low}..${alt.high}`,
  ]
    .filter(Boolean)
    .join(' ');
}

function bandsOf(text: string): string[] {
  return readGuide('made-up.md', text).guide?.bands.map(show) ?? [];
}

/** One cell of a Boston row under one heading, beside a base of $100K. */
function cell(words: string, heading = 'Bonus', region = 'Boston', base = '$100K - $120K'): string {
  const pay = `| Region | Base Salary | ${heading} | Total Comp |\n|---|---|---|---|\n| ${region} | ${base} | ${words} | None |`;
  return bandsOf(madeUp({pay})).slice(1).join('; ');
}

describe('the compensation table', () => {
  test('region rows, two currencies', () => {
    expect(bandsOf(LAYOUTS['bank or fund'] ?? '').slice(4)).toEqual([
      'London (GBP/USD) base GBP 100000..140000 = USD 127000..178000',
      'London (GBP/USD) bonus GBP 40000..60000 = USD 51000..76000',
      'London (GBP/USD) pnl GBP 10000..20000 = USD 13000..25000',
      'London (GBP/USD) total GBP 150000..220000 = USD 191000..279000',
    ]);
  });
  test('component rows', () => {
    expect(bandsOf(LAYOUTS['component by region'] ?? '')).toContain(
      'London (GBP £) bonus 10..10% = GBP 9000..12000',
    );
    expect(bandsOf(LAYOUTS['component by region'] ?? '')).toContain(
      'Boston (USD) equity USD 80000..160000 4yr',
    );
  });
  test('level rows by region: the total is implied', () => {
    expect(bandsOf(LAYOUTS['level by region'] ?? '')).toEqual([
      'Boston (USD) Mid (L3) total USD 150000..185000',
      'Toronto (CAD C$) Mid (L3) total CAD 130000..160000',
      'Boston (USD) Senior (L4) total USD 190000..240000',
      'Toronto (CAD C$) Senior (L4) total CAD 165000..210000',
    ]);
  });
  test.each([
    ['£10K / $13K - £20K / $25K', 'Boston bonus GBP 10000..20000 = USD 13000..25000'],
    ['HK$1.2M - HK$1.5M ($150K - $190K)', 'Boston bonus HKD 1200000..1500000 = USD 150000..190000'],
    ['15%', 'Boston bonus 15..15%'],
    ['10–15%', 'Boston bonus 10..15%'],
    ['$12K-$25K (10-15%)', 'Boston bonus USD 12000..25000'],
    ['**$30K+**', 'Boston bonus USD 30000..null'],
    ['—', ''],
    ['Discretionary', ''],
  ])('the cell %s', (words, read) => expect(cell(words)).toBe(read));
  test.each([
    ['OTE Variable', '$20K', 'Boston bonus USD 20000..20000'],
    ['Target Variable', '$20K', 'Boston bonus USD 20000..20000'],
    ['Total Variable', '$20K', 'Boston bonus USD 20000..20000'],
    ['On-Target Bonus', '$20K', 'Boston bonus USD 20000..20000'],
    ['Stock (RSU/4yr)', '$80K - $90K', 'Boston equity USD 80000..90000 4yr'],
    ['Stock Option', '2,000 – 3,000 options', ''],
    ['Sign-On', '$20K', 'Boston signOn USD 20000..20000 once'],
    ['Orchard Access Value', '$20K', 'Boston other:Orchard Access Value USD 20000..20000'],
  ])('the heading %s', (heading, words, read) => expect(cell(words, heading)).toBe(read));
  test('pay by the month counts twelve times', () => {
    expect(cell('SEK 10K–12K/mo', 'Bonus', 'Stockholm', 'SEK 50K–60K/mo')).toBe(
      'Stockholm bonus SEK 120000..144000',
    );
  });
  test('a sign that currencies share is of the region', () => {
    expect(cell('¥1.2M', 'Bonus', 'Tokyo', '¥9M - ¥12M')).toBe('Tokyo bonus JPY 1200000..1200000');
    expect(cell('kr40,000', 'Bonus', 'Copenhagen', 'kr600,000')).toBe('Copenhagen bonus DKK 40000..40000');
  });
  test('a range under two signs is of the row, and is told', () => {
    const pay =
      '| Region | Base Salary | Total Comp |\n|---|---|---|\n| Boston | $100K - S$120K | $130K - $150K |';
    const {guide, findings} = readGuide('x.md', madeUp({pay}));
    expect(guide?.bands.map(show)[0]).toBe('Boston base USD 100000..120000');
    expect(findings.map(({rule}) => rule)).toContain('damaged-cell');
  });
  test('ten thousand columns', () => {
    const many = 10_000;
    const wide = `| Region | Base Salary | Total Comp |${' |'.repeat(many)}\n|---|---|---|${'---|'.repeat(many)}\n| Boston | $1K | $2K |${' |'.repeat(many)}`;
    expect(bandsOf(madeUp({pay: wide}))).toEqual([
      'Boston base USD 1000..1000',
      'Boston total USD 2000..2000',
    ]);
  });

  test('a ragged row is left unread, for nobody can say which cell is which', () => {
    const pay = `| Region | Base Salary | Bonus | Total Comp |\n|---|---|---|---|\n| Boston | $1K | $1K | $2K |\n| Pune | $3K | $4K |\n| Lyon | $5K | $6K | $7K | $8K |`;
    const text = madeUp({pay});
    expect(bandsOf(text)).toEqual([
      'Boston base USD 1000..1000',
      'Boston bonus USD 1000..1000',
      'Boston total USD 2000..2000',
    ]);
    expect(readGuide('x.md', text).guide?.unread.map(one => one.why)).toEqual([
      'the row has 3 cells and the heading 4',
      'the row has 5 cells and the heading 4',
    ]);
  });

  describe('a share of pay is read beside cells that nobody can read', () => {
    const beside = (share: string, base: string, total = 'n/a', region = 'Remote') =>
      bandsOf(
        madeUp({
          pay: `| Region | Base Salary | Bonus | Total Comp |\n|---|---|---|---|\n| ${region} | ${base} | ${share} | ${total} |`,
        }),
      );
    test.each(['n/a', 'TBD', 'see note', 'competitive', '4 x $40K', '$175K / $225K', '$80/h', ''])(
      'a base of "%s"',
      base => expect(beside('10%', base)).toEqual(['Remote bonus 10..10%']),
    );
    test.each([
      ['10 %', '10..10%'],
      ['10%*', '10..10%'],
      ['10-15 %', '10..15%'],
      ['10% – 15%', '10..15%'],
      ['up to 10%', '10..10%'],
      ['≤10%', '10..10%'],
      ['10% max', '10..10%'],
      ['10 percent', '10..10%'],
      ['7,5 %', '7.5..7.5%'],
    ])('a bonus of "%s"', (share, read) =>
      expect(beside(share, 'TBD', 'see note', 'Head office')).toEqual([`Head office bonus ${read}`]),
    );
    test('by level, in columns, and in the currency of its row, of the table, of the guide', () => {
      const currencies = (pay: string) =>
        readGuide('x.md', madeUp({pay})).guide?.bands.flatMap(one =>
          one.unit === 'percent' ? [`${one.region}${one.level ?? ''} ${one.currency}`] : [],
        );
      expect(
        currencies('| Level | Base | Bonus |\n|---|---|---|\n| L4 | n/a | 10% |\n| L5 | £150K | 15% |'),
      ).toEqual(['L4 GBP', 'L5 GBP']);
      expect(
        currencies(
          '| Component | Hub | Remote |\n|---|---|---|\n| Base | €150K | 3 x C$50K |\n| Bonus | 12% | 10% |\n| Total | €170K | TBD |',
        ),
      ).toEqual(['Hub EUR', 'Remote CAD']);
      expect(currencies('| Region | Base | Bonus |\n|---|---|---|\n| Remote | TBD | 10% |')).toEqual([
        'Remote USD',
      ]);
    });
    test('its mark is kept', () => {
      const pay = (share: string) =>
        `| Region | Base Salary | Bonus |\n|---|---|---|\n| Boston | $150K | ${share} |`;
      const note = (share: string) => readGuide('x.md', madeUp({pay: pay(share)})).guide?.bands[1]?.note;
      expect(['10%', '≤10%', '< 10%', 'up to 10%', '~10%', '10%*'].map(note)).toEqual([
        null,
        '≤',
        '<',
        'up to',
        null,
        null,
      ]);
    });
  });

  describe('a table of pay of which no cell can be read is told', () => {
    const unread = (pay: string) =>
      readGuide('x.md', madeUp({pay})).guide?.unread.map(({text, why}) => `${why} | ${text.slice(-40)}`);
    test.each([
      [
        '| Region | Base Salary | Total Comp |\n|---|---|---|\n| Boston | 4 x $40K | $80/h |',
        'no pay can be read in the cell | |---|---|---| | Boston | 4 x $40K | $80/h |',
      ],
      [
        '| Region | Base Salary | Bonus | Total Comp |\n|---|---|---|---|\n| Remote | negotiable | negotiable | n/a |',
        'no cell has a sum | -| | Remote | negotiable | negotiable | n/a |',
      ],
      [
        '| Level | Base | Bonus |\n|---|---|---|\n| L4 | $150K |\n| L5 | $190K |',
        'the row has 2 cells and the heading 3 | --|---|---| | L4 | $150K | | L5 | $190K |',
      ],
      [
        '| Component | Remote | Hub |\n|---|---|---|\n| Base | 8% | 9% |\n| Total | ask | see note 3 |',
        'a percentage where a sum must stand | | Base | 8% | 9% | | Total | ask | see note 3 |',
      ],
    ])('%s', (pay, told) =>
      expect(unread(pay)).toEqual([
        `a table of pay without a band: ${told.replace(/\| (.*)$/, (_, end: string) => `| ${end.slice(-40)}`)}`,
      ]),
    );
    test('beside one below that can be', () => {
      const none = '| Region | Base Salary | Total Comp |\n|---|---|---|\n| Boston | 4 x $40K | n/a |';
      const pay = `${none}\n\n| Region | Base Salary | Total Comp |\n|---|---|---|\n| Boston | $150K | $170K |`;
      expect(bandsOf(madeUp({pay}))).toEqual([
        'Boston base USD 150000..150000',
        'Boston total USD 170000..170000',
      ]);
      expect(unread(pay)).toHaveLength(1);
    });
    test('and of levels by region what can be read is, however many cells are empty', () =>
      expect(
        bandsOf(
          madeUp({
            pay: '| Level | Boston | Lyon |\n|---|---|---|\n| L4 | TBD | n/a |\n| L5 | $200K | — |\n| L6 | tba | |',
          }),
        ),
      ).toEqual(['Boston L5 total USD 200000..200000']));
  });

  test('a cell with digits that are no pay is left unread', () => {
    const pay = `| Region | Base Salary | Stock (RSU/4yr) | Total Comp |\n|---|---|---|---|\n| Boston | $1K | 12,000 options | $2K |`;
    expect(readGuide('x.md', madeUp({pay})).guide?.unread.map(one => one.text)).toEqual(['12,000 options']);
  });
});

describe('a grant whose heading states no period', () => {
  const TABLE = '| Region | Base Salary | Equity (RSU est.) | Total Comp |\n|---|---|---|---|\n';
  const ROW = '| Boston | $100K | $80K - $90K | $180K |';
  /** The basis of the grant beneath a title and above a note. */
  const basis = (note: string, title = '#### Compensation Overview', table = `${TABLE}${ROW}`) => {
    const {guide} = readGuide('x.md', madeUp({pay: `${title}\n\n${table}\n\n${note}`}));
    return guide?.bands.find(({component}) => component === 'equity')?.basis;
  };
  test.each([
    ['*Equity values represent four-year grants.*', '4yr'],
    ['**Note:** RSU figures are totals over four years; divide by four for the annual value.', '4yr'],
    ['- Base is by the year.\n- Stock shown is the full 4-year grant value.', '4yr'],
    ['> Equity is quoted as a 4-year total, with a one-year cliff.', '4yr'],
    ['The ranges are wide. All equity amounts are 4-yr grant values.', '4yr'],
    ['Offers vary.\n\nRSU values are not annual; they are four-year totals.', '4yr'],
    ['*Equity figures are annualized (a four-year grant divided by four).*', 'annual'],
    ['**Equity:** the column shows one year of a four-year grant.', 'annual'],
    ['RSU numbers are per year.', 'annual'],
    ['Base, bonus and equity figures are annual.', 'annual'],
    ['*Stock amounts are stated on an annual basis.*', 'annual'],
  ])('has that of its note: %s', (note, said) => expect(basis(note)).toBe(said));
  test.each([
    'RSUs vest over four years.',
    'RSU figures reflect a 4-year vesting schedule.',
    'Equity is 40% of total comp, and vests over four years.',
    'Equity values exclude annual refreshers.',
    'All figures represent annual pay.',
    'Total compensation includes base and RSU grants (4-year vest).',
    'Stock price figures are updated annually.',
    'Equity values are annual. RSU figures are four-year totals.',
    '#### Vesting\n\nEquity values represent four-year grants.',
    '> **Negotiate Up Strategy:** Equity values represent four-year grants.',
  ])('has none from: %s', note => expect(basis(note)).toBe('unknown'));
  test('none where the title contradicts, and the one of its heading or cell', () => {
    const note = 'Equity values represent four-year grants.';
    expect(basis(note, '#### Annual Compensation')).toBe('unknown');
    expect(basis(note, '#### Annual Compensation', `${TABLE.replace('est.', '/yr')}${ROW}`)).toBe('annual');
    expect(basis(note, '', `${TABLE}${ROW.replace('$90K', '$90K/yr')}`)).toBe('annual');
    expect(basis('RSU numbers are per year.', '', `${TABLE.replace('est.', '4yr')}${ROW}`)).toBe('4yr');
  });
  test('a note above the table is one, and other layouts have notes too', () => {
    const note = 'Equity values represent four-year grants.';
    expect(basis('', `#### Compensation\n\n${note}`)).toBe('4yr');
    const rows =
      '| Component | Boston | Lyon |\n|---|---|---|\n| Base Salary | $1K | €2K |\n| RSU Grant | $3K | €4K |';
    expect(basis(note, '', `${rows}\n| Total Comp | $4K | €6K |`)).toBe('4yr');
  });
});
