import {createServer} from 'node:net';
import type {AddressInfo} from 'node:net';
import {describe, expect, onTestFinished, test} from 'vitest';
import {command as record} from '../../../src/cli/commands/record.ts';
import {call, desk} from '../../cli/desk.ts';
import {type PrometheusOptions, prometheusEntries} from '../../../src/record/prometheus/read.ts';
import {listed} from '../folder.ts';
import {planned, told} from './planned.ts';
import {type Asked, matrix, nobody, points, standIn} from './stand-in.ts';
import {hintOf, messageOf} from '../../findings.ts';
import {put, temporary} from '../../desk.ts';

const MINUTE = 60_000;
const from = Date.UTC(2025, 2, 3);
const hour = {from, to: from + 60 * MINUTE};
/** 16,000 minutes: more than a server gives at once. */
const long = {from, to: from + 16_000 * MINUTE};
const router = {instance: 'router'};

async function read(
  url: string,
  said: Parameters<typeof planned>[1] = {},
  {period = hour, ...asking}: PrometheusOptions & {period?: typeof hour | null} = {},
): Promise<string[]> {
  return told(await listed(prometheusEntries(planned(url, said), period, asking)));
}

const always = (value: string) => (asked: Asked) =>
  matrix([{metric: router, values: points(asked, () => value)}]);

describe('what is asked', () => {
  test('is the last sample within each step, at its last millisecond, of the prefix that is named', async () => {
    const server = await standIn(always('1'));
    expect(await read(`${server.url}/prometheus/`, {query: ' probe_success{job="a"} '})).toEqual([
      'router up 03-03 00:00 to 03-03 01:00',
    ]);
    expect(server.asked).toEqual([
      {
        path: '/prometheus/api/v1/query_range',
        authorization: undefined,
        query: 'last_over_time(probe_success{job="a"}[60s])',
        start: from + MINUTE - 1,
        end: hour.to - 1,
        step: MINUTE,
      },
    ]);
  });

  test('is never more than 11,000 points at once, every step once, and how far it got is told', async () => {
    const server = await standIn(always('1'));
    const shares: number[] = [];
    const answered = (share: number) => shares.push(share);
    expect(await read(server.url, {}, {period: long, answered})).toEqual([
      'router up 03-03 00:00 to 03-14 02:40',
    ]);
    expect(server.asked.map(({start, end}) => (end - start) / MINUTE + 1)).toEqual([11_000, 5000]);
    expect(server.asked[1]?.start).toBe((server.asked[0]?.end ?? 0) + MINUTE);
    expect(shares).toEqual([11_000 / 16_000, 1]);
  });

  test('is less at once, where it was too much', async () => {
    const server = await standIn((asked, response) => {
      if ((asked.end - asked.start) / MINUTE < 3000) return always('1')(asked);
      response.statusCode = 422;
      return {
        status: 'error',
        errorType: 'execution',
        error: 'query processing would load too many samples into memory',
      };
    });
    expect(await read(server.url, {}, {period: long})).toEqual(['router up 03-03 00:00 to 03-14 02:40']);
    expect(server.asked.length).toBe(2 + 6);
  });

  test('comes with the name and the password of the address, which no message shows', async () => {
    const server = await standIn((_asked, response) => {
      response.statusCode = 503;
      response.end('down for the night');
    });
    const entries = await listed(
      prometheusEntries(planned(server.url.replace('//', '//quant:p%40ss@') + '/?token=t0ken'), hour),
    );
    expect(server.asked[0]?.authorization).toBe(`Basic ${Buffer.from('quant:p@ss').toString('base64')}`);
    expect(server.asked[0]?.path).toBe('/api/v1/query_range?token=t0ken');
    expect(entries).toMatchObject([{row: {place: {file: server.url, line: null}}}]);
    expect(JSON.stringify(entries)).not.toMatch(/quant|p%40ss|p@ss|t0ken/);
  });

  test('needs to be said from when to when', async () => {
    const server = await standIn(always('1'));
    expect(await read(server.url, {}, {period: null})).toEqual([
      '! record-file: nothing says from when to when the server is to be asked',
    ]);
    expect(server.asked).toEqual([]);
  });
});

describe('what fails', () => {
  const error = (status: number, errorType: string, text: string) =>
    standIn((_asked, response) => {
      response.statusCode = status;
      return {status: 'error', errorType, error: text};
    });
  const text = (status: number, body: string, headers: Record<string, string> = {}) =>
    standIn((_asked, response) => {
      response.writeHead(status, headers).end(body);
    });

  const QUERY = 'correct the query: the page of the server shows what it gives';
  const LATER = 'try again once it is well';
  const ADDRESS =
    'write the address under which its API lies: Mimir has it under /prometheus; a page for people may ask to log in first';
  const KEY = 'write http://name:password@host where it takes those, or ask through a proxy that logs you in';
  const PROTOCOL = 'name a server that speaks as Prometheus does';
  const NUMBER = 'make a number of them in the query: histogram_quantile, or a bound';
  test.each([
    [
      'a wrong query',
      () => error(400, 'bad_data', 'parse error: no'),
      'says bad_data: parse error: no',
      QUERY,
    ],
    [
      'an impossible one',
      () => error(422, 'execution', 'many-to-many'),
      'says execution: many-to-many',
      QUERY,
    ],
    [
      'a server that gives up',
      () => error(503, 'unavailable', 'not ready'),
      'says unavailable: not ready',
      LATER,
    ],
    [
      'one behind a broken proxy',
      () => text(502, '<h1>Bad Gateway</h1>'),
      'answers 502: "Bad Gateway"',
      LATER,
    ],
    [
      'a page to log in',
      () => text(200, '<!doctype html><title>Sign in - Grafana</title><body>…'),
      'does not answer as Prometheus does: "Sign in - Grafana"',
      ADDRESS,
    ],
    ['nothing at all', () => text(200, ''), 'does not answer as Prometheus does', ADDRESS],
    [
      'another program',
      () => text(200, '{"ok":true}'),
      'does not answer as Prometheus does: "{\\"ok\\":true}"',
      ADDRESS,
    ],
    [
      'half an answer',
      () => text(200, '{"status":"success","data":{"resu'),
      'does not answer as Prometheus does',
      ADDRESS,
    ],
    ['a locked door', () => text(401, 'Unauthorized'), 'answers 401: it wants to know who asks', KEY],
    [
      'another address',
      () => text(404, 'page not found'),
      'answers 404: it has no /api/v1/query_range there',
      ADDRESS,
    ],
    [
      'an instant in the place of a stretch',
      () => standIn(() => ({status: 'success', data: {resultType: 'vector', result: []}})),
      'does not answer as Prometheus does',
      ADDRESS,
    ],
    [
      'a point that is none',
      () =>
        standIn(() =>
          matrix([
            {
              metric: router,
              values: [
                [from / 1000, '1'],
                ['soon', '1'],
              ],
            },
          ]),
        ),
      'gives ["soon","1"] where a time of the period and a number were expected',
      PROTOCOL,
    ],
    [
      'a point of another time',
      () => standIn(() => matrix([{metric: router, values: [[1e300, '0.5']]}])),
      'gives [1e+300,"0.5"] where a time of the period',
      PROTOCOL,
    ],
    [
      'a number that is none',
      () => standIn(() => matrix([{metric: router, values: [[from / 1000, 'fast']]}])),
      'where a time of the period and a number were expected',
      PROTOCOL,
    ],
    [
      'a histogram',
      () =>
        standIn(() => ({
          status: 'success',
          data: {resultType: 'matrix', result: [{metric: router, histograms: []}]},
        })),
      'gives histograms, not numbers',
      NUMBER,
    ],
  ])('%s', async (_of, start, message, hint) => {
    const {url} = await start();
    const entries = await listed(prometheusEntries(planned(url), hour));
    const faults = entries.flatMap(({table, row}) => (table === 'fault' ? [row] : []));
    expect(faults).toMatchObject([
      {rule: 'unreadable-file', severity: 'error', source: 'edge', place: {file: url}},
    ]);
    expect(messageOf(faults[0])).toContain(message);
    expect(hintOf(faults[0])).toBe(hint);
  });

  test('nobody there', async () => {
    expect(await read(await nobody())).toEqual(['! unreadable-file: refuses the connection']);
  });

  test('something that speaks another language', async () => {
    const server = createServer(socket => socket.end('220 mail.example ESMTP\r\n'));
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    expect(await read(url)).toEqual(['! unreadable-file: does not speak HTTP']);
  });

  test('a connection that breaks off', async () => {
    const server = await standIn((_asked, response) => {
      response.writeHead(200, {'content-length': '1000'});
      response.write('{"status":', () => response.destroy());
    });
    expect(await read(server.url)).toEqual([expect.stringMatching(/^! unreadable-file: broke off/)]);
  });

  test('a connection that breaks off once is tried again', async () => {
    const server = await standIn((asked, response) =>
      server.asked.length === 1 ? void response.destroy() : always('1')(asked),
    );
    expect(await read(server.url)).toEqual(['router up 03-03 00:00 to 03-03 01:00']);
    expect(server.asked.length).toBe(2);
  });

  test('a server that does not answer in time', async () => {
    const server = await standIn(() => {});
    const patience = {milliseconds: 50, bytes: 1e6};
    expect(await read(server.url, {}, {patience, period: {from, to: from + MINUTE}})).toEqual([
      '! unreadable-file: has not answered within 0.05 s',
    ]);
  });

  test('an answer that would not fit', async () => {
    const server = await standIn((_asked, response) => {
      response.write('{"status":"success","data":{"resultType":"matrix","result":[');
      response.end(' '.repeat(3 * 2 ** 20));
    });
    const patience = {milliseconds: 60_000, bytes: 2 ** 20};
    expect(await read(server.url, {}, {patience})).toEqual([
      '! unreadable-file: answers with more than 1 MiB',
    ]);
    expect(server.asked.length).toBeGreaterThan(1);
  });

  test('a server that sends on to another is not followed', async () => {
    const other = await standIn(always('1'));
    const server = await standIn((_asked, response) => {
      response.writeHead(307, {location: `${other.url}/api/v1/query_range?secret=1`}).end();
    });
    expect(await read(server.url)).toEqual([
      `! unreadable-file: answers 307 and sends us on to ${other.url}/api/v1/query_range`,
    ]);
    expect(other.asked).toEqual([]);
  });

  test('midway: what was answered before is kept, and the rest is unknown', async () => {
    const server = await standIn((asked, response) => {
      if (asked.start < from + 11_000 * MINUTE) return always('1')(asked);
      response.statusCode = 500;
      return response.end('disk full') && undefined;
    });
    expect(await read(server.url, {}, {period: long})).toEqual([
      '! unreadable-file: answers 500: "disk full"; nothing is known from 2025-03-10T15:20:00Z on',
      'router up 03-03 00:00 to 03-10 15:20',
      'router unknown 03-10 15:20 to 03-14 02:40',
    ]);
  });

  test('ends `parley record` with 3, and does not under --skip-bad', async () => {
    const there = temporary();
    const url = await nobody();
    put(
      there,
      'record.yaml',
      `format: 1
zone: UTC
covers: {from: 2025-03-03, to: 2025-03-03}
systems: {router: {}}
sources: [{name: edge, kind: prometheus, url: "${url.replace('//', '//quant:secret@')}", query: up, step: 60s}]
`,
    );
    const flags = {case: '.', target: 0.9999, full: false, json: false, calendar: ['24x7']};
    const strict = desk();
    await call(record, strict.context, {...flags, skipBad: false}, there);
    expect(strict.told.code).toBe(3);
    expect(strict.told.err).toContain(`error unreadable-file: ${url}: refuses the connection`);
    const lenient = desk();
    await call(record, lenient.context, {...flags, skipBad: true}, there);
    expect(lenient.told.code).toBe(0);
    expect(strict.told.err + lenient.told.err + lenient.told.out).not.toContain('secret');
  });
});

describe('what an answer says', () => {
  test('a warning is told once, however often it comes', async () => {
    const server = await standIn(asked => ({...always('1')(asked), warnings: ['store 10.0.0.7 is down']}));
    expect(await read(server.url, {}, {period: long})).toEqual([
      '! gap: warns: store 10.0.0.7 is down',
      'router up 03-03 00:00 to 03-14 02:40',
    ]);
  });

  test('no series at all is told', async () => {
    const server = await standIn(() => matrix([]));
    expect(await read(server.url)).toEqual(['! gap: probe_success has no samples in the whole period']);
  });

  test('a value of which nothing is said is unknown, and a fault with the first of them', async () => {
    const server = await standIn(asked =>
      matrix([{metric: router, values: points(asked, at => (at < from + 10 * MINUTE ? '0.5' : '1'))}]),
    );
    expect(await read(server.url)).toEqual([
      '! bad-row: {instance="router"} is 0.5 at 2025-03-03T00:00:59.999Z, the first of 10 such points: nothing says what that means',
      'router unknown 03-03 00:00 to 03-03 00:10',
      'router up 03-03 00:10 to 03-03 01:00',
    ]);
  });

  test('a value that is to say nothing gives no interval', async () => {
    const server = await standIn(asked =>
      matrix([{metric: router, values: points(asked, at => (at < from + 10 * MINUTE ? '2' : '1'))}]),
    );
    expect(await read(server.url, {states: {'1': 'up', '> 1': null}})).toEqual([
      'router up 03-03 00:10 to 03-03 01:00',
    ]);
  });

  test('a series without the label that names its system is a fault; system: takes it', async () => {
    const server = await standIn(asked => matrix([{metric: {job: 'a'}, values: points(asked, () => '1')}]));
    expect(await read(server.url)).toEqual(['! bad-row: a series has no label instance: {job="a"}']);
    expect(await read(server.url, {system: 'router'})).toEqual(['router up 03-03 00:00 to 03-03 01:00']);
  });

  test('series of one system that do not speak at the same time are told', async () => {
    const half = from + 30 * MINUTE;
    const server = await standIn(asked =>
      matrix([
        {metric: {instance: 'a', service: 'quotes'}, values: points(asked, () => '1')},
        {
          metric: {instance: 'b', service: 'quotes'},
          values: points(asked, at => (at < half ? '1' : undefined)),
        },
      ]),
    );
    expect((await read(server.url, {systemField: 'service'})).at(-1)).toBe(
      '! gap: quotes has 2 series: for 30 min one of them is silent while another is up, and it counts as unknown',
    );
  });

  test('what was before the first sample of all is told', async () => {
    const since = (minutes: number) => (at: number) => (at >= from + minutes * MINUTE ? '1' : undefined);
    const server = await standIn(asked =>
      matrix([
        {metric: {instance: 'late'}, values: points(asked, since(30))},
        {metric: {instance: 'early'}, values: points(asked, since(10))},
      ]),
    );
    expect((await read(server.url))[0]).toBe(
      '! gap: has no sample before 2025-03-03T00:10:00Z: what was before is unknown',
    );
  });

  test('a step finer than the samples is told', async () => {
    const server = await standIn(asked =>
      matrix([
        {metric: router, values: points(asked, at => ((at + 1 - from) % MINUTE === 0 ? '1' : undefined))},
      ]),
    );
    expect((await read(server.url, {step: 15}))[1]).toMatch(
      /^! gap: only 25% of the points hold a sample, one each 15s/,
    );
  });

  test('a server that moves points to whole steps is taken at its word', async () => {
    const server = await standIn(({start, end, step, ...asked}) => {
      const whole = (at: number) => Math.floor(at / step) * step;
      return matrix([
        {
          metric: router,
          values: points({...asked, start: whole(start), end: whole(end), step}, at =>
            at > from + 20 * MINUTE && at <= from + 25 * MINUTE ? '0' : '1',
          ),
        },
      ]);
    });
    const [first, down, ...rest] = await read(server.url);
    expect(first).toBe('router up 03-03 00:00 to 03-03 00:20:00.001Z');
    expect(down).toBe('router down 03-03 00:20:00.001Z to 03-03 00:25:00.001Z');
    expect(rest.at(-1)).toBe('router unknown 03-03 00:59:00.001Z to 03-03 01:00');
  });

  test('of a step that the period cuts short counts what lies within', async () => {
    const server = await standIn(always('1'));
    const period = {from, to: from + 1.5 * MINUTE};
    expect(await read(server.url, {}, {period})).toEqual(['router up 03-03 00:00 to 03-03 00:01:30']);
  });

  test('down from the start and down to the end are bounds', async () => {
    const server = await standIn(always('0'));
    expect(await read(server.url)).toEqual([
      expect.stringMatching(/^! open-interval: .* is down still when the record ends/),
      'router down 03-03 00:00 to open',
    ]);
  });
});
