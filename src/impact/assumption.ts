import {type Currency, type DatedRate, groupBy, showMoneyShort, showShare} from '../base/index.ts';
import type {SystemReport} from '../record/index.ts';
import type {ErrorTrades} from './error-trade.ts';
import type {PodModel} from './loss/group.ts';
import type {LossModel} from './loss/model.ts';
import {type ImpactPlan, type LossGivenOutage, WHOLE} from './plan.ts';

/** Something that the figures rest on and that no record shows. */
export interface Assumption {
  readonly id: string;
  readonly says: string;
  /** Who says so: the user's own source, a publication, or that nobody does. */
  readonly source: string;
}

/** Everything that was taken for granted, in the order of its weight. */
export function assumptionsOf(
  model: LossModel,
  plan: ImpactPlan,
  range: LossGivenOutage,
  errorTrade: ErrorTrades | null,
  systems: readonly SystemReport[],
): readonly Assumption[] {
  const {pods, rates, exchangeFrom, currency} = model;
  const curves = [...new Map(pods.map(({clock}) => [clock.curve.id, clock])).values()];
  const exchanges = [...new Set(pods.map(({clock}) => clock.calendar.id))];
  const stated = pods.filter(({pnl}) => pnl.from === 'stated');
  const controls = plan.baselines.flatMap(one => (one.kind === 'control' ? one.systems : []));
  return [
    {
      id: 'loss-given-outage',
      says:
        range === WHOLE
          ? 'an outage costs the whole of the PnL at risk, which is the most that it can'
          : `an outage costs ${showShare(range.low)} to ${showShare(range.high)} of the PnL at risk, most likely ${showShare(range.mode)}`,
      source: range.source,
    },
    ...curves.map(({curve}) => ({
      id: 'weights',
      says: `within a session PnL comes ${curve.id === 'uniform' ? 'evenly' : `by this shape: ${curve.name}`}; on a short day the session is shorter and the day still a day`,
      source: curve.source,
    })),
    {
      id: 'exposure',
      says: 'while several systems of a pod are down, the largest of their shares stops, and no more',
      source: 'the least that can be lost; the shares are those of record.yaml',
    },
    ...basesOf(pods, systems),
    {
      id: 'degraded',
      says: 'a degraded system costs nothing',
      source: 'assumed: see the sensitivity for degraded as down',
    },
    {
      id: 'unknown',
      says: 'time of which nothing is known is left out on both sides',
      source: 'the record; "at most" says what it would cost, had everything unknown been down',
    },
    {
      id: 'daily-pnl',
      says: 'what a pod would have earned is its mean day in the record, and the same under every baseline',
      source: `${pods.length - stated.length} of ${pods.length} pods from the record`,
    },
    ...stated.map(({pod, pnl}) => ({
      id: 'daily-pnl',
      says: `the expected PnL of ${pod} is ${showMoneyShort({amount: pnl.mean, currency})} a day`,
      source: pnl.source ?? '',
    })),
    {
      id: 'exchange',
      says: `pods trade in the sessions of ${exchanges.join(', ')}`,
      source:
        exchangeFrom === 'assumed' ? 'assumed: no exchange is named, and every minute counts' : exchangeFrom,
    },
    ...[...rates, ...newRate(errorTrade, rates)].map(({from, to, rate, day, source}) => ({
      id: 'rate',
      says: `1 ${from} is ${rate.toFixed(4)} ${to}, the rate of ${day}`,
      source,
    })),
    ...(controls.length > 0
      ? [
          {
            id: 'controls',
            says: `${controls.join(', ')} would have done as your systems would have without you, and what they cost is not counted`,
            source: 'impact.yaml',
          },
        ]
      : []),
    ...creditAssumptions(plan.credit),
    ...(errorTrade === null ? [] : [errorTradeAssumption(errorTrade, currency)]),
  ];
}

function errorTradeAssumption({perYear, loss, source}: ErrorTrades, currency: Currency): Assumption {
  const money = (amount: number) => showMoneyShort({amount, currency}, 3);
  return {
    id: 'error-trade',
    says: `wrong orders come in ${showShare(perYear)} of years and cost ${money(loss.low)} to ${money(loss.high)} then, most likely ${money(loss.mode)}, however few minutes they take`,
    source,
  };
}

function newRate(errorTrade: ErrorTrades | null, known: readonly DatedRate[]): readonly DatedRate[] {
  const rate = errorTrade?.rate ?? null;
  return rate === null || known.some(({from, day}) => from === rate.from && day === rate.day) ? [] : [rate];
}

function creditAssumptions(credit: ImpactPlan['credit']): readonly Assumption[] {
  if (credit === null) return [];
  if ('share' in credit)
    return [
      {
        id: 'credit',
        says: `${showShare(credit.share)} of what was protected is your doing`,
        source: credit.source,
      },
    ];
  return credit.contributors.map(({name, systems, source}) => ({
    id: 'credit',
    says: `${systems.join(', ')} ${systems.length === 1 ? 'was' : 'were'} in the care of ${name}`,
    source,
  }));
}

/** By what the systems that pods hang on are judged, where that is more than their probes. */
function basesOf(pods: readonly PodModel[], systems: readonly SystemReport[]): readonly Assumption[] {
  const used = new Set(pods.flatMap(({dependencies}) => dependencies.map(({system}) => system)));
  const own = systems.filter(({system, timelines: {tickets}}) => used.has(system) && tickets !== undefined);
  const lags = new Map(own.flatMap(({lags: of}) => of.map(one => [one.of, one] as const)));
  return [
    ...[...groupBy(own, ({counts}) => counts)].map(([counts, of]) => ({
      id: 'basis',
      says: `of ${of.map(({system}) => system).join(', ')} the record goes by ${counts}`,
      source: 'record.yaml; parley record has the figures of each',
    })),
    ...[...lags].map(([name, {minutes, source}]) => ({
      id: 'onset-lag',
      says: `tickets of ${name} begin ${minutes} min before they were opened`,
      source,
    })),
  ];
}
