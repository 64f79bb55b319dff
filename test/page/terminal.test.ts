import {stripVTControlCharacters} from 'node:util';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {say} from '../../src/figure/index.ts';
import {type Block, type Document, printTerminal, text} from '../../src/page/index.ts';
import {inGuide, inLetter, strip, whole} from './documents.ts';
import {ACTING, HOSTILE, poisoned, poisonedBy, word} from './hostile.ts';

const plain = (document: Document, width = 80) =>
  printTerminal(document, {width, colour: false, clean: of => of});

/** A document of one section. */
function of(...blocks: readonly Block[]): Document {
  return {
    ...whole,
    kind: [],
    lines: [],
    answer: null,
    footer: say``,
    sections: [{id: 's', heading: say`S`, blocks}],
  };
}

/** What is printed of the blocks beneath the heading of their section. */
const printed = (...blocks: readonly Block[]) =>
  plain(of(...blocks), 40)
    .split('\n')
    .slice(5)
    .join('\n')
    .trimEnd();

test('the document of every block is the golden one', async () => {
  await expect(plain(whole)).toMatchFileSnapshot('golden/whole.80.txt');
});

test('colour adds codes and nothing else', () => {
  const coloured = printTerminal(whole, {width: 80, colour: true, clean: of => of});
  expect(coloured).not.toBe(plain(whole));
  expect(stripVTControlCharacters(coloured)).toBe(plain(whole));
});

describe('blocks', () => {
  test('a figure has its mark behind it, and its note at the end', () => {
    expect(
      printed({block: 'paragraph', text: text`ask for ${inGuide(190_000, 61)} base`}, {block: 'notes'}),
    ).toBe('ask for $190K[1] base\n  [1] guide guide.md:61:18');
  });

  test('notes stand at the end where they have no place', () => {
    expect(printed({block: 'paragraph', text: text`ask for ${inGuide(190_000, 61)}`})).toBe(
      'ask for $190K[1]\n\n  [1] guide guide.md:61:18',
    );
  });

  test('words to say stand behind a bar', () => {
    expect(printed({block: 'say', sentences: [say`I ask for what the letter names and for no more`]})).toBe(
      '  ┃ I ask for what the letter names and\n  ┃ for no more',
    );
  });

  test('labels are set in a column; a long one stands above its text', () => {
    const rows = [
      {label: say`floor`, text: text`accept`},
      {label: say`what nobody could have known before`, text: text`this`},
    ];
    expect(printed({block: 'facts', rows})).toBe(
      '  floor        accept\n  what nobody could have known before\n    this',
    );
  });

  test('inputs flow one behind the other', () => {
    expect(printed({block: 'list', look: 'inputs', items: [{text: text`pods`}, {text: text`days`}]})).toBe(
      '  ‹ pods ‹ days',
    );
  });

  test('a drawing is cut where a caption is wrapped', () => {
    const wide = {...strip, strips: () => [[{text: '▒'.repeat(90), ink: 'muted' as const}]]};
    expect(printed(wide)).toBe(`${'▒'.repeat(40)}\n\nEach strip runs from the low to the high\nof the band.`);
  });

  test('a heading of rows stands above them', () => {
    const cell = (of: string) => ({text: [{text: {prose: [of]}}]});
    expect(
      printed({
        block: 'table',
        caption: say`Rules`,
        columns: [{head: say`Rule`}, {head: say`Base`, figures: true}],
        rows: [
          {group: say`Accept where`, cells: [cell('in writing'), {text: text`${inLetter(5_000, 1)}`}]},
          {group: say`Walk away where`, cells: [cell('nothing is'), cell('–')]},
        ],
      }).split('\n\n')[0],
    ).toBe(
      [
        'Rule             Base',
        '─────────────────────',
        'Accept where',
        'in writing  $5,000[1]',
        'Walk away where',
        'nothing is          –',
      ].join('\n'),
    );
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

describe('whatever stands in a document, at whatever width', () => {
  test('no line is wider, and nothing acts on the terminal', () => {
    fc.assert(
      fc.property(
        fc.array(word, {minLength: 1, maxLength: 6}),
        fc.integer({min: 1, max: 200}),
        (texts, width) => {
          const lines = plain(poisonedBy(whole, texts), width).split('\n');
          expect(lines.join('\n')).not.toMatch(ACTING);
          for (const line of lines) expect(bound(line), line).toBeLessThanOrEqual(Math.max(40, width));
        },
      ),
      {numRuns: 60},
    );
  });

  test('signs, numbers and ids of any length break no line', () => {
    const long = 'x'.repeat(90);
    const quoted = {prose: [{quote: long, disclosure: 'public' as const}]};
    const odd = printed(
      {block: 'heading', level: 'part', number: quoted, text: text`heading`},
      {block: 'list', items: [{text: text`item`, sign: {text: long, tone: 'fail'}}]},
      {block: 'verdict', id: long, tone: 'fail', says: [], verdict: [], workings: [], inputs: []},
    );
    for (const line of odd.split('\n')) expect(line.length).toBeLessThanOrEqual(40);
  });

  test('an escape in somebody’s words is shown and not obeyed', () => {
    expect(
      plain(
        poisoned(whole, () => HOSTILE),
        400,
      ),
    ).toContain('␛[2J');
  });
});

test('a document with nothing in it is a text still', () => {
  const bare = plain({...of(), heading: say``});
  expect(bare).toContain('━━ 1 S ━');
  expect(bare).not.toMatch(/undefined|NaN|null|Infinity|note/);
});
