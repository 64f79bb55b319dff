import {describe, expect, test} from 'vitest';
import {matcherOf, quote, say, searcherOf, secretsIn, type SealRules} from '../../src/figure/index.ts';
import {textsOfPage, textsOfTerminal} from '../../src/page/index.ts';
import {figure, secret} from './figures.ts';

const RULES: SealRules = {
  edition: 'call',
  ruledOut: matcherOf([{words: 'uptime', subjects: ['uptime']}]),
  secrets: secretsIn([secret(18_764_321, 'USD/day'), secret(143, 'pod'), secret(0.876543), secret(4, 'pod')]),
  guarded: new Map(),
  isOurs: words => words === 'figure-143',
};
const OPEN = {
  asks: [figure(190_000, 'USD'), say`ask ${figure(143_211, 'USD')}`],
  guide: quote('18,764,321 of everybody', {disclosure: 'public'}),
};
const tells = searcherOf({}, RULES);

describe('the last search of a finished document', () => {
  test.each([
    '143 pods',
    'at $18,764,321 a day',
    '$18.764321M',
    '18.76 million',
    '18764321 in all',
    'in a unit nobody knows: 18.764.321',
    'the share of 87.65%',
    'as our uptime shows',
  ])('finds %s', text => expect(tells({texts: ['', text]})).toBe(true));

  test.each([
    '',
    'ask $190,000',
    'on 2026-11-22 at 14:30, 4 of them',
    'guide.md:143:18 and offers/x.yaml:62:143',
    '$19M, about 18.5M',
    '1,430 or 14.3',
    'figure-143',
    // the digits of a secret in another scale are another number
    '1876432.1 of them',
    '876543 rows',
    '8.76543%',
  ])('lets %s stand', text => expect(tells({texts: [text]})).toBe(false));

  test('lets stand what the open figures of the report come to, and what everybody may read in a guide', () => {
    const open = searcherOf(OPEN, RULES);
    expect(open({texts: ['ask $143K', '18,764,321 of everybody']})).toBe(false);
    expect(open({texts: ['our 143 pods']})).toBe(true);
  });

  test('finds a secret that is a number of its own', () => {
    expect(tells({texts: [], numbers: [18_764_321]})).toBe(true);
    expect(tells({texts: [], numbers: [143, 0.5, 18_764_000]})).toBe(false);
  });

  test('is of no use to the desk, which sees all', () =>
    expect(searcherOf({}, {...RULES, edition: 'desk'})({texts: ['143 pods, uptime']})).toBe(false));
});

describe('the texts of what is finished', () => {
  test('of a page are its nodes and what is read aloud, without its own numbers', () =>
    expect(
      textsOfPage(
        '<style>a{b:143}</style><title>T &amp; U</title><p data-head="H">a <b>b</b><sup><a>143</a></sup></p><a href="#s"><span>1</span> S</a><svg aria-label="L" x="143"><text>$20K</text><text>18.764M</text></svg><p>143</p>',
      ),
    ).toEqual(['T & U', 'H', 'a', 'b', 'S', 'L', '18.764M', '143']));

  test('of a terminal are its lines and cells, without its own numbers', () =>
    expect(
      textsOfTerminal('━━ 1 Where ━━━\n\n\u001b[1mbase\u001b[0m  143 [12]   $5\n12 asks │ x\nC4 99.997% up'),
    ).toEqual(['Where', 'base', '143', '$5', 'asks', 'x', '99.997% up']));
});
