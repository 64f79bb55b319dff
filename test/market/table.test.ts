import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {quantity} from '../../src/base/index.ts';
import {jsonOf, type Known, read, valueOf} from '../../src/figure/index.ts';
import {
  companyIn,
  companyOfTitle,
  exchangeInto,
  graphOf,
  marketReport,
  type OfferPay,
  placesIn,
  roleIn,
  shippedNames,
} from '../../src/market/index.ts';
import type {MarketQuestion} from '../../src/market/report.ts';
import {spreadOf} from '../../src/market/spread.ts';
import {worthOf} from '../../src/market/standing.ts';
import {tableOf} from '../../src/market/table.ts';
import {NAMES, sketch} from './made-up.ts';

/** What a case states of pay, somewhere. */
function sum(value: number, unit: string): Known {
  const span = {file: 'offer.yaml', from: 0, to: 1, line: 1, column: 1};
  return read(quantity(value, unit), span, {tier: 'documented', source: 'a letter'});
}

const dollars = (value: number) => sum(value, 'USD/year');

const RATES = {source: 'made up', days: {'2026-01-30': {USD: 1.2, GBP: 0.8}}};
const GUIDES = [
  sketch(
    {
      title: 'Acme, SRE',
      pays: 'New York (HQ): base 100-140, bonus 10-15%, total 150-200; London: base £80-100',
      levels: 'Acme:SRE = Bolt:SRE',
    },
    'acme.md',
  ),
  sketch(
    {
      title: 'Bolt, DevOps',
      pays: 'NYC / Austin: base 110-150, bonus 20-40, total 160-220',
      levels: 'Bolt:SRE = Acme:SRE',
    },
    'bolt.md',
  ),
  sketch({title: 'Crest Games, Senior SRE', pays: 'New York: base 150-190'}, 'crest.md'),
];

function report(more: Partial<MarketQuestion> = {}) {
  const field = graphOf(NAMES, GUIDES);
  return marketReport(
    NAMES,
    GUIDES,
    {field, all: () => field},
    {
      role: roleIn(NAMES, 'devops'),
      place: {id: 'new-york', name: 'New York'},
      companies: [],
      currency: null,
      day: '2026-02-01',
      from: null,
      at: [],
      offers: [],
      read: 3,
      ...more,
    },
    to => exchangeInto(RATES, to, '2026-02-01'),
  );
}

describe('a region', () => {
  test.each([
    ['New York (HQ)', 'New York'],
    ['NYC', 'New York'],
    ['New York City', 'New York'],
    ['NY', 'New York'],
    ['London (GBP/USD)', 'London'],
    ['London (GBP £)', 'London'],
    ['NYC / Austin TX', 'New York, Austin'],
    ['US (London / Austin)', 'US, London, Austin'],
    ['London (rare)', 'London'],
    ['Utopia HQ', 'Utopia'],
  ])('%s names %s', (region, places) => {
    expect(
      placesIn(NAMES, region)
        .map(({name}) => name)
        .join(', '),
    ).toBe(places);
  });
});

describe('a company', () => {
  const named = (text: string, own?: string) => {
    const {companies, rest} = companyIn(
      NAMES,
      text,
      own === undefined ? undefined : companyOfTitle(NAMES, own),
    );
    return [companies.map(({name}) => name).join('+'), rest].filter(part => part !== '').join(' | ');
  };

  test.each([
    ['acme', 'Acme'],
    ['Acme Holdings', 'Acme'],
    ['Acme Equiv.', 'Acme'],
    ['Acme/Bolt', 'Acme+Bolt'],
    ['Acme DS', 'Acme | DS'],
    ['Dune', 'Dune'],
    ['Title', ''],
    ['External Equivalent', 'External'],
    ['companies with a broad scope', ''],
  ])('"%s" is "%s"', (text, said) => {
    expect(named(text)).toBe(said);
  });

  test('of two with one spelling is the guide’s own, and else neither', () => {
    expect(named('Crest', 'Crest Systems')).toBe('Crest Systems');
    expect(named('Crest')).toBe('Crest');
  });
});

describe('the names that ship', () => {
  const names = shippedNames();
  test.each([
    ['Millennium', 'millennium-management'],
    ['Millennium Management', 'millennium-management'],
    ['BofA', 'bank-of-america'],
    ['Splunk (Cisco)', 'splunk'],
  ])('know %s as %s', (spelling, id) => {
    expect(companyIn(names, spelling).companies.map(one => one.id)).toEqual([id]);
  });

  test('hold two Citadels apart', () => {
    expect(companyIn(names, 'Citadel').companies[0]?.id).not.toBe(
      companyIn(names, 'Citadel Securities').companies[0]?.id,
    );
  });

  test.each(['New York', 'New York City', 'NYC', 'New York (HQ)', 'NY', 'New York NY', 'New York (USD)'])(
    'know %s',
    region => {
      expect(placesIn(names, region).map(({id}) => id)).toEqual(['new-york']);
    },
  );

  test.each([
    'devops',
    'DevOps Engineer',
    'SRE',
    'Site Reliability Engineer',
    'Infrastructure Engineer',
    'Platform Engineer',
    'Production Engineer',
  ])('read %s as devops', title => {
    expect(roleIn(names, title)).toMatchObject({rank: '', field: 'devops'});
  });

  test('find every spelling they list', () => {
    for (const [spelling, companies] of names.companies)
      if (companies.length === 1)
        expect(companyIn(names, spelling).companies[0]?.id, spelling).toBe(companies[0]?.id);
    for (const [spelling, place] of names.places)
      expect(
        placesIn(names, spelling).map(({id}) => id),
        spelling,
      ).toContain(place.id);
  });
});

describe('the table', () => {
  test('holds every band of the role and the place, with where it stands', () => {
    const rows = tableOf(NAMES, GUIDES, {role: roleIn(NAMES, 'devops'), place: 'new-york'});
    expect(
      rows.map(row => `${row.company.id} ${row.component} ${row.low} ${row.path}:${row.span.line}`),
    ).toEqual([
      'acme base 100000 acme.md:10',
      'acme bonus 10 acme.md:10',
      'acme total 150000 acme.md:10',
      'bolt base 110000 bolt.md:10',
      'bolt bonus 20000 bolt.md:10',
      'bolt total 160000 bolt.md:10',
    ]);
  });

  test('tells a rank from another', () => {
    expect(tableOf(NAMES, GUIDES, {role: roleIn(NAMES, 'senior devops')}).map(({path}) => path)).toEqual([
      'crest.md',
    ]);
  });
});

describe('a report', () => {
  test('says of every median how many guides stand behind it', () => {
    expect(jsonOf(report()).json).toMatchObject({
      summary: expect.arrayContaining([
        {
          component: 'base',
          basis: 'annual',
          low: {n: 2, least: 100_000, median: 105_000, most: 110_000},
          high: {n: 2, least: 140_000, median: 145_000, most: 150_000},
        },
      ]) as unknown,
    });
    // a percent is no money
    expect(report().summary.find(({component}) => component === 'bonus')?.low.n).toBe(1);
  });

  test('converts at the rate of one day, and names it', () => {
    const pounds = report({place: {id: 'london', name: 'London'}, currency: 'USD'});
    const {json} = jsonOf(pounds);
    const rate = {from: 'GBP', to: 'USD', rate: 1.5, day: '2026-01-30', source: 'made up'};
    expect(json).toMatchObject({
      rates: [rate],
      bands: [{low: 80_000, currency: 'GBP', shown: {low: 120_000, high: 150_000, currency: 'USD', rate}}],
    });
  });

  test('leaves a currency without a rate as it is, and says which', () => {
    const early = marketReport(
      NAMES,
      GUIDES,
      {field: graphOf(NAMES, []), all: () => graphOf(NAMES, [])},
      {
        role: roleIn(NAMES, 'devops'),
        place: null,
        companies: [],
        currency: 'USD',
        day: '2020-01-01',
        from: null,
        at: [],
        offers: [],
        read: 3,
      },
      to => exchangeInto(RATES, to, '2020-01-01'),
    );
    expect(early.withoutRate).toEqual(['GBP']);
    expect(
      early.bands.filter(({currency}) => currency === 'GBP').every(({shown}) => shown.currency === 'GBP'),
    ).toBe(true);
    const base = early.summary.find(({component}) => component === 'base');
    expect(valueOf(base?.low.most as Known)).toBe(110_000);
  });

  test('places an offer by component and total, promised and at target', () => {
    const offer: OfferPay = {
      id: 'bolt',
      party: {id: 'bolt', name: 'Bolt'},
      kind: 'target',
      level: roleIn(NAMES, 'SRE'),
      pays: [
        {component: 'base', amount: dollars(130_000), currency: 'USD', guaranteed: true},
        {component: 'bonus', amount: dollars(30_000), currency: 'USD', guaranteed: null},
      ],
      withheld: [],
      currency: 'USD',
    };
    const [row] = report({offers: [offer]}).offers;
    expect(jsonOf(row?.shown.total).json).toEqual({
      component: 'total',
      currency: 'USD',
      guaranteed: 130_000,
      atTarget: 160_000,
    });
    const said = row?.standings.map(
      ({company, because, worth, atTarget, guaranteed}) =>
        `${company} ${because.kind} ${worth.component} ${atTarget.place} ${guaranteed.place}`,
    );
    expect(said).toEqual([
      'Acme equal base within within',
      'Acme equal total within below',
      'Bolt own base within within',
      'Bolt own bonus within below',
      'Bolt own total within below',
    ]);
  });

  test('places no total that lacks what the band counts', () => {
    const offer: OfferPay = {
      id: 'x',
      party: {id: 'dune', name: 'Dune'},
      kind: 'competing',
      level: null,
      pays: [{component: 'base', amount: dollars(130_000), currency: 'USD', guaranteed: true}],
      withheld: [],
      currency: 'USD',
    };
    const [row] = report({offers: [offer]}).offers;
    expect(row?.standings.map(({worth}) => worth.component)).toEqual(['base', 'base']);
    expect(row?.missing.map(({company, components}) => [company, ...components])).toEqual([
      ['Acme', 'bonus'],
      ['Bolt', 'bonus'],
    ]);
    expect(row?.standings.every(({because}) => because.kind === 'by title')).toBe(true);
  });
});

test('a total in two currencies, one without a rate, is no total', () => {
  const to = exchangeInto(RATES, 'USD', '2026-02-01');
  const pays = [
    {component: 'base', amount: dollars(1), currency: 'USD', guaranteed: true},
    {component: 'bonus', amount: sum(1, 'KRW/year'), currency: 'KRW', guaranteed: true},
  ] as const;
  expect(worthOf(pays, to).total).toBeNull();
});

test('a median lies among its values, and half of them on either side', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({min: -1000, max: 1000}), {minLength: 1, maxLength: 30}), values => {
      const spread = spreadOf(values.map(dollars));
      const half = values.length / 2;
      const median = valueOf(spread?.median as Known);
      expect(spread?.n).toBe(values.length);
      expect(values.filter(value => value <= median).length).toBeGreaterThanOrEqual(half);
      expect(values.filter(value => value >= median).length).toBeGreaterThanOrEqual(half);
    }),
  );
  expect(spreadOf([])).toBeNull();
});
