import {describe, expect, test} from 'vitest';
import {figuresOf, isKnown, noteOf, show, textOf} from '../../../src/figure/index.ts';
import {briefOf, offer, share, stated, told} from './desk.ts';

const UPTIME = share('uptime', 0.9998, 'uptime', {interval: {low: 0.999, high: 0.9999, level: 0.95}});
const QUIET = share('quiet', 0.75, 'quietQuarters', {interval: {low: 0.19, high: 0.99, level: 0.95}});
const HELD = share('held', 3.45, 'heldVolume');
const FASTER = share('faster', -0.918, 'deploymentChange', {controlled: true});
const CHEAPER = share('cheaper', -0.27, 'costChange');

describe('the lever on uptime', () => {
  const {ask, script, rebuttals} = told({levers: ['uptime'], facts: [UPTIME]}, 'uptime');

  test('tells the record with how sure it is, and from what it was counted', () => {
    expect(script).toContain(
      'Of my own record, the uptime of my systems: 99.98% (95%: 99.9% to 99.99%). I worked it out from the uptime log. The exports are not mine to hand over; how I counted is.',
    );
  });

  test('asks for the band, as a share of a base that is named', () => {
    expect(ask).toBe('pay that follows the uptime record');
    expect(script.at(-1)).toBe(
      'I am asking for participation that pays $20K to $40K a year, written as a percentage of a base that we name in the letter.',
    );
  });

  test('meets the exchange that stood still, and knows how long it did', () => {
    expect(rebuttals.find(([they]) => they.includes('NYSE'))).toEqual([
      'The NYSE was down for nearly four hours in 2015, and little was lost.',
      expect.stringMatching(/^It was, for 3 hours 38 minutes, /),
    ]);
    const [lever] = briefOf({levers: ['uptime']}).levers;
    const [lasted] =
      lever?.rebuttals.flatMap(({you}) => figuresOf(you.text)).filter(one => show(one).includes('hours')) ??
      [];
    if (lasted === undefined || !isKnown(lasted) || lasted.figure !== 'worked')
      throw new Error('not worked out');
    expect(lasted.evidence.source).toContain('finextra.com');
    expect(lasted.inputs.map(({figure}) => noteOf(figure)?.where)).toMatchObject([
      {file: 'data/outages.json'},
      {file: 'data/outages.json'},
    ]);
    expect(textOf(noteOf(lasted)?.text ?? {prose: []})).toBe('worked out: 15:10 − 11:32');
  });

  test('quotes no figure of a record that cannot be shown', () => {
    const weak = told(
      {levers: ['uptime'], facts: [stated('uptime', 0.99997, 'uptime', {tier: 'stated'})]},
      'uptime',
    );
    expect(weak.all).toContain('so I quote none until I can show it');
    expect(weak.all).not.toContain('99.997');
    expect(weak.strengthen[0]).toBe('a record that shows the uptime of my systems, which is stated only');
  });

  test('withholds an uptime of the guide that is more than the record shows', () => {
    const {withheld} = told({levers: ['uptime'], facts: [UPTIME]}, 'uptime');
    expect(withheld).toContain('99.995% uptime');
    const {notToSay} = briefOf({levers: ['uptime'], facts: [UPTIME]});
    expect(textOf(notToSay.find(({text}) => textOf(text) === '99.995% uptime')?.why ?? {prose: []})).toMatch(
      /^your record shows 99\.98% \(95%: 99\.9% to 99\.99%\): the uptime of my systems\. Do not say 99\.995%$/,
    );
    const better = share('uptime', 0.99999, 'uptime');
    expect(told({levers: ['uptime'], facts: [better]}, 'uptime').withheld).not.toContain('99.995% uptime');
  });

  test('is no word on it where the record is a secret', () => {
    const secret = share('uptime', 0.9998, 'uptime', {disclosure: 'confidential'});
    const lever = told({levers: ['uptime'], facts: [secret]}, 'uptime');
    expect(lever.withheld).not.toContain('99.995% uptime');
    expect(lever.all).not.toMatch(/99\.98|quote none/);
  });
});

describe('the lever on on-call', () => {
  const {ask, script, rebuttals} = told({levers: ['onCall'], facts: [QUIET]}, 'on-call');

  test('asks for a premium and for quiet quarters, and says what both come to', () => {
    expect(ask).toBe('an on-call premium of $20,000 a year and $5,000 for each quiet quarter');
    expect(script.slice(-3)).toEqual([
      'I am asking for an on-call premium of $20,000 a year, on top of base pay.',
      expect.stringMatching(
        /^And \$5,000 for each quarter in which no incident.* takes longer than 5 minutes to resolve\.$/,
      ),
      'In the best year that comes to $40,000; in a bad one the second part costs you nothing.',
    ]);
  });

  test('works the best year out from both', () => {
    const [lever] = briefOf({levers: ['onCall']}).levers;
    const most = lever?.script
      .flatMap(({text}) => figuresOf(text))
      .find(figure => figure.figure === 'worked');
    expect(most).toMatchObject({
      formula: 'premium + quiet * 4[quarter/year]',
      quantity: {value: 40_000},
      evidence: {tier: 'guide'},
    });
  });

  test('grants that few quarters leave much open', () => {
    expect(rebuttals.at(-1)).toEqual([
      'So few quarters prove nothing.',
      expect.stringContaining('in the long run it may be 19% to 99%.'),
    ]);
  });
});

describe('the lever on modernisation', () => {
  const {ask, script, rebuttals} = told(
    {levers: ['modernisation'], facts: [FASTER, CHEAPER]},
    'modernisation',
  );

  test('asks for a sum at the end, by thresholds that both measure', () => {
    expect(ask).toBe('$40,000 on completion of the project');
    expect(script.at(-1)).toMatch(
      /^I am asking for \$40,000 on completion, tied to thresholds: deployment time lower by 70%, each from/,
    );
  });

  test('tells a cost from a time by what was measured', () => {
    expect(rebuttals.slice(0, 2)).toEqual([
      [
        expect.stringMatching(/^Deployments get faster/),
        expect.stringContaining('the time changed by −91.8%'),
      ],
      [expect.stringMatching(/^Machines get cheaper/), expect.stringContaining('cannot take them apart')],
    ]);
  });
});

describe('a volume held', () => {
  test('speaks at a lever of its own', () => {
    const lever = told({levers: ['uptime', 'capacity'], facts: [HELD]}, 'capacity');
    expect(lever.script[0]).toMatch(/^Of my own record, the held of my systems: 345%/);
    expect(lever.script).toContain('What did your busiest day ask of the platform, and what gave way first?');
    expect(lever.rebuttals.map(([they]) => they)).toEqual(['A busy day elsewhere says little about ours.']);
    expect(lever.ask).toBeNull();
  });

  test('else at the first argument, with its objection', () => {
    const lever = told({levers: ['competing', 'uptime', 'onCall'], facts: [HELD]}, 'uptime');
    expect(lever.all).toContain('the held of my systems');
    expect(lever.rebuttals.at(-1)?.[0]).toBe('A busy day elsewhere says little about ours.');
  });
});

describe('the reader’s own claims', () => {
  const claim = (says: string) => ({
    id: 'faster',
    says,
    formula: '(before - after) / before',
    stated: null,
    span: {file: 'case.yaml', from: 0, to: 1, line: 1, column: 1},
  });
  const facts = [stated('before', 240, 'deploymentTime'), stated('after', 15, 'deploymentTime')];

  test('are said in their own words, with the number in them as a figure', () => {
    const desk = {levers: ['modernisation'], facts, claims: [claim('I cut the time to deploy by 93.75%')]};
    const [lever] = briefOf(desk).levers;
    const sentence = lever?.script.find(({text}) => textOf(text).startsWith('I cut'));
    expect(textOf(sentence?.text ?? {prose: []})).toMatch(
      /^I cut the time to deploy by 93\.75%\. I can show you the paper: the before export and the after export\.$/,
    );
    expect(figuresOf(sentence?.text ?? {prose: []}).map(show)).toEqual(['93.75%']);
  });

  test('without a number have it behind them, and leave their facts unsaid', () => {
    const {all} = told(
      {levers: ['modernisation'], facts, claims: [claim('I cut the time to deploy.')]},
      'modernisation',
    );
    expect(all).toContain('I cut the time to deploy: 93.75%.');
    expect(all).not.toContain('Of my own record');
  });

  test('that nobody has given a subject are told at the first argument', () => {
    const garden = stated('garden', 0.5, undefined);
    expect(told({levers: ['competing', 'onCall', 'uptime'], facts: [garden]}, 'on-call').all).toContain(
      'the garden of my systems: 50%',
    );
    expect(told({levers: ['competing', 'onCall', 'uptime'], facts: [garden]}, 'uptime').all).not.toContain(
      'garden',
    );
  });

  test('that show no effect are in no script', () => {
    const none = share('kept', 0.001, 'protectedShare', {
      interval: {low: -0.001, high: 0.003, level: 0.95},
      noEffect: 0,
    });
    const lever = told({levers: ['uptime'], facts: [none]}, 'uptime');
    expect(lever.all).not.toContain('the kept of my systems');
    expect(lever.record.join()).toContain('The kept of my systems');
  });
});

describe('a competing offer', () => {
  const firm = offer('firm: 180+60g');

  test('on paper is told with its figures and with its conditions', () => {
    const rival = offer('foxglove: 190+80g');
    const [base, bonus] = rival.terms;
    const terms = rival.terms.map(term => (term === bonus ? {...term, condition: 'year 1 only'} : term));
    expect(base).toBeDefined();
    const lever = told({levers: ['competing'], offers: [firm, {...rival, terms}]}, 'competing');
    expect(lever.script).toEqual([
      'I hold a written offer from Foxglove: $190,000 base and a guaranteed bonus of $80,000 (year 1 only).',
      'I am asking Larkspur Capital for $195,000 base salary and a guaranteed first-year bonus of $85,000.',
    ]);
  });

  test('by word of mouth is told without firm or figure', () => {
    const lever = told(
      {levers: ['competing'], offers: [firm, offer('teasel: 190+80g', {tier: 'stated'})]},
      'competing',
    );
    expect(lever.script[0]).toBe('I am in process with another firm.');
    expect(lever.strengthen).toEqual([
      'the offer of Teasel on paper, a letter or an e-mail with the figures: it is stated only',
    ]);
  });

  test('beside one on paper stays unnamed', () => {
    const offers = [firm, offer('foxglove: 190'), offer('teasel: 191', {tier: 'stated'})];
    const {all} = told({levers: ['competing'], offers}, 'competing');
    expect(all).toContain('I am also in process with one other firm.');
    expect(all).not.toContain('Teasel');
  });

  test('that has run out, or is a secret, is not spoken of', () => {
    const old = told(
      {levers: ['competing'], offers: [firm, offer('foxglove: 190', {expires: '2026-11-01'})]},
      'competing',
    );
    expect(old.all).not.toMatch(/Foxglove|in process/);
    expect(old.strengthen).toEqual(['a renewed letter from Foxglove: the offer ran out on 2026-11-01']);
    const secret = told(
      {levers: ['competing'], offers: [firm, offer('foxglove: 190', {disclosure: 'confidential'})]},
      'competing',
    );
    expect(secret.all).not.toMatch(/Foxglove|190/);
    expect(secret.strengthen).toEqual(['leave from Foxglove to name its figures']);
  });
});
