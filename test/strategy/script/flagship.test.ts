import {describe, expect, test} from 'vitest';
import type {Fact} from '../../../src/claims/index.ts';
import {figuresOf, isKnown, type Known, type Prose, read, textOf} from '../../../src/figure/index.ts';
import {makePlan, type Situation, writeBrief} from '../../../src/strategy/index.ts';
import {type Disclosure, shippedRates} from '../../../src/base/index.ts';
import {shippedConventions} from '../../../src/calendar/index.ts';
import {loadCase, measureFacts} from '../../../src/case/index.ts';

const DATA = {conventions: shippedConventions(), rates: shippedRates()};
const {situation} = await measureFacts(loadCase('examples/millennium-devops', {today: '2026-11-22'}));
if (situation === null) throw new Error('the example does not load');
const flagship: Situation = situation;

function known(figure: Fact['figure']): Known {
  if (!isKnown(figure)) throw new Error('a sealed fact');
  return figure;
}

/** The facts with some of their figures changed. */
const altered = (change: (figure: Known, fact: Fact) => Partial<Known>): readonly Fact[] =>
  flagship.facts.map(fact => ({
    ...fact,
    figure: {...known(fact.figure), ...change(known(fact.figure), fact)} as Known,
  }));

function briefOf(change: Partial<Situation> = {}) {
  const changed = {...flagship, ...change};
  return writeBrief(makePlan(changed, DATA), changed);
}

const lever = (change: Partial<Situation>, kind: string) =>
  briefOf(change).levers.find(one => one.kind === kind);
const script = (change: Partial<Situation>, kind: string) =>
  lever(change, kind)
    ?.script.map(one => textOf(one.text))
    .join(' ') ?? '';
const strengthen = (change: Partial<Situation>, kind: string) =>
  lever(change, kind)?.strengthen.map(textOf) ?? [];
const text = (of: Prose | null | undefined) => (of == null ? '' : textOf(of));
const [citadel, jump] = ['citadel', 'jump'].map(id => flagship.offers.find(offer => offer.id === id));
if (citadel === undefined || jump === undefined) throw new Error('the example lacks an offer');

describe('a competing offer', () => {
  test('on paper is told with its figures', () => {
    expect(script({offers: [citadel]}, 'competing')).toContain(
      'I hold a written offer from Citadel: $210,000 base and a guaranteed bonus of $130,000 (first year only).',
    );
  });

  test('by word of mouth is told without firm or figure', () => {
    const told = script({offers: [jump]}, 'competing');
    expect(told).toContain('I am in process with another firm.');
    expect(told).not.toMatch(/Jump|200|120|offer from/);
  });

  test('beside one on paper stays unnamed', () => {
    const told = script({offers: [citadel, jump]}, 'competing');
    expect(told).toContain('I am also in process with one other firm.');
    expect(told).not.toMatch(/Jump|\$200|\$120/);
  });

  test('that is not in the case is not spoken of, whatever the guide says', () => {
    const told = script({offers: []}, 'competing');
    expect(told).not.toMatch(/Citadel|Jump|other firm|another firm|offer from/);
  });

  test('that has run out is not spoken of', () => {
    const told = script({offers: [{...citadel, expires: '2026-11-01'}]}, 'competing');
    expect(told).not.toMatch(/Citadel|210|in process/);
    expect(strengthen({offers: [{...citadel, expires: '2026-11-01'}]}, 'competing').join()).toContain(
      'a renewed letter from Citadel',
    );
  });

  test('that is confidential is not told', () => {
    const terms = citadel.terms.map(term => ({...term, disclosure: 'confidential' as const}));
    expect(script({offers: [{...citadel, disclosure: 'confidential', terms}]}, 'competing')).not.toMatch(
      /Citadel|210|130/,
    );
  });

  test('a sum of it that stands on no paper is left out', () => {
    const terms = citadel.terms.map(term =>
      term.component === 'bonus' ? {...term, evidence: {tier: 'stated', source: 'a call'} as const} : term,
    );
    const told = script({offers: [{...citadel, terms}]}, 'competing');
    expect(told).toContain('$210,000 base.');
    expect(told).not.toContain('130');
  });

  test('the plan says which paper would help', () => {
    expect(strengthen({offers: [jump]}, 'competing')).toEqual([
      'the offer of Jump Trading on paper, a letter or an e-mail with the figures: it is stated only',
    ]);
  });
});

describe("the reader's own record", () => {
  /** The facts as somebody states them, instead of having them measured. */
  const stated = (tier: 'stated' | 'documented') =>
    flagship.facts.map(({name, label, figure, span}): Fact => {
      const {quantity, disclosure, subject, style} = known(figure);
      const value = name === 'uptime' ? {value: 0.99997, unit: {}} : quantity;
      const evidence = {tier, source: 'release log of 2026'};
      return {name, label, span, figure: read(value, span, evidence, {subject, disclosure, style})};
    });

  test('is spoken where paper stands behind it', () => {
    expect(script({facts: stated('documented')}, 'modernisation')).toMatch(
      /I cut the time to deploy a strategy: 93\.75%\. .*I can show you the paper: release log/,
    );
    expect(script({facts: stated('documented')}, 'uptime')).toContain('99.997%');
  });

  test('is not spoken where it is only said', () => {
    const facts = stated('stated');
    expect(script({facts}, 'uptime')).not.toContain('99.997');
    expect(strengthen({facts}, 'uptime').join()).toContain('a record that shows uptime in market hours');
  });

  test('is spoken as it was measured, with how sure it is', () => {
    expect(script({}, 'uptime')).toMatch(/up at once: 99\.982% \(95%: 99\.\d+% to 99\.\d+%\)\./);
    expect(script({}, 'on-call')).toMatch(/: 75% \(95%: 19% to 99%\)\./);
    expect(script({}, 'modernisation')).toMatch(/: 93\.75% \(90%: 9\d\.\d% to 9\d\.\d%\)\./);
  });

  test("of an employer's exports tells the counting, and does not offer them", () => {
    expect(script({}, 'uptime')).toContain('The exports are not mine to hand over; how I counted is.');
    const facts = flagship.facts.map(fact =>
      fact.measured === undefined ? fact : {...fact, measured: {...fact.measured, papers: true}},
    );
    expect(script({facts}, 'uptime')).toContain('I can show you the record: exports');
  });

  test('stands under its lever with the method and with what would turn it', () => {
    const [uptime] = lever({}, 'uptime')?.record ?? [];
    expect(text(uptime?.how)).toContain('bootstrap');
    expect(uptime?.turns.map(textOf).join()).toMatch(
      /one more outage as long as the longest, 9\.25 minutes, would make it 99\.97\d%/,
    );
    const [quiet] = lever({}, 'on-call')?.record ?? [];
    expect(quiet?.turns.map(textOf).join()).toMatch(/2\.5 minutes: 2\.5 more would leave 2 quiet/);
    const [cut] = lever({}, 'modernisation')?.record ?? [];
    expect(cut?.turns.map(textOf)).toEqual([
      expect.stringMatching(/^median time to deploy a strategy, before: .*nine in ten/),
      expect.stringMatching(/^median time to deploy a strategy, after: .*nine in ten/),
    ]);
  });

  test('that is less than the guide would have one say is told in its place', () => {
    const withheld = lever({}, 'uptime')?.withheld.find(one => textOf(one.text) === '99.997% uptime');
    expect(text(withheld?.why)).toMatch(/^your record shows 99\.982% .*Do not say 99\.997%$/);
    const {notToSay} = briefOf();
    expect(notToSay).toContainEqual(withheld);
    expect(text(notToSay.find(one => one.claim === 'market-hours-uptime')?.why)).toMatch(
      /^does not hold: the record does not show "99\.997"; 99\.982% \(95%/,
    );
  });

  test('that is more than the guide would have one say needs no such word', () => {
    const facts = altered((_, {name}) => (name === 'uptime' ? {quantity: {value: 0.99998, unit: {}}} : {}));
    expect(lever({facts}, 'uptime')?.withheld.map(one => textOf(one.text))).not.toContain('99.997% uptime');
  });

  test('of secret exports stays out where the case does not call it the reader’s own', () => {
    const facts = altered(() => ({disclosure: 'confidential' as Disclosure}));
    const said = briefOf({facts}).levers.flatMap(({script, rebuttals, record}) => [
      ...[...script, ...rebuttals.map(({you}) => you)].map(one => textOf(one.text)),
      ...record.map(({told}) => textOf(told)),
    ]);
    expect(said.join(' ')).not.toMatch(/99\.982|99\.86|9\.25 minutes|93\.75|nine in ten/);
  });

  test('meets the objections that it will be met with', () => {
    const answers = (kind: string) =>
      lever({}, kind)
        ?.rebuttals.map(({they, you}) => `${textOf(they)} ${textOf(you.text)}`)
        .join('\n') ?? '';
    expect(answers('uptime')).toMatch(/NYSE was down .*2015.* It was, for 3 hours 38 minutes/);
    expect(answers('on-call')).toMatch(/So few quarters prove nothing\..* 19% to 99%/);
    expect(answers('uptime')).toMatch(
      /A busy day elsewhere .*ready for its busiest session: 3\.45 is how many/,
    );
    expect(answers('modernisation')).toMatch(
      /would have come without you\. .*left alone in the same weeks.* changed by −91\.8% \(95%: −9\d\.\d% to −9\d\.\d%\)/,
    );
    expect(answers('modernisation')).toMatch(
      /Machines get cheaper everywhere.*the cost changed by −27% \(95%: −3\d% to −2\d%\)/,
    );
    const nyse = lever({}, 'uptime')
      ?.rebuttals.flatMap(({you}) => figuresOf(you.text))
      .find(figure => isKnown(figure) && figure.subject === 'outage');
    expect(nyse).toMatchObject({
      figure: 'worked',
      evidence: {tier: 'published', source: expect.stringContaining('finextra.com')},
    });
  });

  test('without a control grants that it cannot show whose doing it was', () => {
    const facts = flagship.facts.filter(({name}) => name !== 'deployChange');
    const told = lever({facts}, 'modernisation')?.rebuttals.map(({you}) => textOf(you.text));
    expect(told?.join()).toContain('cannot show how much of that was mine');
    const bare = flagship.facts.map(fact =>
      fact.measured?.controlled === true ? {...fact, measured: {...fact.measured, controlled: false}} : fact,
    );
    expect(
      lever({facts: bare}, 'modernisation')
        ?.rebuttals.map(({you}) => textOf(you.text))
        .join(),
    ).toContain('Prices and use are in that figure beside my doing');
  });

  test('that shows no effect is told to the reader, and in no script', () => {
    const recorded = lever({}, 'uptime')?.record.find(one => one.claim === 'fact-pnlShareKept');
    expect(text(recorded?.told)).toMatch(/: 0\.11% \(95%: −0\.0\d% to 0\.\d+%\)$/);
    expect(text(recorded?.turns[0])).toBe(
      'not shown: its interval includes no effect at all, so that no script says it',
    );
    const {levers, notToSay, ledger} = briefOf();
    const said = levers.flatMap(one => [...one.script, ...one.rebuttals.map(({you}) => you)]);
    expect(said.map(one => textOf(one.text)).join(' ')).not.toMatch(/0\.11%|was not stopped/);
    expect(text(notToSay.find(one => one.claim === 'fact-pnlShareKept')?.why)).toMatch(
      /^cannot be checked: not shown/,
    );
    const working = ledger.find(one => one.id === 'fact-pnlShareKept')?.workings[0];
    expect(working?.agrees).toBe(true);
    expect(text(working?.formula)).toBe(
      'uptime, weighed by the PnL at risk − uptime of the time before, weighed alike',
    );
  });

  test('that does show it is spoken', () => {
    const facts = altered(({interval}, {measured}) =>
      measured?.noEffect === undefined || interval === undefined
        ? {}
        : {interval: {...interval, low: 0.0004}},
    );
    expect(script({facts}, 'uptime')).toMatch(/was not stopped: 0\.11% \(95%: 0\.04% to 0\.\d+%\)\./);
  });

  test('of what was carried speaks at a lever of its own where the guide has one', () => {
    const [reading, ...more] = flagship.readings;
    if (reading?.guide == null) throw new Error('the example has no guide');
    const levers = reading.guide.levers.map((one, at) =>
      at === 3 ? {...one, title: 'Peak Volume Headroom'} : one,
    );
    const readings = [{...reading, guide: {...reading.guide, levers}}, ...more];
    const told = lever({readings}, 'capacity');
    expect(told?.script.map(one => textOf(one.text)).join(' ')).toMatch(/busiest session .*: 3\.45\./);
    expect(text(told?.rebuttals[0]?.they)).toBe('A busy day elsewhere says little about ours.');
    expect(script({readings}, 'uptime')).not.toContain('3.45');
  });

  test('words that say more than the formula are not spoken', () => {
    const claims = flagship.claims.map(own =>
      own.id === 'deployment-time-cut' ? {...own, says: 'I cut the time to deploy by 99%'} : own,
    );
    expect(script({claims}, 'modernisation')).not.toContain('99%');
    const claim = briefOf({claims}).ledger.find(one => one.id === 'deployment-time-cut');
    if (claim?.verdict.kind !== 'does not hold') throw new Error('it holds');
    expect(textOf(claim.verdict.because)).toContain('99');
  });
});

describe('every script', () => {
  const brief = briefOf();
  const says = [
    ...brief.asks.flatMap(ask => ask.say ?? []),
    ...brief.levers.flatMap(one => [...one.script, ...one.rebuttals.map(rebuttal => rebuttal.you)]),
  ];

  test("speaks none of the guide's own claims", () => {
    const told = says.map(one => textOf(one.text)).join(' ');
    expect(told).not.toMatch(/42\.5M|85 pods|\$170K|\$1\.3M|\$4M|\$520K|99\.99(?:[79]|%)/);
  });

  test('meets three rebuttals a lever, and more where a record is to be met', () => {
    expect(brief.levers.map(one => one.kind)).toEqual(['uptime', 'competing', 'on-call', 'modernisation']);
    expect(brief.levers.map(one => one.rebuttals.length)).toEqual([5, 3, 4, 5]);
  });

  test('never tells what the case rules out', () => {
    expect(brief.notToSay.map(one => textOf(one.text))).toContain('current pay');
    expect(says.map(one => textOf(one.text)).join(' ')).not.toMatch(/current pay|present employer/i);
  });
});

describe('what not to say', () => {
  const brief = briefOf();
  const unsaid = brief.notToSay.map(one => textOf(one.text));

  test("names the guide's offers that no paper backs, and not those that one does", () => {
    expect(unsaid).toContain('Jump Trading has offered $200K + $120K');
    expect(unsaid).not.toContain('Citadel has offered $210K + $130K');
    expect(
      brief.levers.find(one => one.kind === 'competing')?.withheld.map(one => textOf(one.text)),
    ).toContain('Jump Trading has offered $200K + $120K');
  });

  test('gives a reason for each', () => {
    for (const {why} of brief.notToSay) expect(textOf(why)).not.toBe('');
  });
});

describe('what stands behind the reader’s own figures', () => {
  const kept = 'The exports are not mine to hand over; how I counted is.';

  test.each(['uptime', 'on-call', 'modernisation'])(
    'is kept back once at the lever on %s, at the end',
    kind => {
      const told = lever({}, kind)?.script.map(one => textOf(one.text)) ?? [];
      const counted = told.filter(one => one.includes('I worked it out from'));
      expect(told.filter(one => one.includes(kept))).toEqual([counted.at(-1)]);
      expect(counted.at(-1)?.endsWith(kept)).toBe(true);
    },
  );

  test('is told of the lever’s own subject first, and then of those without a lever', () => {
    const told = script({}, 'uptime');
    expect(told.indexOf('uptime in market hours')).toBeGreaterThan(0);
    expect(told.indexOf('volume of the busiest session')).toBeGreaterThan(
      told.indexOf('uptime in market hours'),
    );
  });
});
