import {describe, expect, test} from 'vitest';
import {
  changeBefore,
  citiesIn,
  floorSaid,
  isForeign,
  isLeverPart,
  isOfBand,
  leverNumber,
  leversHeading,
  namesBase,
  sentencesIn,
  sourcesHeading,
  speaksOf,
  topicIn,
  wordingOf,
} from '../../src/english/index.ts';

describe('sentences', () => {
  test.each([
    ['It pays. It stays.', ['It pays.', 'It stays.']],
    ['Acme Inc. pays 3.5% vs. Foo. "Yes!" Good.', ['Acme Inc. pays 3.5% vs. Foo.', '"Yes!"', 'Good.']],
    [
      'I said no. Then J. Doe of the U.S. Office said e.g. Hello.',
      ['I said no.', 'Then J. Doe of the U.S. Office said e.g. Hello.'],
    ],
    ['1. First. 2. No list.', ['1. First.', '2. No list.']],
    ['  one? $2 more.  ', ['one?', '$2 more.']],
  ])('%s', (text, sentences) =>
    expect(sentencesIn(text).map(({from, to}) => text.slice(from, to))).toEqual(sentences),
  );
});

describe('headings', () => {
  test.each([
    ['4 Global Levers with Scripts', 'list'],
    ['Levers', 'list'],
    ['Global Levers — Negotiation Language', 'list'],
    ['How to deploy your levers', 'levers'],
    ['Your Key Levers', 'list'],
    ['The Three Levers', 'list'],
    ['What moves the main levers', 'levers'],
    ['Shared Rails Lever', 'lever'],
    ['The Rails Premium', null],
  ])('of levers: %s', (words, kind) => expect(leversHeading(words)).toBe(kind));

  test.each([
    ['Global Lever 2 — Uptime', [2, 'Uptime']],
    ['Lever #3: 24/7 Operations', [3, '24/7 Operations']],
    ['Lever 4 - 40 Pods', [4, '40 Pods']],
    ['Lever Two: Offers', [2, 'Offers']],
    ['Lever B – Offers', [2, 'Offers']],
    ['Lever a team', null],
    ['Leverage 2 offers', null],
  ])('of one lever: %s', (title, told) => {
    const found = leverNumber(title);
    expect(found === null ? null : [found.number, title.slice(found.after)]).toEqual(told);
  });

  test.each([
    'Key Data Points',
    'Why it works:',
    'Sample script',
    'Talking points',
    'The numbers',
    'Evidence',
  ])('of a part of a lever: %s', title => expect(isLeverPart(title)).toBe(true));
  test.each(['Evidence & Sources', 'Impact Premium', 'Level Mapping', 'Sources'])(
    'of no such part: %s',
    title => expect(isLeverPart(title)).toBe(false),
  );

  test.each([
    ['Evidence & Sources', 'list'],
    ['Sources and Evidence:', 'list'],
    ['Data Sources', 'list'],
    ['Evidence that uptime pays', 'section'],
    ['Why uptime pays', null],
  ])('of sources: %s', (words, kind) => expect(sourcesHeading(words)).toBe(kind));
});

describe('what is said', () => {
  test.each([
    ['A Competing Counter-Offer', 'competing'],
    ['Quiet quarters on call', 'on-call'],
    ['Uptime after the migration', 'uptime'],
    ['CI/CD velocity', 'modernisation'],
    ['Headroom at the open', 'capacity'],
    ['My values', 'other'],
  ])('the topic of "%s"', (words, topic) => expect(topicIn(words)).toBe(topic));

  test('of outages and losses', () => {
    expect(speaksOf('outage', 'while the rails were down for an hour')).toBe(true);
    expect(speaksOf('outage', 'break down fortunes')).toBe(false);
    expect(speaksOf('prevents', 'which safeguards')).toBe(true);
    expect(speaksOf('baseline', 'compared to last year')).toBe(true);
  });

  test.each([
    ['We reduce deployment time by ', 'reduce deployment time by'],
    ['Costs rose. I cut them and then lowered release time by up to ~', 'lowered release time by up to ~'],
    ['I cut it; a rise by ', undefined],
    ['uptime of ', undefined],
  ])('the change in "%s"', (before, words) => expect(changeBefore(before)?.words).toBe(words));

  test.each([
    ['For London, $5K; in Berlin at $7K, $155K (NYC)', ['London/London', 'Berlin/Berlin', 'NYC/New York']],
    ['an offer of the London office in San Jose State, for la carte', []],
  ])('cities: %s', (text, cities) =>
    expect(citiesIn(text).map(({place, market}) => `${place}/${market}`)).toEqual(cities),
  );

  test.each([
    ['I need $240K+ in all to accept.', 'needed'],
    ['My floor is open.', 'named'],
    ['I ask for $240K. They are to pay.', null],
  ])('a floor: %s', (text, floor) => expect(floorSaid(text)).toBe(floor));

  test.each([
    ['increase the base by $20K', 'no band'],
    ['a refresh grant of $20K', 'no band'],
    ['a signing bonus of $20K', 'no band'],
    ['over four years $200K', 'no band'],
    ['accept $20K base', 'base'],
    ['my floor is $305K', 'open'],
  ])('a number that pays: %s', (text, kind) => {
    const from = text.indexOf('$');
    const wording = wordingOf(text, {from, to: text.indexOf('K') + 1});
    expect(!isOfBand(wording) ? 'no band' : namesBase(wording) ? 'base' : 'open').toBe(kind);
  });

  test('another language', () => {
    expect(isForeign('Die Verhandlung beginnt mit einer Zahl. '.repeat(10))).toBe(true);
    expect(isForeign('The talk begins with a number that you know. '.repeat(10))).toBe(false);
  });
});
