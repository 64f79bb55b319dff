import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {beforeEach, describe, expect, test} from 'vitest';
import {command as impact} from '../../src/cli/commands/impact.ts';
import {call, desk} from './desk.ts';
import {temporary} from '../desk.ts';

let folder = '';
beforeEach(() => {
  folder = temporary();
  mkdirSync(join(folder, 'record'));
  put('record/record.yaml', RECORD);
  put('record/outages.csv', 'system,start,end\nplatform,2025-03-03T15:00Z,2025-03-03T15:15Z\n');
  put('record/pnl.csv', `date,pod,amount\n${PODS.map(pod => `2025-03-03,${pod},500000\n`).join('')}`);
});

function put(name: string, text: string): void {
  writeFileSync(join(folder, name), text);
}

async function told(flags: Record<string, unknown> = {}) {
  const {told: said, context} = desk();
  await call(impact, context, {case: folder, draws: 200, skipBad: false, full: false, json: false, ...flags});
  return said;
}

/** What is said in one line, without the marks of notes. */
function flat(out: string): string {
  return out.replace(/\[\d+\]/g, '').replace(/\s+/g, ' ');
}

const PODS = Array.from({length: 50}, (_, at) => `pod-${at + 1}`);

const RECORD = `
format: 1
zone: UTC
covers: {from: 2025-01-01, to: 2025-12-31}
calendars: [XNYS]
systems:
  platform: {pods: {${PODS.map(pod => `${pod}: 1`).join(', ')}}}
sources:
  - {name: outages, kind: table, into: intervals, files: [outages.csv], state: down}
  - {name: money, kind: pnl, files: [pnl.csv], currency: USD}
`;

const AGREED = `
format: 1
baselines:
  - {kind: target, uptime: 0.9999, source: the agreement}
clauses:
  - {longest: 5, source: the offer}
`;

const SHARED = `${AGREED}credit:
  contributors:
    - {name: me, you: true, systems: [platform], source: the rota}
    - {name: the network team, systems: [platform], source: the rota}
errorTrade: {perYear: 0.01, low: 1e5, mode: 1e6, high: 1e7, currency: USD, source: a guess}
`;

describe('parley impact', () => {
  test('says whose figures these are before it says any', async () => {
    const {out, code} = await told();
    expect(code).toBe(0);
    expect(flat(out)).toMatch(/^What the record is worth for your desk only: an employer’s figures and /);
    expect(JSON.parse((await told({json: true})).out)).toMatchObject({
      notice: "for your eyes: contains your employer's figures",
      disclosure: 'confidential',
    });
  });

  test('tells fifty desks what a quarter of an hour cost them', async () => {
    const {out, err} = await told();
    expect(err).toContain(
      'few-days: the PnL of pod-1, pod-2, pod-3, pod-4, pod-5 and 45 more is known for one day',
    );
    expect(out).toMatch(/^ {2}lost +\$962K \(no interval: nothing in it varies\)$/m);
    expect(out).toMatch(/^platform +2025-03-03T15:00Z +2025-03-03T15:15Z +50 +\$962K$/m);
    const {money} = JSON.parse((await told({json: true})).out) as {
      money: {total: {lost: {mid: number}}};
    };
    expect(money.total.lost.mid).toBeCloseTo(961_538.46, 1);
  });

  test('tells what needs no PnL where there is none', async () => {
    put('record/pnl.csv', 'date,pod,amount\n');
    put('record/impact.yaml', `${AGREED}delivery: {}\n`);
    const {out, err, code} = await told();
    expect(code).toBe(0);
    expect(err).toContain('nothing-to-price: no PnL is known of any pod');
    expect(out).toMatch(
      /^The record\n2025-01-01 to 2025-12-31\nNothing is priced: no PnL is known of any pod\.$/m,
    );
    expect(flat(out)).toContain('99.99% of XNYS 2025-Q4 allows 2 min 27 s (the agreement)');
    expect(out).toMatch(/^━━ \d+ Delivery ━/m);
    expect(out).not.toMatch(/PnL a day|Protected|It rests on|draws/);
    expect(JSON.parse((await told({json: true})).out)).toMatchObject({
      money: null,
      unpriced: 'no PnL is known of any pod',
      clauses: [{kept: [{down: 15, kept: false}, {kept: true}, {kept: true}, {kept: true}]}],
    });
  });

  test('says nothing of delivery and capacity unless asked', async () => {
    expect((await told()).out).not.toMatch(/^━━ \d+ (Delivery|Capacity) ━/m);
    expect(JSON.parse((await told({json: true})).out)).toMatchObject({delivery: null, capacity: null});
  });

  test('says why there is no figure of deployments that nobody wrote down, or of a volume that never came', async () => {
    put('record/impact.yaml', 'format: 1\ndelivery: {}\ncapacity: {system: platform, multiple: 3}\n');
    const {out} = await told();
    expect(out).toMatch(/^ {2}lead time +not known/m);
    expect(out).toContain('nothing-to-count: no deployment that went out ends in the period');
    expect(flat(out)).toMatch(/platform held 3 times the median of 0 XNYS sessions, \S+ to \S+: never tried/);
    expect(flat(out)).toContain('never-reached: no session says what it carried');
  });

  test('warns of a service that no deployment is of', async () => {
    put('record/releases.csv', 'service,started,finished\npricer,2025-03-03T10:00Z,2025-03-03T10:30Z\n');
    put(
      'record/record.yaml',
      `${RECORD}  - {name: releases, kind: table, into: deployments, files: [releases.csv], columns: {startedAt: started, finishedAt: finished}, result: success}\n`,
    );
    put('record/impact.yaml', 'format: 1\ndelivery: {services: [prizer]}\n');
    const {err, out} = await told();
    expect(err).toContain('unknown-service: no deployment of the record is of prizer');
    expect(err).toContain('did you mean pricer?');
    expect(out).toContain('Deployments of prizer');
  });

  test('prints a bound that is infinite as null, with a word', async () => {
    put('record/impact.yaml', 'format: 1\ndelivery: {}\ncapacity: {system: platform, multiple: 3}\n');
    put('record/outages.csv', 'system,start,end\nplatform,2025-12-30T15:00Z,\n');
    const {delivery, capacity} = JSON.parse((await told({json: true})).out) as {
      delivery: {figures: {period: unknown; restore: {median: unknown}}};
      capacity: {own: {headroom: unknown}};
    };
    expect(delivery.figures.restore.median).toMatchObject({high: null, highIs: 'unbounded', n: 1});
    expect(delivery.figures.period).toEqual({from: '2025-01-01T00:00:00Z', to: '2026-01-01T00:00:00Z'});
    expect(capacity.own.headroom).toMatchObject({peak: null, peakIs: 'unknown', exceedance: null});
    expect(flat((await told()).out)).toContain('without an upper bound');
  });

  test('gives no figure of what was protected without a baseline, and says why', async () => {
    const {out} = await told();
    expect(flat(out)).toContain('No baseline is given: what was protected is not a number.');
    expect(flat(out)).toContain('An outage costs the whole of the PnL at risk, which is the most');
  });

  test('holds clauses against each other, and quarters against them', async () => {
    put('record/impact.yaml', AGREED);
    const out = flat((await told()).out);
    expect(out).toContain('99.99% of XNYS 2025-Q4 allows 2 min 27 s (the agreement)');
    expect(out).toContain('an outage of 3 min breaks this and keeps "no outage over 5 min" (the offer)');
    expect(out).toContain('Kept in 3 of 4 quarters of a system.');
  });

  test('names the day of a baseline as the zone of the record counts it', async () => {
    put('record/record.yaml', RECORD.replace('zone: UTC', 'zone: Asia/Tokyo'));
    // The first of July begins in Tokyo while it is the thirtieth of June in UTC.
    put('record/impact.yaml', 'format: 1\nbaselines: [{kind: own, until: 2025-07-01}]\n');
    const {out} = await told();
    expect(out).toMatch(/^ {2}• Before 2025-07-01: /m);
    expect(out).not.toContain('2025-06-30');
  });

  test('shares what was protected among contributors, and says what that rests on', async () => {
    put('record/impact.yaml', SHARED);
    const {out} = await told();
    expect(out).toMatch(/^your share against +share +first in +last in +in any company +of$/m);
    const text = flat(out);
    expect(text).toContain('Me (you): platform; platform only together with the others who have it.');
    expect(text).toContain('is worth is an output of the model and no fact');
    expect(text).toContain('no share is below last in or above first in');
    expect((await told({full: true})).out).toMatch(/^me \(you\) +\S+ +\$0 +\S+ +\S+ to \$0$/m);
    const {money} = JSON.parse((await told({json: true})).out) as {
      money: {baselines: {credited: number; protected: {mid: number}; shared: {credits: unknown[]}}[]};
    };
    const [against] = money.baselines;
    expect(against?.credited).toBeCloseTo((against?.protected.mid ?? 0) / 2, 4);
    expect(against?.shared.credits).toHaveLength(2);
  });

  test('foretells no lengths from one outage, and keeps error trades a line of their own', async () => {
    const {out: plain} = await told();
    put('record/impact.yaml', SHARED);
    const {out} = await told();
    const text = flat(out);
    expect(text).toContain('1 outage in a year: 1 a year, and by exact bounds 0.025 to 5.6;');
    expect(text).toContain('No law of lengths: one outage is too few to fit their lengths, which takes 5.');
    expect(text).toMatch(/error trades, as \$[\d.]+K ± \$0 to \$0 \$0 stated \$[\d,.]+K? /);
    expect(out).toMatch(/^outages that were/m);
    expect(text).toContain('they are in no figure of what was lost or protected');
    const line = (of: string) =>
      /each outage one .*?(?=error trades|10,000 years)/.exec(flat(of))?.[0].match(/\$\S+/g);
    expect(line(out)).toHaveLength(5);
    expect(line(out)).toEqual(line(plain));
    expect(plain).not.toContain('rror trades');
  });

  test('folds what is beyond fifteen pods, unless --full', async () => {
    expect((await told()).out).toContain('and 35 pods more: --full');
    expect((await told({full: true})).out).toMatch(/^pod-50 /m);
  });

  test('takes its seed from the case, and prints the same bytes for the same one', async () => {
    put('record/impact.yaml', 'format: 1\nlossGivenOutage: {low: 0, mode: 0.5, high: 1, source: a guess}\n');
    put('case.yaml', 'parley: 1\nseed: 42\n');
    const first = await told();
    expect(first.out).toContain('Seed 42,');
    expect(await told()).toEqual(first);
    expect((await told({seed: 43})).out).not.toBe(first.out.replace('Seed 42', 'Seed 43'));
  });

  test.each([
    ['a slip in impact.yaml', 'record/impact.yaml', 'format: 1\nbaseline: []\n', /2:1 error unknown-key/],
    ['a broken row', 'record/pnl.csv', 'date,pod,amount\n2025-03-03,pod-1,much\n', /--skip-bad/],
    ['a record without PnL', 'record/pnl.csv', 'date,pod,amount\n', /nothing-to-price|empty/],
  ])('%s ends it with 3', async (_what, name, text, said) => {
    put(name, text);
    const {out, err, code} = await told();
    expect(out).toBe('');
    expect(err).toMatch(said);
    expect(code).toBe(3);
  });
});

describe('parley impact --charts', () => {
  const pictures = () => join(folder, 'pictures');
  const drawn = (name: string) => readFileSync(join(pictures(), name), 'utf8');

  test('draws the record and a year of losses, and says on each whose figures they are', async () => {
    const {err, code} = await told({charts: pictures()});
    expect(code).toBe(0);
    expect(err).toContain("for your eyes: contains your employer's figures");
    for (const name of ['timeline.svg', 'loss-exceedance.svg']) {
      expect(err).toContain(`wrote ${join(pictures(), name)}`);
      expect(drawn(name)).toContain("contains your employer's figures");
    }
    expect(drawn('timeline.svg')).toContain('1 outage of 1 system in 250 XNYS sessions; it took 15 min');
    expect(drawn('timeline.svg')).toContain('>platform</text>');
    expect(drawn('loss-exceedance.svg')).toMatch(/A year like these loses \$[\d.]+[KM] on average/);
  });

  test('says why a picture is missing', async () => {
    const {err} = await told({charts: pictures()});
    expect(err).toContain('before-after.svg: impact.yaml names no change under delivery:');
    put('record/pnl.csv', 'date,pod,amount\n');
    put('record/impact.yaml', `${AGREED}delivery: {}\n`);
    expect((await told({charts: pictures()})).err).toContain(
      'loss-exceedance.svg: no PnL is known of any pod',
    );
  });

  test('draws a change with its control, and marks where one’s own work begins', async () => {
    const days = Array.from({length: 51}, (_, week) => new Date(Date.UTC(2025, 0, 3 + 7 * week)));
    const rows = ['pricer', 'desktop'].flatMap((service, at) =>
      days.map((day, week) => {
        const minutes = at === 0 && week >= 26 ? 20 + (week % 5) : 200 + (week % 7);
        return `${service},${day.toISOString()},${new Date(day.getTime() + minutes * 60_000).toISOString()}`;
      }),
    );
    put('record/releases.csv', `service,started,finished\n${rows.join('\n')}\n`);
    put(
      'record/record.yaml',
      `${RECORD}  - {name: releases, kind: table, into: deployments, files: [releases.csv], columns: {startedAt: started, finishedAt: finished}, result: success}\n`,
    );
    put(
      'record/impact.yaml',
      'format: 1\nfrom: 2025-04-01\ndelivery: {services: [pricer], change: {day: 2025-07-04, source: a ticket, control: [desktop]}}\n',
    );
    const {err} = await told({charts: pictures()});
    expect(err).toContain(`wrote ${join(pictures(), 'before-after.svg')}`);
    expect(drawn('before-after.svg')).toMatch(/took 203 min before and 22 min after: −89% over the control/);
    expect(drawn('before-after.svg')).toContain('changed 2025-07-04');
    expect(drawn('timeline.svg')).toContain('own work from 2025-04-01');
  });
});
