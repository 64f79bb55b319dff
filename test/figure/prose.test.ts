import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {
  count,
  day,
  figuresOf,
  guideQuote,
  head,
  isEmpty,
  join,
  listed,
  named as firm,
  type Prose,
  quote,
  reaching,
  say,
  sentence,
  textOf,
} from '../../src/figure/index.ts';
import {figure} from './figures.ts';

const FLOOR = figure(195_000, 'USD', {style: {as: 'short'}});
const words = (text: string): Prose => say`${text}`;

describe('what is said', () => {
  test('reads as it is written', () => {
    const text = say`accept at ${FLOOR} from ${firm('Jump Trading')} by ${day('2026-12-04')}: ${count(1200)} ${null}reasons, ${say`and ${'more'}`}`;
    expect(textOf(text)).toBe('accept at $195K from Jump Trading by 2026-12-04: 1,200 reasons, and more');
    expect(figuresOf(text)).toEqual([FLOOR]);
  });

  test.each(['24/7', '401(k)', 'H-1B', 'S&P 500'])('may hold %s', text =>
    expect(words(text)).toEqual({prose: [text]}),
  );

  test('may hold no figure of its own', () => {
    expect(() => say`we were up 99% of the time`).toThrow(
      'a figure without a source in "we were up 99% of the time"',
    );
    expect(() => say`1024/7`).toThrow();
    expect(() => say`S&P 500.2`).toThrow();
    expect(() => say`up ¾ of the time, ${FLOOR}`).toThrow();
    expect(() => say`${FLOOR} and ١٤٣ pods`).toThrow();
    expect(() => say`24/7`).not.toThrow();
  });

  test('quotes what is put in with a digit, and trusts the rest', () =>
    expect(say`your ${'143 pods'}, your ${'pods'}`.prose).toEqual([
      'your ',
      {quote: '143 pods', disclosure: 'private'},
      ', your pods',
    ]));

  test('has single spaces', () =>
    expect(
      textOf(say`a ${null} b ${''}
      c`),
    ).toBe('a b c'));

  test('keeps no digit in its own words whatever is put in', () => {
    const insert = fc.oneof(
      fc.string({unit: 'binary'}),
      fc.string({unit: fc.constantFrom('1', '9', '٣', '²', '½', ' ', '24/7', 'x')}),
      fc.constantFrom(null, FLOOR, day('2026-12-04')),
      fc.string().map(text => quote(text)),
    );
    const open = (text: string) => text.replace(/24\/7|24x7|401\(k\)|H-1B|1Password|S&P 500|9\/80/g, '');
    fc.assert(
      fc.property(fc.array(insert, {maxLength: 5}), fc.string(), (inserts, between) => {
        const [a, b, c, d, e] = inserts;
        const text = join([say`a ${a}${b}`, listed([say`${c}`, say`${d} d`, sentence(say`${e}`)])], between);
        for (const part of text.prose) if (typeof part === 'string') expect(open(part)).not.toMatch(/\p{N}/u);
      }),
    );
  });
});

describe('texts', () => {
  test('follow one another', () => {
    expect(textOf(join([words('a'), null, say``, words('b')]))).toBe('a b');
    expect(textOf(join([words('a'), words('b')], '; '))).toBe('a; b');
    expect(isEmpty(join([]))).toBe(true);
  });

  test.each([
    ['', ''],
    ['a', 'a'],
    ['a b', 'a and b'],
    ['a b c', 'a, b and c'],
  ])('are listed: %s', (all, text) =>
    expect(textOf(listed(all.split(' ').filter(Boolean).map(words)))).toBe(text),
  );

  test.each([
    [say`the floor is ${FLOOR}`, 'The floor is $195K'],
    [say`${FLOOR} is the floor`, '$195K is the floor'],
    [say`on-call is paid`, 'On-call is paid'],
    [say`a ${FLOOR} floor`, 'A $195K floor'],
    [say`${quote('the 143 pods')}`, 'The 143 pods'],
    [say`iPad pods`, 'iPad pods'],
    [say``, ''],
  ])('begin as a sentence: %o', (text, shown) => expect(textOf(sentence(text))).toBe(shown));
});

describe('what a text says of itself to the seal', () => {
  const desk = reaching(say`my floor`, 'desk');
  const call = reaching(say`my odds`, 'call');

  test('holds for whatever it is put into', () => {
    expect(say`never below ${desk}`.reach).toBe('desk');
    expect(join([call, words('x'), desk]).reach).toBe('desk');
    expect(listed([call, words('x')]).reach).toBe('call');
    expect(sentence(desk).reach).toBe('desk');
    expect(words('x').reach).toBeUndefined();
    expect(say`${head(words('x'))} and so on`.head).toBe(true);
    expect(say`${{...words('x'), about: ['base'] as const}} and so on`.about).toEqual(['base']);
  });
});

test('a guide may be quoted to anybody, others when their owner likes', () => {
  const span = {file: 'guide.md', from: 0, to: 3, line: 1, column: 1};
  expect(guideQuote('$195K', span)).toEqual({quote: '$195K', disclosure: 'public', span});
  expect(quote('$195K')).toEqual({quote: '$195K', disclosure: 'private'});
});
