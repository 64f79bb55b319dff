import {stripVTControlCharacters} from 'node:util';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {briefText} from '../../src/brief/index.ts';
import {widthOf} from '../../src/page/index.ts';
import {plan} from '../fixtures/plan.ts';
import {poisoned} from './hostile.ts';

const plain = (width: number) => briefText(plan, {width, colour: false, full: true});

test.each([80, 120])('the flagship at %i columns is the golden one', async width => {
  await expect(plain(width)).toMatchFileSnapshot(`golden/brief.${width}.txt`);
});

test('colour adds codes and nothing else', () => {
  const coloured = briefText(plan, {width: 80, colour: true, full: true});
  expect(coloured).not.toBe(plain(80));
  expect(stripVTControlCharacters(coloured)).toBe(plain(80));
});

describe('notes', () => {
  const [body = '', evidence = ''] = plain(100).split(/^━━ 8 Evidence.*$/m);
  const numbers = (text: string) => [...text.matchAll(/\[(\d+)\]/g)].map(match => Number(match[1]));
  const listed = numbers(evidence);

  test('every reference resolves and every note is referred to', () => {
    expect(new Set(numbers(body))).toEqual(new Set(listed));
    expect(listed).toEqual(listed.map((_, index) => index + 1));
    expect(listed.length).toBeGreaterThan(30);
  });

  test('are numbered in the order of reading', () => {
    // Cells of a table are read across and drawn line by line, so that tables are left out here.
    const headline = plain(400).slice(0, plain(400).indexOf('Where each offer stands'));
    expect(numbers(headline)).toEqual([1, 2, 1, 3]);
    const first = /^ {3}‹ .*?\[(\d+)\].*?\[(\d+)\]/m.exec(body);
    expect(Number(first?.[2])).toBe(Number(first?.[1]) + 1);
  });
});

/** The widest that a terminal may draw a text, by a rule of its own: anything beyond Latin and boxes counts double. */
function bound(text: string): number {
  let columns = 0;
  for (const character of text) {
    if (/^[\p{Mn}\p{Me}\p{Cf}]$/u.test(character) && character !== '\ufe0f') continue;
    // Halfwidth forms, and the vowels and finals that a Hangul syllable is joined from.
    if (/^[\u1160-\u11ff\ud7b0-\ud7ff\uff61-\uffdc]$/u.test(character)) {
      columns += 1;
      continue;
    }
    columns +=
      /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Emoji_Presentation}\uff01-\uff60\u3000-\u303f]$/u.test(
        character,
      )
        ? 2
        : 1;
  }
  return columns;
}

const word = fc.oneof(
  fc.string({unit: 'grapheme', maxLength: 40}),
  fc.string({unit: 'binary', maxLength: 20}),
  fc.constantFrom(
    '東京証券取引所で働く技術者',
    '👩‍🚀👨‍👩‍👧‍👦🇬🇧',
    'Ünïcödé́́',
    '한국어 문장 하나',
    'x'.repeat(300),
    '\u001b[31mred\u001b[0m',
    '\u202eright to left\u202c',
    'line\r\nbreak\ttab',
    '$215,000 and 2.5%',
    '',
  ),
);

describe('whatever stands in a plan, at whatever width', () => {
  test('no line is wider', () => {
    fc.assert(
      fc.property(
        fc.array(word, {minLength: 1, maxLength: 6}),
        fc.integer({min: 60, max: 200}),
        (texts, width) => {
          let turn = 0;
          const odd = poisoned(plan, text => `${text} ${texts[turn++ % texts.length]}`);
          for (const line of briefText(odd, {width, colour: false, full: true}).split('\n'))
            expect(bound(line), line).toBeLessThanOrEqual(width);
        },
      ),
      {numRuns: 60},
    );
  });

  test('nothing acts on the terminal', () => {
    fc.assert(
      fc.property(fc.array(word, {minLength: 1, maxLength: 6}), texts => {
        let turn = 0;
        const odd = poisoned(plan, text => `${text} ${texts[turn++ % texts.length]}`);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
        expect(briefText(odd, {width: 80, colour: false, full: true})).not.toMatch(
          /[\0-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]/,
        );
      }),
      {numRuns: 30},
    );
  });
});

test('an escape in somebody’s words is shown and not obeyed', () => {
  const text = briefText(poisoned(plan), {width: 100, colour: false, full: true});
  expect(text).toContain('␛[2J');
  expect(text).toContain('<script>alert(1)</script>');
});

describe('widths', () => {
  test.each([
    ['abc', 3],
    ['$215K ✓ ━ ▒ ◆', 13],
    ['東京', 4],
    ['한국', 4],
    ['é', 1],
    ['👍', 2],
    ['', 0],
  ])('%j takes %i columns', (text, columns) => {
    expect(widthOf(text)).toBe(columns);
  });
});

test('a plan with nothing in it is a text still', () => {
  const bare = briefText(
    {
      ...plan,
      offers: [],
      bands: [],
      marks: [],
      rules: [],
      asks: [],
      levers: [],
      notToSay: [],
      strengthen: [],
      ledger: [],
      findings: [],
      unread: 0,
      deadline: null,
      stance: {action: 'no offer yet', because: []},
    },
    {width: 80, colour: false, full: true},
  );
  expect(bare).toContain('NO OFFER YET');
  expect(bare).not.toMatch(/undefined|NaN|null|Infinity/);
});

test('many offers at few columns become lists and not slivers', () => {
  const [first] = plan.offers;
  const offers = Array.from({length: 9}, (_, index) => ({
    ...first,
    offer: `o${index}`,
    party: `Firm number ${index}`,
  }));
  const text = briefText({...plan, offers: offers as never}, {width: 60, colour: false, full: true});
  expect(text).toContain('  Firm number 8: ');
});
