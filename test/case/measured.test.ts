import {cpSync, mkdirSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {loadCase, measureFacts} from '../../src/case/index.ts';
import type {Fact} from '../../src/claims/index.ts';
import {figuresOf, type Finding, isKnown, jsonOf, matcherOf, seal} from '../../src/figure/index.ts';
import {figureOf, numberOf, sureOf, turnsOf} from './facts.ts';
import {hintOf, messageOf} from '../findings.ts';
import {temporary} from '../desk.ts';

/** The year of the tests: 250 sessions of the NYSE, 96,960 open minutes. */
const YEAR = 'from: 2025-01-01, to: 2025-12-31, calendar: XNYS';
const OPEN = 96_960;

interface MadeUp {
  /** By name, what stands under measure; `{YEAR}` is the year. */
  readonly facts: Readonly<Record<string, string>>;
  /** `router 2025-03-03 15:00 +15` in UTC and minutes; another state than down after them. */
  readonly outages?: readonly string[];
  /** `2025-03-03 15:00 +15` for each deployment, and after that the incident it caused. */
  readonly deployments?: readonly string[];
  readonly covers?: string;
  readonly disclosure?: string;
  /** Of the facts, as case.yaml says it; unsaid where it is absent. */
  readonly mine?: string;
  /** Lines added to record.yaml, under sources. */
  readonly more?: string;
}

const SYSTEMS = ['router', 'feed'];

function folderOf(made: MadeUp): string {
  const folder = temporary();
  mkdirSync(join(folder, 'record'));
  cpSync('examples/millennium-devops/guide.md', join(folder, 'guide.md'));
  const mine = made.mine === undefined ? '' : `, disclosure: ${made.mine}`;
  const facts = Object.entries(made.facts).map(
    ([name, asks]) => `  ${name}: {label: ${name}, measure: {${asks}}${mine}}\n`,
  );
  writeFileSync(
    join(folder, 'case.yaml'),
    `parley: 1\nrole: DevOps Engineer\ncompany: Millennium\nregion: New York\nguides: [guide.md]\ntoday: 2026-02-02\nfacts:\n${facts.join('')}`,
  );
  const secrecy = made.disclosure ?? 'confidential';
  writeFileSync(
    join(folder, 'record', 'record.yaml'),
    `format: 1
zone: UTC
covers: ${made.covers ?? '{from: 2024-12-30, to: 2026-01-02}'}
calendars: [XNYS]
systems: {router: , feed: }
sources:
  - {name: outages, kind: table, into: intervals, files: [outages.csv], disclosure: ${secrecy}, systems: [router, feed]}
  - {name: releases, kind: table, into: deployments, files: [releases.csv], disclosure: ${secrecy}, columns: {service: service, startedAt: began, finishedAt: ended, result: result, caused: caused}}
${made.more ?? ''}`,
  );
  const rows = (made.outages ?? []).map(text => {
    const [, system, day, hour, minutes, state = 'down'] =
      /^(\S+) (\S+) (\S+) \+([\d.]+)(?: (\w+))?$/.exec(text) ?? [];
    return [system, ...stretch(`${day}T${hour}Z`, minutes), state].join(',');
  });
  writeFileSync(join(folder, 'record', 'outages.csv'), ['system,start,end,state', ...rows, ''].join('\n'));
  const releases = (made.deployments ?? []).map(text => {
    const [, day, hour, minutes, caused = ''] = /^(\S+) (\S+) \+([\d.]+)(?: (\S+))?$/.exec(text) ?? [];
    return ['strategies', ...stretch(`${day}T${hour}Z`, minutes), 'success', caused].join(',');
  });
  writeFileSync(
    join(folder, 'record', 'releases.csv'),
    ['service,began,ended,result,caused', ...releases, ''].join('\n'),
  );
  return folder;
}

function stretch(start: string, minutes: string | undefined): readonly [string, string] {
  const end = Date.parse(start) + Number(minutes) * 60_000;
  return [new Date(start).toISOString(), new Date(end).toISOString()];
}

async function measured(made: MadeUp) {
  const loaded = loadCase(folderOf(made), {today: '2026-02-02'});
  expect(loaded.findings).toEqual([]);
  return measureFacts(loaded);
}

async function factOf(made: MadeUp): Promise<Fact> {
  const {situation, findings} = await measured(made);
  const [fact] = situation?.facts ?? [];
  if (fact === undefined) throw new Error(findings.map(told).join('\n'));
  return fact;
}

async function why(made: MadeUp): Promise<string> {
  const {situation, findings} = await measured(made);
  expect(situation?.facts).toEqual([]);
  return findings.map(told).join('\n');
}

const told = (one: Finding) => `${one.severity} ${one.rule}: ${messageOf(one)} (${hintOf(one)})`;
const minutesDown = (fact: Fact) => (1 - numberOf(fact)) * OPEN;

describe('uptime', () => {
  const facts = {uptime: `what: uptime, ${YEAR}`};

  test('counts the open minutes alone: half an hour before the opening and a quarter of one after it', async () => {
    // The NYSE opens at 14:30 UTC in winter.
    const fact = await factOf({facts, outages: ['router 2025-03-03 14:00 +45']});
    expect(minutesDown(fact)).toBeCloseTo(15, 6);
    expect(fact.figure).toMatchObject({style: {share: true}, evidence: {tier: 'measured'}});
  });

  test('of systems that are all needed counts a minute once, however many are down', async () => {
    const outages = ['router 2025-03-03 15:00 +20', 'feed 2025-03-03 15:10 +20'];
    expect(minutesDown(await factOf({facts, outages}))).toBeCloseTo(30, 6);
    const mean = {uptime: `what: uptime, together: mean, ${YEAR}`};
    expect(minutesDown(await factOf({facts: mean, outages}))).toBeCloseTo(20, 6);
  });

  test('is of the named systems alone', async () => {
    const outages = ['router 2025-03-03 15:00 +20', 'feed 2025-04-03 15:10 +20'];
    const feed = {uptime: `what: uptime, systems: [feed], ${YEAR}`};
    expect(minutesDown(await factOf({facts: feed, outages}))).toBeCloseTo(20, 6);
  });

  test('says how sure it is, and what would turn it', async () => {
    const fact = await factOf({facts, outages: ['router 2025-03-03 15:00 +20']});
    expect(turnsOf(fact)).toBe('one more outage as long as the longest, 20 minutes, would make it 99.959%');
    expect(sureOf(fact).low).toBeLessThan(numberOf(fact));
    expect(sureOf(fact).high).toBeGreaterThan(numberOf(fact));
  });

  test('without an outage is whole, and not certain', async () => {
    const fact = await factOf({facts});
    expect(numberOf(fact)).toBe(1);
    expect(sureOf(fact).low).toBeLessThan(1);
    expect(turnsOf(fact)).toContain('a single minute of outage');
  });

  test('degraded is not down', async () => {
    expect(minutesDown(await factOf({facts, outages: ['router 2025-03-03 15:00 +20 degraded']}))).toBe(0);
  });

  test('is the same share whatever outages are cut into', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({min: 1, max: 60}), {minLength: 1, maxLength: 5}),
        async lengths => {
          let from = 0;
          const parts = lengths.map(minutes => {
            const at = new Date(Date.parse('2025-03-03T15:00Z') + from * 60_000).toISOString();
            from += minutes;
            return `router ${at.slice(0, 10)} ${at.slice(11, 16)} +${minutes}`;
          });
          const total = lengths.reduce((sum, one) => sum + one, 0);
          expect(minutesDown(await factOf({facts, outages: parts}))).toBeCloseTo(total, 6);
        },
      ),
      {numRuns: 8},
    );
  });
});

describe('what the record cannot show is no fact', () => {
  test('days that it does not cover', async () => {
    const facts = {uptime: `what: uptime, ${YEAR}`};
    expect(await why({facts, covers: '{from: 2025-02-01, to: 2026-01-02}'})).toBe(
      'warning not-measured: uptime is not measured: the record does not cover 2025-01-01 to 2025-12-31 (it needs days from 2025-02-01 to 2025-12-31)',
    );
  });

  test('too much that is unknown', async () => {
    const facts = {uptime: `what: uptime, systems: [feed], ${YEAR}`};
    const outages = ['feed 2025-01-01 00:00 +260000 up', 'feed 2025-08-15 00:00 +360000 up'];
    expect(await why({facts, outages})).toMatch(/nothing is known of \d+(?:\.\d+)?% of the open minutes/);
  });

  test('a system that it does not have', async () => {
    const facts = {uptime: `what: uptime, systems: [ruter], ${YEAR}`};
    expect(await why({facts})).toContain('the record has no system ruter');
  });

  test('a source that it does not have', async () => {
    const facts = {time: `what: deploymentTime, sources: [relases], ${YEAR}`};
    expect(await why({facts})).toContain('record.yaml has no source relases (did you mean releases?)');
  });

  test('deployments that say no cause', async () => {
    const facts = {failures: `what: changeFailureRate, ${YEAR}`};
    expect(await why({facts, deployments: ['2025-03-03 10:00 +15']})).toContain(
      'no deployment says which incident it caused',
    );
  });

  test.each([
    [1, /leaves 5 minutes down, and the probes look every 5 \(it needs probes finer than 5 minutes\)/],
    [6, /^$/],
  ])('an outage that %i looks of five minutes found', async (failed, expected) => {
    const open = Date.parse('2025-03-04T14:00Z');
    const rows = Array.from({length: 96}, (_, at) => {
      const time = new Date(open + at * 300_000).toISOString();
      return `feed,${time},${at >= 20 && at < 20 + failed ? 0 : 1}`;
    });
    const folder = folderOf({
      facts: {uptime: 'what: uptime, systems: [feed], from: 2025-03-04, to: 2025-03-04, calendar: XNYS'},
      more: '  - {name: looks, kind: probes, files: [looks.csv], disclosure: private, every: 5m, columns: {ok: up}}\n',
    });
    writeFileSync(join(folder, 'record', 'looks.csv'), ['system,at,up', ...rows, ''].join('\n'));
    const {findings} = await measureFacts(loadCase(folder, {today: '2026-02-02'}));
    expect(findings.map(told).join()).toMatch(expected);
  });

  test('a row that cannot be read', async () => {
    const folder = folderOf({facts: {uptime: `what: uptime, ${YEAR}`}});
    writeFileSync(join(folder, 'record', 'outages.csv'), 'system,start,end,state\nrouter,someday,,down\n');
    const {findings} = await measureFacts(loadCase(folder, {today: '2026-02-02'}));
    expect(findings.map(told)).toEqual([
      'warning not-measured: uptime is not measured: 1 row that it rests on cannot be read (parley record tells which: mend them first)',
    ]);
  });

  test('without a record there is no plan at all', async () => {
    const folder = folderOf({facts: {uptime: `what: uptime, ${YEAR}`}});
    rmSync(join(folder, 'record'), {recursive: true});
    const {situation, findings} = await measureFacts(loadCase(folder, {today: '2026-02-02'}));
    expect(situation).toBeNull();
    expect(findings.some(({severity}) => severity === 'error')).toBe(true);
  });
});

describe('quarters', () => {
  const facts = {quiet: `what: quietQuarters, ${YEAR}`, all: `what: quartersWatched, ${YEAR}`};
  const count = async (outages: readonly string[]) =>
    (await measured({facts, outages})).situation?.facts.map(numberOf);

  test('are loud by one incident of over five minutes, and not by two of four', async () => {
    expect(await count(['router 2025-02-03 15:00 +6'])).toEqual([3, 4]);
    expect(await count(['router 2025-02-03 15:00 +4', 'router 2025-02-04 15:00 +4'])).toEqual([4, 4]);
    expect(await count(['router 2025-02-03 15:00 +6 degraded'])).toEqual([3, 4]);
    expect(await count(['router 2025-02-03 15:00 +3', 'router 2025-02-03 15:03 +3 degraded'])).toEqual([
      3, 4,
    ]);
  });

  test('stay quiet by what happened outside of sessions', async () => {
    expect(await count(['router 2025-02-01 15:00 +600', 'router 2025-05-05 04:00 +500'])).toEqual([4, 4]);
  });

  test('are not counted where they are cut', async () => {
    const cut = {quiet: 'what: quietQuarters, from: 2025-02-01, to: 2025-12-31, calendar: XNYS'};
    expect(numberOf(await factOf({facts: cut}))).toBe(3);
  });

  test('have a longest incident, so many a year, and half of them so long', async () => {
    const outages = [
      'router 2025-02-03 15:00 +6',
      'feed 2025-05-05 15:00 +3',
      'router 2025-08-05 15:00 +20 degraded',
    ];
    const asked = {
      longest: `what: longestIncident, ${YEAR}`,
      rate: `what: incidentsPerYear, ${YEAR}`,
      half: `what: medianIncident, ${YEAR}`,
    };
    const found = (await measured({facts: asked, outages})).situation?.facts.map(numberOf) ?? [];
    expect(found[0]).toBe(20);
    expect(found[1]).toBeCloseTo((3 * 365.25) / 365, 1);
    expect(found[2]).toBe(6);
  });

  test('are judged by the length that is asked about', async () => {
    const long = {quiet: `what: quietQuarters, longerThan: 1h, ${YEAR}`};
    expect(numberOf(await factOf({facts: long, outages: ['router 2025-02-03 15:00 +59']}))).toBe(4);
  });

  test('three of four leave much open, and say what would have made it two', async () => {
    const fact = await factOf({
      facts: {quiet: facts.quiet},
      outages: ['router 2025-02-03 15:00 +6', 'feed 2025-05-05 15:00 +3'],
    });
    const {low, high} = sureOf(fact);
    expect([low, high].map(end => Math.round(100 * end) / 100)).toEqual([0.78, 3.97]);
    expect(turnsOf(fact)).toBe(
      'the longest incident of its quiet quarters took 3 minutes: 2 more would leave 2 quiet',
    );
  });
});

describe('deployments', () => {
  const deployments = Array.from({length: 9}, (_, at) => `2025-03-0${at + 1} 10:00 +${10 + at}`);

  test('take their median time, or that of nine in ten', async () => {
    const median = await factOf({facts: {time: `what: deploymentTime, ${YEAR}`}, deployments});
    expect(figureOf(median).quantity).toEqual({value: 14, unit: {minute: 1}});
    const slow = await factOf({facts: {time: `what: deploymentTime, at: p90, ${YEAR}`}, deployments});
    expect(numberOf(slow)).toBeGreaterThan(16);
    expect(turnsOf(median)).toMatch(/nine in ten/);
  });

  test('fail as often as they are declared to', async () => {
    const fact = await factOf({
      facts: {failures: `what: changeFailureRate, ${YEAR}`},
      deployments: [...deployments, '2025-04-01 10:00 +15 INC-1'],
    });
    expect(numberOf(fact)).toBeCloseTo(0.1, 9);
  });

  test('of another period are not counted', async () => {
    const facts = {time: 'what: deploymentTime, from: 2025-03-05, to: 2025-03-05'};
    expect(numberOf(await factOf({facts, deployments}))).toBe(14);
    expect(
      await why({facts: {time: 'what: leadTime, from: 2025-03-05, to: 2025-03-05'}, deployments}),
    ).toContain('tells the time of its commit');
  });
});

describe('what a system carried', () => {
  const YEAR_OF_ROUTER = `systems: [router], ${YEAR}`;
  /** Samples of every fifth day of March at noon in New York: 100 messages a second, and once what `busiest` says. */
  const carried = (
    facts: Readonly<Record<string, string>>,
    busiest: number,
    outages: readonly string[] = [],
  ) => {
    const folder = folderOf({
      facts,
      outages: [...outages, 'router 2025-01-01 00:00 +520000 up'],
      more: '  - {name: carried, kind: load, files: [load.csv], disclosure: confidential}\n  - {name: looks, kind: probes, files: [looks.csv], disclosure: confidential, system: router, every: 60s}\n',
    });
    const days = ['03', '10', '17', '24', '31'];
    const rows = days.map(day => `router,2025-03-${day}T16:00:00Z,${day === '24' ? busiest : 100},500`);
    writeFileSync(join(folder, 'record', 'load.csv'), ['system,at,load,capacity', ...rows, ''].join('\n'));
    const opening = Date.parse('2025-03-24T13:30Z');
    const looks = Array.from({length: 391}, (_, at) => `${new Date(opening + at * 60_000).toISOString()},1`);
    writeFileSync(join(folder, 'record', 'looks.csv'), ['at,ok', ...looks, ''].join('\n'));
    return measureFacts(loadCase(folder, {today: '2026-02-02'}));
  };
  const valueOf = async (facts: Readonly<Record<string, string>>, busiest: number) => {
    const {situation, findings} = await carried(facts, busiest);
    expect(findings.map(told)).toEqual([]);
    return numberOf(situation?.facts[0]);
  };

  test('is a multiple of the median session, and a share of what it could carry', async () => {
    expect(await valueOf({held: `what: heldVolume, ${YEAR_OF_ROUTER}`}, 310)).toBeCloseTo(3.1, 9);
    expect(await valueOf({peak: `what: peakLoadShare, ${YEAR_OF_ROUTER}`}, 310)).toBeCloseTo(0.62, 9);
  });

  test('was not held where the system was down in the busiest session', async () => {
    const facts = {held: `what: heldVolume, ${YEAR_OF_ROUTER}`};
    const {situation, findings} = await carried(facts, 310, ['router 2025-03-24 16:00 +5']);
    expect(situation?.facts).toEqual([]);
    expect(findings.map(told).join()).toContain('2025-03-24, is refuted: 2025-03-24: down for 5.0 min');
  });

  test('is asked of one system', async () => {
    expect(await why({facts: {held: `what: heldVolume, ${YEAR}`}})).toContain(
      'it is asked of 2 systems at once (it needs one system)',
    );
  });
});

describe('who may hear what was measured', () => {
  const facts = {uptime: `what: uptime, ${YEAR}`};

  test.each([
    ['confidential', undefined, 'confidential', false],
    ['confidential', 'private', 'private', false],
    ['confidential', 'public', 'private', false],
    ['confidential', 'confidential', 'confidential', false],
    ['private', undefined, 'private', true],
    ['public', undefined, 'public', true],
    ['public', 'confidential', 'confidential', true],
  ])('from %s sources, and the case says %s: %s', async (disclosure, mine, so, papers) => {
    const fact = await factOf({facts, disclosure, ...(mine === undefined ? {} : {mine})});
    expect(figureOf(fact).disclosure).toBe(so);
    expect(fact.measured?.papers).toBe(papers);
  });

  test('the evidence names neither a system nor a source', async () => {
    const {evidence} = figureOf(await factOf({facts, outages: ['router 2025-03-03 15:00 +20']}));
    expect(evidence.source).toBe('record/record.yaml: 2 systems, XNYS sessions, 2025-01-01 to 2025-12-31');
    expect(evidence.source).not.toMatch(new RegExp([...SYSTEMS, 'outages'].join('|')));
  });
});

describe('every figure of what was measured', () => {
  const facts = {uptime: `what: uptime, systems: [router, feed], ${YEAR}`};
  const outages = ['router 2025-03-03 15:00 +20'];

  test('says what was asked, over which days, and is of what the case asks for', async () => {
    const fact = await factOf({facts, outages, disclosure: 'private'});
    expect(fact.figure).toMatchObject({
      figure: 'measured',
      subject: 'uptime',
      question: {what: 'uptime', from: '2025-01-01', calendar: 'XNYS', systems: SYSTEMS},
      period: {from: '2025-01-01', to: '2025-12-31'},
      sources: ['outages'],
    });
  });

  test('in what would turn it is as firm and as secret as the fact', async () => {
    const fact = await factOf({facts, outages, disclosure: 'confidential', mine: 'private'});
    const {evidence, disclosure} = figureOf(fact);
    const inside = fact.measured?.turns == null ? [] : figuresOf(fact.measured.turns).filter(isKnown);
    expect(inside.map(one => [one.figure, one.evidence, one.disclosure])).toEqual([
      ['measured', evidence, disclosure],
      ['measured', evidence, disclosure],
    ]);
  });

  test('names an employer’s systems at the desk alone', async () => {
    const {figure} = await factOf({facts, outages, disclosure: 'confidential', mine: 'private'});
    const rules = {ruledOut: matcherOf([]), secrets: [], guarded: new Map<string, ReadonlySet<number>>()};
    expect(jsonOf({figure: seal(figure, {...rules, edition: 'desk'})}).figures['/figure']).toMatchObject({
      source: {question: {names: {systems: SYSTEMS}}},
    });
    const seen = jsonOf({figure: seal(figure, {...rules, edition: 'call'})}).figures['/figure'];
    expect(seen).toMatchObject({source: {question: {what: 'uptime'}}});
    expect(JSON.stringify(seen)).not.toMatch(new RegExp(SYSTEMS.join('|')));
  });
});

describe('a measure that is written wrong', () => {
  const problems = (asks: string) =>
    loadCase(folderOf({facts: {uptime: asks}}), {today: '2026-02-02'}).findings.map(
      one => `${one.rule}: ${messageOf(one)}`,
    );

  test.each([
    [`what: uptme, ${YEAR}`, /^unknown-word: what is "uptme", expected uptime/],
    ['what: uptime, from: 2025-01-01', /^missing-key: to is missing/],
    [
      'what: uptime, from: 2025-02-01, to: 2025-01-01',
      /^date-order: to 2025-01-01 is before from 2025-02-01/,
    ],
    [`what: quietQuarters, longerThan: 5, ${YEAR}`, /longerThan/],
    [`what: uptime, system: [router], ${YEAR}`, /^unknown-key: unknown key "system"/],
  ])('%s', (asks, expected) => {
    expect(problems(asks).join('\n')).toMatch(expected);
  });
});
