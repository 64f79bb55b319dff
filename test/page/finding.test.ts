import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {source} from '../../src/base/index.ts';
import {finding, say} from '../../src/figure/index.ts';
import {excerpt, findingLines, render, widthOf} from '../../src/page/index.ts';

const WIDTH = 40;

/** `a «b» c`: the text, and the span of what stands between the marks. */
function marked(text: string) {
  const [from, to] = [text.indexOf('«'), text.indexOf('»') - 1];
  const plain = text.replace('«', '').replace('»', '');
  return {plain, span: source('case.yaml', plain).span(from, to)};
}

function shown(text: string, said?: string): string {
  const {plain, span} = marked(text);
  return render(excerpt(plain, span, {width: WIDTH, ...(said === undefined ? {} : {said})}), false);
}

describe('the line that a finding is about', () => {
  test.each([
    ['who: x\nregion: «Lodnon»\n', '    2 | region: Lodnon\n      |         ^^^^^^'],
    ['  - {«amuont»: 190000}', '    1 | - {amuont: 190000}\n      |    ^^^^^^'],
    ['\t\t会社: «東京»', '    1 | 会社: 東京\n      |       ^^^^'],
    ['a:\t\t«x»\u001b[31m', '    1 | a: x␛[31m\n      |    ^'],
    ['says: «one\n two» three', '    1 | says: one\n      |       ^^^'],
    ['a: «b»\r\nc: d', '    1 | a: b\n      |    ^'],
  ])('%j', (text, lines) => {
    expect(shown(text)).toBe(lines);
  });

  test('is cut on either side where it is long', () => {
    expect(shown(`${'a'.repeat(60)} «here» ${'b'.repeat(60)}`)).toBe(
      `    1 | …${'a'.repeat(12)} here ${'b'.repeat(12)}…\n      |${' '.repeat(15)}^^^^`,
    );
    expect(shown(`«${'a'.repeat(60)}» b`)).toBe(`    1 | ${'a'.repeat(31)}…\n      | ${'^'.repeat(32)}`);
  });

  test('hides every digit that is not quoted, where sums are not to be seen', () => {
    expect(shown('  - {amount: 190000, «pre»: ４２}', 'unknown key "pre"')).toBe(
      '    1 | - {amount: ···, pre: ···}\n      |                 ^^^',
    );
    expect(shown('amount: «210,00» # 42', '"210,00" is no amount')).toContain('amount: 210,00 # ···');
    expect(shown('- «{amount: 19}»', 'per is missing')).toContain('- {amount: ···}');
  });

  test('is not shown of a whole file, of nothing, and of a text that has changed', () => {
    const {span} = marked('a\nregion: «Lodnon»');
    const look = {width: WIDTH};
    expect(excerpt('a: b', source('x', 'a: b').span(0, 0), look)).toEqual([]);
    expect(excerpt('a b\nc: d', source('x', 'a b\nc').span(3, 4), look)).toEqual([]);
    expect(excerpt('x\ny\nother: line', span, look)).toEqual([]);
  });

  test('is two lines no wider than the room, with the mark beneath the stretch', () => {
    const line = fc.string({unit: 'grapheme', maxLength: 200}).filter(one => !/[\n\r]/.test(one));
    fc.assert(
      fc.property(line, fc.nat(), fc.nat(), fc.boolean(), (text, a, b, hidden) => {
        const [from = 0, to = 0] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y);
        const lines = excerpt(text, source('x', text).span(from, to), {
          width: WIDTH,
          ...(hidden ? {said: 'no such place'} : {}),
        });
        if (lines.length === 0) return;
        const [above = [], below = []] = lines;
        for (const one of lines)
          expect(one.reduce((sum, {text: part}) => sum + widthOf(part), 0)).toBeLessThanOrEqual(WIDTH);
        expect(widthOf(below[1]?.text ?? '')).toBe(widthOf(above[1]?.text ?? ''));
        expect(widthOf(below[2]?.text ?? '')).toBe(Math.max(1, widthOf(above[2]?.text ?? '')));
        if (hidden && !'no such place'.includes(above[2]?.text ?? ''))
          expect(
            above
              .slice(1)
              .map(({text: part}) => part)
              .join(''),
          ).not.toMatch(/\p{N}/u);
      }),
    );
  });

  test('stands between what is wrong and how to mend it', () => {
    const {plain, span} = marked('region: «Lodnon»');
    const one = finding('unknown-word', 'error', say`no such region`, {span, hint: 'say London'});
    const lines = findingLines(one, excerpt(plain, span, {width: WIDTH, said: 'no such region'}));
    expect(render(lines, false)).toBe(
      [
        'case.yaml:1:9 error unknown-word: no such region',
        '    1 | region: Lodnon',
        '      |         ^^^^^^',
        '    to mend it: say London',
      ].join('\n'),
    );
  });
});
