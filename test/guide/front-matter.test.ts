import {describe, expect, test} from 'vitest';
import {shippedRates, source} from '../../src/base/index.ts';
import {shippedConventions} from '../../src/calendar/index.ts';
import {audit, type Band, guideJson, readGuide, readPay} from '../../src/guide/index.ts';
import {hintOf, messageOf} from '../findings.ts';
import {LAYOUTS, type MadeUp, madeUp} from './made-up.ts';

const BODY = madeUp();
const LONDON =
  '  - {region: London, base_low: 90000, base_high: 120000, total_low: 99000, total_high: 144000, currency: GBP';

/** A guide under front matter of these lines. */
function under(...lines: string[]): string {
  return ['---', ...lines, '---', BODY].join('\n');
}

/** What is read of an entry with these keys: `base $150000-200000`, `bonus 10-15%`. */
function paid(...keys: string[]): string[] {
  const {guide} = readGuide(
    'g.md',
    under('compensation:', '  - region: Boston', ...keys.map(key => `    ${key}`)),
  );
  return guide?.frontMatter?.compensation.flat().map(short) ?? [];
}

function short({component, currency, low, high, unit, basis}: Band): string {
  const of = unit === 'percent' ? `${low}-${high}%` : `${currency} ${low}-${high}`;
  return `${component} ${of}${basis === 'annual' ? '' : ` ${basis}`}`;
}

/** What is said of front matter, as `line:column message`. */
function told(text: string): string[] {
  return readGuide('g.md', text)
    .findings.filter(({rule}) => rule === 'damaged-front-matter')
    .map(one => `${one.span?.line}:${one.span?.column} ${messageOf(one)}`);
}

/** What a rule says of a guide with these parts. */
function said(rule: string, changes: Partial<MadeUp>, today = '2026-11-22'): string[] {
  const text = madeUp(changes);
  const {guide, findings} = readGuide('g.md', text);
  if (guide === null) return ['no guide'];
  const context = {rates: shippedRates(), conventions: shippedConventions(), today};
  return [...findings, ...audit(guide, source('g.md', text), context)]
    .filter(one => one.rule === rule)
    .map(one => `${one.span?.line} ${messageOf(one)}`);
}

const front = (...lines: string[]) => ['---', ...lines, '---'].join('\n');
const TABLE = `| Region | Base Salary | Bonus | PnL Participation | Total Comp |
|---|---|---|---|---|
| Boston (HQ) | $150K - $200K | $60K - $90K | $20K - $40K | $230K - $330K |`;
const entry = (...keys: string[]) => [
  'compensation:',
  '  - region: Boston (HQ)',
  ...keys.map(key => `    ${key}`),
];
const BASE = ['base_low: 150000', 'base_high: 200000', 'currency: USD'];

describe('front matter is', () => {
  test('read as data, each value with its place', () => {
    const text = LAYOUTS['front matter over a table'] ?? '';
    const read = readGuide('g.md', text).guide?.frontMatter;
    if (!read) throw new Error('it is not read');
    const {compensation, levelMapping, dataSources, other, span, ...words} = read;
    expect(Object.fromEntries(Object.entries(words).map(([name, one]) => [name, one?.value]))).toEqual({
      company: 'larkspur-capital',
      companyDisplay: 'Larkspur Capital',
      role: 'platform-engineer',
      roleDisplay: 'Platform Engineer',
      roleType: 'standard',
      lastUpdated: '2026-02-23',
      nextReviewDue: '2026-05-23',
      salaryDataQuarter: '2025-Q4',
      dataQuality: 'high',
      negotiationDnaSummary: 'Pods | Shared Rails',
    });
    for (const one of Object.values(words))
      expect(text.slice(one?.span.from, one?.span.to).replace(/"/g, '')).toBe(one?.value);
    expect(compensation.map(row => [row[0]?.region, ...row.map(short)])).toEqual([
      ['Boston (HQ)', 'base USD 150000-200000', 'bonus USD 60000-90000', 'total USD 230000-330000'],
      ['London (GBP/USD)', 'base GBP 100000-140000', 'bonus 40-40%', 'total GBP 150000-225000'],
    ]);
    expect(
      compensation.flat().map(band => text.slice(band.span.from, band.span.to).replace(/\s+/g, ' ')),
    ).toContain('60000 bonus_high: 90000');
    const list = (of: typeof other) => of.map(({key, value}) => `${key}: ${value}`);
    expect(list(levelMapping)).toEqual(['internal: L3-L4', 'raw: Larkspur L3 = Foxglove L4']);
    expect(list(dataSources)).toEqual(['[0]: The Gazette', '[1].name: Hiring survey', '[1].answers: 412']);
    expect(list(other)).toEqual(['author.name: J. Doe', 'author.guides: 12']);
    expect(text.slice(span.from, span.to)).toMatch(/^---\ncompany:[^]*Rails"\n---$/);
  });

  test('no part of the text: the guide below it is read as it is without', () => {
    const bare = (text: string) => {
      const {frontMatter: _, spans: __, figures: ___, ...rest} = guideJson(readGuide('g.md', text), 'g.md');
      return JSON.parse(JSON.stringify({...rest, levers: rest.levers.length}), (key, value: unknown) =>
        key === 'span' ? null : value,
      ) as unknown;
    };
    expect(bare(LAYOUTS['front matter over a table'] ?? '')).toEqual(bare(BODY));
  });

  test.each(['\uFEFF', '\n\n', '\uFEFF \n', ' '])('found behind %j', above => {
    const {guide} = readGuide('g.md', above + under('company: larkspur', 'tool: 3'));
    expect(guide?.frontMatter?.company?.value).toBe('larkspur');
    expect(guide?.frontMatter?.other.map(({key}) => key)).toEqual(['tool']);
  });

  test('found with the line ends of other systems, comments and keys of other tools', () => {
    const text = under('# Who it is on', 'company: larkspur', '', '## Levels', 'tags: [a]').replaceAll(
      '\n',
      '\r\n',
    );
    const {guide, findings} = readGuide('g.md', text);
    expect(guide?.frontMatter?.company).toMatchObject({value: 'larkspur', span: {line: 3, column: 10}});
    expect(findings.filter(({rule}) => rule === 'damaged-front-matter')).toEqual([]);
    expect(readGuide('g.md', under('title: Pay', 'weight: 7')).guide?.frontMatter?.other).toHaveLength(2);
  });

  test.each([
    ['none at all', BODY],
    ['a rule', `---\n\n${BODY}`],
    ['a rule, words and a rule', `---\n\nNote: sums are in dollars.\n\n---\n\n${BODY}`],
    ['a rule right above the title', `---\n${BODY}`],
    ['a rule and a list', `---\n- one\n- two\n\n---\n\n${BODY}`],
    ['words above it', `Pay.\n\n${under('company: larkspur')}`],
    ['a rule deep in a line', `    ---\n    company: x\n    ---\n\n${BODY}`],
  ])('none where there is %s', (_, text) => {
    const {guide, findings} = readGuide('g.md', text);
    expect(guide?.company.value).toBe('Larkspur Capital');
    expect(guide?.frontMatter).toBeNull();
    expect(findings.filter(({rule}) => rule === 'damaged-front-matter')).toEqual([]);
  });
});

describe('a sum of front matter', () => {
  test.each([
    ['base', ['base_low: 150000', 'base_high: 200000', 'currency: USD'], ['base USD 150000-200000']],
    ['texts', ['base_low: "$150K"', "base_high: '200,000'", 'currency: usd'], ['base USD 150000-200000']],
    ['underscores and codes', ['base_low: 150_000', 'base_high: 200000 EUR'], ['base EUR 150000-200000']],
    [
      'a sign that is shared',
      ['base_low: $150K', 'base_high: $200K', 'currency: SGD'],
      ['base SGD 150000-200000'],
    ],
    ['lakhs', ['base_low: ₹30L', 'base_high: "₹45,00,000"'], ['base INR 3000000-4500000']],
    ['a percentage', ['bonus_pct: 10-15%', 'currency: USD'], ['bonus 10-15%']],
    ['a bonus in percent', ['bonus_low: 10%', 'bonus_high: 15%', 'currency: USD'], ['bonus 10-15%']],
    [
      'a signing bonus',
      ['signing_bonus_low: 5000', 'signing_bonus_high: 9000', 'currency: USD'],
      ['signOn USD 5000-9000 once'],
    ],
    ['nothing', ['base_low: null', 'base_high: n/a', 'bonus_pct: ~', 'currency: USD'], []],
    [
      'high before low',
      ['base_high: 200000', 'base_low: 150000', 'currency: USD'],
      ['base USD 150000-200000'],
    ],
  ])('may be %s', (_, keys, bands) => {
    expect(paid(...keys)).toEqual(bands);
    expect(told(under('compensation:', '  - region: Boston', ...keys.map(key => `    ${key}`)))).toEqual([]);
  });

  test('of a grant is over the years that are stated, and over none that are not', () => {
    const grant = (total: string, ...more: string[]) =>
      paid(
        'base_low: 100000',
        'base_high: 100000',
        'stock_low: 80000',
        'stock_high: 80000',
        `total_comp_low: ${total}`,
        `total_comp_high: ${total}`,
        'currency: USD',
        ...more,
      )[1];
    expect(grant('120000')).toBe('equity USD 80000-80000 unknown');
    expect(grant('180000')).toBe('equity USD 80000-80000 unknown');
    expect(grant('180000', 'stock_vest_years: 4')).toBe('equity USD 80000-80000 4yr');
  });

  test.each([
    ['base_low: lots', '4:15 base_low is "lots", expected a number'],
    ['base_low: -5', '4:15 base_low is -5, expected a number'],
    ['base_low: 150.000', '4:15 base_low is 150.000, expected a number'],
    ['base_low: .nan', '4:15 base_low is .nan, expected a number'],
    ['base_low: 150', '4:15 base_low is 150, expected the pay of a year'],
    ['base_low: 150K - 160K', '4:15 base_low is "150K - 160K", expected one sum'],
    ['base_low: [1, 2]', '4:15 base_low is a list, expected a number'],
    ['base_low: 150000', '4:15 one end of a range, without base_high'],
    ['bonus_pct: 0.15', '4:16 bonus_pct is 0.15, expected a percentage'],
    ['base_low: 1\n    base_low: 2', '5:5 the key base_low stands here a second time'],
  ])('is told where it is none: %s', (key, message) => {
    expect(told(under('compensation:', '  - region: Boston', `    ${key}`, '    currency: USD'))[0]).toBe(
      message,
    );
  });
});

describe('compensation may be', () => {
  const rows = (...lines: string[]) =>
    readGuide('g.md', under('compensation:', ...lines)).guide?.frontMatter?.compensation.map(row =>
      [row[0]?.region, row[0]?.level, ...row.map(short)].filter(Boolean).join(' '),
    );
  test.each([
    [
      'a map of regions',
      [
        '  Boston: {base_low: 150000, base_high: 200000, currency: USD}',
        '  London:',
        '    base_low: 90000',
        '    base_high: 120000',
        '    currency: GBP',
      ],
      ['Boston base USD 150000-200000', 'London base GBP 90000-120000'],
    ],
    [
      'with one currency for all, and ranges in one value',
      ['  currency: USD', '  Boston: {base: "150K - 200K", bonus: 10-15%, total: [180000, 250000]}'],
      ['Boston base USD 150000-200000 bonus 10-15% total USD 180000-250000'],
    ],
    [
      'with ends below the part',
      [
        '  Boston:',
        '    salary: {low: 150000, high: 200000}',
        '    stock: {min: $40K, max: $90K}',
        '    stock_vest_years: 4',
        '    currency: USD',
      ],
      ['Boston base USD 150000-200000 equity USD 40000-90000 4yr'],
    ],
    [
      'of regions and their levels',
      [
        '  Boston:',
        '    L4: {base_min: 150000, base_max: 200000, currency: USD}',
        '    L5: {base: $190K–$240K}',
      ],
      ['Boston L4 base USD 150000-200000', 'Boston L5 base USD 190000-240000'],
    ],
    [
      'of lists',
      ['  year: 2026', '  regions:', '    - {region: Boston, base: 150000, currency: USD}'],
      ['Boston base USD 150000-150000'],
    ],
    [
      'one entry',
      ['  region: Boston', '  base: {low: 150000, high: 200000}', '  currency: USD'],
      ['Boston base USD 150000-200000'],
    ],
  ])('%s', (_, lines, read) => {
    expect(rows(...lines)).toEqual(read);
    expect(told(under('compensation:', ...lines))).toEqual([]);
  });

  test.each([
    [
      '  Boston: $150K - $200K',
      'compensation is a group of keys, expected keys of regions, each with keys like base_low',
    ],
    ['  Boston: {base: 150, currency: USD}', '3:18 base is 150, expected the pay of a year'],
    ['  Boston: {bonus: 15, currency: USD}', '3:19 bonus is 15, expected a sum, or a percentage'],
    ['  Boston: {base: [1, 2, 3], currency: USD}', '3:18 base is a list, expected both ends of a range'],
    ['  Boston: {base: {low: 150000}, currency: USD}', '3:24 one end of a range, without an end of base'],
  ])('none of these, and is told: %s', (line, message) =>
    expect(told(under('compensation:', line))[0]).toContain(message),
  );
});

describe('a day of front matter', () => {
  const updated = (words: string) =>
    readGuide('g.md', under(`last_updated: ${words}`)).guide?.frontMatter?.lastUpdated?.value ?? null;
  test.each([
    '2026-09-01',
    '2026-09-01T10:00:00Z',
    '2026-09-01 10:00',
    'Sep 1, 2026',
    '"Sept. 1st, 2026"',
    '1 September 2026',
    'Tuesday, September 1, 2026',
    '01-Sep-2026',
    '2026/9/1',
    '2026.09.01',
  ])('%s', words => {
    expect(updated(words)).toBe('2026-09-01');
    expect(told(under(`last_updated: ${words}`))).toEqual([]);
  });
  test('in numbers, where they leave no doubt', () => {
    expect(['13/09/2026', '09/13/2026', '9.9.2026'].map(updated)).toEqual([
      '2026-09-13',
      '2026-09-13',
      '2026-09-09',
    ]);
  });
  test.each(['03/04/2026', '2026-09', 'September 2026', '31 Feb 2026', 'Q3', '20260901'])(
    'is told: %s',
    words => {
      expect(updated(words)).toBeNull();
      expect(told(under(`last_updated: ${words}`))).toHaveLength(1);
    },
  );
});

describe('what is wrong with front matter', () => {
  test.each([
    ['torn', ['company: "larkspur', 'role: x'], '4:1 not valid YAML: missing closing "quote'],
    ['a tab', ['company:', '\tname: x'], '3:1 a tab at the start of a line, expected spaces'],
    ['a day that is none', ['last_updated: 2026-02-30'], '2:15 last_updated is "2026-02-30", expected a day'],
    [
      'a quarter that is none',
      ['salary_data_quarter: spring'],
      '2:22 salary_data_quarter is "spring", expected a quarter',
    ],
    ['a list of words', ['company: [a]'], '2:10 company is a list, expected words'],
    ['a slip', ['company: x', 'compensaton: []'], '3:1 unknown key compensaton'],
    [
      'a day in two orders',
      ['last_updated: 03/04/2026'],
      '2:15 last_updated is "03/04/2026", expected a day',
    ],
    ['no list', ['compensation: 150000'], '2:15 compensation is 150000, expected a list'],
    [
      'no entry',
      ['compensation: [150000]'],
      '2:16 this entry is 150000, expected keys like region and base_low',
    ],
    [
      'no currency',
      ['compensation:', '  - {region: X, base_low: 150000, base_high: 200000}'],
      '3:5 pay without a currency',
    ],
    [
      'an unknown one',
      ['compensation:', `${LONDON.replace('GBP', 'GPB')}}`],
      '3:106 an unknown currency, "GPB"',
    ],
  ])('is told with its place: %s', (_, lines, message) => {
    const text = under(...lines);
    expect(told(text)).toEqual([message]);
    expect(readGuide('g.md', text).guide?.bands).toHaveLength(8);
    for (const one of readGuide('g.md', text).findings) expect(hintOf(one)).not.toBe('');
  });

  test('leaves torn figures unread, and none to the text', () => {
    const {guide} = readGuide('g.md', under('company: "x', 'base_low: 150000'));
    expect(guide?.frontMatter).toBeNull();
    expect(guide?.unread.map(({why}) => why)).toEqual(['front matter that is no YAML']);
    expect(guide?.narrative).toHaveLength(readGuide('g.md', BODY).guide?.narrative.length ?? 0);
  });

  test('is that it has no end: it ends where the guide begins', () => {
    const open = ['---', 'company: larkspur', 'data_quality: high', '', BODY].join('\n');
    const {guide} = readGuide('g.md', open);
    expect(guide?.frontMatter?.dataQuality?.value).toBe('high');
    expect(guide?.role.value).toBe('Platform Engineer');
    expect(told(open)).toEqual(['1:1 front matter without an end']);
  });

  const evil: Readonly<Record<string, string>> = {
    brackets: `company: ${'['.repeat(90_000)}`,
    'questions in questions': `company: x\n${'? '.repeat(45_000)}`,
    'steps without end': `company:\n${Array.from({length: 60}, (_, at) => `${' '.repeat(at + 1)}a:`).join('\n')}`,
    'a value that holds itself': 'company: x\na: &a [*a, *a]',
    'aliases of a long list': `company: x\na: &a [${'1,'.repeat(20_000)}]\n${Array.from({length: 99}, (_, at) => `b${at}: *a`).join('\n')}`,
    'many keys': Array.from({length: 12_000}, (_, at) => `c${at}:`).join('\n'),
    'a region of brackets': `compensation:\n  - {region: "${'('.repeat(40_000)}", base_low: 100000, base_high: 200000, currency: USD}`,
    'a map that holds itself': 'company: x\ncompensation: &c {a: {b: *c, d: [*c, *c]}, e: [*c, *c, *c]}',
    'a map of many maps of many': `a: &a {${Array.from({length: 3000}, (_, at) => `l${at}: {base: 150000}`).join(', ')}}\ncompensation: {${Array.from({length: 3000}, (_, at) => `r${at}: *a`).join(', ')}}`,
    'names of objects':
      'company: x\n__proto__: {a: 1}\nconstructor: 3\ncompensation: [{__proto__: 1, toString_low: 2}]',
    'a hundred thousand comments': `company: x\n${'# c\n'.repeat(100_000)}`,
  };
  test.each(Object.entries(evil))('is nothing that takes long: %s', (_, yaml) => {
    for (const text of [under(yaml), `---\n${yaml}\n\n${BODY}`]) {
      const {guide} = readGuide('g.md', text);
      expect(guide?.bands).toHaveLength(8);
      JSON.stringify(guideJson({guide, findings: []}, 'g.md'));
      if (guide !== null)
        audit(guide, source('g.md', text), {
          rates: shippedRates(),
          conventions: shippedConventions(),
          today: '2026-11-22',
        });
    }
  });
});

describe('in a guide', () => {
  test('without title and table front matter gives both, in a reading of pay too', () => {
    const text = LAYOUTS['front matter alone'] ?? '';
    const {guide} = readGuide('g.md', text);
    expect([guide?.role.value, guide?.company.value]).toEqual(['Platform Engineer', 'Larkspur Capital']);
    expect(guide?.bands.map(({region, component}) => `${region} ${component}`)).toEqual(
      ['base', 'bonus', 'total']
        .flatMap(one => [`Boston (HQ) ${one}`])
        .concat(['base', 'bonus', 'total'].map(one => `London (GBP/USD) ${one}`)),
    );
    expect(readPay('g.md', text)?.bands).toEqual(guide?.bands);
  });

  test('with both they count, and not what front matter says', () => {
    const {guide} = readGuide(
      'g.md',
      under('company_display: Foxglove', 'role_display: Cook', 'compensation:', `${LONDON}}`),
    );
    expect([guide?.role.value, guide?.company.value]).toEqual(['Platform Engineer', 'Larkspur Capital']);
    expect(guide?.bands).toEqual(
      readGuide('g.md', under('company: x', 'role: y', 'compensation:', `${LONDON}}`)).guide?.bands.map(
        band => ({
          ...band,
          span: expect.anything() as unknown,
        }),
      ),
    );
    expect(guide?.bands).toHaveLength(8);
  });
});

describe('the audit', () => {
  test('holds entries against the table, each sum in its currency', () => {
    const against = (...keys: string[]) =>
      said('front-matter-against-table', {pay: TABLE, front: front(...entry(...keys))});
    expect(against(...BASE)).toEqual([]);
    expect(
      against(
        'base_low: 150000',
        'base_high: 210000',
        'bonus_low: 60000',
        'bonus_high: 80000',
        'currency: USD',
      ),
    ).toEqual([
      '4 Boston (HQ) in the front matter: base $150K to $210K where the table has $150K to $200K; bonus $60K to $80K where the table has $60K to $90K',
    ]);
    expect(against('base_low: 150000', 'base_high: 200000', 'currency: CAD')).toEqual([
      '4 Boston (HQ) in the front matter: base C$150K to C$200K where the table has $150K to $200K',
    ]);
    expect(against('bonus_pct: 10', 'currency: USD')).toEqual([]);
  });

  test('takes either currency of a cell, any row of a region and any percentage of a range', () => {
    const pay = `| Region | Base Salary | Bonus |
|---|---|---|
| :gb: London (GBP) | £100K - £140K / $127K - $178K | 10-15% |
| :us: Remote (US) | $90K - $120K | 10-15% |
| :us: Remote (US) | $110K - $150K | 10-15% |`;
    const of = (region: string, keys: string) =>
      said('front-matter-against-table', {
        pay,
        front: front('compensation:', `  - {region: ${region}, ${keys}}`),
      });
    expect(of('London', 'base_low: 100000, base_high: 140000, bonus_pct: 10, currency: GBP')).toEqual([]);
    expect(of('London', 'base_low: 127000, base_high: 178000, bonus_pct: 12, currency: USD')).toEqual([]);
    expect(of('"Remote (US)"', 'base_low: 110000, base_high: 150000, currency: USD')).toEqual([]);
    expect(of('London', 'bonus_pct: 20, currency: GBP')).toEqual([
      '3 London in the front matter: bonus 20% where the table has 10% to 15%',
    ]);
  });

  test('finds the component that a total counts and front matter leaves out', () => {
    const left = (pay: string, ...keys: string[]) =>
      said('component-left-out', {pay, front: front(...entry(...BASE, ...keys))});
    const total = ['total_comp_low: 230000', 'total_comp_high: 330000'];
    const bonus = ['bonus_low: 60000', 'bonus_high: 90000'];
    expect(left(TABLE, ...bonus, ...total)).toEqual([
      '9 Boston (HQ) in the front matter: base $150K to $200K and bonus $60K to $90K do not make the total, $230K to $330K; the table has pnl $20K to $40K too',
    ]);
    expect(left(TABLE, ...bonus, ...total, 'pnl_low: 20000', 'pnl_high: 40000')).toEqual([]);
    expect(left(TABLE, ...bonus, 'total_comp_low: 210000', 'total_comp_high: 290000')).toEqual([]);
    expect(left(TABLE, ...bonus)).toEqual([]);
  });

  test('tells regions that only one of the two has', () => {
    const of = (...regions: string[]) =>
      said('front-matter-regions', {
        front: front(
          'compensation:',
          ...regions.map(one => `  - {region: ${one}, base_low: 150000, base_high: 200000, currency: USD}`),
        ),
      });
    expect(of('Boston', '"London (UK)"')).toEqual([]);
    expect(of('Boston')).toEqual(['3 the front matter leaves out London (GBP/USD) of the table']);
    expect(of('Boston, MA', 'London', 'Pune')).toContain(
      '5 the front matter pays in Pune, and the table has no such region',
    );
    expect(of('Bost', 'London').length).toBe(2);
  });

  test('says nothing against the pay of a level that the table does not have', () => {
    const of = (level: string) =>
      said('front-matter-against-table', {
        pay: '| Level | Region | Base Salary | Bonus |\n|---|---|---|---|\n| L4 | Boston | $150K - $200K | $10K |',
        front: front(
          'compensation:',
          `  Boston: {${level}: {base_low: 190000, base_high: 240000, currency: USD}}`,
        ),
      });
    expect(of('L5')).toEqual([]);
    expect(of('L4')).toHaveLength(1);
  });

  describe('holds it against the title', () => {
    const against = (title: string, ...lines: string[]) =>
      said('front-matter-against-title', {
        title: `### ${title} Global Negotiation Guide`,
        front: front(...lines),
      });
    test('of another company, of another role', () => {
      expect(against('Data Engineer | Larkspur', 'company: foxglove', 'role: data-engineer')).toEqual([
        '2 the title says Larkspur, and the front matter the company foxglove',
      ]);
      expect(
        against('Data Engineer | Larkspur', 'company: larkspur', 'role_display: Data Scientist'),
      ).toEqual(['3 the title says Data Engineer, and the front matter the role Data Scientist']);
      expect(against('Data Engineer | Larkspur', 'company: x-ray-labs', 'role: cook')).toHaveLength(2);
    });
    test.each([
      ['Larkspur Capital', 'foxglove-capital'],
      ['Teasel & Sons', 'teasel-partners'],
      ['Osprey', 'osier'],
      ['Meta-Yield', 'mercury-capital'],
    ])('%s is not %s', (company, slug) =>
      expect(against(`Data Engineer | ${company}`, `company: ${slug}`)).toHaveLength(1),
    );
    test.each([
      ['L&T', 'lt'],
      ['Fox*Glove (Osprey Group)', 'foxglove'],
      ['Fox*Glove (Osprey Group)', 'osprey'],
      ['L.K. Spur', 'lkspur-capital'],
      ['Larkspur', 'larkspur-capital-partners'],
      ['LCM', 'larkspur-capital-management'],
      ['Société Lézard', 'societe-lezard'],
      ['Teasel & Sons', 'teasel-and-sons'],
    ])('%s may be %s', (company, slug) =>
      expect(against(`Data Engineer | ${company}`, `company: ${slug}`)).toEqual([]),
    );
    test.each([
      ['Software Engineer', 'software-engineering-manager'],
      ['Product Manager', 'project-manager'],
      ['Principal Engineer', 'staff-engineer'],
      ['Security Engineer', 'devops-engineer'],
    ])('a %s is no %s', (role, slug) =>
      expect(against(`${role} | Larkspur`, `role: ${slug}`)).toHaveLength(1),
    );
    test.each([
      ['Site Reliability Engineer (L4)', 'sre'],
      ['SWE', 'software-engineer'],
      ['Sr. Data Engineer', 'senior-data-engineer'],
      ['ML Engineer', 'machine-learning-engineer'],
      ['Full-Stack Engineer', 'fullstack_engineer'],
      ['DevOps / SRE Engineer', 'devops-engineer'],
      ['Software Engineer', 'Senior Software Engineer (L3-L4)'],
    ])('a %s may be a %s', (role, slug) =>
      expect(against(`${role} | Larkspur`, `role: ${slug}`)).toEqual([]),
    );
  });

  test('tells a day and a quarter that are still to come', () => {
    const ahead = (line: string, today = '2026-11-22') => said('updated-ahead', {front: front(line)}, today);
    expect(ahead('last_updated: Jan 5, 2027')).toEqual([
      '2 last updated on 2027-01-05, and today is 2026-11-22',
    ]);
    expect(ahead('last_updated: 2026-11-24')).toHaveLength(1);
    expect(ahead('last_updated: 2026-11-23')).toEqual([]);
    expect(ahead('last_updated: 2026-11-24', '2026-11-24')).toEqual([]);
    expect(ahead('salary_data_quarter: 2027-Q1')).toEqual([
      '2 its pay is of 2027-Q1, and today is 2026-11-22',
    ]);
    expect(ahead('salary_data_quarter: 2026-Q4')).toEqual([]);
  });

  test('tells one range of several levels', () => {
    const levels = (pay: string, ...lines: string[]) =>
      said('levels-in-one-range', {pay, front: front(...lines)});
    const pay = `| Level | Boston (USD) |
|---|---|
| Mid (L3) | $150,000–$185,000 |
| Senior (L4) | $190,000–$240,000 |`;
    const boston = (low: number, high: number) => [
      'compensation:',
      `  - {region: Boston, total_comp_low: ${low}, total_comp_high: ${high}, currency: USD}`,
    ];
    expect(levels(pay, ...boston(150_000, 240_000))).toEqual([
      '3 Boston: the total of the front matter, $150K to $240K, is of 2 levels in the table',
    ]);
    expect(levels(pay, ...boston(190_000, 240_000))).toEqual([]);
    const wide = entry('base_low: 100000', 'base_high: 230000', 'currency: USD');
    expect(levels(TABLE, ...wide, 'level_mapping: {internal: L3-L5}')).toEqual([
      '4 Boston (HQ): the base of the front matter, $100K to $230K, more than doubles, and its level_mapping names several levels, L3-L5',
    ]);
    for (const one of ['internal: Mid-Level', 'internal: L-3', 'internal: L4', 'raw: L3-L5'])
      expect(levels(TABLE, ...wide, `level_mapping: {${one}}`)).toEqual([]);
  });

  test('tells a review that is overdue, and a quality that the totals do not bear out', () => {
    expect(said('review-overdue', {front: front('next_review_due: 2026-05-23')}, '2026-05-23')).toEqual([]);
    expect(said('review-overdue', {front: front('next_review_due: 2026-05-23')}, '2026-05-24')).toEqual([
      '2 the guide was to be reviewed by 2026-05-23, and today is 2026-05-24',
    ]);
    const wrong = TABLE.replace('$230K - $330K', '$430K - $530K');
    expect(said('quality-overstated', {pay: wrong, front: front('data_quality: High')})).toEqual([
      '2 the front matter calls the quality of its data high, and 1 of 1 totals do not add up',
    ]);
    expect(said('quality-overstated', {pay: wrong, front: front('data_quality: low')})).toEqual([]);
    expect(said('quality-overstated', {front: front('data_quality: high')})).toEqual([]);
  });

  test('takes the age of a guide from its front matter, and no new date for new figures', () => {
    const stale = (...lines: string[]) =>
      said('stale', {front: front(...lines), sources: '**Sources**\n- Survey 2024'});
    expect(stale('last_updated: 2025-11-21')).toEqual([
      '2 last updated on 2025-11-21, and today is 2026-11-22',
    ]);
    expect(stale('last_updated: 2026-02-23', 'salary_data_quarter: 2025-Q3')).toEqual([
      '3 its pay is of 2025-Q3, and today is 2026-11-22',
    ]);
    expect(stale('last_updated: 2026-02-23', 'next_review_due: 2027-02-23')[0]).toContain(
      'the newest year in the text is 2024',
    );
    const undated = {narrative: '', sources: '**Sources**\n- Survey'};
    expect(said('stale', {...undated, front: front('last_updated: 2026-02-23')})).toEqual([]);
    expect(said('stale', undated)).toHaveLength(1);
  });

  test('finds a range of front matter that is upside down', () => {
    expect(
      said('range-upside-down', {
        front: front(...entry('base_low: 200000', 'base_high: 150000', 'currency: USD')),
      }),
    ).toEqual(['4 200000 to 150000: the low end is above the high end']);
  });
});
