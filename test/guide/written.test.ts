import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {f1, scoresOf} from '../../bench/readings/score.mjs';
import {guideJson, readGuide} from '../../src/guide/index.ts';

const folder = join(import.meta.dirname, 'written');
const readings = readdirSync(join(folder, 'readings')).map(file =>
  JSON.parse(readFileSync(join(folder, 'readings', file), 'utf8')),
);

/** What a reader of guides is to reach on guides of firms it does not know. */
const GOALS: Readonly<Record<string, number>> = {
  title: 0.99,
  dna: 0.99,
  bands: 0.99,
  levels: 0.96,
  levers: 0.99,
  amounts: 0.96,
  strategy: 0.95,
  competing: 0.95,
  sources: 0.99,
};

describe('guides of firms that do not exist', () => {
  const scores = scoresOf(
    readings.map(due => {
      const reading = readGuide(due.path, readFileSync(join(folder, 'guides', due.path), 'utf8'));
      return {due, read: JSON.parse(JSON.stringify(guideJson(reading, due.path)))};
    }),
  );
  test.each(scores)('are read as a person reads them: $part', score => {
    expect(f1(score)).toBeGreaterThanOrEqual(GOALS[score.part] ?? 1);
  });
});
