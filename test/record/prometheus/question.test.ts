import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {addressOf} from '../../../src/record/prometheus/address.ts';
import {meaningOf} from '../../../src/record/prometheus/condition.ts';
import {askedQuery} from '../../../src/record/prometheus/query.ts';
import {tracks} from '../../../src/record/prometheus/series.ts';
import {conditionProblem, type State} from '../../../src/record/index.ts';

test.each([
  ['up', 'last_over_time(up[15s])'],
  ['job:errors:rate5m', 'last_over_time(job:errors:rate5m[15s])'],
  [
    'probe_success{job="a", instance=~"x|y",}',
    'last_over_time(probe_success{job="a", instance=~"x|y",}[15s])',
  ],
  ['{__name__="up"}', 'last_over_time({__name__="up"}[15s])'],
  [`a{b='}',c="\\"}"}`, `last_over_time(a{b='}',c="\\"}"}[15s])`],
  ['{"my.metric", a="b"}', 'last_over_time({"my.metric", a="b"}[15s])'],
])('%s is a plain selector', (query, text) => {
  expect(askedQuery(query, 15_000)).toEqual({text, shows: true});
});

test.each([
  ['up offset 5m', false],
  ['up == 1', false],
  ['min(up)', false],
  ['a{b="[5m]"} or c', false],
  ['up[5m]', true],
  ['avg_over_time(up[1m])', true],
  ['up{job="a"', false],
  ['1', false],
])('%s is asked as it stands', (query, shows) => {
  expect(askedQuery(query, 15_000)).toEqual({text: query, shows});
});

test('a step of part of a second is asked in milliseconds', () => {
  expect(askedQuery('up', 2500).text).toBe('last_over_time(up[2500ms])');
});

test('a selector of any length that is never closed is asked as it stands', () => {
  const query = `a{${'b="c" , '.repeat(20_000)}d="e"`;
  expect(askedQuery(query, 1000).text.length).toBe(query.length);
});

test.each([
  ['http://127.0.0.1:9090', 'http://127.0.0.1:9090/api/v1/query_range'],
  ['http://h:8080/prometheus/', 'http://h:8080/prometheus/api/v1/query_range'],
  ['https://h/api/v1/query_range', 'https://h/api/v1/query_range'],
  ['https://h/x/api/v1/', 'https://h/x/api/v1/query_range'],
  ['https://h/thanos?dedup=false#graph', 'https://h/thanos/api/v1/query_range?dedup=false'],
])('%s is asked at %s', (url, target) => {
  expect(addressOf(url)?.target.href).toBe(target);
});

test.each(['', 'localhost:9090', 'ftp://h', 'http://[', 'file:///etc/passwd'])('%j is no address', url => {
  expect(addressOf(url)).toBeUndefined();
});

describe('what a value means', () => {
  test('1 is up and 0 is down, and nothing else means anything', () => {
    const meaning = meaningOf({});
    expect([1, 0, 0.5, 2, Infinity].map(meaning)).toEqual(['up', 'down', undefined, undefined, undefined]);
  });

  test('by bounds it is the first that holds', () => {
    const meaning = meaningOf({'< 0.5': 'up', '<2': 'degraded', '>= 2': 'down', '+Inf': 'unknown'});
    expect([-1, 0.5, 2, Infinity].map(meaning)).toEqual(['up', 'degraded', 'down', 'down']);
  });

  test('a bound itself belongs to where the sign puts it', () => {
    const meaning = meaningOf({'<= 1': 'up', '> 3': 'down', '!= 2': 'degraded'});
    expect([1, 2, 3, 4].map(meaning)).toEqual(['up', undefined, 'degraded', 'down']);
  });

  test.each(['firing', '', '<', '< high', '0..1', '>> 1'])('%j is not one', word => {
    expect(conditionProblem(word)).toBeDefined();
  });
});

test('however answers are cut, every step has the state of its own point, or is unknown', () => {
  const STEP = 60_000;
  const from = Date.UTC(2025, 0);
  const meaning: Record<string, State> = {'1': 'up', '0': 'down', NaN: 'unknown', '': 'unknown'};
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('1', '0', 'NaN', ''), {minLength: 1, maxLength: 50}),
      fc.integer({min: 1, max: 50}),
      (values, size) => {
        const period = {from, to: from + values.length * STEP};
        const folded = tracks({}, STEP, period);
        folded.take([{labels: {instance: 'a'}, points: []}]);
        for (let at = 0; at < values.length; at += size) {
          const points = values
            .slice(at, at + size)
            .flatMap((value, index) =>
              value === '' ? [] : [[(from + (at + index + 1) * STEP - 1) / 1000, value]],
            );
          expect(folded.take([{labels: {instance: 'a'}, points}])).toBeUndefined();
        }
        const [track] = folded.all();
        const runs = track?.runs ?? [];
        const states = runs.flatMap(run => Array.from({length: (run.to - run.from) / STEP}, () => run.state));
        expect(states).toEqual(values.map(value => meaning[value]));
        expect(runs.every((run, index) => index === 0 || run.state !== runs[index - 1]?.state)).toBe(true);
      },
    ),
  );
});
