import {readFileSync} from 'node:fs';
import {describe, expect, test} from 'vitest';
import {type Rates, shippedRates, source} from '../../src/base/index.ts';
import {shippedConventions} from '../../src/calendar/index.ts';
import {
  audit,
  auditMany,
  auditRules,
  type AuditRule,
  payTable,
  type PayTable,
  readGuide,
  totalChecks,
} from '../../src/guide/index.ts';
import {LAYOUTS, type MadeUp, madeUp} from './made-up.ts';
import {hintOf, messageOf} from '../findings.ts';
import {type Finding, isFigure, isKnown} from '../../src/figure/index.ts';

const RATES: Rates = {
  source: 'rates made up for tests',
  days: {
    '2025-12-31': {USD: 1.27, GBP: 1},
    '2026-06-30': {USD: 1.4, GBP: 1},
  },
};

/** The messages of one rule on the made-up guide with a part changed. */
function says(rule: AuditRule, changes: Partial<MadeUp> = {}, today = '2026-01-15', rates = RATES): string[] {
  const text = madeUp(changes);
  const {guide, findings} = readGuide('made-up.md', text);
  if (guide === null) throw new Error(messageOf(findings[0]));
  const audited = audit(guide, source('made-up.md', text), {rates, conventions: shippedConventions(), today});
  for (const finding of audited) isPublic(finding);
  return audited.filter(finding => finding.rule === rule).map(messageOf);
}

/** A guide is anybody's: no edition of a plan keeps back what the audit says of it. */
function isPublic({message}: Finding): void {
  for (const part of message.prose) {
    if (isFigure(part)) expect(isKnown(part) && part.disclosure).toBe('public');
    else if (typeof part === 'object' && 'quote' in part) expect(part).toMatchObject({disclosure: 'public'});
  }
}

const row = (cells: string) =>
  `| Region | Base Salary | Stock (RSU/4yr) | Total Comp |\n|---|---|---|---|\n| Boston | ${cells} |`;
const plan = (words: string) => `> **Negotiate Up Strategy:** ${words}`;
const PIVOT =
  '| Level | Boston (USD) | Toronto (CAD C$) |\n|---|---|---|\n| Senior (L4) | $190,000–$240,000 | C$165,000–C$210,000 |';
const TWO =
  '| Region | Base Salary | Total Comp |\n|---|---|---|\n| Boston | $150K - $200K | $170K - $230K |\n| New York | $180K - $240K | $200K - $280K |';
const prose = (words: string) => `#### Why\n\n${words}`;

test('a table of two hundred thousand rows is audited like a short one', () => {
  const text = madeUp({strategy: plan('Anchor at $900K base.')});
  const {guide} = readGuide('made-up.md', text);
  if (guide === null) throw new Error('the made-up guide is not read');
  const base = guide.bands.filter(({component}) => component === 'base').slice(0, 1);
  const bands = Array.from({length: 200_000}, () => base).flat();
  const long = audit({...guide, bands}, source('made-up.md', text), {
    rates: RATES,
    conventions: shippedConventions(),
    today: '2026-01-15',
  });
  expect(long.map(({rule}) => rule)).toContain('anchor-outside-band');
});

test('a part up to a sum may be none or all of the total', () => {
  const told = (bonus: string, total: string) => {
    const pay = `| Region | Base Salary | Bonus | Total Comp |\n|---|---|---|---|\n| Boston | $150K - $200K | ${bonus} | ${total} |`;
    return [
      ...says('total-against-parts', {pay}),
      ...says('anchor-outside-band', {pay, strategy: plan('Open at $190K base and a $55K bonus.')}),
    ];
  };
  for (const bonus of ['up to 30%', 'up to $60K', '≤30%', '$60K max']) {
    expect(told(bonus, '$150K - $260K')).toEqual([]);
    expect(told(bonus, bonus.includes('%') ? '$195K - $260K' : '$210K - $260K')).toEqual([]);
    expect(told(bonus, '$150K - $320K')).toHaveLength(1);
  }
  expect(told('$60K', '$150K - $260K')).toHaveLength(2);
});

describe('a grant without a period', () => {
  const head = '| Region | Base Salary | Equity (RSU est.) | Total Comp |\n|---|---|---|---|\n';
  const told = (...rows: string[]) => {
    const pay = head + rows.join('\n');
    return [...says('total-against-parts', {pay}), ...says('grant-without-period', {pay})];
  };
  const saying = (fit: string) => [`the table does not say over which time the equity is: ${fit}`];
  test('is over four years where the total fits a quarter of it', () =>
    expect(told('| Boston | $100K - $120K | $80K - $160K | $120K - $160K |')).toEqual(
      saying('the totals fit if it is over four years'),
    ));
  test('is by the year where the total fits all of it', () =>
    expect(told('| Boston | $100K - $120K | $80K - $160K | $180K - $280K |')).toEqual(
      saying('the totals fit if it is over a year'),
    ));
  test('is by the year where the totals are all of it, and would be near with a quarter of it', () => {
    expect(told('| Boston | $140K - $175K | $10K - $20K | $150K - $195K |')).toEqual(
      saying('the totals fit if it is over a year'),
    );
    expect(told('| Boston | $140K - $175K | $10K - $20K | $146K - $187K |')).toEqual(
      saying('the totals do not tell'),
    );
  });
  test('is neither where the total fits neither', () =>
    expect(told('| Boston | $100K - $120K | $80K - $160K | $400K - $500K |')).toEqual([
      'Boston: the total says $400K to $500K, a year of its parts is $180K to $280K',
      ...saying('the totals do not tell'),
    ]));
  test('has no period that some rows fit and others do not', () =>
    expect(
      told(
        '| Boston | $100K - $120K | $80K - $160K | $120K - $160K |',
        '| Austin | $100K - $120K | $80K - $160K | $180K - $280K |',
      ),
    ).toEqual(saying('some totals fit if it is over a year, others if it is over four years')));
});

describe('each rule tells the fault, and is silent on the mended guide', () => {
  const cases: readonly [AuditRule, Partial<MadeUp>, RegExp, Partial<MadeUp>][] = [
    [
      'total-against-parts',
      {pay: row('$100K - $120K | $40K - $80K | $200K - $240K')},
      /Boston: the total says \$200K to \$240K, a year of its parts is \$110K to \$140K/,
      {pay: row('$100K - $120K | $40K - $80K | $110K - $140K')},
    ],
    [
      'grant-counted-whole',
      {pay: row('$100K - $120K | $80K - $160K | $180K - $280K')},
      /counts the four-year grant whole/,
      {pay: row('$100K - $120K | $80K - $160K | $120K - $160K')},
    ],
    [
      'total-against-parts',
      {pay: row('$100K - $120K | $80K - $160K | $188K - $295K')},
      /it comes near with the whole four-year grant/,
      {pay: row('$100K - $120K | $80K - $160K | $128K - $150K')},
    ],
    [
      'total-against-parts',
      {pay: row('$100K - $120K | $80K - $160K | $100K - $120K')},
      /it comes near without the grant/,
      {pay: row('$100K - $120K | $40K - $48K | $100K - $120K')},
    ],
    [
      'mixed-currencies',
      {pay: row('£100K - £120K | $40K - $80K | $140K - $180K')},
      /Boston: base in GBP; equity, total in USD/,
      {
        pay: row(
          '£100K - £120K / $127K - $152K | £40K - £80K / $51K - $102K | £110K - £140K / $140K - $178K',
        ),
      },
    ],
    ['range-upside-down', {pay: row('$120K - $100K | $40K - $80K | $110K - $140K')}, /120000 to 100000/, {}],
    [
      'anchor-outside-band',
      {strategy: plan('Open at $900K base.')},
      /opens base at \$900,000, above the band of Boston \(HQ\)/,
      {strategy: plan('Open at $190K base.')},
    ],
    [
      'accept-outside-band',
      {strategy: plan('Accept at $90K base.')},
      /accepts base at \$90,000, below/,
      {strategy: plan('Accept at $160K base.')},
    ],
    [
      'walk-away-outside-band',
      {strategy: plan('Walk away below $100K base.')},
      /walks away below base at \$100,000, below/,
      {strategy: plan('Walk away below $150K base.')},
    ],
    [
      'strategy-out-of-order',
      {strategy: plan('Accept at $160K base. Walk away below $170K base.')},
      /walks away below \$170,000, but accepts at \$160,000/,
      {
        strategy: plan(
          'Accept at $160K base with a $70K bonus. Walk away below $150K base unless the bonus exceeds $90K.',
        ),
      },
    ],
    [
      'table-may-be-base',
      {pay: PIVOT, strategy: plan('Accept-at floor: $310K total comp.')},
      /accepts \$310,000 in all, above every cell/,
      {pay: PIVOT, strategy: plan('Accept-at floor: $200K total comp.')},
    ],
    [
      'outside-first-region',
      {pay: TWO, strategy: plan('Open at $230K base.')},
      /base at \$230,000 is above the band of Boston from \$150K to \$200K, and inside that of New York/,
      {pay: TWO, strategy: plan('Open at $190K base.')},
    ],
    [
      'region-not-in-table',
      {strategy: plan('For Toronto, open at $190K base. Accept at $170K base.')},
      /puts a number to Toronto, and the table has no such region: Boston \(HQ\); London/,
      {strategy: plan('For London, open at £130K base. Accept at £110K base.')},
    ],
    [
      'no-floor',
      {strategy: plan('Open at $190K base.')},
      /does not say at what to accept/,
      {strategy: plan('Open at $190K base. Accept at $160K base.')},
    ],
    [
      'no-floor',
      {strategy: plan('Open at $190K base. Below $[floor], walk away.')},
      /speaks of a floor, and gives no number/,
      {strategy: plan('Open at $190K base. Walk away below $155K base.')},
    ],
    [
      'downtime-recomputed',
      {narrative: prose('The desk earns $2B a year. Downtime costs $4M an hour.')},
      /\$4M an hour, of \$2B a year: a year of 252 days of 390 minutes gives \$1.22M$/,
      {narrative: prose('The desk earns $2B a year. Downtime costs $1.2M an hour.')},
    ],
    [
      'downtime-recomputed',
      {
        narrative: prose(
          'An outage of 12 minutes over 30 pods, each pod averaging $300K in daily PnL, costs $150K.',
        ),
      },
      /a day of 390 minutes.* gives \$276,923; the stated sum takes a day of 720 minutes/,
      {narrative: prose('The desk moves $2B in daily notional volume. An outage of an hour costs $800K.')},
    ],
    [
      'leftover-placeholder',
      {strategy: plan('Open at $[X]K base, for I led [project]. Accept at $160K base.')},
      /the strategy leaves \$\[X\]K, \[project\] to fill in/,
      {strategy: plan('Open at $190K base [Source: pay survey]. Accept at $160K base [1].')},
    ],
    [
      'source-is-site-root',
      {sources: '**Sources**\n- [Pay 2025](https://a.example/)'},
      /1 of 1 sources linked to the front page of a site/,
      {sources: '**Sources**\n- [Pay 2025](https://a.example/pay)'},
    ],
    [
      'identical-regions',
      {pay: TWO.replace('$180K - $240K', '$150K - $200K').replace('$200K - $280K', '$170K - $230K')},
      /Boston and New York have the same figures/,
      {pay: TWO},
    ],
    [
      'percent-without-base',
      {levers: prose('')},
      /1-2%.*blended PnL participation: of what, in money\?/,
      {
        narrative: prose('Top desks keep 8% of the desk’s PnL.'),
        levers: '',
        strategy: plan('Open at $190K base.'),
      },
    ],
    [
      'percent-without-base',
      {narrative: prose('This will cut release time by 60%.')},
      /release time by 60%: from what\?/,
      {
        narrative: prose('This cut release time from 50 minutes by 60%.'),
        levers: '',
        strategy: plan('Open at $190K base.'),
      },
    ],
    [
      'loss-called-prevention',
      {
        narrative: prose(
          'If 100 pods each make $2K per minute, 99.99% uptime prevents $1.97M in annual loss.',
        ),
      },
      /is what 99.99% still loses in 252 days of 390 minutes/,
      {narrative: prose('Uptime of 99.99%, compared with 99.95%, prevents $8M in annual loss.')},
    ],
    [
      'loss-called-prevention',
      {narrative: prose('My 99.9% uptime protects $3M a year.')},
      /\$3M protected by 99.9%: against what/,
      {},
    ],
    [
      'rates-contradict',
      {},
      /\$250K in 10 minutes over 30 pods is \$833 a pod and minute, but \$90K over 40 pods is \$2,250/,
      {narrative: ''},
    ],
    [
      'offer-not-yours',
      {},
      /lever "Other Offers" speaks of offers at \$195K, \$85K/,
      {levers: '', strategy: plan('Open at $190K base.')},
    ],
    [
      'source-without-link',
      {},
      /1 of 2 sources without a link/,
      {sources: '**Sources**\n- [Pay 2025](https://a.example)'},
    ],
    [
      'source-without-year',
      {},
      /1 of 2 sources without a year/,
      {sources: '**Sources**\n- [Pay 2025](https://a.example)'},
    ],
  ];
  test.each(cases)('%s', (rule, fault, message, mended) => {
    expect(says(rule, fault).join('\n')).toMatch(message);
    expect(says(rule, mended)).toEqual([]);
  });
});

describe('a number of the strategy is held against the band only where it is of the same kind', () => {
  const silent: readonly [AuditRule, string][] = [
    ['anchor-outside-band', 'Ask for an increase of the base by $20K. Increase the base by $20K.'],
    ['anchor-outside-band', 'Open at $190K base with a retention bonus of $25K.'],
    ['accept-outside-band', 'Open at $190K base. Accept if the 4-year total comp exceeds $1.5M.'],
    ['accept-outside-band', 'Open at $190K base. My floor is $305K.'],
    ['accept-outside-band', 'Open at $190K base. My floor is $900K.'],
    ['anchor-outside-band', 'Put the grant before the salary: open at $420K over four years.'],
    ['accept-outside-band', 'Accept at $160K base and a $10K annual conference budget.'],
    ['strategy-out-of-order', 'Open at $190K base. My floor is $305K.'],
    ['strategy-out-of-order', 'Move the bonus from $60K to $90K. Accept at $160K base and $80K bonus.'],
  ];
  test.each(silent)('%s is silent on "%s"', (rule, words) =>
    expect(says(rule, {strategy: plan(words)})).toEqual([]),
  );

  describe('a floor above its opening, though whose it is was inferred', () => {
    const order = (words: string) => says('strategy-out-of-order', {pay: TWO, strategy: plan(words)});
    test('is told where the opening is all there is to pay', () => {
      expect(order('My target is $250K total comp. My floor is $262K.')).toEqual([
        'total: accepts at $262,000, but opens at $250,000',
      ]);
      expect(order('My target is $250K total comp. My floor is $240K.')).toEqual([]);
      expect(order('My target is $250K total comp. Open at $210K base. My floor is $205K.')).toEqual([]);
    });
    test('is told where it is above every opening of its kind', () => {
      const words = (floor: string, last: string) =>
        `In New York, open at $190K base. Accept-at floor: ${floor} base. For Boston, target ${last} base.`;
      expect(order(words('$199K', '$175K'))).toEqual([
        'base in New York: accepts at $199,000, but opens at $190,000',
      ]);
      expect(order(words('$199K', '$205K'))).toEqual([]);
    });
    test.each([
      'Open at $190K base. My floor is $205K.',
      'My target is $250K total comp, with a grant of $300K over four years. My floor is $280K.',
      'My target is $250K total comp. Accept nothing below $262K over four years.',
      'My target is $250K total comp; my stretch is $280K. My floor is $262K.',
      'My target is $250K total comp. If on-call is required my floor is $262K.',
      'My target is $250K total comp for L4. For L5 my floor is $262K.',
      'In New York, open at $190K base, then move to $205K. Accept-at floor: $199K base. For Boston, target $175K base.',
    ])('is none in "%s"', words => expect(order(words)).toEqual([]));
  });

  test('a grant behind two places is of neither alone', () => {
    const pay =
      '| Region | Base Salary | Stock (RSU/4yr) |\n|---|---|---|\n| New York | $180K - $220K | $80K - $120K |\n| Leeds | $120K - $160K | $30K - $60K |';
    const open = (grant: string) =>
      plan(`Open at $210K base (New York) or $150K base (Leeds) with a $${grant} RSU grant over four years.`);
    expect(says('anchor-outside-band', {pay, strategy: open('100K')})).toEqual([]);
    expect(says('anchor-outside-band', {pay, strategy: open('200K')})).toEqual([]);
  });
  test('a grant is held against grants over four years, and against no other', () => {
    const pay = (heading: string) =>
      `| Region | Base Salary | ${heading} |\n|---|---|---|\n| Boston | $150K - $200K | $80K - $120K |`;
    const strategy = plan('Open at $190K base with a $150K RSU grant over four years.');
    expect(says('anchor-outside-band', {pay: pay('Stock (RSU/4yr)'), strategy})).toHaveLength(1);
    for (const heading of ['Stock (RSU/yr)', 'Stock (RSU est.)'])
      expect(says('anchor-outside-band', {pay: pay(heading), strategy})).toEqual([]);
  });
  test('a total may have a sign-on in that the table has not', () => {
    const open = (total: string) =>
      says('anchor-outside-band', {
        pay: TWO,
        strategy: plan(`Open at a total comp of ${total}, with $200K base and a $40K signing bonus.`),
      });
    expect(open('$300K')).toEqual([]);
    expect(open('$330K')).toHaveLength(1);
  });
  test('a total may be that of a column with a premium', () => {
    const pay =
      '| Region | Base Salary | Total Comp | w/ 40% Agentic Premium |\n|---|---|---|---|\n| Boston | $150K - $200K | $170K - $230K | $238K - $322K |';
    const strategy = (total: string) => plan(`Open at a total comp of ${total}.`);
    expect(says('anchor-outside-band', {pay, strategy: strategy('$320K')})).toEqual([]);
    expect(says('anchor-outside-band', {pay, strategy: strategy('$350K')})).toHaveLength(1);
  });
  test('a region that the strategy names is the one its numbers are for', () =>
    expect(
      says('outside-first-region', {pay: TWO, strategy: plan('Open at $230K base for New York, and hold.')}),
    ).toEqual([]));
});

test('a strategy that asks for a grant by the year casts doubt on the heading', () => {
  const told = (grant: string) =>
    says('grant-counted-whole', {
      pay: row('$100K - $120K | $80K - $160K | $180K - $280K'),
      strategy: plan(`Open at $120K base and ${grant}.`),
    });
  expect(told('$90K RSU/yr')).toEqual([expect.stringMatching(/so the heading may be the mistake$/)]);
  expect(told('$90K RSUs over 4 years')).toEqual([expect.not.stringMatching(/heading/)]);
});

test('a total that counts a part told in words is not judged', () => {
  const pay = (bonus: string, total: string) =>
    `| Region | Base Salary | Stock (RSU/4yr) | Bonus | Total Comp |\n|---|---|---|---|---|\n| Boston | $150K - $200K | $40K - $80K | ${bonus} | ${total} |`;
  expect(says('total-against-parts', {pay: pay('Discretionary', '$250K - $350K')})).toEqual([]);
  expect(says('total-against-parts', {pay: pay('None', '$250K - $350K')})).toHaveLength(1);
  expect(says('total-against-parts', {pay: pay('Discretionary', '$100K - $150K')})).toHaveLength(1);
});

describe('a total below what the row pays anyway', () => {
  const pay = (grant: string, total: string, bonus = '—') =>
    `| Region | Base Salary | Stock (RSU/4yr) | Bonus | Total Comp |\n|---|---|---|---|---|\n| Leeds | £160K-£202K | ${grant} | ${bonus} | ${total} |`;
  const told = (...cells: Parameters<typeof pay>) => says('total-against-parts', {pay: pay(...cells)});
  test('is told where the base is the only sum, and a part is told in words', () => {
    expect(told('Choose Your Mix', '£152K-£192K')).toEqual([
      'Leeds: the total says £152K to £192K, less than its base alone, £160K to £202K',
    ]);
    expect(told('Choose Your Mix', '£160K-£192K')).toHaveLength(1);
    expect(told('—', '£152K-£192K')).toHaveLength(1);
  });
  test('is told within 10% of its parts', () =>
    expect(told('—', '£152K-£192K', '2-3%')).toEqual([
      'Leeds: the total says £152K to £192K, less than its base alone, £160K to £202K',
    ]));
  test('is told at one end, though the other counts what is told in words', () =>
    expect(told('£40K-£60K', '£150K-£250K', 'Discretionary')).toEqual([
      'Leeds: the total says £150K to £250K, less than its base alone, £160K to £202K',
    ]));
  test('is told beside parts that cannot be added up', () =>
    expect(told('$40K-$60K', '£152K-£192K')).toHaveLength(1));
  test('is none where the total is rounded, or above', () => {
    expect(told('Choose Your Mix', '£158K-£200K')).toEqual([]);
    expect(told('Choose Your Mix', '£190K-£262K')).toEqual([]);
    expect(told('—', '£190K-£262K')).toEqual([]);
  });
});

test('a sum that is needed to accept is a floor', () =>
  expect(says('no-floor', {strategy: plan('Open at $190K base. "I need TC at $240K+ to accept."')})).toEqual(
    [],
  ));

test('a sentence that speaks of a floor and of a sum gives one', () =>
  expect(
    says('no-floor', {strategy: plan('Open at $190K base. $170K is fair, and walk away if they haggle.')}),
  ).toEqual([]));

test('a share of a sum that the passage names has a base', () => {
  const bare = (words: string) =>
    says('percent-without-base', {
      narrative: prose(words),
      levers: '',
      strategy: plan('Open at $190K base.'),
    });
  expect(bare('I ask for 2% PnL participation.')).toHaveLength(1);
  expect(bare('The pods make $1.2B in annual PnL. I ask for 2% PnL participation.')).toEqual([]);
});

describe('a total stands out where the others of its table add up', () => {
  const table = (...totals: readonly string[]) => {
    const rows = ['Boston', 'Austin', 'Leeds'].map(
      (region, at) => `| ${region} | $150K - $200K | $40K - $80K | ${totals[at]} |`,
    );
    return `| Region | Base Salary | Stock (RSU/4yr) | Total Comp |\n|---|---|---|---|\n${rows.join('\n')}`;
  };
  const odd = (...totals: readonly string[]) => says('total-out-of-line', {pay: table(...totals)});
  test('by 5%', () =>
    expect(odd('$160K - $220K', '$168K - $231K', '$160K - $220K')).toEqual([
      'Austin: the total says $168K to $231K, a year of its parts is $160K to $220K; 2 of the other 2 totals add up',
    ]));
  test('by 2% it is rounded', () =>
    expect(odd('$160K - $220K', '$163K - $224K', '$160K - $220K')).toEqual([]));
  test('where none adds up, none stands out', () =>
    expect(odd('$169K - $231K', '$168K - $231K', '$170K - $232K')).toEqual([]));
  test('those that have the whole grant in were worked out too, and do not add up', () => {
    const austin = 'Austin: the total says $168K to $231K, a year of its parts is $160K to $220K';
    expect(odd('$190K - $280K', '$168K - $231K', '$190K - $280K')).toEqual([
      `${austin}; 2 of the other 2 totals are worked out too, with the whole grant in`,
    ]);
    expect(odd('$190K - $280K', '$168K - $231K', '$170K - $232K')).toEqual([
      `${austin}; 1 of the other 2 totals is worked out too, with the whole grant in`,
      'Leeds: the total says $170K to $232K, a year of its parts is $160K to $220K; 1 of the other 2 totals is worked out too, with the whole grant in',
    ]);
    expect(odd('$160K - $220K', '$168K - $231K', '$190K - $280K')).toEqual([
      `${austin}; 1 of the other 2 totals adds up, and 1 is worked out with the whole grant in`,
    ]);
  });
});

test('a sum is protected where its words say so', () => {
  const lost = (words: string) => says('loss-called-prevention', {narrative: prose(words)});
  expect(lost('Keeping 99.99% uptime prevents $2M in losses.')).toHaveLength(1);
  expect(lost('I prevent outages at 99.99% uptime. I ask for $240K base.')).toEqual([]);
  expect(lost('My 99.99% uptime prevents outages, so I ask for a base of $240K.')).toEqual([]);
  expect(lost('My 99.99% uptime protects $9B in annual payment volume.')).toEqual([]);
});

test('a share is told by its figures alone, in what is said of pay', () => {
  const pay = '| Region | Base Salary | Bonus |\n|---|---|---|\n| Boston | $150K - $200K | $30K - $50K |';
  const share = (words: string) =>
    says('share-against-band', {pay, narrative: '', strategy: plan(`Open at $190K base. ${words}`)});
  expect(share('If your team wins $10M, 5% of it comes to $500K.')).toHaveLength(1);
  expect(share('If your team wins $10M, 6% of it comes to $500K.')).toEqual([]);
  expect(share('I cut a bill of $10M by 5%, $500K a year.')).toEqual([]);
  expect(share('At $8B, even a 0.1% improvement is $8M.')).toEqual([]);
  expect(says('share-against-band', {pay, narrative: prose('Of $10M the team keeps 5%, $500K.')})).toEqual(
    [],
  );
});

test('pegged currencies have the rate of their peg', () => {
  const pay = (dirham: string, dollars: string) =>
    `| Region | Base Salary |\n|---|---|\n| Dubai | ${dirham} / ${dollars} |`;
  const rates = (told: string) => [
    ...says('implied-rate', {pay: told}, '2026-01-15', shippedRates()),
    ...says('impossible-rate', {pay: told}, '2026-01-15', shippedRates()),
  ];
  expect(rates(pay('AED 367,250-AED 734,500', '$100,000-$200,000'))).toEqual([]);
  expect(rates(pay('AED 367,250-AED 734,500', '$120,000-$240,000'))).toHaveLength(1);
  expect(rates(pay('SAR 375,000-SAR 750,000', '$80,000-$160,000'))).toHaveLength(1);
});

test('an ask beside the word of an offer is no offer', () => {
  const told = (words: string) =>
    says('offer-not-yours', {
      levers: `#### Global Levers\n\n1. **Grant (Value: $20K):** "${words}"`,
      strategy: plan('Open at $190K base.'),
    });
  expect(told('I would like $20K more to match competing offers.')).toEqual([]);
  expect(told('I have competing offers.')).toEqual([]);
  expect(told('I have a $260K TC offer from Foxglove.')).toHaveLength(1);
  expect(told('Foxglove has offered $260K.')).toHaveLength(1);
});

test('a sum that lies within the stated range is right', () => {
  const downtime = (range: string) =>
    says('downtime-recomputed', {
      narrative: prose(`The desk earns $2B a year. An outage of 60 minutes costs ${range}.`),
    });
  expect(downtime('$1M-$2M')).toEqual([]);
  expect(downtime('$3M-$4M')).toHaveLength(1);
});

test('a change of a sum that is named has a base', () => {
  const bare = (words: string) =>
    says('percent-without-base', {
      narrative: prose(words),
      levers: '',
      strategy: plan('Open at $190K base.'),
    });
  expect(bare('I cut a $20M budget by 15%.')).toEqual([]);
  expect(bare('I cut costs by 15% ($3M a year).')).toEqual([]);
  expect(bare('I was 15% ahead, and accelerate programs by 15% versus plan.')).toEqual([]);
  expect(bare('Recruiters may increase grants by 20%.')).toEqual([]);
  expect(bare('I cut costs by 15%, and saved $3M.')).toEqual([]);
  expect(bare('I cut costs by 15%, and lead 30 people.')).toEqual(['cut costs by 15%: from what?']);
});

test('a fiscal year in two figures is a year', () =>
  expect(says('source-without-year', {sources: '**Sources**\n- Larkspur Q3 FY26 earnings report'})).toEqual(
    [],
  ));

describe('two rows of one name', () => {
  const head = '| Region | Base Salary | Bonus | Total Comp |\n|---|---|---|---|';
  const told = (...rows: string[]) => {
    const pay = [head, ...rows.map(cells => `| Remote | ${cells} |`)].join('\n');
    return [...says('total-against-parts', {pay}), ...says('mixed-currencies', {pay})];
  };
  test('are not added up, nor mixed', () =>
    expect(told('$100K - $120K | $20K | $120K - $140K', '€80K - €90K | €10K | €90K - €100K')).toEqual([]));
  test('are each judged', () =>
    expect(told('$100K - $120K | $20K | $120K - $140K', '$150K - $160K | $20K | $250K - $260K')).toEqual([
      'Remote: the total says $250K to $260K, a year of its parts is $170K to $180K',
    ]));
});

describe('two currencies', () => {
  test('hold at a rate of the day', () => expect(says('implied-rate', {}, '2026-01-15')).toEqual([]));
  test('name the rate of the sources’ year and today’s, with their days', () => {
    expect(says('implied-rate', {}, '2026-07-01')).toEqual([
      'London (GBP/USD): the row converts at 1.271 USD for one GBP; the reference rate was 1.27 on 2025-12-31, 1.4 on 2026-06-30: 9% off by now',
    ]);
  });
  test('that were right on some day of a year that the sources name are off only by now', () => {
    const days = {'2025-02-28': {USD: 1.27, GBP: 1}, '2025-12-31': {USD: 1.35, GBP: 1}};
    expect(says('implied-rate', {}, '2026-01-15', {source: 'made up', days})).toEqual([
      'London (GBP/USD): the row converts at 1.271 USD for one GBP; the reference rate was 1.27 on 2025-02-28, 1.35 on 2025-12-31: 6% off by now',
    ]);
  });
  test('that no day has had are an error, and told once', () => {
    const pay =
      '| Region | Base Salary | Total Comp |\n|---|---|---|\n| London | £100K - £140K / $51K - $72K | £120K - £160K / $61K - $82K |';
    expect(says('impossible-rate', {pay})).toEqual([
      'London: the row converts at 0.5121 USD for one GBP; from 2025-12-31 to 2025-12-31 the reference rate was 1.27 to 1.27',
    ]);
    expect(says('implied-rate', {pay})).toEqual([]);
    expect(says('impossible-rate')).toEqual([]);
  });
  test('count monthly pay twelve times', () => {
    const row = (dollars: string) =>
      `| Region | Base Salary | Total Comp |\n|---|---|---|\n| Stockholm | SEK 50K–60K/mo / ${dollars} | SEK 60K–70K/mo / ${dollars} |`;
    const rates: Rates = {source: 'made up', days: {'2025-12-31': {USD: 1, SEK: 10}}};
    expect(says('impossible-rate', {pay: row('$60K–$72K')}, '2026-01-15', rates)).toEqual([]);
    expect(says('impossible-rate', {pay: row('$150K–$180K')}, '2026-01-15', rates)).toEqual([
      'Stockholm: the row converts at 0.25 USD for one SEK; from 2025-12-31 to 2025-12-31 the reference rate was 0.1 to 0.1',
    ]);
  });
  test('an unknown currency is not judged', () => {
    const pay =
      '| Region | Base Salary | Total Comp |\n|---|---|---|\n| Dubai | AED 500K / $1M | AED 600K / $2M |';
    expect(says('implied-rate', {pay})).toEqual([]);
  });
});

describe('age', () => {
  test('a year past its newest year a guide is stale', () => {
    expect(says('stale', {}, '2026-12-31')).toEqual([]);
    expect(says('stale', {}, '2027-01-01')).toEqual([
      'the newest year in the guide is 2025, and today is 2027-01-01',
    ]);
  });
  test('a guide without a year', () => {
    const sources = (words: string) => says('stale', {sources: `**Sources**\n- Survey${words}`});
    expect(says('stale', {sources: ''})).toEqual(['the guide names no year']);
    expect(sources(' of 2,026 people')).toHaveLength(1);
    expect(sources(' of 2026,000 answers')).toHaveLength(1);
    expect(sources(' 2026, of the Gazette')).toEqual([]);
  });
});

test('a total that holds is listed as checked', () => {
  const {guide} = readGuide('x.md', madeUp());
  expect(
    totalChecks(guide as NonNullable<typeof guide>).map(({row, verdict}) => `${row}: ${verdict}`),
  ).toEqual(['Boston (HQ): holds', 'London (GBP/USD): holds']);
});

describe('several guides together', () => {
  const table = (file: string, changes: Partial<MadeUp> = {}) => {
    const {guide} = readGuide(file, madeUp(changes));
    return guide === null ? null : payTable(guide);
  };
  const told = (...tables: readonly (PayTable | null)[]) =>
    auditMany(tables.filter(one => one !== null)).map(({rule, span}) => `${span?.file} ${rule}`);
  const foxglove = {title: '### Platform Engineer | Foxglove Global Negotiation Guide'};
  const security = {title: '### Security Engineer | Larkspur Capital Global Negotiation Guide'};

  test('a table that another company has', () =>
    expect(told(table('a.md'), table('b.md', foxglove))).toEqual([
      'a.md table-of-another-company',
      'b.md table-of-another-company',
    ]));
  test('a table that another role has', () =>
    expect(told(table('a.md'), table('b.md', security))).toEqual([
      'a.md table-of-another-role',
      'b.md table-of-another-role',
    ]));
  test('the same guide twice is no copy of another', () =>
    expect(told(table('a.md'), table('a.md'), table('backup/a.md'))).toEqual([]));
  test('one figure apart is no copy', () => {
    const pay = madeUp().replace('$150K - $200K', '$151K - $200K');
    const {guide} = readGuide('c.md', pay);
    expect(told(table('a.md'), guide === null ? null : payTable(guide))).toEqual([]);
  });
});

test('every finding has a rule of the table, a place, and a way to mend it', () => {
  const names = auditRules.map(({name}) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const text of Object.values(LAYOUTS)) {
    const {guide, findings} = readGuide('x.md', text);
    if (guide === null) throw new Error(messageOf(findings[0]));
    for (const finding of [
      ...findings,
      ...audit(guide, source('x.md', text), {
        rates: RATES,
        conventions: shippedConventions(),
        today: '2027-07-01',
      }),
    ]) {
      expect(names).toContain(finding.rule);
      expect(hintOf(finding)).toMatch(/\w{3}/);
      isPublic(finding);
      expect(finding.span?.to).toBeLessThanOrEqual(text.length);
    }
  }
});

test('docs/audit.md has a section for every rule', () => {
  const page = readFileSync(new URL('../../docs/audit.md', import.meta.url), 'utf8');
  expect([...page.matchAll(/^## (.+)$/gm)].map(([, name]) => name)).toEqual(auditRules.map(({name}) => name));
  for (const {name, severity} of auditRules) expect(page).toContain(`## ${name}\n\n*${severity}.*`);
});
