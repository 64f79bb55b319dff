import type {ImpactReport, MoneyImpact} from '../impact/index.ts';
import type {Period} from '../record/index.ts';

/** Told on top of every output: what is worked out from an employer's figures is the employer's. */
export const FOR_YOUR_EYES = "for your eyes: contains your employer's figures";

/** A report as one JSON document: instants as ISO 8601 in UTC, shares as fractions, money as plain numbers of its `currency`. */
export function impactJson({period, money, delivery, costs, capacity, ...report}: ImpactReport) {
  return {
    notice: FOR_YOUR_EYES,
    disclosure: 'confidential',
    period: isoPeriod(period),
    ...report,
    money: money === null ? null : moneyJson(money),
    delivery: printable(delivery),
    costs: printable(costs),
    capacity: printable(capacity),
  };
}

function moneyJson({outages, baselines, ...money}: MoneyImpact) {
  return {
    ...money,
    outages: outages.map(one => ({...one, from: iso(one.from), to: iso(one.to)})),
    baselines: baselines.map(({baseline, ...one}) => ({
      baseline:
        baseline.kind === 'own'
          ? {
              ...baseline,
              from: baseline.from === null ? null : iso(baseline.from),
              until: iso(baseline.until),
            }
          : baseline,
      ...one,
    })),
  };
}

/** JSON has no infinity: `{high: null, highIs: 'unbounded'}`. A figure that there is none of is null and `unknown`. */
function printable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(printable);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, of]: [string, unknown]): [string, unknown][] => {
      if (typeof of === 'number' && !Number.isFinite(of))
        return [
          [key, null],
          [`${key}Is`, Number.isNaN(of) ? 'unknown' : 'unbounded'],
        ];
      return [[key, key === 'period' ? isoPeriod(of as Period) : printable(of)]];
    }),
  );
}

function isoPeriod({from, to}: Period) {
  return {from: iso(from), to: iso(to)};
}

function iso(at: number): string {
  return new Date(at).toISOString().replace('.000Z', 'Z');
}
