import fc from 'fast-check';
import {readdirSync, readFileSync} from 'node:fs';
import {describe, expect, test} from 'vitest';
import {lexedPieces, markdownPieces, plainPieces} from '../../src/guide/pieces.ts';
import {times} from '../strength.ts';
import {beside} from '../beside.ts';

const SHARED = new URL('../../../shared/guides/', import.meta.url);
const {isThere: present} = beside(
  'guides',
  '19 in 20 guides of a family are plain, and cut as the lexer cuts them',
);

const USUAL = ['', 'words', '**Label:** words', '- item', '1. one', '> quoted'];
const UNUSUAL = `# head
#tag
---
* * *
2. two
12) x
+ p
-
1.
>${' '}
> - x
> # h
> | a |
| a | b |
|---|---|
| :-: |
a | b
- - x
- # h
-    far
10-K
$5 a day
===
  indented
\`\`\`
<b>
[1] source
[x]: y
_so_
${'  '}
| a \\| b | c |
x\u00A0
\u00A0`.split('\n');

/** A piece to a line, as `kind "first words…"`. */
function told(text: string): string[] | undefined {
  return plainPieces(text)?.map(
    ({kind, from, to}) => `${kind} ${text.slice(from, to).replaceAll('\n', '/')}`,
  );
}

describe('a plain text, cut by the first characters of its lines', () => {
  test('falls into headings, paragraphs, items, quotes, tables and rules', () => {
    const text = `# Baker | Example Corp
**DNA:** \`oven\`

| Region | Base |
|---|---|
| Oslo | 900K |
| Bergen | 800K |
- first
- second, which
goes on
1. third

> quoted
> twice
**and astray**

---
last`;
    expect(told(text)).toEqual([
      'heading # Baker | Example Corp',
      'paragraph **DNA:** `oven`',
      'table | Region | Base |/|---|---|/| Oslo | 900K |/| Bergen | 800K |',
      'item - first',
      'item - second, which/goes on',
      'item 1. third',
      'quote > quoted/> twice/**and astray**',
      'rule ---',
      'paragraph last',
    ]);
  });

  test.each([
    ['an underline', 'words\n---'],
    ['an indented line', '- item\n  more of it'],
    ['a fence', '```\n# no heading\n```'],
    ['HTML', '<details>\n# no heading'],
    ['a definition', '[here]: https://example.com'],
    ['a number that begins no list', 'founded in\n1998. So it says'],
    ['a table whose rows do not fit', '| a | b |\n|---|'],
    ['words behind a heading in a quote', '> # head\nwords'],
  ])('leaves %s to the lexer', (_, text) => {
    expect(plainPieces(text)).toBeNull();
    expect(markdownPieces(text)).toEqual(lexedPieces(text));
  });

  test('is cut as the lexer cuts it', () => {
    const line = fc.oneof({weight: 4, arbitrary: fc.constantFrom(...USUAL)}, fc.constantFrom(...UNUSUAL));
    let plain = 0;
    fc.assert(
      fc.property(fc.array(line, {maxLength: 9}), fc.boolean(), (lines, ends) => {
        const text = lines.join('\n') + (ends ? '\n' : '');
        const pieces = plainPieces(text);
        if (pieces === null) return;
        plain++;
        expect(pieces).toEqual(lexedPieces(text));
      }),
      {numRuns: times(30_000), seed: 20261123},
    );
    expect(plain).toBeGreaterThan(500);
  });
});

describe.skipIf(!present)('a whole family of guides', () => {
  const texts = present
    ? readdirSync(SHARED, {recursive: true, encoding: 'utf8'})
        .filter(file => file.endsWith('.md'))
        .map(file => readFileSync(new URL(file, SHARED), 'utf8'))
    : [];

  test('is plain for the most part, and cut as the lexer cuts it', () => {
    const plain = texts.filter(text => {
      const pieces = plainPieces(text);
      if (pieces !== null) expect(pieces).toEqual(lexedPieces(text));
      return pieces !== null;
    });
    expect(plain.length / texts.length).toBeGreaterThan(0.95);
  });
});
