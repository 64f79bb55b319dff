import type {Currency} from '../../../base/index.ts';
import type {Named, Names} from '../../names.ts';
import type {Counted, Quartiles, WageAnswer, WageApart, WageGroup, WageQuestion, WageSet} from '../answer.ts';
import {type EmployerReading, type Employers, employerIn} from '../employer.ts';
import {cityOf, familyAsked, familyOf, regionAsked} from '../family.ts';
import {type Row, type Store} from './store.ts';

/** Groups that one answer lists. */
const MOST_GROUPS = 200;
/** Parts the two names of an employer in one key; no name holds it. */
const APART = '\u001f';
const FIRM_KEY = `coalesce(employer, '') || '${APART}' || coalesce(trade, '')`;
const PLACE_KEY = `coalesce(city, '') || '${APART}' || coalesce(state, '')`;

type Reduced = Omit<WageAnswer, 'files' | 'basis'>;

/** Answers a question from the store's judged rows. What a name means is decided here, one by one; the rest is SQL. */
export async function reduce(store: Store, employers: Employers, question: WageQuestion): Promise<Reduced> {
  await setDuplicatesAside(store);
  const {names} = employers;
  const asked = question.companies.flatMap(one => employerIn(employers, one, null) ?? []);
  await nameFirms(store, employers, asked);
  await namePlaces(store, names, question.region);
  await nameTitles(store, names, question.role);
  await store.run(`CREATE TABLE fit AS
    SELECT wage.*, firm.company, firm.known_by, coalesce(visited.company, firm.company) AS host, place.city AS worksite, family.role,
      CASE
        WHEN visa IS NOT NULL AND NOT regexp_matches(upper(visa), '^H-?1B$') THEN 'visa class ' || visa
        ${asked.length > 0 ? `WHEN NOT firm.asked THEN 'placed at ' || visited.company || ' by another employer'` : ''}
        WHEN full_time = false THEN 'part-time'
      END AS why
    FROM wage
    JOIN place ON place.key = ${PLACE_KEY.replaceAll('city', 'wage.city').replaceAll('state', 'wage.state')} AND place.asked
    JOIN family ON family.title = coalesce(wage.title, '') AND family.asked
    LEFT JOIN firm ON firm.key = ${FIRM_KEY}
    LEFT JOIN firm AS visited ON visited.key = coalesce(wage.placed, '') || '${APART}'
    WHERE reason IS NULL ${asked.length > 0 ? 'AND (firm.asked OR visited.asked)' : ''}`);
  const [rows] = await store.rows(
    `SELECT count(*)::INT AS read, count(*) FILTER (reason IS NULL)::INT AS kept, (SELECT count(*)::INT FROM fit WHERE why IS NULL) AS fitting FROM wage`,
  );
  const groups = await store.rows(`SELECT role, worksite, company, ${SET} FROM fit WHERE why IS NULL
    GROUP BY role, worksite, company, currency ORDER BY n DESC, company, role, worksite, currency LIMIT ${MOST_GROUPS}`);
  const [count] = await store.rows(
    'SELECT count(*)::INT AS n FROM (SELECT DISTINCT role, worksite, company, currency FROM fit WHERE why IS NULL)',
  );
  const apart = await store.rows(
    `SELECT why, ${SET} FROM fit WHERE why IS NOT NULL GROUP BY why, currency ORDER BY n DESC, why, currency`,
  );
  const all = await store.rows(
    `SELECT ${SET} FROM fit WHERE why IS NULL GROUP BY currency ORDER BY n DESC, currency`,
  );
  const found =
    await store.rows(`SELECT coalesce(employer, trade) AS what, company, known_by, count(*)::INT AS rows FROM fit
    WHERE why IS NULL GROUP BY ALL ORDER BY rows DESC, what, known_by LIMIT 50`);
  return {
    question,
    rows: {read: whole(rows, 'read'), kept: whole(rows, 'kept'), fitting: whole(rows, 'fitting')},
    dropped: await counted(store, 'reason', 'reason IS NOT NULL'),
    mended: await counted(store, 'mended', 'reason IS NULL AND mended IS NOT NULL'),
    all: all.map(setOf),
    groups: groups.map(
      (row): WageGroup => ({
        role: text(row, 'role'),
        city: text(row, 'worksite'),
        company: text(row, 'company'),
        ...setOf(row),
      }),
    ),
    groupsLeftOut: whole(count, 'n') - groups.length,
    apart: apart.map((row): WageApart => ({why: text(row, 'why'), ...setOf(row)})),
    employers:
      asked.length === 0
        ? []
        : found.map(row => ({
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

async function nameFirms(store: Store, employers: Employers, asked: readonly Named[]): Promise<void> {
  const found = await store.rows(`SELECT DISTINCT ${FIRM_KEY} AS key FROM wage WHERE reason IS NULL
    UNION SELECT DISTINCT placed || '${APART}' FROM wage WHERE reason IS NULL AND placed IS NOT NULL`);
  const ids = new Set(asked.map(one => one.id));
  const keys = found.map(row => text(row, 'key'));
  const firms = keys.map((key): EmployerReading | null => {
    const [employer = '', trade = ''] = key.split(APART);
    return employerIn(employers, employer || null, trade || null);
  });
  await store.run(
    'CREATE TABLE firm_text (key VARCHAR, id VARCHAR, company VARCHAR, known_by VARCHAR, asked VARCHAR)',
  );
  await store.append('firm_text', [
    keys,
    firms.map(firm => firm?.id ?? 'nobody'),
    firms.map(firm => firm?.name ?? 'nobody stated'),
    firms.map(firm => firm?.by ?? 'unlisted'),
    firms.map(firm => (firm !== null && ids.has(firm.id) ? 'y' : 'n')),
  ]);
  // A firm in no list is written in many ways: the first of them in the alphabet stands for all.
  await store.run(
    `CREATE TABLE firm AS SELECT key, min(company) OVER (PARTITION BY id) AS company, known_by, asked = 'y' AS asked FROM firm_text`,
  );
}

async function namePlaces(store: Store, names: Names, region: string | null): Promise<void> {
  const found = await store.rows(`SELECT DISTINCT ${PLACE_KEY} AS key FROM wage WHERE reason IS NULL`);
  const keys = found.map(row => text(row, 'key'));
  const cities = keys.map(key => {
    const [city = '', state = ''] = key.split(APART);
    return cityOf(names, city || null, state || null);
  });
  const fits = region === null ? () => true : regionAsked(names, region);
  await store.run('CREATE TABLE place_text (key VARCHAR, city VARCHAR, asked VARCHAR)');
  await store.append('place_text', [keys, cities, cities.map(city => (fits(city) ? 'y' : 'n'))]);
  await store.run(`CREATE TABLE place AS SELECT key, city, asked = 'y' AS asked FROM place_text`);
}

async function nameTitles(store: Store, names: Names, role: string | null): Promise<void> {
  const found = await store.rows(
    `SELECT DISTINCT coalesce(title, '') AS title FROM wage WHERE reason IS NULL`,
  );
  const titles = found.map(row => text(row, 'title'));
  const families = titles.map(title => familyOf(names, title));
  const wanted = role === null ? undefined : familyAsked(names, role);
  await store.run('CREATE TABLE family_text (title VARCHAR, role VARCHAR, asked VARCHAR)');
  const asked = families.map(family => (wanted === undefined || family === wanted ? 'y' : 'n'));
  await store.append('family_text', [titles, families, asked]);
  await store.run(`CREATE TABLE family AS SELECT title, role, asked = 'y' AS asked FROM family_text`);
}

const POINTS = '[0, 0.25, 0.5, 0.75, 1]';
const SET = `count(*)::INT AS n, currency, quantile_cont(low, ${POINTS}) AS low_points,
  count(high)::INT AS high_n, quantile_cont(high, ${POINTS}) AS high_points,
  count(*) FILTER (at_prevailing)::INT AS at_prevailing, count(mended)::INT AS mended_n,
  min(decided)::VARCHAR AS first_day, max(decided)::VARCHAR AS last_day`;

function setOf(row: Row): WageSet {
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

function whole(row: Row | undefined, column: string): number {
  return Number(row?.[column] ?? 0);
}

function text(row: Row, column: string): string {
  const value = row[column];
  return typeof value === 'string' ? value : '';
}
