import {join} from 'node:path';
import {beforeAll, describe, expect, test} from 'vitest';
import {packageRoot} from '../../src/base/index.ts';
import {exchange} from '../../src/calendar/index.ts';
import {readImpactFile, readRecordFile} from '../../src/case/index.ts';
import type {Estimate} from '../../src/stats/index.ts';
import {groundOf, impactFigures, impactReport, reportPictures} from '../../src/impact/index.ts';
import {type ImpactReport} from '../../src/impact/report.ts';
import {type MoneyImpact} from '../../src/impact/money.ts';
import {readRecord, recordReport} from '../../src/record/index.ts';
import {judge} from '../operations/delivery/judge.ts';
import {type Finding, isFinding} from '../../src/figure/index.ts';
import {messageOf, withTexts} from '../findings.ts';
import {printTerminal} from '../../src/page/index.ts';
import {impactDocument} from '../../src/views/index.ts';

const FOLDER = join(packageRoot(), 'examples', 'millennium-devops', 'record');

let report: ImpactReport & MoneyImpact;
let findings: readonly Finding[];
let told: Parameters<typeof impactDocument>[0];
beforeAll(async () => {
  const {plan: recordPlan} = readRecordFile(FOLDER);
  if (recordPlan === null) throw new Error('record.yaml of the example cannot be read');
  const {plan, place, findings: slips} = readImpactFile(recordPlan);
  if (plan === null) throw new Error(JSON.stringify(slips));
  const calendar = exchange('XNYS');
  if (isFinding(calendar)) throw new Error(messageOf(calendar));
  const record = await readRecord(recordPlan);
  const within = {from: -Infinity, to: Infinity};
  const read = recordReport(record, recordPlan, {calendars: [calendar], target: 0.9999, within});
  const priced = impactReport(record, read, recordPlan, plan, {seed: 1, draws: 500});
  const {report: found} = priced;
  if (found?.money == null) throw new Error(JSON.stringify(priced.findings));
  told = {
    report: impactFigures({report: found, plan, place}),
    pictures: reportPictures(record, read, recordPlan, plan, found),
    ground: groundOf({plan}),
  };
  ({report, findings} = {report: {...found, ...found.money}, findings: priced.findings});
}, 60_000);

describe('the record of the example, in money', () => {
  test('holds 85 pods over the tenure, of which some lost on an average day', () => {
    expect(report.total).toMatchObject({pods: 85, idle: 0});
    expect(findings.map(({rule}) => rule)).toEqual(['negative-pnl']);
    expect(report.period.from).toBe(Date.UTC(2025, 9, 1, 4));
  });

  test('kept a million that the year before would have lost, though chance is not ruled out', () => {
    const [before] = report.baselines;
    expect(before?.baseline.kind).toBe('own');
    expect(before?.protected.mid).toBeGreaterThan(1_000_000);
    expect(before?.protected.low).toBeLessThan(0);
    expect(before?.uptime).toBeLessThan(report.total.uptime ?? 0);
  });

  test('is not shown to be better than what others ran, nor than the agreement', () => {
    for (const {protected: shielded} of report.baselines.slice(1)) expect(shielded.low).toBeLessThan(0);
  });

  test('sums to the whole: pods, outages and total are one figure', () => {
    const sum = (of: readonly number[]) => of.reduce((all, one) => all + one, 0);
    const {lost} = report.total;
    expect(sum(report.pods.map(pod => pod.lost.mid))).toBeCloseTo(lost.mid, 3);
    expect(sum(report.outages.map(one => one.lost))).toBeCloseTo(lost.mid, 3);
    for (const [at, {protected: shielded}] of report.baselines.entries())
      expect(sum(report.pods.map(pod => pod.protected[at] ?? 0))).toBeCloseTo(shielded.mid, 3);
  });

  test('agrees with the short way to a twentieth: annual PnL x the difference of uptimes', () => {
    for (const {identity, protected: shielded, counterfactual} of report.baselines)
      expect(Math.abs(identity.product - shielded.mid)).toBeLessThan(0.05 * counterfactual);
  });
});

describe('whose doing it was in the example', () => {
  test('comes to what was protected, most of it by the candidate against the year before', () => {
    for (const {shared, protected: shielded} of report.baselines) {
      const values = shared?.credits.map(({value}) => value) ?? [];
      expect(values.reduce((sum, one) => sum + one, 0)).toBeCloseTo(shielded.mid, 3);
    }
    const {credits} =
      report.baselines[0]?.shared ?? expect.fail('impact.yaml of the example names contributors');
    expect(credits.map(({contributor, you}) => [contributor, you])).toEqual([
      ['the candidate', true],
      ['the network team', false],
      ['the desk developers', false],
    ]);
    const [candidate, network] = credits;
    expect(candidate?.value).toBeGreaterThan(0.5 * (report.baselines[0]?.protected.mid ?? Infinity));
    // Without the candidate no other has a whole system.
    expect(network?.firstIn).toBeCloseTo(0, 3);
    expect(candidate?.lastIn).toBeCloseTo(report.baselines[0]?.protected.mid ?? 0, 3);
  });
});

describe('the year ahead of the example', () => {
  test('is told from six outages, which leave the tail unresolved', () => {
    const ahead = report.year ?? expect.fail('there were outages');
    expect(ahead).toMatchObject({outages: 6, bursts: false, quarters: {of: 4, law: 'poisson'}});
    expect(ahead.fitted).toMatchObject({n: 6, exchange: 'XNYS', resolved: false});
    expect(ahead.rate.low).toBeLessThan(3);
    expect(ahead.rate.high).toBeGreaterThan(12);
    for (const {mean} of ahead.fitted?.laws ?? []) expect(mean.mid).toBeGreaterThan(0.5 * ahead.mean.mid);
  });

  test('has wrong orders beside it, and in nothing else', () => {
    const {alone, withOutages} = report.errorTrade ?? expect.fail('impact.yaml of the example states them');
    expect((withOutages?.mean.mid ?? 0) - alone.mean.mid).toBeCloseTo(report.year?.mean.mid ?? 0, 3);
  });
});

describe('how software goes out in the example', () => {
  const delivery = () => report.delivery ?? expect.fail('impact.yaml of the example asks for delivery');
  const change = () => delivery().change ?? expect.fail('and for a change');

  test('is told by the DORA figures, each with its interval', () => {
    const {frequency, leadTime, runTime, changeFailure, restore} = delivery().figures;
    expect(frequency).toMatchObject({deployments: 1772, days: 365, class: 'daily'});
    expect(rounded(leadTime?.median)).toEqual([145.2, 155.5, 166.3, 1772]);
    expect(rounded(runTime?.median)).toEqual([17.7, 18.6, 19.4, 1772]);
    expect(changeFailure).toMatchObject({failed: 3, of: 1772});
    expect(rounded(changeFailure.rate, 5)).toEqual([0.00035, 0.00169, 0.00494, 1772]);
    // Nine in ten cannot be told of ten outages: the interval says how surely it holds.
    expect(restore?.p90).toMatchObject({n: 10});
    expect(restore?.p90.level).toBeLessThan(0.65);
  });

  test('took 221 minutes before the move and 15.5 after, and the desktop that stayed did not move', () => {
    const {runTime} = change();
    expect(rounded(runTime.before)).toEqual([211.6, 221.3, 238, 472]);
    expect(rounded(runTime.after)).toEqual([14.9, 15.5, 16.4, 516]);
    if (isFinding(runTime.median)) expect.fail(messageOf(runTime.median));
    expect(rounded(runTime.median.change, 3)).toEqual([-0.931, -0.918, -0.903, 103]);
    expect(runTime.median.findings.map(({rule}) => rule)).toEqual(['no-control', 'regression-to-mean']);
    const {overControl} = runTime;
    if (overControl === null || isFinding(overControl)) expect.fail('the desktop is the control');
    expect(rounded(overControl.change, 3)).toEqual([-0.931, -0.918, -0.902, 100]);
    expect(rounded(overControl.driftBefore, 4)).toEqual([-0.0109, -0.0054, 0.0002, 68]);
  });

  test('has no control of lead time, for the desktop tells no commits', () => {
    expect(withTexts(change().leadTime.overControl)).toMatchObject({
      rule: 'few-values',
      message: '0 steps before the change and 0 after, expected 12 or more on either side',
    });
  });

  test('is worth no more than the days won, by the edge that is stated', () => {
    const {early, leadTime} = change();
    const {before, after} = leadTime;
    if (early?.worth == null || before === null || after === null) expect.fail('impact.yaml states an edge');
    const {value, atMost, currency} = early.worth;
    expect(currency).toBe('USD');
    expect(atMost).toBeCloseTo((500 * 400 * (before.mid - after.mid)) / 1440, 6);
    expect(value.mid).toBeLessThan(atMost);
    expect(value.low).toBeLessThan(value.mid);
    expect(value.level).toBeCloseTo(0.9, 12);
  });
});

describe('what the machines of the example cost', () => {
  const together = () => report.costs?.together ?? expect.fail('impact.yaml of the example asks for costs');

  test('is what the bills add up to, with the months that were paid twice apart', () => {
    const {before, after, moving} = together();
    expect(before).toMatchObject({from: '2024-10', to: '2026-01', months: 16, mean: 399_595.25});
    expect(after).toMatchObject({from: '2026-04', to: '2026-09', months: 6, mean: 303_017});
    expect(moving).toEqual({months: 2, paid: 1_070_593, above: 271_402.5});
  });

  test('fell by the 27.7% that was drawn, and not by the 35% that the guide speaks of', () => {
    const {plain, overTrend, overControl} = together();
    for (const one of [overTrend, overControl]) {
      if (one === null || isFinding(one)) throw new Error('no figure');
      expect(one.change.low).toBeLessThan(279 / 386 - 1);
      expect(one.change.high).toBeGreaterThan(279 / 386 - 1);
      expect(judge(one.change, -0.35)).toBe('refuted');
    }
    // By least squares on logs, worked out apart from the program.
    expect(plain).toMatchObject({change: {mid: expect.closeTo(-0.24166, 6)}});
    expect(overControl).toMatchObject({change: {mid: expect.closeTo(-0.274709, 6)}});
  });
});

describe('three times the volume in the example', () => {
  const capacity = () => report.capacity ?? expect.fail('impact.yaml of the example asks for capacity');

  test('was held in the tenure, in one session', () => {
    const {held, busiest, headroom} = capacity().own;
    expect(held.verdict).toBe('proven');
    expect(held.sessions.map(({date}) => date)).toEqual(['2026-05-14']);
    expect(held.findings.map(({rule}) => rule)).toEqual(['between-probes']);
    expect(busiest).toMatchObject({top: 25, of: 251, unknown: 0});
    expect(busiest.uptime).toBeCloseTo(0.99982, 5);
    expect(headroom.peak).toBeCloseTo(0.863, 3);
    expect(rounded(headroom.returnLevel, 3)).toEqual([0.565, 0.702, 1.294, 50]);
  });

  test('was not in the year before, when the router fell over', () => {
    const {before} = capacity();
    expect(before?.held.verdict).toBe('refuted');
    expect(withTexts(before?.held.findings[0])).toMatchObject({
      rule: 'was-down',
      message: '2025-04-07: down for 24.3 min',
    });
  });
});

test('a terminal shows of what needs no money no figure without its interval, or why there is none', () => {
  const clean = (words: string) => words;
  const text = printTerminal(impactDocument(told, {full: false}), {width: 100, colour: false, clean});
  const part = text
    .slice(text.indexOf(' Delivery ━'), text.indexOf(' What moves the headline ━'))
    .replace(/\[\d+\]/g, '');
  expect(part).toContain('Deployments of release-log, 2025-10-01 to 2026-09-30');
  expect(part).toContain('  run time after   15.5 min (14.9 min to 16.4 min; n 516)');
  expect(part).toContain('  over the control −91.8% (−93.1% to −90.2%; 100 weeks)');
  expect(part).toContain('  over the control no figure: 0 steps before the change and 0 after');
  expect(part).toMatch(/order-router held 3 times .* 2025-10-01 to 2026-09-30:\s+proven/);
  expect(part).toMatch(/order-router held 3 times .* 2024-10-01 to 2025-09-30:\s+refuted/);
  const lines = part.replace(/\n {15,19}(?=\S)/g, ' ').split('\n');
  const figures = lines.filter(
    one => /^ {2}(?:[a-z][^\d]{11,15}|weekly 9 in 10 {2}) [−$\d]/.test(one) && !/reached it/.test(one),
  );
  expect(figures).toHaveLength(FIGURES);
  for (const line of figures) expect(line).toMatch(/\(.* to .*; |counted, no interval/);
});

/** Lines of these sections that say a figure: five of DORA, eleven of the change, four of each period's capacity, eight of costs. */
const FIGURES = 32;

/** Low, mid, high and n of an estimate. */
function rounded(of: Estimate | null | undefined, digits = 1): readonly number[] {
  if (of == null) return [];
  return [...[of.low, of.mid, of.high].map(one => Number(one.toFixed(digits))), of.n];
}
