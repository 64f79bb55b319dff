import {describe, expect, test} from 'vitest';
import {TOOLS} from '../../../src/record/index.ts';
import {isThere, type Outcome, read, realCsv, rules, told} from './reading.ts';
import {hintOf, messageOf} from '../../findings.ts';

const {reader} = TOOLS.upptime;

/**
 * Commits in a line of words: `api up 10:00, down 503 10:10, up 10:20`. A time may name another day of May 2025:
 * `8T10:00`.
 */
function commits(notation: string): Record<string, string>[] {
  let site = '';
  return notation.split(', ').map(part => {
    const words = part.split(' ');
    const time = words.pop() ?? '';
    if (!['up', 'down', 'degraded'].includes(words[0] ?? '')) site = words.shift() ?? '';
    const [status = '', code = status === 'up' ? '200' : '0'] = words;
    const [hour = '', day = '6'] = time.split('T').reverse();
    return {
      committed_at: `2025-05-${day.padStart(2, '0')}T${hour}:00+00:00`,
      site,
      status,
      http_code: code,
      response_ms: '80',
    };
  });
}

const intervals = ({intervals}: Outcome) => intervals.map(told);

test('a state lasts until the next commit that tells another', async () => {
  const outcome = await read(
    reader,
    commits('api up 10:00, up 10:05, down 503 10:10, degraded 10:20, up 10:30, up 11:00'),
  );
  expect(intervals(outcome)).toEqual([
    'api up as up 10:00 to 10:10',
    'api down as down 10:10 to 10:20',
    'api degraded as degraded 10:20 to 10:30',
    'api up as up 10:30 to 11:00',
  ]);
  expect(outcome.faults).toEqual([]);
});

test('sites are folded apart, in whatever order the commits come', async () => {
  const rows = commits(
    'api up 10:00, web up 10:01, api down 10:10, web down 10:15, api up 10:20, web up 10:30',
  );
  const straight = await read(reader, rows);
  const reversed = await read(reader, rows.toReversed());
  expect(intervals(reversed).sort()).toEqual(intervals(straight).sort());
  expect(intervals(straight)).toContain('web down as down 10:15 to 10:30');
});

test('down at the end of the history lasts: it is censored, not closed', async () => {
  const outcome = await read(reader, commits('api up 10:00, down 10:10, web up 11:00'));
  expect(intervals(outcome)).toContain('api down as down 10:10 to …');
  expect(rules(outcome)).toEqual(['note open-interval']);
});

test('a host that never came back is told as one that may have been taken out', async () => {
  const day = (n: number) => `${n}T10:00`;
  const down = Array.from({length: 28}, (_, n) => `down ${day(n + 2)}`).join(', ');
  const june = commits('old down 10:00').map(row => ({...row, committed_at: '2025-05-31T10:00:00Z'}));
  const rest = commits('old down 10:00').map(row => ({...row, committed_at: '2025-06-02T09:00:00Z'}));
  const outcome = await read(reader, [...commits(`old up ${day(1)}, ${down}`), ...june, ...rest]);
  expect(rules(outcome)).toEqual(['warning open-interval']);
  expect(hintOf(outcome.faults[0])).toContain('out of service');
});

describe('a host that answers 401', () => {
  const rows = commits('api up 10:00, down 401 10:10, down 401 10:12, down 404 10:15, up 10:20, up 10:25');

  test('is down by the tool, and flagged once with how often', async () => {
    const outcome = await read(reader, rows);
    expect(intervals(outcome)).toEqual([
      'api up as up 10:00 to 10:10',
      'api down as down 401 10:10 to 10:15',
      'api down as down 404 10:15 to 10:20',
      'api up as up 10:20 to 10:25',
    ]);
    expect(rules(outcome)).toEqual(['warning contradiction']);
    expect(messageOf(outcome.faults[0])).toContain('HTTP 401 (2×), HTTP 404 (1×)');
  });

  test('is up where record.yaml says so, for that answer alone', async () => {
    const outcome = await read(reader, rows, {states: {'down 401': 'up'}});
    expect(outcome.intervals.map(({state}) => state)).toEqual(['up', 'up', 'down', 'up']);
  });
});

test('nothing is concluded over a silence', async () => {
  const outcome = await read(reader, commits('api down 10:00, down 10:10, up 9T10:00, up 9T11:00'));
  expect(intervals(outcome)).toEqual([
    'api down as down 10:00 to 10:10',
    'api up as up 2025-05-09 10:00 to 2025-05-09 11:00',
    'api unknown 10:10 to 2025-05-09 10:00',
  ]);
  expect(rules(outcome)).toEqual(['warning gap']);
});

test('a site that leaves the list is unknown from then on, and one that joins says since when', async () => {
  const outcome = await read(reader, commits('old up 10:00, down 10:10, new up 9T10:00, up 9T11:00'));
  expect(intervals(outcome)).toEqual([
    'old up as up 10:00 to 10:10',
    'old unknown 10:10 to 2025-05-09 11:00',
    'new up as up 2025-05-09 10:00 to 2025-05-09 11:00',
  ]);
  expect(rules(outcome)).toEqual(['warning gap', 'note gap']);
  expect(messageOf(outcome.faults[0])).toContain('left the list');
});

test('subjects of commits are read as they are', async () => {
  const outcome = await read(reader, [
    {committed_at: '2025-05-06T10:00:00Z', subject: '🟥 Cart API is down (0 in 0 ms) [skip ci] [upptime]'},
    {committed_at: '2025-05-06T10:05:00Z', subject: ':pencil: Update summary in README'},
    {committed_at: '2025-05-06T10:10:00Z', subject: '🟩 Cart API is up (200 in 83 ms) [skip ci] [upptime]'},
    {committed_at: '2025-05-06T10:20:00Z', subject: '🟩 Cart API is up (200 in 81 ms) [skip ci] [upptime]'},
  ]);
  expect(intervals(outcome)).toEqual([
    'Cart API down as down 10:00 to 10:10',
    'Cart API up as up 10:10 to 10:20',
  ]);
  expect(outcome.leftOut).toEqual({'a commit that tells of no site': 1});
});

test('issues are outages', async () => {
  const outcome = await read(reader, [
    {
      number: 3,
      title: '🛑 Cart API is down',
      created_at: '2025-05-06T10:00:00Z',
      closed_at: '2025-05-06T10:10:00Z',
    },
    {
      number: 4,
      title: '⚠️ Web has degraded performance',
      created_at: '2025-05-06T11:00:00Z',
      closed_at: null,
      state: 'open',
    },
    {number: 5, title: 'Please add dark mode', created_at: '2025-05-06T11:00:00Z', closed_at: null},
  ]);
  expect(intervals(outcome)).toEqual([
    'Cart API down as down 10:00 to 10:10',
    'Web degraded as degraded 11:00 to …',
  ]);
  expect(outcome.leftOut).toEqual({'an issue that tells of no outage': 1});
});

test('files that do not say when are left out, with the reason', async () => {
  const outcome = await read(reader, [
    {name: 'Web', slug: 'web', uptime: '99.98%', dailyMinutesDown: {'2025-05-06': 12}},
    {schemaVersion: 1, label: 'uptime', message: '100%'},
    {url: 'https://web.example', status: 'up', code: 200, lastUpdated: '2025-05-06T10:00:00.000Z'},
  ]);
  expect(outcome.intervals).toEqual([]);
  expect(Object.values(outcome.leftOut)).toEqual([2, 1]);
});

test.each([
  ['no time', {committed_at: 'then'}],
  ['no site', {site: ''}],
  ['a strange status', {status: 'asleep'}],
  ['a code that is no number', {http_code: 'teapot'}],
])('a commit with %s is a fault, and the rest is read', async (_what, wrong) => {
  const [first, ...rest] = commits('api up 10:00, down 10:10, up 10:20, up 10:30');
  const outcome = await read(reader, [{...first, ...wrong}, ...rest]);
  expect(rules(outcome)).toEqual(['error bad-row']);
  expect(intervals(outcome)).toEqual(['api down as down 10:10 to 10:20', 'api up as up 10:20 to 10:30']);
});

describe.skipIf(!isThere)('real histories', () => {
  const history = (page: string) => realCsv(`upptime/${page}/events.csv`);
  const sorted = ({intervals}: Outcome) => [...intervals].sort((a, b) => a.start - b.start);

  test.each([['TORO-Server+upptime'], ['element-gaming+status'], ['manticoresoftware+upptime']])(
    '%s: no interval of a site overlaps another, and no row is lost to a fault',
    async page => {
      const outcome = await read(reader, history(page));
      expect(rules(outcome).filter(rule => rule.startsWith('error'))).toEqual([]);
      const ends = new Map<string, number>();
      for (const {system, start, end} of sorted(outcome)) {
        expect(start).toBeGreaterThanOrEqual(ends.get(system) ?? 0);
        ends.set(system, end ?? Infinity);
      }
    },
  );

  test('the sites of a list that changed midway have left or joined it', async () => {
    const outcome = await read(reader, history('TORO-Server+upptime'));
    const gaps = outcome.faults.filter(({rule}) => rule === 'gap').map(messageOf);
    expect(
      gaps.some(message => message.includes('Test Broken Site') && message.includes('left the list')),
    ).toBe(true);
    expect(gaps.some(message => message.startsWith('TORO Sound is first seen 2026-06-11'))).toBe(true);
    const closed = outcome.intervals.filter(({state, end}) => state === 'down' && end !== null);
    expect(closed.length).toBeGreaterThan(100);
  });

  test('hosts that refused the question are flagged', async () => {
    const outcome = await read(reader, history('element-gaming+status'));
    const flagged = outcome.faults.filter(({rule}) => rule === 'contradiction');
    const times = flagged.flatMap(one =>
      [...messageOf(one).matchAll(/\((\d+)×\)/g)].map(([, n]) => Number(n)),
    );
    const answered = history('element-gaming+status').filter(
      ({status, http_code: code = ''}) => status === 'down' && /^4\d\d$/.test(code),
    );
    expect(times.reduce((sum, n) => sum + n, 0)).toBe(answered.length);
  });
});

describe('a subject in other words', () => {
  test.each([
    ['🟥 Cart API is down (0 in 0 ms) [skip ci] [upptime]', 'Cart API down 0'],
    ['Cart API is down (503 in 12 ms) [skip ci]', 'Cart API down 503'],
    ['🟩 Cart API is back up (200 in 83 ms) [upptime]', 'Cart API up 200'],
    ['🟥 Cart API est down (0 in 0 ms)', 'Cart API down 0'],
    ['Cart API: DOWN (0 in 0 ms)', 'Cart API down 0'],
    ['🟨 Cart API degraded (200 in 9000 ms)', 'Cart API degraded 200'],
    ['🟨 Cart API is experiencing degraded performance (200 in 9000 ms)', 'Cart API degraded 200'],
    [':red_square: Cart API is down (500 in 2 ms)', 'Cart API down 500'],
    ['Cart API is currently down (503 in 10 ms)', 'Cart API down 503'],
    ['Cart API came back up (200 in 99 ms)', 'Cart API up 200'],
    ['Cart API down (0 in 0 ms)', 'Cart API down 0'],
    ['What is up is down (0 in 0 ms)', 'What is up down 0'],
    ['Cart API ausgefallen (0 in 0 ms)', null],
    ['Fix alert: Cart is down (again)', undefined],
    ['🟥 Cart "API" \\ v2 went down (0 in 0 ms)', 'Cart "API" \\ v2 down 0'],
    ['Cart API is up', 'Cart API up 0'],
    ['The page is up to date', undefined],
    [':pencil: Update summary in README [skip ci] [upptime]', undefined],
    ['🟥 Kasse ausgefallen', null],
  ])('%s is read, left out or told', async (subject, said) => {
    const outcome = await read(reader, [
      {committed_at: '2025-05-06T10:00:00Z', subject},
      {committed_at: '2025-05-06T10:05:00Z', subject: '🟩 Other is up (200 in 83 ms)'},
    ]);
    const row = outcome.intervals.find(({system}) => system !== 'Other');
    const word = row === undefined ? null : `${row.system} ${row.state}`;
    expect(word).toBe(said == null ? null : said.replace(/ \d+$/, ''));
    expect(rules(outcome).includes('error bad-row')).toBe(said === null);
  });
});

test('one daily commit that is missing makes no silence, with some hours of delay', async () => {
  const up = (time: string) => ({committed_at: `${time}Z`, subject: '🟩 Cart is up (200 in 83 ms)'});
  const outcome = await read(reader, [
    up('2025-05-06T00:10:00'),
    up('2025-05-08T09:40:00'),
    up('2025-05-11T00:00:00'),
  ]);
  expect(
    outcome.intervals.map(({state, start}) => `${state} ${new Date(start).toISOString().slice(0, 13)}`),
  ).toEqual(['up 2025-05-06T00', 'unknown 2025-05-08T09']);
});
