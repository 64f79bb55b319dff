import {describe, expect, test} from 'vitest';
import {type Position, readGuide, type Strategy} from '../../src/guide/index.ts';
import {LAYOUTS, madeUp} from './made-up.ts';

const THREE_REGIONS = `| Region | Base Salary | Total Comp |
|---|---|---|
| Aarhus (DKK) | DKK 600,000 - DKK 800,000 / $86,000 - $115,000 | DKK 900,000 - DKK 1,200,000 / $130,000 - $172,000 |
| London (GBP) | £80,000 - £110,000 | £120,000 - £160,000 |
| Berlin (EUR) | €75,000 - €100,000 | €110,000 - €150,000 |`;

function strategyOf(words: string, pay?: string): Strategy | null {
  const strategy = `> **Negotiate Up Strategy:** ${words}`;
  return readGuide('x.md', madeUp(pay === undefined ? {strategy} : {strategy, pay})).guide?.strategy ?? null;
}

const list = (positions: readonly Position[]) =>
  positions.map(({key, value}) => `${key} ${value}`).join(', ');

/** `open base 195000, bonus 85000 | accept … | walk …`, and what is competing. */
function moves(words: string, pay?: string): string {
  const read = strategyOf(words, pay);
  if (read === null) return 'none';
  const sides = [
    ['open', list(read.anchor)],
    ['accept', list(read.accept)],
    ['walk', list(read.walkAway)],
    [
      'rivals',
      read.competing
        .map(({company, base, bonus, total}) =>
          [company, base, bonus, total].filter(one => one !== null).join(' '),
        )
        .join(', '),
    ],
  ];
  return sides.flatMap(([side, said]) => (said === '' ? [] : [`${side} ${said}`])).join(' | ');
}

describe('what is opened with, accepted and walked away from', () => {
  test.each([
    ['Open at $200K base and accept at $180K base.', 'open base 200000 | accept base 180000'],
    ['Anchor at $190K-$210K base. Walk away below $150K base.', 'open base 210000 | walk base 150000'],
    [
      '"I\'m targeting $300K total comp. Specifically: base at $200K and a 20% target bonus."',
      'open total 300000, base 200000, bonusPercent 20',
    ],
    [
      'Open at $200K base. Larkspur will counter at $90K RSUs. Push to $110K+ with a sign-on of $20K. Accept if TC exceeds $250K.',
      'open base 200000 | accept total 250000',
    ],
    [
      '"I\'m targeting $200K base and $90K RSUs over 4 years." Accept at $180K+ base and $70K+ RSUs.',
      'open base 200000, equity 90000 | accept base 180000, equity 70000',
    ],
    [
      'Open at $180,000 base with 500 RSUs ($60,000 at LRK ~$120). Accept-at floor: $230,000 total comp.',
      'open base 180000, equity 60000 | accept total 230000',
    ],
    [
      'Start at $200K base + $80K options/yr. Accept no lower than $170K base + $50K options/yr.',
      'open base 200000, equityPerYear 80000 | accept base 170000, equityPerYear 50000',
    ],
    [
      '"I need $200K base, a $30K sign-on and a 15% bonus target. My floor is $190K base."',
      'open base 200000, signOn 30000, bonusPercent 15 | accept base 190000',
    ],
    ['Walk-away floor: Accept at $170K base.', 'accept base 170000'],
    ["Open at $ 195 000 base. Accept at $180'000 base.", 'open base 195000 | accept base 180000'],
    ['Do not accept below $170K base.', 'accept base 170000'],
    [
      'Accept at $180K+ base and $70K+ bonus ($250K+ floor).',
      'accept base 180000, bonus 70000, total 250000',
    ],
    ['Anchor at £140K / $178K total compensation.', 'open total 140000'],
    [
      '"For a yes, I need RSUs worth $[Y+45K] and a $35K sign-on, with TC at $[target]."',
      'open signOn 35000',
    ],
    [
      'Open at $180K base + $120K RSU/4yr ($30K/year) + $20K bonus = $230K annual.',
      'open base 180000, equity 120000, bonus 20000, total 230000',
    ],
    ['Open at $195K. Walk if below $160K base.', 'open base 195000 | walk base 160000'],
    [
      '"My target to join Larkspur is $250K. We could get there with base at $180K and a $20K sign-on." My floor: $240K.',
      'open total 250000, base 180000, signOn 20000 | accept total 240000',
    ],
    [
      '"I\'d also like a 15% bonus target." Signing bonus target: $20K-$30K.',
      'open bonusPercent 15, signOn 30000',
    ],
    ['"To make it work: $[170-185]K base, $[60-80]K RSUs."', 'open base 185000, equity 80000'],
    ['Open at $195K base, floor $180K base.', 'open base 195000 | accept base 180000'],
    ['Aim for $195K base. Settle for no less than $180K base.', 'open base 195000 | accept base 180000'],
    ['Open at $180K base with a request for $60K in RSUs.', 'open base 180000, equity 60000'],
    ['Open at $180K base / $90K RSUs (4yr).', 'open base 180000, equity 90000'],
    [
      '"I\'d like the equity grant increased from $60K/4yr to $80K/4yr, and my base moved to $170K."',
      'open equity 80000, base 170000',
    ],
    [
      '"Others are at $240K total comp. My target is $250K, by moving base to $180K and adding a $20K sign-on bonus. My floor is $235K."',
      'open total 250000, base 180000, signOn 20000 | accept total 235000',
    ],
    [
      '"I\'m targeting $250K TC and $180K base. My floor is $170K." Take care of the rest later.',
      'open total 250000, base 180000 | accept base 170000',
    ],
    [
      '"I\'m targeting $180K base." Accept at $160K+ base, with a bonus at a $10K target.',
      'open base 180000 | accept base 160000, bonus 10000',
    ],
  ])('%s', (words, read) => expect(moves(words)).toBe(read));

  test.each([
    ['"I\'d like a $15K base lift."'],
    ['"I\'d like the grant increased by $40K in RSUs."'],
    ['Walk if the grant is refused, unless base exceeds $180K.'],
    ['Push for a guaranteed bonus floor of $20K.'],
    ['"I\'d sign with a $10K annual travel/training budget."'],
    ['Push for a retention package, by pushing for a $20K sign-on.'],
    ['If they counter at $170K base, push for a $20K signing bonus.'],
    ['Counter any first offer below $170K. Cite the $5B in revenue.'],
    ['Request a $20K on-call premium.'],
    ['"My current offer is $[150K] base."'],
  ])('neither opened nor accepted: %s', words => expect(moves(words)).toBe(''));
});

describe('for whom', () => {
  test('a region leads, follows, and holds until the next', () => {
    expect(
      moves(
        'In Boston, start at $195K base, accept no lower than $160K base. In London, start at £135K base.',
      ),
    ).toBe('open base@Boston 195000, base@London 135000 | accept base@Boston 160000');
    expect(moves('Your walk-away floor should be $150K TC (Boston) or £100K / $127K (London).')).toBe(
      'walk total@Boston 150000, total@London 100000',
    );
  });
  test('a stake a hundred times what is paid is no base', () =>
    expect(moves('Open at a base that the $24B stake sale allows: $195K base.')).toBe('open base 195000'));
  test('the letters of a sign are no region', () =>
    expect(
      strategyOf(
        'Your walk-away floor should be £150K / $195K TC for London, HK$1.55M / $198K for Hong Kong.',
        '| Region | Base Salary | Total Comp |\n|---|---|---|\n| London | £100K / $130K - £120K / $156K | £150K / $195K - £200K / $260K |\n| Hong Kong | HK$1M / $128K - HK$1.2M / $154K | HK$1.5M / $192K - HK$2M / $256K |',
      )?.walkAway.map(({key, value, currency}) => `${key} ${value} ${currency}`),
    ).toEqual(['total@London 150000 GBP', 'total@Hong Kong 1550000 HKD']));
  test('sums that each name their region behind them leave what follows to all', () => {
    expect(
      moves(
        'Open at $195K base (Boston) or £140K base (London) with an $80K bonus. Accept-at floor: $160K base (BOS) / £110K base (LDN).',
      ),
    ).toBe(
      'open base@Boston 195000, base@London 140000, bonus 80000 | accept base@BOS 160000, base@LDN 110000',
    );
    expect(
      moves(
        'Target $300K total comp in Boston (£135K base London). Open at a base of $190K (Boston) or £130K (London).',
      ),
    ).toBe('open total@Boston 300000, base@London 135000, base@Boston 190000');
  });
  test('a region goes by the name that the strategy gives it', () => {
    const pay =
      '| Region | Base Salary | Total Comp |\n|---|---|---|\n| Boston MA | $150K - $200K | $180K - $260K |\n| Leeds / York | £90K - £120K | £100K - £150K |';
    expect(moves('In Boston, open at $195K base. In Leeds, open at £115K base.', pay)).toBe(
      'open base@Boston 195000, base@Leeds 115000',
    );
  });
  test('a region that a rival is named after is none', () => {
    const pay =
      '| Region | Base Salary | Total Comp |\n|---|---|---|\n| Remote US | $150K - $200K | $180K - $260K |\n| London | £90K - £120K | £100K - £150K |';
    expect(
      moves(
        'Open at $195K base. "I have offers from [Teasel at $260K TC / Remote.example at $250K TC]." Accept at $170K base.',
        pay,
      ),
    ).toBe('open base 195000 | accept base 170000 | rivals Teasel 260000, Remote.example 250000');
  });
  test('a region that is named once more without its region is said once', () => {
    expect(
      moves(
        'Anchor at $290K total comp for Boston and £160K for London. Open with: "I\'m targeting $290K total comp."',
      ),
    ).toBe('open total@Boston 290000, total@London 160000');
    expect(
      moves(
        'In Boston, target $290K total comp. In London, negotiate dual-currency at £150K / $190K total comp.',
      ),
    ).toBe('open total@Boston 290000, total@London 150000');
  });
  test('a floor pays what the region before has it pay', () => {
    expect(
      moves(
        'For Boston, open at $290K total comp ($190K base + $100K RSUs), accept no lower than $240K total comp. For London, open at £190K total comp (base £130K + RSU £60K), accept no lower than £135K.',
      ),
    ).toBe(
      'open total@Boston 290000, base@Boston 190000, equity@Boston 100000, total@London 190000, base@London 130000, equity@London 60000 | accept total@Boston 240000, total@London 135000',
    );
  });
  test('and by one name everywhere', () => {
    const pay =
      '| Region | Base Salary | Total Comp |\n|---|---|---|\n| Boston MA | $150K - $200K | $180K - $260K |\n| London | £90K - £120K | £100K - £150K |';
    expect(
      moves(
        'For Boston, open at $195K base. For London, open at £115K base. Your accept-at floor: $170K / £100K base.',
        pay,
      ),
    ).toBe('open base@Boston 195000, base@London 115000 | accept base@Boston 170000, base@London 100000');
  });
  test('a list in brackets is of the other regions', () => {
    expect(
      moves(
        'Start at DKK 700,000 base. Accept no lower than DKK 650,000 (£85,000 / €80,000).',
        THREE_REGIONS,
      ),
    ).toBe('open base 700000 | accept base@Aarhus 650000, base@London 85000, base@Berlin 80000');
  });
  test('one region alone names no key', () => {
    expect(moves('Open at $195K base for Boston. Accept-at floor: $160K base.')).toBe(
      'open base 195000 | accept base 160000',
    );
  });
  test('sums in the order of the table are of its regions', () => {
    expect(moves('Target total comp of DKK 1,100,000 / £150,000 / €140,000.', THREE_REGIONS)).toBe(
      'open total@Aarhus 1100000, total@London 150000, total@Berlin 140000',
    );
  });
  test('a level of its own', () => {
    expect(list(readGuide('x.md', LAYOUTS['level by region'] ?? '').guide?.strategy?.anchor ?? [])).toBe(
      'base 180000, equity 60000, base@Senior (L4) 225000',
    );
  });
});

describe('tables of positions', () => {
  const tabled = (table: string) => {
    const {guide} = readGuide('x.md', madeUp({narrative: table, strategy: ''}));
    const {anchor, accept, walkAway} = guide?.strategy ?? {anchor: [], accept: [], walkAway: []};
    return [[list(anchor), list(accept), list(walkAway)].join(' | '), guide?.unread.map(({text}) => text)];
  };
  test('components by side', () => {
    const table = `#### Floors in Boston

| Component | Target | Accept-At | Walk-Away |
|---|---|---|---|
| Base Salary | $190K-$200K | $180K | Below $170K |
| RSU/yr (4yr vest) | $60K | $50K | none |
| Signing Bonus | $30K | $20K | Below $10K |
| Vesting | 25% a year | 30% | any |`;
    expect(tabled(table)).toEqual([
      'base 200000, equityPerYear 60000, signOn 30000 | base 180000, equityPerYear 50000, signOn 20000 | base 170000, signOn 10000',
      ['Vesting | 25% a year | 30% | any'],
    ]);
  });
  test('where there is a stretch, it is what is opened with', () => {
    expect(
      tabled(
        '| Component | Initial Offer | Target | Stretch |\n|---|---|---|---|\n| Base | $150K | $165K | $180K |\n| Stock (4yr) | $90K | $110K | $130K |',
      ),
    ).toEqual(['base 180000, equity 130000 |  | ', []]);
    expect(
      tabled(
        '| Scenario | Base | Total |\n|---|---|---|\n| Initial | $150K | $200K |\n| Target | $165K | $220K |\n| Stretch | $180K | $240K |',
      ),
    ).toEqual(['base 180000, total 240000 |  | ', []]);
  });
  test('one for each region, beside the words', () => {
    const table = (city: string, sign: string) =>
      `##### ${city}\n\n| Component | Start At | Accept At (Floor) |\n|---|---|---|\n| Base Salary | ${sign}195K | ${sign}170K |`;
    const {guide} = readGuide(
      'x.md',
      madeUp({
        narrative: `${table('Boston', '$')}\n\n${table('London', '£')}`,
        strategy: '> **Negotiate Up Strategy:** In Boston, start at $195K base.',
      }),
    );
    expect(list(guide?.strategy?.accept ?? [])).toBe('base@Boston 170000, base@London 170000');
    expect(list(guide?.strategy?.anchor ?? [])).toBe('base@Boston 195000, base@London 195000');
  });
  test('peers side by side are none', () => {
    expect(tabled('| Company | Role | Total Comp |\n|---|---|---|\n| Foxglove | SRE | $240K |')[0]).toBe(
      ' |  | ',
    );
  });
});

describe('competing offers', () => {
  test.each([
    [
      'Present competing offers from Foxglove ($190K + $80K) and Teasel Trading ($185K + $75K).',
      'rivals Foxglove 190000 80000, Teasel Trading 185000 75000',
    ],
    [
      '"I have competing offers from [Foxglove SRE at $260K TC / Teasel at $255K TC]."',
      'rivals Foxglove 260000, Teasel 255000',
    ],
    [
      'Reference competing offers from Foxglove or Teasel at $240,000+ total comp.',
      'rivals Foxglove or Teasel 240000',
    ],
    [
      '"My competing offers are $240K TC from Foxglove and $235K TC from Teasel."',
      'rivals Foxglove 240000, Teasel 235000',
    ],
    ['"My offers from [Foxglove/Teasel] are at $240K-$260K TC."', 'rivals [Foxglove/Teasel] 240000'],
    [
      '"I have competing offers from [Foxglove Sr. SRE at $260K TC / Teasel Sr. PE at $255K TC]."',
      'rivals Foxglove 260000, Teasel 255000',
    ],
    ['"I have offers from [Foxglove/Teasel] SRE roles at $240K TC."', 'rivals [Foxglove/Teasel] 240000'],
    [
      '"I have an offer from [Foxglove Trust / Teasel] at $240K TC."',
      'rivals [Foxglove Trust / Teasel] 240000',
    ],
    [
      '"I ask for a bonus to offset competing offers in the $240K-$260K range from [Foxglove/Teasel]."',
      'rivals [Foxglove/Teasel] 240000',
    ],
    [
      'Use a competing Foxglove or Teasel architecture offer in the $240K-$260K total cash range.',
      'rivals Foxglove or Teasel 240000',
    ],
    ['Cite a Foxglove or Teasel offer at $215,000 base.', 'rivals Foxglove or Teasel 215000'],
    [
      'Answer by holding firm on the grant and requesting $195,000 base + $180,000 Larkspur RSUs + $30,000 sign-on.',
      '',
    ],
    [
      '"I hold offers from [Foxglove/Teasel] with total compensation in the $240K-$260K range."',
      'rivals [Foxglove/Teasel] 240000',
    ],
    [
      '"I have competing offers at $240K total comp from [Foxglove/Teasel]."',
      'rivals [Foxglove/Teasel] 240000',
    ],
    [
      '"I\'m holding a Foxglove L4 offer at $190K / $300K RSU and a Teasel Staff offer at $180K / $280K RSU."',
      'rivals Foxglove 190000, Teasel 180000',
    ],
    [
      '"I have a $260K TC offer from Foxglove. My competing packages are: Teasel\'s L6 at $250K, and $240K from a late startup."',
      'rivals Foxglove 260000, Teasel 250000',
    ],
    [
      '"I hold offers from [rail9 at $250K TC / Foxglove SRE/Teasel at $240K TC]."',
      'rivals rail9 250000, Foxglove/Teasel 240000',
    ],
    ['"I have an offer from Foxglove at $190K base, $90K RSUs, $30K sign-on."', 'rivals Foxglove 190000'],
    ['"I have a Foxglove offer with pre-IPO equity at $400K."', ''],
    ['"I have a competing offer from [Public Company] at $240K TC."', ''],
    ['"I appreciate the offer at $240K total comp."', ''],
    ['"With rivals\' offers from peers, engineers at L4 are seeing packages of $400K."', ''],
    ['"I have a competing offer from [company] at $[X] TC."', ''],
  ])('%s', (words, read) => expect(moves(words)).toBe(read));

  test.each([
    ['Present competing offers from Foxglove (£110K + £30K) and Teasel ($185K + $75K).', ['GBP', 'USD']],
    ['"I have competing offers from [Foxglove at €95K / Teasel at CHF 150K]."', ['EUR', 'CHF']],
  ])('each is in the currency it is told in: %s', (words, currencies) =>
    expect(strategyOf(words)?.competing.map(({currency}) => currency)).toEqual(currencies),
  );

  test('a part in another currency is not added to the first', () =>
    expect(moves('Present competing offers from Foxglove ($190K + £80K).')).toBe('rivals Foxglove 190000'));
});

describe('the rest of a strategy', () => {
  const {accept, anchor, walkAway, walkAwayIf, lead, asks} = strategyOf(
    'Anchor at $195K base with an $85K guaranteed first-year bonus. Lead with the cost of an outage. Request a $20K on-call premium. **Accept at $170K+ base and $70K+ guaranteed bonus** with written participation of at least 1%. Walk away below $155K base, or if the role is tied to one pod.',
  ) as Strategy;
  test('conditions stand with the number they are of', () => {
    expect(accept.map(({key, guaranteed, written}) => [key, guaranteed, written])).toEqual([
      ['base', false, false],
      ['bonus', true, false],
      ['pnlPercent', false, true],
    ]);
    expect(anchor.map(({firstYear}) => firstYear)).toEqual([false, true]);
    expect(list(walkAway)).toBe('base 155000');
  });
  test('lead, asks and conditions without a number', () => {
    expect(lead?.value).toBe('the cost of an outage');
    expect(asks.map(({text}) => text)).toEqual(['Request a $20K on-call premium.']);
    expect(walkAwayIf.map(({value}) => value)).toEqual(['if the role is tied to one pod']);
  });
});
