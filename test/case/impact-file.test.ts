import {describe, expect, test} from 'vitest';
import {readImpactFile, readRecordFile} from '../../src/case/index.ts';
import {type Finding} from '../../src/figure/index.ts';
import {hintOf, messageOf} from '../findings.ts';
import {put, temporary} from '../desk.ts';

const RECORD = `format: 1
zone: America/New_York
calendars: [XNYS]
systems:
  router: {pods: {alpha: 0.8, beta: 1}}
  legacy:
sources:
  - {name: pages, kind: pagerduty, files: [pages.json]}
`;

/** Reads an impact.yaml of `text` beside a small record.yaml. */
function read(text: string | null) {
  const folder = temporary({'pages.json': '[]', 'record.yaml': RECORD});
  if (text !== null) put(folder, 'impact.yaml', text);
  const {plan} = readRecordFile(folder);
  if (plan === null) throw new Error('the record of this test cannot be read');
  return readImpactFile(plan);
}

/** `4:11 unknown-word: what is wrong (how to mend it)`. */
function told(one: Finding): string {
  return `${one.span?.line}:${one.span?.column} ${one.rule}: ${messageOf(one)} (${hintOf(one)})`;
}

const WHOLE = `format: 1
from: 2025-10-01
currency: USD
exchange: xnys
exchanges: {beta: XLON}
dailyPnl:
  beta: {amount: 500000, currency: GBP, source: the desk's budget}
lossGivenOutage: {low: 0.2, mode: 0.5, high: 1, source: our own estimate}
weights: published
baselines:
  - {kind: own, until: 2025-10-01}
  - {kind: control, systems: [legacy]}
  - {kind: target, uptime: 0.9999, source: platform agreement}
credit: {share: 0.25, source: agreed with the team}
clauses:
  - {uptime: 0.9999, source: the offer}
  - {longest: 5, source: the offer}
`;

describe('impact.yaml', () => {
  test('becomes a plan: days in the zone of the record, exchanges by their own names', () => {
    const {plan, findings} = read(WHOLE);
    expect(findings).toEqual([]);
    expect(plan).toMatchObject({
      from: Date.UTC(2025, 9, 1, 4),
      exchange: 'XNYS',
      exchanges: {beta: 'XLON'},
      dailyPnl: {beta: {amount: {amount: 500_000, currency: 'GBP'}, source: "the desk's budget"}},
      baselines: [
        {kind: 'own', from: null, until: Date.UTC(2025, 9, 1, 4)},
        {kind: 'control', systems: ['legacy']},
        {kind: 'target', uptime: 0.9999},
      ],
      clauses: [{uptime: 0.9999}, {longest: 5}],
    });
  });

  test('need not be there: then nothing is assumed but the whole', () => {
    expect(read(null)).toMatchObject({
      findings: [],
      plan: {file: null, lossGivenOutage: null, baselines: [], weights: 'uniform'},
    });
  });

  test('says of every slip where it is and how to mend it', () => {
    const {plan, findings} = read(`format: 1
exchange: XNYZ
exchanges: {alhpa: XLON}
lossGivenOutage: {low: 0.6, mode: 0.5, high: 1, source: a guess}
weights: {parts: [0, 0], source: a guess}
baselines:
  - {kind: own, source: x}
  - {kind: control, systems: [legcay]}
  - {kind: target, uptime: 99.99, source: x}
  - {kind: own, from: 2025-03-01, until: 2025-02-01}
clauses:
  - {source: x}
tenure: 2025-01-01
`);
    expect(plan).toBeNull();
    expect(findings.map(told)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^2:11 unknown-word: unknown calendar "XNYZ"/),
        '3:13 unknown-word: alhpa depends on no system of record.yaml (did you mean alpha?)',
        '4:1 out-of-range: low 0.6, mode 0.5 and high 1 are not in order (low is the least, mode lies between, high is the most)',
        '5:18 out-of-range: every part of the session weighs 0 (give one of them weight)',
        expect.stringMatching(/^9:28 out-of-range: uptime is 99.99, expected at most 1/),
        expect.stringMatching(/^13:1 unknown-key: unknown key "tenure"/),
      ]),
    );
  });

  test('says what a baseline lacks, and what says nothing to it', () => {
    const {findings} = read(`format: 1
baselines:
  - {kind: own, source: x}
  - {kind: control, systems: [legcay]}
  - {kind: own, from: 2025-03-01, until: 2025-02-01}
clauses:
  - {source: x}
  - {uptime: 0.99, longest: 5, source: x}
`);
    expect(findings.map(told)).toEqual([
      '3:12 missing-key: until is missing (add until: a baseline of kind own needs until)',
      '3:17 unknown-key: source says nothing to a baseline of kind own (it says kind, until, from)',
      '4:31 unknown-word: legcay is not a system of record.yaml (did you mean legacy?)',
      '5:42 date-order: until 2025-02-01 is not after from 2025-03-01 (check both)',
      '7:5 missing-key: a clause says neither uptime nor longest (write uptime: 0.9999, or longest: 5, and a second entry for the other)',
      '8:5 unknown-key: a clause says both uptime and longest (write uptime: 0.9999, or longest: 5, and a second entry for the other)',
    ]);
  });

  test('shares what was protected among those who looked after systems', () => {
    const {plan, findings} = read(`format: 1
credit:
  contributors:
    - {name: me, you: true, systems: [router], source: the rota}
    - {name: the network team, systems: [router, legacy], source: the rota}
`);
    expect(findings).toEqual([]);
    expect(plan?.credit).toEqual({
      contributors: [
        {name: 'me', you: true, systems: ['router'], source: 'the rota'},
        {name: 'the network team', you: false, systems: ['router', 'legacy'], source: 'the rota'},
      ],
    });
  });

  test('takes wrong orders with a chance and a range of their own', () => {
    const stated = 'low: 1, mode: 2, high: 5, currency: EUR, source: a study';
    expect(read(`format: 1\nerrorTrade: {perYear: 0.01, ${stated}}\n`).plan?.errorTrade).toEqual({
      perYear: 0.01,
      loss: {low: 1, mode: 2, high: 5, currency: 'EUR'},
      source: 'a study',
    });
    const {findings} = read('format: 1\nerrorTrade: {low: 3, mode: 2, high: 5, currency: EUR, source: x}\n');
    expect(findings.map(told)).toEqual([expect.stringMatching(/^2:1 missing-key: perYear is missing/)]);
    const swapped =
      'format: 1\nerrorTrade: {perYear: 0.1, low: 3, mode: 2, high: 5, currency: EUR, source: x}\n';
    expect(read(swapped).findings.map(told)).toEqual([
      expect.stringMatching(/^2:1 out-of-range: low 3, mode 2 and high 5 are not in order/),
    ]);
  });

  test.each([
    ['credit: {}', '2:1 missing-key: credit says neither share nor contributors'],
    ['credit: {share: 0.5}', '2:1 missing-key: source is missing'],
    [
      'credit: {share: 0.5, source: x, contributors: [{name: me, you: true, systems: [router], source: x}]}',
      '2:1 unknown-key: credit says both share and contributors',
    ],
    [
      'credit: {contributors: [{name: me, systems: [router], source: x}]}',
      '2:10 missing-key: none of the contributors is you',
    ],
    [
      'credit: {contributors: [{name: me, you: true, systems: [router], source: x}, {name: me, you: true, systems: [router], source: x}]}',
      '2:89 repeated-id: two of the contributors are you',
      '2:85 repeated-id: me is named twice',
    ],
    [
      'credit: {contributors: [{name: nobody, you: true, systems: [ruoter], source: x}]}',
      '2:32 repeated-id: nobody is who has what is in no care',
      '2:61 unknown-word: ruoter is not a system of record.yaml',
    ],
    [
      'baselines: [{kind: control, systems: [legacy]}]\ncredit: {contributors: [{name: me, you: true, systems: [legacy], source: x}]}',
      '3:57 unknown-word: legacy is a control: what it costs is not counted',
    ],
    [
      `credit: {contributors: [{name: me, you: true, systems: [legacy], source: x}${', {name: n, systems: [legacy], source: x}'.repeat(8)}]}`,
      '2:24 out-of-range: contributors is a list, expected at most 8',
    ],
    [
      `credit: {contributors: [{name: me, you: true, systems: [legacy], source: x}${[...'bcdefgh'].map(name => `, {name: ${name}, systems: [legacy], source: x}`).join('')}]}`,
      "2:10 out-of-range: with router in nobody's care there are more than 8",
    ],
  ])('says what is wrong with %s', (text, ...expected) => {
    const {plan, findings} = read(`format: 1\n${text}\n`);
    expect(plan).toBeNull();
    expect(findings.map(told)).toEqual(
      expect.arrayContaining(expected.map(one => expect.stringContaining(one) as string)),
    );
  });

  test('asks about deployments and capacity, its day as an instant of the record', () => {
    const {plan, findings} = read(`format: 1
delivery:
  sources: [pages]
  causesRecorded: true
  change:
    day: 2026-02-07
    source: minutes of a meeting
    control: [desktop]
    edge: {amount: 10, currency: EUR, halfLife: 5, changes: 3, source: a study}
capacity: {system: router, multiple: 3}
`);
    expect(findings).toEqual([]);
    expect(plan).toMatchObject({
      delivery: {
        sources: ['pages'],
        services: [],
        commits: 'last',
        causesRecorded: true,
        change: {
          at: Date.UTC(2026, 1, 7, 5),
          services: [],
          control: ['desktop'],
          edge: {daily: {amount: 10, currency: 'EUR'}, halfLife: 5, changes: 3},
        },
      },
      capacity: {system: 'router', multiple: 3},
    });
    expect(read('format: 1\n').plan).toMatchObject({delivery: null, capacity: null});
  });

  test('says where delivery and capacity go wrong', () => {
    const {plan, findings} = read(`format: 1
delivery:
  sources: [pgaes]
  since: 2026-01-01
  change:
    day: soon
capacity: {system: ruoter, multiple: 0.5}
`);
    expect(plan).toBeNull();
    expect(findings.map(told)).toEqual([
      expect.stringMatching(/^6:10 impossible-date: day is "soon"/),
      expect.stringMatching(/^4:3 unknown-key: unknown key "since"/),
      expect.stringMatching(/^7:38 out-of-range: multiple is 0.5/),
    ]);
    const {findings: names} = read(`format: 1
delivery:
  sources: [pgaes]
  services: [desktop]
  change: {day: 2026-01-01, control: [desktop]}
capacity: {system: ruoter, multiple: 3}
`);
    expect(names.map(told)).toEqual([
      '3:13 unknown-word: pgaes is not a source of record.yaml (did you mean pages?)',
      '5:39 unknown-word: desktop is both touched by the change and its control (a control is a service that the change left alone)',
      '6:20 unknown-word: ruoter is not a system of record.yaml (did you mean router?)',
    ]);
  });

  test.each([
    ['a list', '- 1\n'],
    ['nothing', '\n'],
    ['torn YAML', 'format: 1\nbaselines: [{kind: own\n'],
    ['another version', 'format: 2\n'],
    ['deep nonsense', `format: 1\nweights: ${'{a: '.repeat(40)}1${'}'.repeat(40)}\n`],
  ])('that is %s ends in a finding, and nothing throws', (_what, text) => {
    const {plan, findings} = read(text);
    expect(plan).toBeNull();
    expect(findings.length).toBeGreaterThan(0);
  });
});
