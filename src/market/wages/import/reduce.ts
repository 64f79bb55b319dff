import type {Currency} from '../../../base/index.ts';
import type {Named, Names} from '../../names.ts';
import type {Counted, Quartiles, WageAnswer, WageApart, WageGroup, WageQuestion, WageSet} from '../answer.ts';
import {type EmployerReading, type Employers, employerIn, legalStem} from '../employer.ts';
import {familyAsked, familyOf} from '../family.ts';
import {shippedMetros} from '../metro.ts';
import {cityOf, type RegionReading, regionAsked, type Worksite} from '../worksite.ts';
import {type SqlRow, type Store} from './store.ts';

/** Groups that one answer lists. */
const MOST_GROUPS = 200;
/** Parts the two names of an employer in one key; no name holds it. */
const APART = '\u001f';
const FIRM_KEY = `coalesce(employer, '') || '${APART}' || coalesce(trade, '')`;
const PLACE_KEY = `coalesce(city, '') || '${APART}' || coalesce(state, '') || '${APART}' || coalesce(county, '')`;

const TITLE_KEY = `coalesce(title, '')`;

/** Cities that one answer names. */
const MOST_CITIES = 50;

type Reduced = Omit<WageAnswer, 'files' | 'basis' | 'assumptions'>;

/** Answers a question from the store's judged rows. What a name means is decided here, one by one; the rest is SQL. */
export async function reduceWages(
  store: Store,
  employers: Employers,
  question: WageQuestion,
): Promise<Reduced> {
  await setDuplicatesAside(store);
  const {names} = employers;
  const asked = question.companies.flatMap(one => employerIn(employers, one, null) ?? []);
  const {names: firms, unfound} = await nameFirms(store, employers, asked);
  const region = question.region === null ? null : regionAsked(names, shippedMetros(), question.region);
  const places = await namePlaces(store, names, region);
  const roles = await nameTitles(store, names, question.role);
  const visitor = `WHEN NOT coalesce(firm.asked, false) THEN 'placed at ' || visited.name || ' by another employer'`;
  // What a row says beyond figures is a number here: a million rows of names would not fit.
  await store.run(`CREATE TABLE fit AS
    SELECT firm.no AS firm_no, place.no AS place_no, family.no AS role_no, currency, low, high, at_prevailing,
      mended IS NOT NULL AS was_mended, decided,
      CASE
        WHEN visa IS NOT NULL AND NOT regexp_matches(upper(visa), '^H-?1B$') THEN 'visa class ' || visa
        ${asked.length > 0 ? visitor : ''}
        WHEN full_time = false THEN 'part-time'
      END AS why
    FROM wage
    JOIN place ON place.key = ${PLACE_KEY} AND place.asked
    JOIN family ON family.key = ${TITLE_KEY} AND family.asked
    JOIN firm ON firm.key = ${FIRM_KEY}
    LEFT JOIN firm AS visited ON visited.key = wage.placed || '${APART}'
    WHERE reason IS NULL ${asked.length > 0 ? 'AND (firm.asked OR visited.asked)' : ''}`);
  const [rows] = await store.rows(
    `SELECT count(*)::INT AS read, count(*) FILTER (reason IS NULL)::INT AS kept, (SELECT count(*)::INT FROM fit WHERE why IS NULL) AS fitting FROM wage`,
  );
  const dropped = await counted(store, 'reason', 'reason IS NOT NULL');
  const mended = await counted(store, 'mended', 'reason IS NULL AND mended IS NOT NULL');
  const found =
    asked.length === 0
      ? []
      : await store.rows(`SELECT coalesce(employer, trade) AS what, firm.name AS company, known_by, count(*)::INT AS rows
          FROM wage JOIN firm ON firm.key = ${FIRM_KEY} WHERE firm.asked AND reason IS NULL
          GROUP BY ALL ORDER BY rows DESC, what, known_by LIMIT 50`);
  await store.run('DROP TABLE wage');
  const all = await store.rows(
    `SELECT ${SET} FROM fit WHERE why IS NULL GROUP BY currency ORDER BY n DESC, currency`,
  );
  const apart = await store.rows(
    `SELECT why, ${SET} FROM fit WHERE why IS NOT NULL GROUP BY why, currency ORDER BY n DESC, why, currency`,
  );
  const [count] = await store.rows(
    'SELECT count(*)::INT AS n FROM (SELECT DISTINCT role_no, place_no, firm_no, currency FROM fit WHERE why IS NULL)',
  );
  const cities =
    region === null
      ? []
      : await store.rows(
          `SELECT place_no, count(*)::INT AS rows FROM fit GROUP BY place_no ORDER BY rows DESC, place_no LIMIT ${MOST_CITIES}`,
        );
  // The largest groups first, so that points are sought in those alone that are listed.
  const groups = await store.rows(`WITH largest AS (
      SELECT role_no, place_no, firm_no, currency FROM fit WHERE why IS NULL GROUP BY ALL
      ORDER BY count(*) DESC, firm_no, role_no, place_no, currency LIMIT ${MOST_GROUPS})
    SELECT role_no, place_no, firm_no, ${SET} FROM fit JOIN largest USING (role_no, place_no, firm_no, currency)
    WHERE why IS NULL GROUP BY role_no, place_no, firm_no, currency
    ORDER BY n DESC, firm_no, role_no, place_no, currency`);
  return {
    question,
    rows: {read: whole(rows, 'read'), kept: whole(rows, 'kept'), fitting: whole(rows, 'fitting')},
    dropped,
    mended,
    all: all.map(setOf),
    groups: groups.map(
      (row): WageGroup => ({
        role: roles[whole(row, 'role_no')] ?? '',
        city: places[whole(row, 'place_no')] ?? '',
        company: firms[whole(row, 'firm_no')] ?? '',
        ...setOf(row),
      }),
    ),
    groupsLeftOut: whole(count, 'n') - groups.length,
    apart: apart.map((row): WageApart => ({why: text(row, 'why'), ...setOf(row)})),
    unfound,
    gathered:
      region === null
        ? null
        : {
            metros: region.metros.map(({name, title, counties, source}) => ({
              name,
              title,
              counties: counties.size,
              source,
            })),
            cities: cities.map(row => ({
              what: places[whole(row, 'place_no')] ?? '',
              rows: whole(row, 'rows'),
            })),
          },
    employers: found.map(row => ({
      what: text(row, 'what'),
      rows: whole(row, 'rows'),
      company: text(row, 'company'),
      by: text(row, 'known_by'),
    })),
  };
}

/** Of rows with one case number the last decided counts, of those the one of the later file; equal ones are one row. */
async function setDuplicatesAside(store: Store): Promise<void> {
  await store.run(`CREATE TABLE latest AS SELECT case_number,
      arg_max(rowid, row(coalesce(decided, DATE '0001-01-01'), file, hash(reason, low, high, employer, title))) AS row_kept
    FROM wage WHERE case_number IS NOT NULL GROUP BY case_number HAVING count(*) > 1`);
  await store.run(`UPDATE wage SET reason = 'duplicate' FROM latest
    WHERE wage.case_number = latest.case_number AND wage.rowid <> latest.row_kept`);
  await store.run('DROP TABLE latest');
}

/** Names that stand for a company which was not found. */
const MOST_NEAR = 8;

/** Fills `firm`; the answer is the names by number, and the companies asked for that none of them is. */
async function nameFirms(
  store: Store,
  employers: Employers,
  asked: readonly Named[],
): Promise<{readonly names: readonly string[]; readonly unfound: WageAnswer['unfound']}> {
  const keys = await keysOf(
    store,
    `SELECT DISTINCT ${FIRM_KEY} AS key FROM wage WHERE reason IS NULL
      UNION SELECT placed || '${APART}' FROM wage WHERE reason IS NULL AND placed IS NOT NULL`,
  );
  const firms = keys.map((key): Pick<EmployerReading, 'id' | 'name' | 'by'> => {
    const [employer = '', trade = ''] = key.split(APART);
    return employerIn(employers, employer || null, trade || null) ?? NOBODY;
  });
  // A firm in no list is written in many ways: the first of them in the alphabet stands for all.
  const named = new Map<string, string>();
  for (const {id, name} of firms) {
    const known = named.get(id);
    if (known === undefined || name < known) named.set(id, name);
  }
  const company = firms.map(({id, name}) => named.get(id) ?? name);
  const ids = new Set(asked.map(one => one.id));
  const there = new Set(firms.map(({id}) => id));
  const unfound = asked
    .filter(({id}) => !there.has(id))
    .map(({name}) => {
      const begun = `${legalStem(name)} `;
      const near = keys
        .map(key => key.split(APART)[0] ?? '')
        .filter(legal => legalStem(legal).startsWith(begun));
      return {company: name, near: [...new Set(near)].sort().slice(0, MOST_NEAR)};
    });
  const numbered = await number(
    store,
    'firm',
    keys,
    company,
    at => ids.has(firms[at]?.id ?? ''),
    firms.map(({by}) => by),
  );
  return {names: numbered, unfound};
}

const NOBODY = {id: 'nobody', name: 'nobody stated', by: 'unlisted'} as const;

async function namePlaces(
  store: Store,
  names: Names,
  region: RegionReading | null,
): Promise<readonly string[]> {
  const keys = await keysOf(store, `SELECT DISTINCT ${PLACE_KEY} AS key FROM wage WHERE reason IS NULL`);
  const worksites = keys.map((key): Worksite => {
    const [city = '', state = '', county = ''] = key.split(APART);
    return {city: city || null, state: state || null, county: county || null};
  });
  const cities = worksites.map(worksite => cityOf(names, worksite));
  const fitting = worksites.map(worksite => region === null || region.fits(worksite));
  return number(store, 'place', keys, cities, at => fitting[at] === true);
}

async function nameTitles(store: Store, names: Names, role: string | null): Promise<readonly string[]> {
  const keys = await keysOf(store, `SELECT DISTINCT ${TITLE_KEY} AS key FROM wage WHERE reason IS NULL`);
  const families = keys.map(title => familyOf(names, title));
  const wanted = role === null ? undefined : familyAsked(names, role);
  return number(store, 'family', keys, families, at => wanted === undefined || families[at] === wanted);
}

async function keysOf(store: Store, sql: string): Promise<readonly string[]> {
  return (await store.rows(sql)).map(row => text(row, 'key'));
}

/** A table from each key to the number of its name, in the order of the alphabet; the answer is the names. */
async function number(
  store: Store,
  table: string,
  keys: readonly string[],
  names: readonly string[],
  asked: (at: number) => boolean,
  by: readonly string[] = [],
): Promise<readonly string[]> {
  const list = [...new Set(names)].sort();
  const numbers = new Map(list.map((name, at) => [name, at]));
  await store.run(
    `CREATE TABLE ${table}_text (key VARCHAR, no VARCHAR, name VARCHAR, asked VARCHAR, known_by VARCHAR)`,
  );
  await store.append(`${table}_text`, [
    keys,
    names.map(name => String(numbers.get(name))),
    names,
    keys.map((_, at) => (asked(at) ? 'y' : 'n')),
    keys.map((_, at) => by[at] ?? null),
  ]);
  await store.run(`CREATE TABLE ${table} AS SELECT key, no::INT AS no, name, asked = 'y' AS asked, known_by FROM ${table}_text;
    DROP TABLE ${table}_text`);
  return list;
}

const POINTS = '[0, 0.25, 0.5, 0.75, 1]';
const SET = `count(*)::INT AS n, currency, quantile_cont(low, ${POINTS}) AS low_points,
  count(high)::INT AS high_n, quantile_cont(high, ${POINTS}) AS high_points,
  count(*) FILTER (at_prevailing)::INT AS at_prevailing, count(*) FILTER (was_mended)::INT AS mended_n,
  min(decided)::VARCHAR AS first_day, max(decided)::VARCHAR AS last_day`;

function setOf(row: SqlRow): WageSet {
  const [first, last] = [row['first_day'], row['last_day']];
  const ends = whole(row, 'high_n');
  return {
    n: whole(row, 'n'),
    currency: text(row, 'currency') as Currency,
    from: quartiles(whole(row, 'n'), row['low_points']),
    to: ends === 0 ? null : quartiles(ends, row['high_points']),
    atPrevailing: whole(row, 'at_prevailing'),
    mended: whole(row, 'mended_n'),
    decided: typeof first === 'string' && typeof last === 'string' ? {first, last} : null,
  };
}

function quartiles(n: number, points: unknown): Quartiles {
  const [least = NaN, lower = NaN, median = NaN, upper = NaN, most = NaN] = points as readonly number[];
  return {n, least, lower, median, upper, most};
}

async function counted(store: Store, column: string, where: string): Promise<readonly Counted[]> {
  const rows = await store.rows(
    `SELECT ${column} AS what, count(*)::INT AS rows FROM wage WHERE ${where} GROUP BY what ORDER BY rows DESC, what`,
  );
  return rows.map(row => ({what: text(row, 'what'), rows: whole(row, 'rows')}));
}

function whole(row: SqlRow | undefined, column: string): number {
  return Number(row?.[column] ?? 0);
}

function text(row: SqlRow, column: string): string {
  const value = row[column];
  return typeof value === 'string' ? value : '';
}
