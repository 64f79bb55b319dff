import * as fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {source} from '../../src/base/index.ts';
import {readCaseFile} from '../../src/case/case-file.ts';
import {readMoves} from '../../src/case/moves.ts';
import {readOffer} from '../../src/case/offer.ts';
import {type Finding, numbersIn} from '../../src/figure/index.ts';
import {CASE_YAML, OFFER_YAML} from './notation.ts';
import {hintOf, messageOf} from '../findings.ts';
import {times} from '../strength.ts';

const MOVES = `{"at": "2026-11-22", "by": "them", "kind": "offer", "currency": "USD", "terms": [{"component": "base", "amount": "$190K", "per": "year"}]}
{"at": "2026-11-23", "by": "me", "kind": "ask", "says": "more"}
`;

/** Pieces that files break by: YAML's own signs, wrong words, dates and numbers that are none. */
const SHARDS = [
  ...'\t;: ;- ;{;};[;];";\';#;&a ;*a;!x ;? ;>;|;\n;\n\n;  ;---\n;<<: *a;,;%;@;`;\0;\u2028;\ud800;é;\u001b'.split(
    ';',
  ),
  ...'2026-02-30;-1;1e999;.nan;null;true;0x1F;__proto__;constructor;$;210,000'.split(';'),
];

/** A text with a few pieces cut out, doubled, or broken by a shard. */
function mutated(text: string): fc.Arbitrary<string> {
  const place = fc.nat(text.length);
  const change = fc.tuple(place, fc.nat(12), fc.option(fc.constantFrom(...SHARDS, 'again')));
  return fc.array(change, {minLength: 1, maxLength: 4}).map(changes =>
    changes.reduce((now, [at, length, put]) => {
      const cut = now.slice(at, at + length);
      return (
        now.slice(0, at) +
        (put === 'again' ? cut + cut : (put ?? '')) +
        now.slice(at + (put === 'again' ? length : put === null ? length : 0))
      );
    }, text),
  );
}

/** Each finding says what to do, points at something in the file, and quotes no sum but that of its own place. */
function hold(text: string, findings: readonly Finding[]): void {
  for (const one of findings) {
    const {span, rule} = one;
    const [message, hint] = [messageOf(one), hintOf(one)];
    expect(message, rule).not.toBe('');
    expect(hint, rule).toMatch(/\w{3}/);
    expect(span, rule).toBeDefined();
    if (span === undefined) continue;
    expect(span.from).toBeGreaterThanOrEqual(0);
    expect(span.to).toBeGreaterThanOrEqual(span.from);
    expect(span.to).toBeLessThanOrEqual(text.length);
    const before = text.slice(0, span.from).split('\n');
    expect([span.line, span.column]).toEqual([before.length, (before.at(-1) ?? '').length + 1]);
    const line = text.split('\n')[span.line - 1] ?? '';
    // A string may run on over lines; sixty signs of it are quoted at most.
    const place = [line, text.slice(span.from, span.from + 100)].flatMap(words => [
      ...sumsIn(words),
      // "$190" a year: the hint asks whether $190K is meant.
      ...sumsIn(words.replaceAll(/[0-9]+/g, '$&K')),
    ]);
    for (const sum of sumsIn(`${message} ${hint}`)) expect(place, message).toContain(sum);
  }
}

/** What the texts below hold at one place each, and no message as an example. */
const SUMS = [18_764_321, 7_313_077, 87.6543, 95_000, 30_000, 190_000];
const CASE = CASE_YAML.replace('19700000', '18764321')
  .replace('4000000', '7313077')
  .replace('99.997', '87.6543');

/** Those sums that a text tells. */
function sumsIn(text: string): readonly number[] {
  const told = new Set(numbersIn(text).flatMap(({values}) => values));
  return SUMS.filter(sum => told.has(sum));
}

describe('whatever happens to a file', {timeout: 60_000}, () => {
  test('case.yaml gives its part of a situation, or errors that point into it', () => {
    fc.assert(
      fc.property(mutated(CASE), text => {
        const {part, findings} = readCaseFile(source('case.yaml', text), '2026-11-22');
        hold(text, findings);
        expect(part === null).toBe(findings.some(one => one.severity === 'error'));
      }),
      {numRuns: times(3000)},
    );
  });

  test('an offer is an offer, or errors that point into it', () => {
    fc.assert(
      fc.property(mutated(OFFER_YAML), text => {
        const {offer, findings} = readOffer(source('offers/x.yaml', text), 'x', {
          today: '2026-11-22',
          pinned: true,
        });
        hold(text, findings);
        expect(offer === null).toBe(findings.some(one => one.severity === 'error'));
        for (const {amount, share} of offer?.terms ?? []) {
          if (amount === null) expect(share).not.toBeNull();
          else expect(amount).toBeGreaterThanOrEqual(0);
        }
      }),
      {numRuns: times(3000)},
    );
  });

  test('a log of moves keeps its good lines', () => {
    fc.assert(
      fc.property(mutated(MOVES), text => {
        const {moves, findings} = readMoves(source('moves.jsonl', text), {today: '2026-12-01'});
        hold(text, findings);
        const lines = text.split('\n').filter(line => line.trim() !== '');
        // A line that zeros stand around is told and kept.
        const told = new Set([...findings, ...moves].map(one => one.span?.line));
        expect(told.size).toBe(lines.length);
      }),
      {numRuns: times(3000)},
    );
  });

  test('any text at all is read without a crash', () => {
    fc.assert(
      fc.property(fc.string({unit: 'binary'}), text => {
        hold(text, readCaseFile(source('case.yaml', text), '2026-11-22').findings);
        hold(text, readMoves(source('moves.jsonl', text), {today: '2026-12-01'}).findings);
      }),
    );
  });
});
