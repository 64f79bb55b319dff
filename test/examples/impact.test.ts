import {join} from 'node:path';
import {beforeAll, describe, expect, test} from 'vitest';
import {packageRoot} from '../../src/base/index.ts';
import {exchange, isFinding} from '../../src/calendar/index.ts';
import {readImpactFile, readRecordFile} from '../../src/case/index.ts';
import {impactReport, type ImpactReport, type ImpactFinding} from '../../src/impact/index.ts';
import {readRecord, recordReport} from '../../src/record/index.ts';

const FOLDER = join(packageRoot(), 'examples', 'millennium-devops', 'record');

let report: ImpactReport;
let findings: readonly ImpactFinding[];
beforeAll(async () => {
  const {plan: recordPlan} = readRecordFile(FOLDER);
  if (recordPlan === null) throw new Error('record.yaml of the example cannot be read');
  const {plan, findings: slips} = readImpactFile(recordPlan);
  if (plan === null) throw new Error(JSON.stringify(slips));
  const calendar = exchange('XNYS');
  if (isFinding(calendar)) throw new Error(calendar.message);
  const record = await readRecord(recordPlan);
  const within = {from: -Infinity, to: Infinity};
  const read = recordReport(record, recordPlan, {calendars: [calendar], target: 0.9999, within});
  const priced = impactReport(record, read, recordPlan, plan, {seed: 1, draws: 500});
  if (priced.report === null) throw new Error(JSON.stringify(priced.findings));
  ({report, findings} = {report: priced.report, findings: priced.findings});
});

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
