import fc from 'fast-check';
import {shippedConventions} from '../../src/calendar/index.ts';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {stripVTControlCharacters} from 'node:util';
import {describe, expect, test} from 'vitest';
import {shippedRates, source} from '../../src/base/index.ts';
import {finding} from '../../src/figure/index.ts';
import {printTerminal, widthOf} from '../../src/page/index.ts';
import {audit, type Reading, readGuide} from '../../src/guide/index.ts';
import {guideDocument} from '../../src/views/index.ts';

const PATH = 'examples/millennium-devops/guide.md';
const TEXT = readFileSync(join(import.meta.dirname, '../..', PATH), 'utf8');

function reading(text: string, path = PATH): Reading {
  const {guide, findings} = readGuide(path, text);
  if (guide === null) return {guide, findings};
  const context = {rates: shippedRates(), conventions: shippedConventions(), today: '2026-11-22'};
  return {guide, findings: [...findings, ...audit(guide, source(path, text), context)]};
}

const shown = (of: Reading, width = 80, colour = false) =>
  printTerminal(guideDocument(of), {width, colour, clean: text => text});

describe('the guide of the example', () => {
  test.each([80, 120])('at %d columns', async width => {
    await expect(shown(reading(TEXT), width)).toMatchFileSnapshot(`golden/guide-${width}.txt`);
  });

  test('in colour says the same words', () => {
    const coloured = shown(reading(TEXT), 80, true);
    expect(coloured).not.toBe(shown(reading(TEXT)));
    expect(stripVTControlCharacters(coloured)).toBe(shown(reading(TEXT)));
  });
});

test('findings stand under their severity, the gravest first, each with its place and how to mend it', () => {
  const span = source('g.md', 'one\ntwo three').span(8, 13);
  const text = shown({
    guide: null,
    findings: [
      finding('stale', 'note', 'it is old', {span}),
      finding('not-a-guide', 'error', 'it is a poem', {hint: 'bring a guide'}),
      finding('source-without-year', 'note', 'no year'),
    ],
  });
  expect(text.replace(/[━═]{3,}$/gm, '━').split('\n')).toEqual([
    'A negotiation guide, as it was read',
    'g.md was not read as a guide',
    '━',
    '',
    '━━ 1 What the audit finds ━',
    '',
    '✗ 1 error',
    '  ✗ not-a-guide',
    '    it is a poem',
    '    → bring a guide',
    '',
    '· 2 notes',
    '  · stale g.md:2:5',
    '    it is old',
    '  · source-without-year',
    '    no year',
    '',
    'Figures without a mark: guide, g.md, or worked out from that.',
    '',
    '1 error, no warning, 2 notes',
    '',
  ]);
});

test('a block that no rule understood is shown with its place', () => {
  const text = shown(reading(`${TEXT}\n\n#### Footnote\n\n| Odd | Table |\n|---|---|\n| of | 4711 |\n`));
  expect(text).toMatch(/Left unread[^]*guide\.md:\d+:1[^]*4711/);
  expect(text).toMatch(/; 1 block left unread\n$/);
});

test('what the guide does not have gets no heading', () => {
  const text = shown(
    reading('### Cook | Ship Inc Negotiation Guide\n\n> **Negotiate Up Strategy:** Anchor at $90K base.\n'),
  );
  expect(text).toContain('Cook at Ship Inc');
  expect(text).toContain('Anchor at    base $90K');
  for (const part of ['Pay bands', 'Equal levels', 'Levers', 'Sources'])
    expect(text).not.toMatch(new RegExp(`━━ \\d+ ${part}`));
});

const odd = fc.oneof(
  fc.constantFrom(
    '\u001b[31m',
    '\u0007',
    '\u009b2J',
    '\u202e',
    '\r',
    '\0',
    '`',
    '|',
    '\n',
    '\n\n',
    '💷',
    '報酬',
    'é́́',
  ),
  fc.string({unit: 'binary', maxLength: 40}),
  fc.string({unit: fc.constantFrom('w', '$', '1', '-'), minLength: 60, maxLength: 200}),
);

/** The example's guide with odd things put into it. */
const mutated = fc
  .array(fc.tuple(fc.nat(TEXT.length), fc.nat(30), odd), {minLength: 1, maxLength: 6})
  .map(cuts => cuts.reduce((text, [at, gone, put]) => text.slice(0, at) + put + text.slice(at + gone), TEXT));

test('no line is wider than asked, and nothing in a guide acts on the terminal', () => {
  fc.assert(
    fc.property(mutated, fc.integer({min: 40, max: 160}), (text, width) => {
      const read = reading(
        text,
        'a-folder-with-a-rather-long-name/another-one/a-guide-with-a-name-to-match.md',
      );
      const plain = shown(read, width);
      for (const line of plain.split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(width);
      expect(plain.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
      expect(stripVTControlCharacters(shown(read, width, true))).toBe(plain);
    }),
    {numRuns: 60},
  );
});
