import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {packageRoot} from '../../src/base/index.ts';
import {shippedConventions} from '../../src/calendar/index.ts';

test('every length of a day and a year stands at its place in data/sessions.json', () => {
  const {days, years} = shippedConventions();
  const text = readFileSync(join(packageRoot(), 'data', 'sessions.json'), 'utf8');
  const lengths = [
    ...days.map(({minutes, span}) => ({length: minutes, span})),
    ...years.map(({days: length, span}) => ({length, span})),
  ];
  expect(lengths.length).toBeGreaterThan(5);
  for (const {length, span} of lengths) {
    expect(span.file).toBe('data/sessions.json');
    expect(text.slice(span.from, span.to)).toBe(String(length));
  }
  expect(new Set(lengths.map(({span}) => span.from)).size).toBe(lengths.length);
});
