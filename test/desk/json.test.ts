import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {TIERS} from '../../src/base/index.ts';
import {line} from '../cli/line.ts';
import {EXAMPLE, exampleFiles} from './cases.ts';
import {copyOf} from '../desk.ts';

type Json = string | number | boolean | null | readonly Json[] | {readonly [key: string]: Json};

interface Leaf {
  readonly at: string;
  readonly value: string | number | boolean | null;
}

type Card = {readonly [key: string]: Json};

const files = exampleFiles(text => text);
const folder = copyOf(EXAMPLE, {}, afterAll);
/** What `parley plan --json` prints, and what it writes. */
let printed = '';
let written = '';
let plan: {readonly [key: string]: Json} = {};
let cards: {readonly [pointer: string]: Card} = {};
let leaves: readonly Leaf[] = [];

beforeAll(async () => {
  const {out, code} = await line('plan', folder, '--json');
  expect(code).toBe(0);
  printed = out;
  written = readFileSync(join(folder, 'out', 'plan.json'), 'utf8');
  const {figures, ...rest} = JSON.parse(printed) as {readonly [key: string]: Json};
  plan = rest;
  cards = figures as typeof cards;
  leaves = leavesOf(plan, '');
});

function leavesOf(value: Json, at: string): readonly Leaf[] {
  if (typeof value !== 'object' || value === null) return [{at, value}];
  return Object.entries(value).flatMap(([key, one]) =>
    leavesOf(one, `${at}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`),
  );
}

function valueAt(pointer: string): Json | undefined {
  const keys = pointer
    .split('/')
    .slice(1)
    .map(key => key.replaceAll('~1', '/').replaceAll('~0', '~'));
  return keys.reduce<Json | undefined>(
    (value, key) =>
      typeof value === 'object' && value !== null
        ? (value as {readonly [key: string]: Json})[key]
        : undefined,
    plan,
  );
}

function parentOf(pointer: string): string {
  return pointer.slice(0, pointer.lastIndexOf('/'));
}

/** The cards of a text's figures, in its order. */
function cardsOf(pointer: string): readonly Card[] {
  const found: Card[] = [];
  for (let at = 0; cards[`${pointer}#${at}`] !== undefined; at++)
    found.push(cards[`${pointer}#${at}`] as Card);
  return found;
}

function shownBy({sealed, shown}: Card): string {
  return sealed === true || typeof shown !== 'string' ? '[kept back]' : shown;
}

/** Counts and positions, which the document itself is the source of. */
const OWN = /^\/(?:version|unread)$|\/order$|\/span\/(?:from|to|line|column)$/;
/** The points of a picture are all of one figure, whose card stands at the picture. */
const DRAWN = /^\/pictures\/\d+\/picture\//;

test('what is written is what is printed', () => {
  expect(written).toBe(printed);
});

describe('every number', () => {
  test('has a card at its place or at that of its money, its range or its quantity', () => {
    const numbers = leaves.filter(
      ({at, value}) => typeof value === 'number' && !OWN.test(at) && !DRAWN.test(at),
    );
    expect(numbers.length).toBeGreaterThan(150);
    const bare = numbers.filter(({at}) => {
      const [parent, above] = [parentOf(at), parentOf(parentOf(at))];
      const inUnit = parent.endsWith('/unit') && cards[above] !== undefined;
      return cards[at] === undefined && cards[parent] === undefined && !inUnit;
    });
    expect(bare).toEqual([]);
  });

  test('of a picture is drawn from claims that the ledger has', () => {
    const ids = (plan['ledger'] as readonly {readonly id: string}[]).map(({id}) => id);
    const pictures = plan['pictures'] as readonly {readonly claims: readonly string[]}[];
    expect(pictures.length).toBeGreaterThan(2);
    for (const [at, {claims}] of pictures.entries()) {
      expect(cards[`/pictures/${at}`]).toMatchObject({tier: 'measured'});
      expect(claims.length).toBeGreaterThan(0);
      for (const id of claims) expect(ids).toContain(id);
    }
  });
});

test('every card is of something in the plan', () => {
  expect(Object.keys(cards).length).toBeGreaterThan(300);
  for (const [pointer, card] of Object.entries(cards)) {
    const [at = '', index] = pointer.split('#');
    const value = valueAt(at);
    if (card['sealed'] === true) {
      expect([pointer, card]).toEqual([pointer, {sealed: true, tier: expect.toBeOneOf([...TIERS])}]);
      if (index === undefined) expect([pointer, value]).toEqual([pointer, null]);
      else expect(value).toContain('[kept back]');
      continue;
    }
    expect([pointer, typeof card['shown'], TIERS.includes(card['tier'] as never)]).toEqual([
      pointer,
      'string',
      true,
    ]);
    // "Hundreds of pods" is told in words, and by no number.
    if (index === undefined && /\d/.test(shownBy(card)))
      expect([pointer, value]).not.toEqual([pointer, null]);
  }
});

describe('every text', () => {
  test('holds what the cards of its figures show, in their order', () => {
    const texts = leaves.filter(({at}) => cards[`${at}#0`] !== undefined);
    expect(texts.length).toBeGreaterThan(150);
    for (const {at, value} of texts) {
      let rest = String(value);
      for (const card of cardsOf(at)) {
        const shown = shownBy(card);
        expect([at, rest.includes(shown)]).toEqual([at, true]);
        rest = rest.slice(rest.indexOf(shown) + shown.length);
      }
    }
  });

  test('has a card for each of its numbers, but for days, counts and words of others', () => {
    const said = Object.values(files).join('\n');
    // How an interval came about, what a source is called and what the audit says are texts with their numbers in them.
    const whole = new Set(
      leaves.flatMap(({at, value}) => (/\/(?:source|method)$/.test(at) ? [String(value)] : [])),
    );
    const loose = leaves.flatMap(({at, value}) => {
      if (typeof value !== 'string' || ELSEWHERE.test(at) || DRAWN.test(at)) return [];
      let rest = value;
      for (const card of cardsOf(at)) rest = rest.replace(shownBy(card), ' … ');
      for (const text of whole) rest = rest.replaceAll(text, ' … ');
      const numbers = rest.replace(/\b(?:19|20)\d\d(?:-\d\d-\d\d)?\b/g, '').match(/\d[\d.,]*\d|\d/g) ?? [];
      return numbers.filter(number => !said.includes(number)).map(number => `${at}: ${number} of "${value}"`);
    });
    expect(loose).toEqual([]);
  });
});

/** Names of claims, and texts that enter the plan with their numbers in them. */
const ELSEWHERE =
  /\/(?:id|claim|source|method)$|\/claims\/\d+$|\/record\/\d+\/how$|^\/findings\/\d+\/(?:message|hint|rule)$/;
