import {type DatedRate, type Evidence, quantity} from '../../base/index.ts';
import {
  type ConfidenceInterval,
  estimated,
  type Figure,
  type Known,
  measured,
  type ReportPath,
  rateInput,
  read,
  sourced,
  type WithFigures,
  workedAs,
} from '../../figure/index.ts';
import {dayIn} from '../../intake/index.ts';
import {lastDayOf, type Period} from '../../record/index.ts';
import type {Estimate} from '../../stats/index.ts';
import {givenFigure} from '../measure/basis.ts';
import {sumIn} from '../measure/counted.ts';
import {givenEvidence} from '../plan.ts';
import type {ImpactReport} from '../report.ts';
import {workingOf} from './formulas.ts';
import {BARE, INSTANTS, kindOf, RECORDED} from './kinds.ts';
import {type Grounds, statedAt} from './stated.ts';

/** Told on top of every output: what is worked out from an employer's figures is the employer's. */
export const FOR_YOUR_EYES = "for your eyes: contains your employer's figures";

/** A part of the report with its numbers as figures, and its instants as ISO 8601. */
export type Figures<R> = WithFigures<R, (typeof BARE)[number], (typeof INSTANTS)[number]>;

/** The report as it is told: whose it is stands first. */
export type ImpactFigures = Figures<ImpactReport> & {
  readonly notice: string;
  readonly disclosure: 'confidential';
};

/** The report with every number but counts as a figure: of the record, of what impact.yaml states, or of both. */
export function impactFigures(grounds: Grounds): ImpactFigures {
  const {period, money, delivery, costs, capacity, ...rest} = grounds.report;
  const told = {
    notice: FOR_YOUR_EYES,
    disclosure: 'confidential',
    period,
    ...rest,
    money,
    delivery,
    costs,
    capacity,
  };
  return sourced(told, BARE, maker(grounds), INSTANTS) as ImpactFigures;
}

/** What figures without a mark stand on: the record, the calendars, and what an outage is taken to cost. */
export function groundOf({plan}: Pick<Grounds, 'plan'>): readonly [Evidence, Evidence, Evidence] {
  return [RECORDED, {tier: 'published', source: 'the sessions of the exchange'}, givenEvidence(plan)];
}

/** What seeded procedures gave: simulated years, the ends of intervals that were drawn, the headline under other inputs. */
const ESTIMATED: readonly (readonly [keys: RegExp, procedure: string])[] = [
  [
    /^money\/(?:year\/(?:fitted\/laws\/\d+\/)?|errorTrade\/\w+\/)(?:mean|standardError|year|oneIn)\b/,
    'impact.simulatedYear',
  ],
  [
    /^money\/(?:pods\/\d+\/(?:daily|lost)|total\/lost|atRisk\/minute|baselines\/\d+\/(?:protected|share))\/(?:low|high)$/,
    'impact.bootstrap',
  ],
  [/^money\/sensitivity\//, 'impact.sensitivity'],
];

/** What anybody can count in the calendar of an exchange. */
const PUBLISHED = /\/(?:allowance\/(?:sessions|open)|perMinute\/minutes|atRisk\/(?:minutes|yearSessions))$/;
/** What of the money rests on nothing but the record, and on the PnL in it where none is stated. */
const WITHOUT_GIVEN =
  /^money\/(?:pods\/\d+\/(?:exposed|uptime)|(?:total|baselines\/\d+)\/uptime|baselines\/\d+\/(?:share|identity\/difference)|year\/(?:none|quietQuarter|outages|counted|rate|quarters|fitted\/(?:weight|cap|laws\/\d+\/(?:law|aic|ks|median|beyondCap))))\b/;
const OF_PNL = /^money\/(?:pods\/\d+\/(?:daily|perMinute)|total\/(?:pods|daily|annual|perMinute)|atRisk)\b/;

type Node = Readonly<Record<string | number, unknown>>;

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null;
}

/** Makes the figure of a number by where it stands in the report. */
function maker(grounds: Grounds): (value: number, path: ReportPath) => Figure {
  const {report, plan, place} = grounds;
  const [recorded, published, priced] = groundOf(grounds);
  const valueAt = (path: ReportPath) =>
    path.reduce<unknown>((value, key) => (isNode(value) ? value[key] : undefined), report);
  /** What the innermost part of the report around a number says of itself. */
  const around = (path: ReportPath, key: string): unknown => {
    const at = path.findLastIndex(
      (_, length) =>
        isNode(valueAt(path.slice(0, length))) && (valueAt(path.slice(0, length)) as Node)[key] != null,
    );
    return at < 0 ? undefined : (valueAt(path.slice(0, at)) as Node)[key];
  };

  const evidenceOf = (keys: string): Evidence => {
    const by = (source = '') => ({tier: 'stated', source}) as const;
    const [, clause] = /^clauses\/(\d+)\/kept\/\d+\/allowed$/.exec(keys) ?? [];
    if (clause !== undefined) return by(report.clauses[Number(clause)]?.source);
    if (PUBLISHED.test(keys)) return published;
    if (keys.startsWith('delivery/change/early/')) return by(report.delivery?.change?.early?.source);
    if (!keys.startsWith('money/') || WITHOUT_GIVEN.test(keys)) return recorded;
    if (keys.startsWith('money/errorTrade/')) return by(plan.errorTrade?.source);
    if (!OF_PNL.test(keys)) return priced;
    const [only, ...others] = new Set(Object.values(plan.dailyPnl).map(({source}) => source));
    if (report.money?.atRisk.fromRecord !== false) return recorded;
    return by(others.length === 0 ? only : 'dailyPnl: in impact.yaml');
  };

  /** The days that a number is of: those of the part that it stands in, of costs the months that are compared. */
  const periodOf = (path: ReportPath) => {
    const [before, after] = ['before', 'after'].map(
      side => around(path, side) as {from?: string; to?: string} | undefined,
    );
    if (path[0] === 'costs' && before?.from !== undefined && after?.to !== undefined)
      return {from: `${before.from}-01`, to: lastDayOf(after.to)};
    const {from, to} = around(path, 'period') as Period;
    return {from: dayIn(from, report.zone), to: dayIn(to - 1, report.zone)};
  };

  const intervalOf = (path: ReportPath): ConfidenceInterval | undefined => {
    if (path.at(-1) !== 'mid') return undefined;
    const {low, high, level} = valueAt(path.slice(0, -1)) as Estimate;
    return {low, high, level};
  };

  const figureOf = (value: number, path: ReportPath): Figure => {
    const keys = path.join('/');
    const [named, style, subject] = kindOf(keys);
    const of = quantity(value, named.replace('money', String(around(path, 'currency'))));
    const more = {style, subject, disclosure: 'confidential', interval: intervalOf(path)} as const;
    if (keys === 'money/atRisk/given') return givenFigure({given: value}, {plan, place});
    if (/\brates?\/(?:\d+\/)?rate$/.test(keys))
      return rateInput(valueAt(path.slice(0, -1)) as DatedRate).figure;
    const loss = lossAt(keys, grounds);
    if (loss !== null) return loss;
    const [at, source = ''] = statedAt(keys, grounds) ?? [];
    if (at !== undefined)
      return read(of, place(at), {tier: 'stated', source}, {...more, disclosure: 'private'});
    const working = workingOf(path, valueAt);
    const inputs = (working?.inputs ?? []).flatMap(({name, label, at: from}) => {
      const input = valueAt(from);
      return typeof input === 'number' ? [{name, label, figure: figureOf(input, from)}] : [];
    });
    if (working !== null && inputs.length === working.inputs.length && Number.isFinite(value))
      return workedAs(of, working.formula, inputs, more);
    const evidence = evidenceOf(keys);
    const {seed, draws} = report;
    const [, procedure] = ESTIMATED.find(([drawn]) => drawn.test(keys)) ?? [];
    if (procedure !== undefined) return estimated(of, {procedure, seed, inputs: []}, evidence, more);
    const question = {report: 'impact', at: `/${keys}`, ...(path[0] === 'money' ? {seed, draws} : {})};
    return measured(of, {question, period: periodOf(path), sources: []}, evidence, {
      ...more,
      ...(evidence === published ? {disclosure: 'public'} : {}),
    });
  };
  return figureOf;
}

/** What error trades cost, as it is stated. */
function lossAt(keys: string, {report, plan, place}: Grounds): Known | null {
  const [, end] = /^money\/errorTrade\/loss\/(low|mode|high)$/.exec(keys) ?? [];
  if (end === undefined || plan.errorTrade === null) return null;
  const {loss, source} = plan.errorTrade;
  const stated = {amount: loss[end as 'low' | 'mode' | 'high'], currency: loss.currency};
  const rate = report.money?.errorTrade?.rate ?? null;
  return sumIn(place, ['errorTrade', end], stated, source, {as: 'short', digits: 3, rate});
}
