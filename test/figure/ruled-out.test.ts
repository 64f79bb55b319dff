import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {quantity} from '../../src/base/index.ts';
import {KEPT, matcherOf, type Subject} from '../../src/figure/index.ts';
import {times} from '../strength.ts';

const ruledOut = (...words: readonly string[]) => matcherOf(words.map(one => ({words: one, subjects: []})));
/** Notations of one subject, told apart by `|`. */
const all = (texts: string) => texts.split('|').map(text => text.trim());

describe('what is ruled out is found in every notation', () => {
  test.each([
    [
      'uptime',
      `uptime|Uptimes|up-time|up time|upTime|UPTIME|uptime's|uptime2026.md|service_uptime.csv|uptimeSeries`,
    ],
    ['uptime', 'serviceUptime|up\u200btime|ｕｐｔｉｍｅ|up\u00adtime'],
    [
      'Citadel',
      `Citadel|Citadel's|Citadel’s|CITADEL|offers/citadel-2026.yaml|CitadelOffer|myCitadelOffer|citadel2`,
    ],
    ['on-call', 'on-call|on call|oncall|onCall|on\u2011call|on–call|on_call|OnCallPremium|on-calls|on\ncall'],
    ['onCall', 'on-call|on call|oncall'],
    ['oncall', 'on-call|on call|onCall'],
    ['pods', `pod|pods|pods'|pod's|143pods|143-pod|podCount|PODS|pods.csv`],
    [
      '$180K',
      '$180,000|180 000|180\u202f000|USD 180 thousand|180k|$0.18M|180.000 €|180’000|US$180K|180 grand',
    ],
    ['$180K', '$180-200K|$180,000.00|180_000|k$ 180|1.8e5|PnL (k): 180'],
    ['$180,000', '180K'],
    ['180.000 EUR', '€180K'],
    [
      'infrastructure modernization',
      `infrastructure modernisation|infrastructureModernization|Infrastructure-Modernisations`,
    ],
    ['infrastructure modernisation', `infrastructure's modernization|infra\u00adstructure modernization`],
    ['bonus', `bonus|bonuses|Bonus|bonus's|bonus-2026.pdf|signOnBonus|bo-\u200bnus`],
    ['bonuses', 'bonus|bonuses'],
    ['99.997%', '99.997%|99,997 %|99.997 percent|99.997 per cent|99.997|0.99997'],
    ['99.982%', '99.9821%|99.98%|0.999821313|99.98213 percent'],
    ['267,750,000', '$267.75M|267.8 million|$267,749,980'],
    ['current pay', `current pay|currentPay|current-pay|current_pay.yaml|current pay's`],
    [
      'order-router',
      'order-router|orderRouter|order router|order-routers|order_router|order.router|ORDER_ROUTER|orderrouter',
    ],
    ['deployment time', `deployment time|deploymentTime|deployment times|deployment-time|deployment's time`],
    ['Jump Trading', `Jump Trading|JumpTrading|jump-trading.yaml|Jump Trading's|JUMP TRADING|jump_trading`],
    ['equity grants', 'equity grants|equity grant|equityGrants|equity-grant|Equity Grants'],
    ['5 minutes', '5 minutes|five minutes|5-minute|5 min|5min|5 mins|5.0 minutes|5minutes'],
    ['180K base', '$180,000 base|180K base|USD 180 thousand base'],
    [
      'Société Générale',
      'Société Générale|Societe Generale|Socie\u0301te\u0301 Ge\u0301ne\u0301rale|societe-generale.yaml',
    ],
    ['labour', 'labor|labours'],
    ['center', 'centre|centers'],
    ['modelling', 'modeling'],
    ['licence', 'license|licences'],
    ['programme', 'program|programs'],
    ['analysis', 'analyses'],
    ['company', 'companies'],
    ['k8s', 'K8s'],
    ['P99 latency', 'p99Latency|P99-latency'],
  ])('%s: %s', (subject, texts) => {
    const {speaks} = ruledOut(subject);
    expect(all(texts).filter(text => !speaks(text) || !speaks(`we said ${text} there`))).toEqual([]);
  });

  test.each([
    ['uptime', 'time|up|uptimer'],
    ['ord', 'order|ordinary|word|orders'],
    ['pods', 'podium|tripods|podcast|epods'],
    ['on-call', 'I will be on. Call me|call|on, call|upon calling|on recall'],
    ['bonus', 'bonu fide|nonbonus'],
    ['Citadel', 'citadelle|cita'],
    ['5 minutes', '15 minutes|2.5 minutes|5 hours|5|minutes|5,500 minutes'],
    ['$180K', '$181K|1,180,000|180 pods|$18K'],
    // Few digits name a round number, not all that would be rounded to it.
    ['$180K', '$180,400|$179,900'],
    ['99.982%', '99.981%|99.99%|100%'],
    ['99.997%', '99.97%|99.9975%'],
    ['5%', '5 pods|15%|5'],
    ['$5', '5 pods|$15'],
    ['four', 'for'],
    ['kept back', KEPT],
  ])('but %s not in %s', (subject, texts) => expect(all(texts).filter(ruledOut(subject).speaks)).toEqual([]));
});

describe('a text', () => {
  const matcher = ruledOut('Citadel', '$180K');

  test('is left without it', () =>
    expect(matcher.without('Citadel’s 180,000 beats Citadel', '#')).toBe('#’s # beats #'));

  test('has places that count as it was written', () => {
    const text = 'e\u0301t\u00e9: ｃitadel';
    expect(matcher.places(text).map(([from, to]) => text.slice(from, to))).toEqual(['ｃitadel']);
  });

  test('is not left with half of one that overlaps another', () =>
    expect(ruledOut('current pay', 'pay band').without('my current pay band', '#')).toBe('my #'));

  test('without a subject says nothing', () => {
    expect(matcherOf([]).speaks('Citadel')).toBe(false);
    expect(ruledOut('', '-', '…').speaks('Citadel - …')).toBe(false);
  });

  test('no longer speaks of it once it is without it', () => {
    const subjects = fc.oneof(
      fc.constantFrom('uptime', 'on-call', '$180K', '99.997%', '5 minutes', 'Jump Trading'),
      fc.string({unit: fc.constantFrom(...'abceopsuy-. 5K%$')}),
    );
    const texts = fc
      .array(fc.oneof(subjects, fc.constantFrom(' ', '-', ', ', 's', 'C', "'s", 'K')))
      .map(parts => parts.join(''));
    fc.assert(
      fc.property(fc.array(subjects, {maxLength: 3}), texts, (words, text) => {
        const {speaks, without} = ruledOut(...words);
        expect(speaks(without(text, KEPT))).toBe(false);
      }),
      {numRuns: times(10_000)},
    );
  });

  test('is searched in good time, however it repeats itself', () => {
    const hard = ['on '.repeat(30_000), `on${'-'.repeat(30_000)}`, '5 '.repeat(30_000), '12 '.repeat(30_000)];
    for (const text of hard) expect(ruledOut('on-call', '5 minutes', '$5').speaks(`${text}é`)).toBe(false);
  });
});

describe('a figure', () => {
  const matcher = matcherOf([
    {words: 'uptime', subjects: ['uptime', 'downMinutes']},
    {words: 'deployment time', subjects: []},
    {words: '$180K', subjects: []},
    {words: '5%', subjects: []},
    {words: '77', subjects: []},
  ]);

  test.each<[Subject, boolean]>([
    ['downMinutes', true],
    ['deploymentTime', true],
    ['leadTime', false],
    ['base', false],
  ])('about %s is ruled out: %s', (subject, is) => expect(matcher.subject(subject)).toBe(is));

  test.each([
    [180_000, 'USD', true],
    [180_000, 'USD/year', true],
    [-180_000, 'EUR', true],
    [180_000, 'minute', false],
    [181_000, 'USD', false],
    [0.05, '1', true],
    [5, 'pod', false],
    [77, 'pod', true],
  ])('of %d %s is ruled out: %s', (value, unit, is) =>
    expect(matcher.number(quantity(value, unit))).toBe(is),
  );
});
