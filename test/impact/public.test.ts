import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {beforeAll, describe, expect, test} from 'vitest';
import {command as impact} from '../../src/cli/commands/impact.ts';
import {call, desk} from '../cli/desk.ts';
import {lasting, put, temporary} from '../desk.ts';
import {beside} from '../beside.ts';

const {path: telemetry, isThere: there} = beside(
  'telemetry',
  'a year of GitHub’s incidents costs what a second program says, and GOV.UK’s deployments are told without PnL',
);
const incidents = join(telemetry, 'github-statuses', 'incidents.jsonl');
const govuk = join(telemetry, 'govuk-deployments');

const later = lasting();

/** A case of these files, as `parley impact` tells of it: its text, its JSON, and what it said beside. */
async function told(files: Readonly<Record<string, string>>) {
  const folder = temporary({}, later);
  for (const [name, text] of Object.entries(files))
    put(folder, join('record', name), existsSync(text) ? readFileSync(text) : text);
  const run = async (json: boolean, skipBad: boolean) => {
    const {told: said, context} = desk();
    await call(impact, context, {case: folder, draws: 500, skipBad, full: false, json});
    return said;
  };
  const strict = await run(false, false);
  const text = await run(false, true);
  return {
    strict,
    text: text.out.replace(/\s+/g, ' '),
    report: JSON.parse((await run(true, true)).out),
    code: text.code,
  };
}

/**
 * The status page of GitHub as if it were of one system, and two pods that nobody has: what they earn is made up. The
 * figures were worked out a second time in Python, from the file and a list of the holidays of New York.
 */
describe.skipIf(!there)("GitHub's incidents as those of one system, 2025 against 2024", () => {
  let github: Awaited<ReturnType<typeof told>>;
  beforeAll(async () => {
    github = await told({
      'incidents.jsonl': incidents,
      'record.yaml': `
format: 1
zone: America/New_York
covers: {from: 2024-01-01, to: 2025-12-31}
calendars: [XNYS]
systems:
  github: {pods: {made-up-fast: 1, made-up-slow: 0.25}}
sources:
  - name: status-page
    kind: statuspage
    files: [incidents.jsonl]
    system: github
    disclosure: public
    states: {critical: down, major: down, minor: degraded}
`,
      'impact.yaml': `
format: 1
dailyPnl:
  made-up-fast: {amount: 500000, currency: USD, source: made up}
  made-up-slow: {amount: 200000, currency: USD, source: made up}
baselines:
  - {kind: own, until: 2025-01-01}
  - {kind: target, uptime: 0.999, source: a made-up agreement}
`,
    });
  }, 60_000);

  test('stops at the three windows that were typed wrong, until told to go on', () => {
    expect(github.strict).toMatchObject({code: 3, out: ''});
    expect(github.strict.err.match(/^incidents\.jsonl:\d+:1 error typed-wrong-time/gm)).toHaveLength(3);
    expect(github.code).toBe(0);
  });

  test('puts $1,410 a minute at risk', () => {
    expect(github.report.money.total).toMatchObject({pods: 2, daily: 700_000, annual: 175_000_000});
    // 550,000 of it hang on the system, over 390 minutes.
    expect(github.report.money.total.perMinute).toBeCloseTo(550_000 / 390, 6);
  });

  test('lost 5.487 sessions of 250, and 2.010 of 252 the year before', () => {
    const {total, baselines, outages} = github.report.money;
    expect(total.uptime).toBeCloseTo(1 - 5.487179487 / 250, 9);
    expect(total.lost.mid).toBeCloseTo(5.487179487 * 550_000, 2);
    expect(outages).toHaveLength(22);
    const [before] = baselines;
    expect(before.uptime).toBeCloseTo(1 - 2.01025641 / 252, 9);
    expect(before.counterfactual).toBeCloseTo((2.01025641 / 252) * 250 * 550_000, 1);
  });

  test('protected nothing: below zero against both, against the year before on the edge of chance', () => {
    const [before, target] = github.report.money.baselines;
    expect(before.protected.mid).toBeCloseTo(1_096_866.1 - 3_017_948.72, 1);
    expect(before.protected.high / before.protected.mid).toBeCloseTo(0, 1);
    expect(target.protected.mid).toBeCloseTo(0.001 * 250 * 550_000 - 3_017_948.72, 1);
    expect(target.protected.high).toBeLessThan(0);
  });

  test('says that tickets alone speak for it, that what is stated has no interval, and that no quarter was kept', () => {
    expect(github.text).toContain(
      'Of github the record goes by tickets: no probe watches it, and time without a ticket counts as up',
    );
    expect(github.text).toContain('(no interval: nothing in it varies)');
    expect(github.text).toContain(
      'An outage costs the whole of the PnL at risk, which is the most that it can',
    );
    expect(github.text).toContain('Kept in 0 of 4 quarters of a system.');
    expect(github.text).toContain('degraded costs nothing −$1.92M counts as down −$11.4M');
  });
});

const LONDON = 'format: 1\nzone: Europe/London\ncovers: {from: 2025-09-08, to: 2026-08-16}\nsources:\n';
const CHANGE = 'format: 1\ndelivery: {change: {day: 2026-03-09, control: [whitehall]}}\n';

describe.skipIf(!there)('the deployments of GOV.UK, without any PnL', () => {
  let tags: Awaited<ReturnType<typeof told>>;
  let releases: Awaited<ReturnType<typeof told>>;
  beforeAll(async () => {
    tags = await told({
      'image_tag_updates.csv': join(govuk, 'image_tag_updates.csv'),
      'record.yaml': `${LONDON}
  - name: tags
    kind: table
    into: deployments
    files: [image_tag_updates.csv]
    disclosure: public
    environments: [production]
    columns: {startedAt: committed_at, service: app, version: image_tag}
    result: success
`,
      'impact.yaml': CHANGE,
    });
    releases = await told({
      'releases.csv': firstReleases(),
      'record.yaml': `${LONDON}
  - name: releases
    kind: table
    into: deployments
    files: [releases.csv]
    disclosure: public
    environment: production
    columns: {committedAt: committed, startedAt: integration, finishedAt: production}
    result: success
`,
      'impact.yaml': CHANGE,
    });
  }, 120_000);

  test('have a frequency as they stand, and for the rest a reason', () => {
    const {money, unpriced, delivery} = tags.report;
    expect({money, unpriced}).toEqual({money: null, unpriced: 'no PnL is known of any pod'});
    expect(delivery.figures.frequency).toMatchObject({deployments: 8048, days: 343, class: 'daily'});
    expect(tags.text).toContain('run time not known on either side: no deployment tells its times');
    expect(tags.text).toContain('no-declared-cause: change-failure rate: none of 8,048 deployments says');
  });

  test('take 9.3 minutes from integration to production, and 15.4 from the commit where it is told', () => {
    const {runTime, leadTime, changeFailure, restore} = releases.report.delivery.figures;
    expect(runTime.median).toMatchObject({mid: expect.closeTo(9.283333, 6), n: 7977});
    expect(leadTime).toMatchObject({median: {mid: expect.closeTo(15.366667, 6), n: 397}, unknown: 7580});
    expect({rate: changeFailure.rate, restore}).toEqual({rate: null, restore: null});
    expect(releases.text).toContain('All deployments but those of whitehall, 2025-09-08 to 2026-08-16');
    expect(releases.text).toContain('no commit told by 7,580 deployments more');
  });

  test('stop at the releases that reached production first, until told to go on', () => {
    expect(releases.strict).toMatchObject({code: 3, out: ''});
    expect(releases.strict.err).toContain('error ends-before-start');
  });

  test('fell by a fifth in March 2026, of which the control leaves nothing that can be told', () => {
    const {before, after, median, p90, overControl} = releases.report.delivery.change.runTime;
    expect([before.mid, before.n, after.mid, after.n]).toEqual([
      expect.closeTo(10.666667, 6),
      3971,
      8.25,
      4006,
    ]);
    expect(median.change.mid).toBeCloseTo(-0.194274456, 8);
    expect(median.change.high).toBeLessThan(0);
    expect(overControl.change.mid).toBeCloseTo(-0.036966929, 8);
    expect(overControl.change.low).toBeLessThan(0);
    expect(overControl.change.high).toBeGreaterThan(0);
    const rules = (of: {findings: readonly {rule: string; severity: string}[]}) =>
      of.findings.filter(({severity}) => severity === 'warning').map(({rule}) => rule);
    expect(rules(median)).toEqual(['date-from-data']);
    expect(rules(p90)).toEqual(['no-change-shown', 'date-from-data', 'regression-to-mean']);
    expect(rules(overControl)).toEqual(['no-change-shown', 'date-from-data']);
  });

  test('say of every doubt which figure it is of', () => {
    expect(releases.text).toContain('Before and after 2026-03-09 Nobody says what was done;');
    expect(releases.text).toMatch(/no-change-shown: over the control: from -10\.\d% to 3\.8%/);
    expect(releases.text).toMatch(
      /regression-to-mean: weekly 9 in 10: the last 7 steps before the change lay 56\.4% above/,
    );
  });
});

/** Every tag from when it first reached integration to when it first reached production, with its commit where one is told. */
function firstReleases(): string {
  const rows = (name: string) =>
    readFileSync(join(govuk, name), 'utf8')
      .trimEnd()
      .split('\n')
      .slice(1)
      .map(row => row.trimEnd().split(','));
  const first = {integration: new Map<string, string>(), production: new Map<string, string>()};
  for (const [at = '', app, tag, environment = ''] of rows('image_tag_updates.csv')) {
    if (environment !== 'integration' && environment !== 'production') continue;
    const key = `${app},${tag}`;
    const known = first[environment].get(key);
    if (known === undefined || Date.parse(at) < Date.parse(known)) first[environment].set(key, at);
  }
  const commits = new Map(rows('search_api_tags.csv').map(([app, tag, , at]) => [`${app},${tag}`, at]));
  const found = [...first.production].flatMap(([key, production]) => {
    const integration = first.integration.get(key);
    return integration === undefined ? [] : [`${key},${commits.get(key) ?? ''},${integration},${production}`];
  });
  return `service,version,committed,integration,production\n${found.join('\n')}\n`;
}
