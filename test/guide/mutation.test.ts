import fc from 'fast-check';
import {readdirSync, readFileSync} from 'node:fs';
import {describe, expect, test} from 'vitest';
import {shippedRates, source} from '../../src/base/index.ts';
import {shippedConventions} from '../../src/calendar/index.ts';
import {audit, type Guide, guideJson, readGuide} from '../../src/guide/index.ts';
import {LAYOUTS, madeUp} from './made-up.ts';
import {times} from '../strength.ts';
import {beside} from '../beside.ts';

const SHARED = new URL('../../../shared/guides/', import.meta.url);
const {isThere: real} = beside('guides', 'mutants of real guides are read; those of made-up ones are');

/** One guide of each of several firms. */
const realGuides: readonly string[] = real
  ? readdirSync(SHARED)
      .filter((_, at) => at % 9 === 0)
      .map(firm => {
        const files = readdirSync(new URL(`${firm}/`, SHARED));
        return readFileSync(new URL(`${firm}/${files[files.length >> 1]}`, SHARED), 'utf8');
      })
  : [];

type Edit = (text: string) => string;

const place = fc.double({min: 0, max: 1, noNaN: true});
const piece = fc.oneof(
  fc.string({maxLength: 12}),
  fc.constantFrom(
    '|',
    '**',
    '> ',
    '\n\n',
    '- ',
    '#### ',
    '$',
    '£95K',
    '12%',
    '[',
    '](',
    '`',
    '\n|---|---|\n',
    '\0',
    '\r\n',
    '7,5',
    '💷',
    '"',
    '\\',
  ),
);
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(place, place).map(([a, b]): Edit => cut(a, b, () => '')),
  fc.tuple(place, place).map(([a, b]): Edit => cut(a, b, middle => middle + middle)),
  fc.tuple(place, place, piece).map(([a, b, words]): Edit => cut(a, Math.min(1, a + b / 20), () => words)),
  fc.tuple(place, piece).map(([a, words]): Edit => cut(a, a, () => words)),
  fc.tuple(place, place).map(
    ([a, b]): Edit =>
      text => {
        const lines = text.split('\n');
        const [i, j] = [a, b].map(at => Math.floor(at * (lines.length - 1))) as [number, number];
        [lines[i], lines[j]] = [lines[j] ?? '', lines[i] ?? ''];
        return lines.join('\n');
      },
  ),
);

function cut(a: number, b: number, change: (middle: string) => string): Edit {
  return text => {
    const [from, to] = [a, b].map(at => Math.floor(at * text.length)).sort((one, other) => one - other) as [
      number,
      number,
    ];
    return text.slice(0, from) + change(text.slice(from, to)) + text.slice(to);
  };
}

const SCALES: Readonly<Record<string, number>> = {
  k: 1e3,
  m: 1e6,
  b: 1e9,
  t: 1e12,
  l: 1e5,
  cr: 1e7,
  bn: 1e9,
  mn: 1e6,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
  lakh: 1e5,
  crore: 1e7,
};

/**
 * Every number that a text can be said to state: under its own magnitude, under the one that the other end of a range
 * lends it, as a month's pay by twelve, and as the mended end of a range that was a thousandfold too small.
 */
function statedIn(text: string): Set<number> {
  const stated = new Set<number>();
  const clean = text.replace(/[*`_\\\uFEFF]/g, '');
  const months = clean.includes('/mo') || /per month/i.test(clean) ? [1, 12] : [1];
  const number =
    /(\d[\d,]*(?:\.\d+)?)\s*\]?\s*([A-Za-z]{0,8})(?=([^A-Za-z\d]{0,9}(?:to)?[^\d]{0,9}\d[\d,.]*\s*\]?\s*([A-Za-z]{0,8}))?)/g;
  for (const [, digits = '', word = '', , next = ''] of clean.matchAll(number)) {
    const pieces = [digits, digits.split(',')[0] ?? '', digits.replace(/^[\d,]*,(?=\d)/, '')];
    for (const scale of [1, scaleOf(word), scaleOf(next), 1000 * scaleOf(word)])
      for (const month of months)
        for (const piece of pieces)
          stated.add(Number((Number(piece.replaceAll(',', '')) * scale * month).toPrecision(12)));
  }
  return stated;
}

function scaleOf(word: string): number {
  const lower = word.toLowerCase();
  return SCALES[lower] ?? SCALES[lower.replace(/s$/, '')] ?? SCALES[lower[0] ?? ''] ?? 1;
}

function numbersOf(guide: Guide): number[] {
  const bands = guide.bands.flatMap(({low, high, alt}) => [low, high, alt?.low, alt?.high]);
  const amounts = guideJson({guide, findings: []}, 'x').levers.flatMap(lever => lever.amounts);
  const {anchor = [], accept = [], walkAway = []} = guide.strategy ?? {};
  const positions = [...anchor, ...accept, ...walkAway].map(({value}) => value);
  return [...bands, ...amounts, ...positions].filter(one => typeof one === 'number');
}

/** What must be true of any text whatever: a reading, findings with places, no number that the text does not hold. */
function holdsFor(text: string): void {
  const reading = readGuide('mutant.md', text);
  JSON.stringify(guideJson(reading, 'mutant.md'));
  expect(reading.guide !== null || reading.findings.some(({rule}) => rule === 'not-a-guide')).toBe(true);
  if (reading.guide === null) return;
  audit(reading.guide, source('mutant.md', text), {
    rates: shippedRates(),
    conventions: shippedConventions(),
    today: '2026-11-01',
  });
  const stated = statedIn(text);
  for (const number of numbersOf(reading.guide))
    expect(stated, String(number)).toContain(Number(number.toPrecision(12)));
}

const mutant = (guides: readonly string[]) =>
  fc
    .tuple(fc.constantFrom(...guides), fc.array(edit, {minLength: 1, maxLength: 6}))
    .map(([text, edits]) => edits.reduce((one, change) => change(one), text));

describe('whatever happens to a guide, it is read', () => {
  test('made-up guides', () =>
    fc.assert(fc.property(mutant(Object.values(LAYOUTS)), holdsFor), {numRuns: times(3000)}));
  test.skipIf(!real)('guides of many firms', () =>
    fc.assert(fc.property(mutant(realGuides), holdsFor), {numRuns: times(1500)}),
  );
  test('any text at all', () =>
    fc.assert(fc.property(fc.string({unit: 'binary', maxLength: 400}), holdsFor)));
});

describe('hopeless and huge', () => {
  test.each([
    ['quotes in quotes', `${'>'.repeat(5000)} $5K`],
    ['lists in lists on one line', `${'- '.repeat(3000)}$5K`],
    [
      'lists in lists, line by line',
      Array.from({length: 2000}, (_, at) => `${'  '.repeat(at)}- $5K`).join('\n'),
    ],
    ['brackets', '['.repeat(50_000)],
    ['bold marks', '**'.repeat(50_000)],
    ['blanks before a number', `${' '.repeat(100_000)}$5K of ${' '.repeat(100_000)}base`],
    ['digits', '9,'.repeat(50_000)],
    ['one long line', 'each pod makes $5K per minute and '.repeat(30_000)],
    [
      'one long strategy',
      `> **Negotiate Up Strategy:** ${'Accept at $170K base, for Boston. '.repeat(3000)}`,
    ],
  ])('%s', (_, words) => {
    const text = `${LAYOUTS['bank or fund']}\n\n${words}`;
    const {guide} = readGuide('huge.md', text);
    expect(guide?.company.value).toBe('Larkspur Capital');
  });
  // each of these would take minutes if its run were tried from every place in it
  const RUN = 200_000;
  const evil = {
    'marks in a cell': {
      pay: `| Region | Base Salary | Bonus |\n|---|---|---|\n| Boston | $150K x${'-'.repeat(RUN)}a | $20K |`,
    },
    'dots in a level map': {levels: `**Level Mapping:** Larkspur L4 = Meta${'.'.repeat(RUN)}a L4`},
    'brackets behind a rival': {
      strategy: `> **Negotiate Up Strategy:** I have a competing offer from A${')'.repeat(RUN)}a at $260K.`,
    },
    'dashes in a source': {sources: `**Evidence & Sources**\n- Pay${'-'.repeat(RUN)}a`},
    'links without an end': {sources: `**Evidence & Sources**\n- ${'[a]('.repeat(RUN / 10)}`},
  };
  test.each(Object.entries(evil))('a run of %s', (_, parts) => {
    const {guide} = readGuide('run.md', madeUp(parts));
    expect(guide?.company.value).toBe('Larkspur Capital');
  });
  test('a line nested too deep is left out and told', () => {
    const {guide, findings} = readGuide('deep.md', `${LAYOUTS['bank or fund']}\n\n${'- '.repeat(40)}$5K`);
    expect(findings.map(({rule}) => rule)).toContain('hopeless-line');
    expect(guide?.unread.map(({why}) => why)).toEqual(['too long or too deep a line']);
  });
});
