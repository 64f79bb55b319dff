import {describe, expect, test} from 'vitest';
import {type Position, readGuide, type Strategy} from '../../src/guide/index.ts';
import {madeUp} from './made-up.ts';

/** London in pounds, Vilnius in euros, New York in dollars; nothing in two currencies. */
const PAY = `| Region | Base Salary | Equity (RSU/4yr) | Total Comp |
|---|---|---|---|
| London | £80K - £120K | £40K - £80K | £100K - £150K |
| Vilnius | €60K - €80K | €50K - €80K | €80K - €110K |
| New York | $150K - $200K | $100K - $190K | $200K - $280K |`;
const DUAL = `| Region | Base Salary | Total Comp |
|---|---|---|
| New York | $150K - $200K | $200K - $280K |
| London | £80K - £120K / $100K - $150K | £100K - £150K / $125K - $190K |`;
const LEVELS = `| Level | Base Salary | RSU/4yr | Total Comp |
|---|---|---|---|
| P2 | $150K - $190K | $120K - $180K | $190K - $250K |
| P3 | $180K - $220K | $160K - $220K | $220K - $300K |`;

function strategyOf(words: string, pay: string): Strategy | null {
  return (
    readGuide('x.md', madeUp({strategy: `> **Negotiate Up Strategy:** ${words}`, pay})).guide?.strategy ??
    null
  );
}

/** `anchor base@London 100000, …; accept …; rivals Osprey 250000`, without what is empty. */
function told(words: string, pay = PAY): string {
  const read = strategyOf(words, pay);
  if (read === null) return 'none';
  const list = (positions: readonly Position[]) =>
    positions.map(({key, value}) => `${key} ${value}`).join(', ');
  const rivals = read.competing.map(({company, base, bonus, total}) =>
    [company, base === null ? '' : `base ${base}`, bonus === null ? '' : `bonus ${bonus}`, total ?? '']
      .filter(part => part !== '')
      .join(' '),
  );
  return [
    ['anchor', list(read.anchor)],
    ['accept', list(read.accept)],
    ['walk', list(read.walkAway)],
    ['rivals', rivals.join(', ')],
  ]
    .flatMap(([side, said]) => (said === '' ? [] : [`${side} ${said}`]))
    .join('; ');
}

describe('each city has its own sums', () => {
  test.each([
    [
      'Target London £100K base + £50K options, Vilnius €72K base + €70K options, New York $185K base + $180K options.',
      'anchor base@London 100000, equity@London 50000, base@Vilnius 72000, equity@Vilnius 70000, base@New York 185000, equity@New York 180000',
    ],
    [
      'Open at £100K base / £50K RSU (London) or $175K / $120K RSU (New York).',
      'anchor base@London 100000, equity@London 50000, base@New York 175000, equity@New York 120000',
    ],
    [
      'Open at $180K base (New York). Accept at £90K base (London).',
      'anchor base@New York 180000; accept base@London 90000',
    ],
    [
      'For remote, open at $150,000 base. For London, open at £110K base.',
      'anchor base@remote 150000, base@London 110000',
    ],
    ['Open at $170K base in New York or $165K remote.', 'anchor base@New York 170000, base@remote 165000'],
    [
      'In London or Vilnius, accept no lower than 10% bonus. Open at $185K base (New York).',
      'anchor base@New York 185000; accept bonusPercent@London 10, bonusPercent@Vilnius 10',
    ],
    [
      'Anchor London at £100K base + £50K RSUs, Vilnius at €72K base + €70K RSUs.',
      'anchor base@London 100000, equity@London 50000, base@Vilnius 72000, equity@Vilnius 70000',
    ],
    [
      'Base and equity targets: London £110K and £70K, Vilnius €75K and €60K.',
      'anchor base@London 110000, equity@London 70000, base@Vilnius 75000, equity@Vilnius 60000',
    ],
    [
      'If your offer is out of the London office, open at £110K base. If it is out of Vilnius, open at €75K base.',
      'anchor base@London 110000, base@Vilnius 75000',
    ],
    [
      'From London, ask £110K base; from New York, ask $192K base.',
      'anchor base@London 110000, base@New York 192000',
    ],
    [
      'For Vilnius, anchor at €75K base + €60K RSUs ($82K + $65K); accept at €66K base (about $72K). For New York, anchor at $190K base.',
      'anchor base@Vilnius 75000, equity@Vilnius 60000, base@New York 190000; accept base@Vilnius 66000',
    ],
    [
      'In Vilnius, target €75K base (≈$82K) and €60K RSUs (≈$65K). For London, open at £110K base.',
      'anchor base@Vilnius 75000, equity@Vilnius 60000, base@London 110000',
    ],
    [
      'Walk away below these numbers. London: £90K base. New York: $160K base.',
      'walk base@London 90000, base@New York 160000',
    ],
    [
      'London employees should open at £110K base and New York employees should open at $185K base.',
      'anchor base@London 110000, base@New York 185000',
    ],
    [
      'When based in New York, open at $185K base. When remote, open at $160K base.',
      'anchor base@New York 185000, base@remote 160000',
    ],
    [
      'Open at £110K base (London & New York) or €75K base (Vilnius).',
      'anchor base@London 110000, base@Vilnius 75000',
    ],
    [
      'For London, New York and Vilnius in turn, open at £110K / $180K / €75K base respectively.',
      'anchor base@London 110000, base@New York 180000, base@Vilnius 75000',
    ],
  ])('%s', (words, expected) => expect(told(words)).toBe(expected));

  test('and a second currency of one city is the same sum', () =>
    expect(
      told(
        'For New York, anchor at $180K base. For London, anchor at £100K / $125K; walk-away at £90K / $112K.',
        DUAL,
      ),
    ).toBe('anchor base@New York 180000, base@London 100000; walk base@London 90000'));

  test('and each level', () =>
    expect(
      told(
        'Open at $185K base. Accept-at floor: $165K base / $165K RSUs for P2; $188K base / $190K RSUs for P3.',
        LEVELS,
      ),
    ).toBe('anchor base 185000; accept base@P2 165000, equity@P2 165000, base@P3 188000, equity@P3 190000'));
});

describe("mine and another's", () => {
  test.each([
    ['Open at $180K base. Anchor against Osprey DE (£55K-£132K base).', 'anchor base 180000'],
    ['Open at $180K base. A housing allowance of $20K is theirs to offer.', 'anchor base 180000'],
    ['"My ask is $175K base with a fair bonus."', 'anchor base 175000'],
    ['"I\'m targeting $180K base and request a $25K signing bonus."', 'anchor base 180000, signOn 25000'],
    ['Open at $180K base and push for $110K in RSU grants.', 'anchor base 180000, equity 110000'],
    ['Open at $180K base. "At $160K base, I am ready to accept."', 'anchor base 180000; accept base 160000'],
    ['Open at $190K base. "$185K is my walk-away floor."', 'anchor base 190000; walk base 185000'],
    [
      'Open at $180K base. Accept at $150K base and $25K+ annual RSUs.',
      'anchor base 180000; accept base 150000, equityPerYear 25000',
    ],
    ['Go in at $180K base. "I can say yes at $160K base."', 'anchor base 180000; accept base 160000'],
    [
      'Ask for a base of $180K and $120K in RSUs. Do not sign below a base of $160K.',
      'anchor base 180000, equity 120000; accept base 160000',
    ],
    [
      'If they counter at $160K, respond: "I\'d propose $175K base. And $120K in RSUs." Open at $180K base.',
      'anchor base 180000',
    ],
    [
      'If the seat is in London, ask for £110K base; if it is in Vilnius, ask for €75K base.',
      'anchor base@London 110000, base@Vilnius 75000',
    ],
    [
      'Open at $190K base and $150K RSUs in New York; £110K and £60K in London.',
      'anchor base@New York 190000, equity@New York 150000, base@London 110000, equity@London 60000',
    ],
    [
      'Open at $190K base. Hold at $180K base for two rounds and accept at $172K base.',
      'anchor base 190000; accept base 172000',
    ],
    [
      'Open at $190K base and $250K total ($220K floor).',
      'anchor base 190000, total 250000; accept total 220000',
    ],
    ['Open at $190K base (minimum $170K).', 'anchor base 190000; accept base 170000'],
    ['Open at $190K base. Be ready to accept $170K base.', 'anchor base 190000; accept base 170000'],
    ['Open at $190K base. If they come up to $170K base, sign.', 'anchor base 190000; accept base 170000'],
    ['Start at $190K base; $170K base is acceptable.', 'anchor base 190000; accept base 170000'],
    [
      'Open at $190K base; $170K base with $90K RSUs is a deal I would take.',
      'anchor base 190000; accept base 170000, equity 90000',
    ],
    ['Open at $190K base. "At $170K base, you have my signature."', 'anchor base 190000; accept base 170000'],
    [
      'If the initial offer has a low bonus, ask them to move the base: open at $190K base.',
      'anchor base 190000',
    ],
    ['Open at $190K base (never below $170K).', 'anchor base 190000; accept base 170000'],
    [
      'Open at $190K base. Accept at $180K base ($170K floor).',
      'anchor base 190000; accept base 180000; walk base 170000',
    ],
    [
      'Accept at $180K base ($170K minimum) with a written bonus. Open at $190K base.',
      'anchor base 190000; accept base 180000; walk base 170000',
    ],
    [
      'Accept floor: $240K total with a grant (minimum $50K RSUs). Open at $190K base.',
      'anchor base 190000; accept total 240000, equity 50000',
    ],
    [
      'Open at $190K base (absolute minimum: $170K) plus $30K sign-on ($20K floor).',
      'anchor base 190000, signOn 30000; accept base 170000, signOn 20000',
    ],
    [
      'Open at $190K base (floor $170K) and a $45K bonus.',
      'anchor base 190000, bonus 45000; accept base 170000',
    ],
    [
      'Open at $190K base in New York ($170K floor) or £120K in London (£105K floor).',
      'anchor base@New York 190000, base@London 120000; accept base@New York 170000, base@London 105000',
    ],
    ['Open at $190K base (the band floor is $150K).', 'anchor base 190000'],
    [
      'Open at $190K base and $100K RSUs ($60K floor). Accept at $175K base and $80K RSUs.',
      'anchor base 190000, equity 100000; accept base 175000, equity 80000; walk equity 60000',
    ],
    ['Open at $190K base ($170K floor, $200K stretch).', 'anchor base 190000; accept base 170000'],
    ["Open at $190K base. The least I'd take is $172K base.", 'anchor base 190000; accept base 172000'],
    ['Open at $190K base. Hold firm at $170K base.', 'anchor base 190000; accept base 170000'],
    [
      'Accept at $172K base with yearly RSUs of $32K. Open at $192K base.',
      'anchor base 192000; accept base 172000, equityPerYear 32000',
    ],
    ['Open at $190K base with an RSU package of $150K.', 'anchor base 190000, equity 150000'],
    [
      'Open at €90K base (about $98K) in Vilnius, and accept at £90K base in London.',
      'anchor base@Vilnius 90000; accept base@London 90000',
    ],
    ['"I\'m targeting $190K base. I currently earn $178K base."', 'anchor base 190000'],
  ])('%s', (words, expected) => expect(told(words)).toBe(expected));
});

describe('what is not done, and what others do', () => {
  test.each([
    ["Don't open at $190K base. Open at $180K base.", 'anchor base 180000'],
    ['Avoid anchoring at $190K base. Open at $180K base.', 'anchor base 180000'],
    ['Never accept $150K base. Accept at $170K base.', 'accept base 170000'],
    ['Do not walk away at $190K base; walk away below $170K base.', 'walk base 170000'],
    ["Osprey's floor is $160K base. Open at $180K base.", 'anchor base 180000'],
    ['They will anchor at $165K base. Anchor at $180K base yourself.', 'anchor base 180000'],
    ['Most candidates open at $170K base. Open at $180K base.', 'anchor base 180000'],
    ["Anchor on Osprey's published range ($178K to $212K). Open at $195K base.", 'anchor base 195000'],
    ['Open at $195K base. Glassdoor has the median at $190K base.', 'anchor base 195000'],
    ['The recruiter will open at $160K base. Open at $180K base.', 'anchor base 180000'],
  ])('%s', (words, expected) => expect(told(words)).toBe(expected));
});

describe('money in the notation of the place', () => {
  const TOKYO = '| Region | Base Salary | Total Comp |\n|---|---|---|\n| Tokyo | ¥14M - ¥19M | ¥18M - ¥26M |';
  test('a shared sign is of the currency of the table', () =>
    expect(
      strategyOf('Open at ¥18M base.', TOKYO)?.anchor.map(({value, currency}) => [value, currency]),
    ).toEqual([[18_000_000, 'JPY']]));
  test('digits of full width are digits', () =>
    expect(told('Open at $１８５K base.')).toBe('anchor base 185000'));
  test('pay by the month is no pay by the year', () => expect(told('Open at $15K base per month.')).toBe(''));
  test('a place that goes on being spoken of does not pay in another currency', () =>
    expect(told('Open at $180K base. Walk away below £90K base in London. Accept at $170K base.')).toBe(
      'anchor base@New York 180000; accept base@New York 170000; walk base@London 90000',
    ));
});

describe('rivals, however they are told', () => {
  test.each([
    ['"My Osprey L5 offer is $250K total."', 'rivals Osprey 250000'],
    ['"I would be leaving [Osprey PM at $240K TC]."', 'rivals Osprey 240000'],
    ['"I have offers from Osprey or Heron at $265K."', 'rivals Osprey or Heron 265000'],
    [
      '"I hold an offer from Osprey Staff ($190K base + $60K bonus)."',
      'rivals Osprey base 190000 bonus 60000',
    ],
    ['"Osprey and Heron have offered $240K total."', 'rivals Osprey 240000, Heron 240000'],
    [
      '"I have a competing offer at $142K base from Osprey Materials."',
      'rivals Osprey Materials base 142000',
    ],
    [
      '"Osprey\'s written offer stands at $230K in total; Heron, $185K base."',
      'rivals Osprey 230000, Heron base 185000',
    ],
    ['"Growth-stage start-ups offered $200K, FAANG at $310K."', 'rivals FAANG 310000'],
    [
      '"I have offers from Osprey, Heron and Teasel at $250K TC."',
      'rivals Osprey 250000, Heron 250000, Teasel 250000',
    ],
    ['Reference offers from Osprey, Heron, or Teasel at $250K TC.', 'rivals Osprey, Heron, or Teasel 250000'],
    ['"Osprey Zurich has extended $230K TC."', 'rivals Osprey 230000'],
    ['"Osprey London is at £165K TC."', 'rivals Osprey 165000'],
    ['"D.E. Shaw has offered $440K TC."', 'rivals D.E. Shaw 440000'],
    ['"I would be walking away from Osprey at $240K TC."', 'rivals Osprey 240000'],
    ['Osprey at $240K total can be mentioned once.', 'rivals Osprey 240000'],
    ['Stay at $188K base until they move.', ''],
    ['Offers come by Friday at $167K base.', ''],
    ['"I have an offer from a late-stage startup at $250K TC."', ''],
    ['"My offers from [Osprey/Heron] are at $240K-$260K TC."', 'rivals [Osprey/Heron] 240000'],
  ])('%s', (words, expected) => expect(told(words)).toBe(expected));
});

describe('every figure stands somewhere', () => {
  test('what the words do something with, and do not say what it pays, is unread with its words', () => {
    const {guide} = readGuide(
      'x.md',
      madeUp({
        strategy: '> **Negotiate Up Strategy:** Open at $180K base. Aim for $50K by the river.',
        pay: PAY,
      }),
    );
    expect(guide?.unread.map(({text}) => text)).toEqual(['Aim for $50K by the river.']);
  });
  test('what is said of others, or only argues, is other', () =>
    expect(
      strategyOf(
        'Open at $180K base. The firm made $2B last year. They will counter at $160K base.',
        PAY,
      )?.other.map(({value}) => value),
    ).toEqual(['The firm made $2B last year.', 'They will counter at $160K base.']));
  test('a position says what of it was inferred', () => {
    const [base, other] = strategyOf('Open at $180K base. For London, open at £110K.', PAY)?.anchor ?? [];
    expect([base?.stated, other?.stated]).toEqual([
      {component: true, region: false},
      {component: false, region: true},
    ]);
  });
});
