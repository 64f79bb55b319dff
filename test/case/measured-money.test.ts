import {appendFileSync, cpSync, mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {loadCase, measureFacts} from '../../src/case/index.ts';
import type {Fact} from '../../src/claims/index.ts';
import type {Quantity} from '../../src/base/index.ts';
import {
  evaluate,
  type Finding,
  formula,
  isKnown,
  jsonOf,
  matcherOf,
  namesIn,
  quote,
  say,
  seal,
  secretsIn,
  tierOf,
  valueOf,
  type WorkedFigure,
} from '../../src/figure/index.ts';
import {figureOf, numberOf, sureOf, turnsOf} from './facts.ts';
import {hintOf, messageOf} from '../findings.ts';
import {copyOf, temporary} from '../desk.ts';

/** The year of the tests, 250 sessions of the NYSE; the year before it has 252. */
const YEAR = 'from: 2025-01-01, to: 2025-12-31';
const SESSIONS = 250;

interface MadeUp {
  /** By name, what stands under measure. */
  readonly facts: Readonly<Record<string, string>>;
  /** Of the facts, as case.yaml says it; unsaid where it is absent. */
  readonly mine?: string;
  /** Of the sources. */
  readonly secrecy?: string;
  /** `router 2025-03-03 15:00 +39` in UTC and minutes. */
  readonly outages?: readonly string[];
  /** Lines of impact.yaml below its format; null for no file. */
  readonly impact?: string | null;
}

const OWN = '  - {kind: own, until: 2025-01-01}\n';
const GIVEN = 'lossGivenOutage: {low: 0.5, mode: 0.5, high: 0.5, source: a review with the desks}\n';

/** alpha makes 1,000 a day and hangs on router by half, on feed wholly; beta makes 400 and hangs on feed by a quarter. */
function folderOf({facts, mine, secrecy = 'confidential', outages, impact}: MadeUp): string {
  const folder = temporary();
  mkdirSync(join(folder, 'record'));
  cpSync('examples/millennium-devops/guide.md', join(folder, 'guide.md'));
  const told = mine === undefined ? '' : `, disclosure: ${mine}`;
  const lines = Object.entries(facts).map(
    ([name, asks]) => `  ${name}: {label: ${name}, measure: {${asks}}${told}}\n`,
  );
  writeFileSync(
    join(folder, 'case.yaml'),
    `parley: 1\nrole: DevOps Engineer\ncompany: Millennium\nregion: New York\nguides: [guide.md]\ntoday: 2026-02-02\nfacts:\n${lines.join('')}`,
  );
  writeFileSync(
    join(folder, 'record', 'record.yaml'),
    `format: 1
zone: America/New_York
covers: {from: 2024-01-01, to: 2025-12-31}
calendars: [XNYS]
systems:
  router: {pods: {alpha: 0.5}}
  feed: {pods: {alpha: 1, beta: 0.25}}
sources:
  - {name: outages, kind: table, into: intervals, files: [outages.csv], disclosure: ${secrecy}, systems: [router, feed]}
  - {name: pnl, kind: pnl, files: [pnl.csv], disclosure: ${secrecy}, currency: USD}
`,
  );
  const rows = (outages ?? ['feed 2024-03-04 15:00 +78', 'router 2025-03-03 15:00 +39']).map(text => {
    const [, system, day, hour, minutes] = /^(\S+) (\S+) (\S+) \+([\d.]+)$/.exec(text) ?? [];
    const start = Date.parse(`${day}T${hour}Z`);
    const end = new Date(start + Number(minutes) * 60_000).toISOString();
    return [system, new Date(start).toISOString(), end, 'down'].join(',');
  });
  writeFileSync(join(folder, 'record', 'outages.csv'), ['system,start,end,state', ...rows, ''].join('\n'));
  // Earnings sway by the day, so that there is something to be unsure of; their means are 1,000 and 400.
  const days = Array.from({length: 40}, (_, at) => {
    const date = new Date(Date.UTC(2025, 1, 3 + at)).toISOString().slice(0, 10);
    const sway = at % 2 === 0 ? 300 : -300;
    return `${date},alpha,${1000 + sway}\n${date},beta,${400 - sway}`;
  });
  writeFileSync(join(folder, 'record', 'pnl.csv'), ['date,pod,amount', ...days, ''].join('\n'));
  if (impact !== null)
    writeFileSync(
      join(folder, 'record', 'impact.yaml'),
      `format: 1\n${impact ?? `${GIVEN}baselines:\n${OWN}`}`,
    );
  return folder;
}

const told = (one: Finding) => `${one.severity} ${one.rule}: ${messageOf(one)} (${hintOf(one)})`;

async function factsOf(made: MadeUp): Promise<readonly Fact[]> {
  const {situation, findings} = await measureFacts(loadCase(folderOf(made), {today: '2026-02-02'}));
  if (situation === null || findings.length > 0) throw new Error(findings.map(told).join('\n'));
  return situation.facts;
}

async function factOf(asks: string, made: Omit<MadeUp, 'facts'> = {}): Promise<Fact> {
  const [fact] = await factsOf({facts: {it: asks}, ...made});
  if (fact === undefined) throw new Error('no fact');
  return fact;
}

async function why(asks: string, made: Omit<MadeUp, 'facts'> = {}): Promise<string> {
  const {situation, findings} = await measureFacts(
    loadCase(folderOf({facts: {it: asks}, ...made}), {today: '2026-02-02'}),
  );
  expect(situation?.facts ?? []).toEqual([]);
  return findings.map(told).join('\n');
}

/** All that is at risk in a day: the whole of alpha, a quarter of beta. */
const AT_RISK = 1000 + 0.25 * 400;
/** 78 of 390 minutes of feed in 252 sessions, as many as would be in 250. */
const BEFORE = (0.2 * AT_RISK * SESSIONS) / 252;
/** 39 of 390 minutes of router. */
const NOW = 0.1 * 0.5 * 1000;

describe('a sum of money', () => {
  test.each([
    [`what: atRiskPerMinute, ${YEAR}`, AT_RISK / 390, {USD: 1, minute: -1}],
    [`what: lost, ${YEAR}`, 0.5 * NOW, {USD: 1}],
    [`what: protected, against: own, ${YEAR}`, 0.5 * (BEFORE - NOW), {USD: 1}],
  ])('%s', async (asks, value, unit) => {
    const fact = await factOf(asks);
    expect(numberOf(fact)).toBeCloseTo(value, 9);
    expect(figureOf(fact).quantity.unit).toEqual(unit);
    expect(sureOf(fact).low).toBeLessThan(value);
    expect(sureOf(fact).high).toBeGreaterThan(value);
  });

  test('is the formula over its inputs, to the last digit', async () => {
    const asked = ['atRiskPerMinute', 'lost', 'yearLoss', 'yearLossShare'].map(what => [
      what,
      `what: ${what}, ${YEAR}`,
    ]);
    const against = ['protected', 'protectedShare'].map(what => [
      what,
      `what: ${what}, against: own, ${YEAR}`,
    ]);
    const facts = await factsOf({facts: Object.fromEntries([...asked, ...against]), mine: 'confidential'});
    expect(facts).toHaveLength(6);
    for (const fact of facts) {
      const {formula: text, inputs, quantity, subject} = workedOf(fact);
      expect(subject).toBe(fact.name);
      expect([...namesIn(formula(text))].toSorted()).toEqual(inputs.map(({name}) => name).toSorted());
      const result = evaluate(formula(text), inputs);
      expect([fact.name, result.unit]).toEqual([fact.name, quantity.unit]);
      expect(result.value).toBeCloseTo(numberOf(fact), 9);
    }
  });

  test('has for its inputs the pods, what they make and what of it hangs on the systems, each with its paper', async () => {
    const {inputs} = workedOf(await factOf(`what: lost, ${YEAR}`));
    expect(
      inputs.map(({name, figure}) => [
        name.replace('it_', ''),
        Number(valueOf(figure).toPrecision(6)),
        tierOf(figure),
      ]),
    ).toEqual([
      ['pods', 2, 'measured'],
      ['podPnl', 700, 'measured'],
      ['exposure', 0.785714, 'stated'],
      ['sessions', 250, 'measured'],
      ['uptime', 0.999818, 'measured'],
      ['lossGivenOutage', 0.5, 'stated'],
    ]);
    expect(inputs.at(-1)?.figure).toMatchObject({evidence: {source: 'a review with the desks'}});
  });

  test('has what impact.yaml states from where it stands there', async () => {
    const {inputs} = workedOf(await factOf(`what: lost, ${YEAR}`));
    const given = inputs.at(-1)?.figure as WorkedFigure;
    const ends = given.inputs.map(({name, figure}) => [
      name,
      valueOf(figure),
      figure.figure === 'read'
        ? `${figure.span.file}:${figure.span.line}:${figure.span.column}`
        : figure.figure,
    ]);
    expect(ends).toEqual([
      ['low', 0.5, 'record/impact.yaml:2:24'],
      ['mode', 0.5, 'record/impact.yaml:2:35'],
      ['high', 0.5, 'record/impact.yaml:2:46'],
    ]);
    const stated = 'baselines:\n  - {kind: target, uptime: 0.999, source: the agreement}\n';
    const share = await factOf(`what: protectedShare, against: target, ${YEAR}`, {impact: stated});
    expect(workedOf(share).inputs.at(-1)?.figure).toMatchObject({
      figure: 'read',
      quantity: {value: 0.999},
      span: {file: 'record/impact.yaml', line: 3, column: 28},
    });
  });

  test('is no firmer than the guess that it rests on', async () => {
    expect(tierOf((await factOf(`what: lost, ${YEAR}`)).figure)).toBe('stated');
    const silent = await factOf(`what: lost, ${YEAR}`, {impact: `baselines:\n${OWN}`});
    expect(tierOf(silent.figure)).toBe('assumed');
    expect(workedOf(silent).inputs.at(-1)?.figure).toMatchObject({figure: 'assumed'});
    expect(turnsOf(silent)).toMatch(/^loss given outage, which nobody has said,: 0% makes it \$0, 100%/);
  });

  test('says what would turn it', async () => {
    expect(turnsOf(await factOf(`what: protected, against: own, ${YEAR}`))).toMatch(
      /^a baseline of 99\.982% would leave nothing protected; most of all it moves by the baseline \(own\): /,
    );
  });

  test('of a year is the mean of the simulated ones, among their middle 95 of 100', async () => {
    const loss = await factOf(`what: yearLoss, ${YEAR}`);
    const share = await factOf(`what: yearLossShare, ${YEAR}`, {mine: 'private'});
    expect(sureOf(loss).low).toBeLessThanOrEqual(numberOf(loss));
    expect(numberOf(share) * 0.5 * AT_RISK * SESSIONS).toBeCloseTo(numberOf(loss), 6);
    expect(workedOf(share).inputs[0]?.figure).toMatchObject({figure: 'estimated', seed: 1});
    expect(share.picture).toMatchObject({kind: 'exceedance', currency: null});
  });
});

describe('a share of the PnL at risk', () => {
  test('is the difference of the uptimes, whatever an outage costs', async () => {
    const asks = `what: protectedShare, against: own, ${YEAR}`;
    const fact = await factOf(asks, {mine: 'private'});
    expect(fact.figure).toMatchObject({
      style: {share: true},
      disclosure: 'private',
      evidence: {tier: 'measured'},
    });
    expect(numberOf(fact)).toBeCloseTo((BEFORE - NOW) / (AT_RISK * SESSIONS), 12);
    const whole = await factOf(asks, {mine: 'private', impact: `baselines:\n${OWN}`});
    expect(numberOf(whole)).toBe(numberOf(fact));
    expect(sureOf(whole)).toEqual(sureOf(fact));
  });

  test('against a stated uptime is no firmer than that', async () => {
    const impact = 'baselines:\n  - {kind: target, uptime: 0.999, source: the agreement}\n';
    const fact = await factOf(`what: protectedShare, against: target, ${YEAR}`, {impact, mine: 'private'});
    expect(numberOf(fact)).toBeCloseTo(0.001 - NOW / (AT_RISK * SESSIONS), 12);
    expect(tierOf(fact.figure)).toBe('stated');
  });
});

describe('what machines cost', () => {
  /** 100 a month before July and 60 from then on, swaying by 2; those left alone cost 50, and 10% more from July on. */
  const bills = (facts: Readonly<Record<string, string>>, impact: string, mine?: string) => {
    const folder = folderOf({facts, impact, ...(mine === undefined ? {} : {mine})});
    const record = join(folder, 'record', 'record.yaml');
    appendFileSync(
      record,
      '  - {name: bills, kind: costs, files: [bills.csv], disclosure: confidential, currency: USD}\n',
    );
    const months = Array.from({length: 24}, (_, at) =>
      new Date(Date.UTC(2024, at, 1)).toISOString().slice(0, 7),
    );
    const rows = months.flatMap((month, at) => {
      const sway = at % 2 === 0 ? 1.02 : 0.98;
      const [pool, rest] = month < '2025-07' ? [100_000, 50_000] : [60_000, 55_000];
      return [`${month},pool,${pool * sway}`, `${month},rest,${rest}`];
    });
    writeFileSync(join(folder, 'record', 'bills.csv'), ['month,scope,amount', ...rows, ''].join('\n'));
    return measureFacts(loadCase(folder, {today: '2026-02-02'}));
  };
  const CHANGE = 'costs: {scopes: [pool], control: [rest], day: 2025-07-01, source: the plan}\n';

  test('is the mean of whole months, and an employer’s', async () => {
    const {situation, findings} = await bills(
      {
        before: 'what: costPerMonth, from: 2024-01-01, to: 2025-06-30',
        cut: 'what: costPerMonth, from: 2025-07-15, to: 2025-09-29',
      },
      CHANGE,
    );
    expect(findings.map(told)).toEqual([]);
    const [before, cut] = situation?.facts ?? [];
    expect(before?.figure).toMatchObject({disclosure: 'confidential', evidence: {tier: 'measured'}});
    expect(numberOf(before)).toBeCloseTo(100_000, 6);
    expect(figureOf(before).quantity.unit).toEqual({USD: 1, month: -1});
    // Only August lies wholly in these days.
    expect(numberOf(cut)).toBeCloseTo(60_000 * 0.98, 6);
  });

  test('changed by what is left over the control', async () => {
    const year = 'from: 2024-01-01, to: 2025-12-31';
    const {situation} = await bills({it: `what: costChange, ${year}`}, CHANGE, 'private');
    const [fact] = situation?.facts ?? [];
    expect(numberOf(fact)).toBeCloseTo(0.6 / 1.1 - 1, 2);
    expect(fact?.measured).toMatchObject({controlled: true, noEffect: 0});
    expect(figureOf(fact).disclosure).toBe('private');
    const alone = await bills({it: `what: costChange, ${year}`}, CHANGE.replace('control: [rest], ', ''));
    expect(alone.situation?.facts[0]?.measured).toMatchObject({controlled: false});
    expect(turnsOf(alone.situation?.facts[0])).toContain('there is no control');
  });

  test.each([
    ['costChange', GIVEN, 'impact.yaml names no change of costs'],
    ['costChange', CHANGE.replace('2025-07-01', '2024-07-01'), 'does not lie between'],
  ])('%s of %s is not told', async (what, impact, because) => {
    const {situation, findings} = await bills({it: `what: ${what}, ${YEAR}`}, impact);
    expect(situation?.facts).toEqual([]);
    expect(findings.map(told).join()).toContain(because);
  });

  test('is not told without bills', async () => {
    expect(await why(`what: costPerMonth, ${YEAR}`)).toContain('the record has no costs');
  });
});

describe('there is no figure', () => {
  test('of what was protected without a baseline', async () => {
    expect(await why(`what: protected, against: own, ${YEAR}`, {impact: GIVEN})).toContain(
      'warning not-measured: it is not measured: no baseline is given: what was protected is not a number',
    );
  });

  test.each([
    ['owm', /impact\.yaml has no baseline owm \(it needs against: own\)/],
    ['target', /impact\.yaml has 2 baselines of the kind target \(it needs against: with one, or two\)/],
  ])('against %s', async (against, expected) => {
    const impact = `baselines:\n${OWN}  - {kind: target, uptime: 0.999, source: one}\n  - {kind: target, uptime: 0.99, source: two}\n`;
    expect(await why(`what: protected, against: ${against}, ${YEAR}`, {impact})).toMatch(expected);
  });

  test('against a time before that reaches into the days asked about', async () => {
    const impact = 'baselines:\n  - {kind: own, until: 2025-06-01}\n';
    expect(await why(`what: protected, against: own, ${YEAR}`, {impact})).toContain(
      'the time before lasts beyond 2025-01-01',
    );
  });

  test('of single systems', async () => {
    expect(await why(`what: lost, systems: [feed], ${YEAR}`)).toContain('told of all your systems together');
  });

  test('of days that the record does not cover', async () => {
    expect(await why('what: lost, from: 2023-01-01, to: 2025-12-31')).toContain(
      'the record does not cover 2023-01-01 to 2025-12-31',
    );
  });

  test('of a year in which nothing was down', async () => {
    expect(await why(`what: yearLoss, ${YEAR}`, {outages: []})).toContain('no outage cost anything');
  });

  test('of a change that impact.yaml does not name', async () => {
    expect(await why(`what: deploymentChange, ${YEAR}`)).toContain('impact.yaml names no change of delivery');
  });

  test('of an edge that impact.yaml does not state', async () => {
    expect(await why(`what: earlierWorth, ${YEAR}`)).toContain('impact.yaml states no edge');
  });

  test('of money alone where a row of PnL cannot be read: uptime rests on none', async () => {
    const facts = {uptime: `what: uptime, ${YEAR}`, lost: `what: lost, ${YEAR}`};
    const folder = folderOf({facts});
    appendFileSync(join(folder, 'record', 'pnl.csv'), 'someday,alpha,5\n');
    const {situation, findings} = await measureFacts(loadCase(folder, {today: '2026-02-02'}));
    expect(situation?.facts.map(({name}) => name)).toEqual(['uptime']);
    expect(findings.map(told)).toEqual([
      expect.stringMatching(/lost is not measured: 1 row that it rests on/),
    ]);
  });

  test('and no plan where impact.yaml cannot be read; what is wrong is told without its sums', async () => {
    const impact = 'dailyPnl: {alpha: {amount: 18764321, currency: USDD, source: 18764322}}\n';
    const folder = folderOf({facts: {it: `what: lost, ${YEAR}`}, impact});
    const {situation, findings} = await measureFacts(loadCase(folder, {today: '2026-02-02'}));
    expect(situation).toBeNull();
    expect(findings.map(({span}) => span?.file)).toContain('record/impact.yaml');
    // Two things are wrong, and each is quoted where it stands: the amount, in which nothing is wrong, is not.
    expect(findings.map(told)).toEqual([
      expect.stringMatching(/USDD/),
      expect.stringMatching(/source is 18764322, expected text/),
    ]);
    expect(findings.map(told).join()).not.toContain('18764321');
  });
});

describe('who may hear it', () => {
  test.each([
    ['lost', 'private', undefined, 'confidential', 'confidential'],
    ['lost', 'confidential', undefined, 'confidential', 'confidential'],
    // A result is its reader's to tell, and what it was worked out from is not.
    ['lost', 'confidential', 'private', 'private', 'confidential'],
    ['lost', 'private', 'public', 'public', 'private'],
    ['yearLossShare', 'private', undefined, 'private', 'private'],
    ['yearLossShare', 'confidential', undefined, 'confidential', 'confidential'],
  ])('%s of %s sources, and the case says %s: %s', async (what, secrecy, mine, so, ofInputs) => {
    const fact = await factOf(`what: ${what}, ${YEAR}`, {secrecy, ...(mine === undefined ? {} : {mine})});
    const {inputs, disclosure} = workedOf(fact);
    expect(disclosure).toBe(so);
    expect(inputs.every(({figure}) => isKnown(figure) && figure.disclosure === ofInputs)).toBe(true);
  });

  test('a sum that is to be told is warned of, and a share is not', () => {
    const warned = (what: string, mine: string) =>
      loadCase(folderOf({facts: {it: `what: ${what}, ${YEAR}`}, mine}), {today: '2026-02-02'}).findings.map(
        told,
      );
    expect(warned('lost', 'private')).toEqual([
      expect.stringMatching(
        /^warning money-told: it is a sum of money from the record, and private: it will be told/,
      ),
    ]);
    expect(warned('lost', 'confidential')).toEqual([]);
    expect(warned('yearLossShare', 'private')).toEqual([]);
  });

  test('what is compared has to name its baseline', () => {
    const {findings} = loadCase(folderOf({facts: {it: `what: protectedShare, ${YEAR}`}}), {
      today: '2026-02-02',
    });
    expect(findings.map(one => `${one.rule}: ${messageOf(one)}`)).toEqual([
      'missing-key: protectedShare is measured against nothing: there is no default baseline',
    ]);
  });

  test('the calendar is everybody’s, whoever may hear the sum', async () => {
    const {inputs} = workedOf(await factOf(`what: atRiskPerMinute, ${YEAR}`));
    expect(inputs.at(-1)?.figure).toMatchObject({
      disclosure: 'public',
      evidence: {tier: 'published'},
      question: {exchanges: ['XNYS']},
    });
  });

  test('a secret sum is a secret with its inputs, in whatever digits it is written', async () => {
    const {figure} = await factOf(`what: atRiskPerMinute, ${YEAR}`);
    const rules = {
      ruledOut: matcherOf([]),
      secrets: secretsIn([figure]),
      guarded: new Map<string, ReadonlySet<number>>(),
    };
    const report = {figure, label: quoted('at risk: 2.82 a minute')};
    const {json, figures} = jsonOf(seal(report, {...rules, edition: 'call'}));
    expect(json).toEqual({figure: null, label: 'at risk: [kept back] a minute'});
    expect(figures).toEqual({'/figure': {sealed: true, tier: 'stated'}});
  });
});

const quoted = (text: string) => say`${quote(text)}`;

function workedOf(fact: Fact): WorkedFigure & {readonly quantity: Quantity} {
  const {figure} = fact;
  if (figure.figure !== 'worked' || !('value' in figure.quantity)) throw new Error('not worked out');
  return {...figure, quantity: figure.quantity};
}

describe('deploying sooner', () => {
  test('is worth what the edge comes to, is the employer’s, and no firmer than the word for it', async () => {
    const asks = 'what: earlierWorth, from: 2024-10-01, to: 2026-09-30, calendar: XNYS';
    const folder = copyOf('examples/millennium-devops', {
      'case.yaml': text =>
        text.replace(
          '\nfacts:\n',
          `\nfacts:\n  sooner: {label: what deploying sooner is worth, measure: {${asks}}}\n`,
        ),
    });
    const {situation} = await measureFacts(loadCase(folder, {today: '2026-11-22'}));
    const fact = situation?.facts.find(({name}) => name === 'sooner');
    // The medians of the lead times, 1,560 and 116 minutes, of 500 changes of $400 a day that halve in 20 days.
    expect(numberOf(fact)).toBeCloseTo(
      500 * 400 * (20 / Math.LN2) * (2 ** (-116 / 1440 / 20) - 2 ** (-1560 / 1440 / 20)),
      -3.5,
    );
    if (fact === undefined) throw new Error('no fact');
    const {inputs, disclosure} = workedOf(fact);
    expect(disclosure).toBe('confidential');
    expect(inputs.map(({figure}) => tierOf(figure))).toEqual(['stated', 'stated', 'stated']);
    expect(inputs.map(({figure}) => figure.figure)).toEqual(['read', 'read', 'estimated']);
    const product = inputs.reduce((all, {figure}) => all * valueOf(figure), 1);
    expect(product).toBeCloseTo(numberOf(fact), 6);
  });
});
