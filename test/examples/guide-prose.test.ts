import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {beside} from '../beside.ts';

const ROOT = join(import.meta.dirname, '../..');
const OURS = join(ROOT, 'examples/millennium-devops/guide.md');
const {path: FIRST, isThere} = beside(
  'seed/millennium-devops-engineer.md',
  'the example has every figure of the guide that it retells, and none of its sentences',
);

const ROW = /^\|/;
const LINK = /^- \[/;
const HEAD = /^(#|---|\*\*Negotiation DNA:)/;

/** The sentences of a guide: tables, links, tags, headings and rules are facts or layout. */
function prose(text: string): string {
  const kept = text.split('\n').filter(line => ![ROW, LINK, HEAD].some(form => form.test(line)));
  return kept.join('\n');
}

function words(text: string): string[] {
  return (
    text
      .toLowerCase()
      .replaceAll('’', "'")
      .match(/[$£]?[a-z0-9][a-z0-9%.,'/+-]*/g) ?? []
  ).map(word => word.replace(/[.,'/+-]+$/, ''));
}

/** Every run of `length` words that both texts hold. */
function shared(one: string, other: string, length: number): string[] {
  const runs = (text: string) => {
    const all = words(text);
    return all.slice(length - 1).map((_, at) => all.slice(at, at + length).join(' '));
  };
  const theirs = new Set(runs(other));
  return [...new Set(runs(one))].filter(run => theirs.has(run));
}

/** Figures as they stand: `$42.5M`, `99.99%+`, `15`, `£130K`. */
function figures(text: string): string[] {
  return text.match(/[$£]?\d+(?:[.,]\d+)*[KMBx%]?\+?/g) ?? [];
}

const lines = (text: string, form: RegExp) => text.split('\n').filter(line => form.test(line));

test('a run of words that two texts share is found across punctuation and lines', () => {
  const one = 'Pay rises. When the pager\nrings at “two”, pay rises twice.';
  expect(shared(one, 'they say: when the pager rings', 4)).toEqual(['when the pager rings']);
  expect(shared(one, 'when a pager rings', 4)).toEqual([]);
  expect(figures('£38K - £68K, 99.99%+ of 3x and 1,300 pods')).toEqual([
    '£38K',
    '£68K',
    '99.99%+',
    '3x',
    '1,300',
  ]);
});

test.skipIf(!isThere)('the guide shares no run of eight words with the one it retells', () => {
  const [ours, first] = [readFileSync(OURS, 'utf8'), readFileSync(FIRST, 'utf8')];
  expect(words(prose(ours)).length).toBeGreaterThan(900);
  expect(shared(prose(ours), prose(first), 8)).toEqual([]);
});

test.skipIf(!isThere)('the guide has every figure of the one it retells, in the same order', () => {
  const [ours, first] = [readFileSync(OURS, 'utf8'), readFileSync(FIRST, 'utf8')];
  expect(figures(first).length).toBeGreaterThan(90);
  expect(figures(ours)).toEqual(figures(first));
});

describe.skipIf(!isThere)('tables, tags and links are those of the one it retells', () => {
  test.each([
    ['rows', ROW],
    ['links', LINK],
    ['tags', /^\*\*Negotiation DNA:/],
  ])('%s', (_, form) => {
    const [ours, first] = [readFileSync(OURS, 'utf8'), readFileSync(FIRST, 'utf8')];
    expect(lines(ours, form)).not.toEqual([]);
    expect(lines(ours, form)).toEqual(lines(first, form));
  });
});
