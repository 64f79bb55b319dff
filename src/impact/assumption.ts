import {type DatedRate, groupBy, quantity} from '../base/index.ts';
import {day, named, type Prose, quote, rateInput, say, type Style, styled} from '../figure/index.ts';
import type {SystemReport} from '../record/index.ts';
import type {ErrorTrades} from './error-trade.ts';
import type {PodModel} from './loss/group.ts';
import type {LossModel} from './loss/model.ts';
import {saidIn, sumIn} from './measure/counted.ts';
import {type Assumptions, type LossGivenOutage, type PlaceOf, type StatedPnl, WHOLE} from './plan.ts';

/** Something that the figures rest on and that no record shows. */
export interface Assumption {
  readonly id: string;
  readonly says: Prose;
  /** Who says so: the user's own source, a publication, or that nobody does. */
  readonly source: string;
}

/** What impact.yaml says, and where. */
interface Stated {
  readonly plan: Assumptions;
  readonly place: PlaceOf;
}

const PERCENT: Style = {as: 'share', digits: 12};

/** Everything that was taken for granted, in the order of its weight. */
export function assumptionsOf(
  model: LossModel,
  {plan, place}: Stated,
  range: LossGivenOutage,
  errorTrade: ErrorTrades | null,
  systems: readonly SystemReport[],
): readonly Assumption[] {
  const {pods, rates, exchangeFrom} = model;
  const curves = [...new Map(pods.map(({clock}) => [clock.curve.id, clock])).values()];
  const exchanges = [...new Set(pods.map(({clock}) => clock.calendar.id))];
  const stated = pods.filter(({pnl}) => pnl.from === 'stated');
  const controls = plan.baselines.flatMap(one => (one.kind === 'control' ? one.systems : []));
  const given = (end: 'low' | 'mode' | 'high') =>
    saidIn(place, ['lossGivenOutage', end], quantity(range[end]), range.source, PERCENT);
  const statedPnl = (pod: string) => {
    const {amount, source} = plan.dailyPnl[pod] as StatedPnl;
    const rate = rates.find(({from}) => from === amount.currency) ?? null;
    return sumIn(place, ['dailyPnl', pod, 'amount'], amount, source, {as: 'short', rate});
  };
  return [
    {
      id: 'loss-given-outage',
      says:
        range === WHOLE
          ? say`an outage costs the whole of the PnL at risk, which is the most that it can`
          : say`an outage costs ${given('low')} to ${given('high')} of the PnL at risk, most likely ${given('mode')}`,
      source: range.source,
    },
    ...curves.map(({curve}) => ({
      id: 'weights',
      says: say`within a session PnL comes ${curve.id === 'uniform' ? 'evenly' : say`by this shape: ${quote(curve.name)}`}; on a short day the session is shorter and the day still a day`,
      source: curve.source,
    })),
    {
      id: 'exposure',
      says: say`while several systems of a pod are down, the largest of their shares stops, and no more`,
      source: 'the least that can be lost; the shares are those of record.yaml',
    },
    ...basesOf(pods, systems),
    {
      id: 'degraded',
      says: say`a degraded system costs nothing`,
      source: 'assumed: see the sensitivity for degraded as down',
    },
    {
      id: 'unknown',
      says: say`time of which nothing is known is left out on both sides`,
      source: 'the record; "at most" says what it would cost, had everything unknown been down',
    },
    {
      id: 'daily-pnl',
      says: say`what a pod would have earned is its mean day in the record, and the same under every baseline`,
      source: `${pods.length - stated.length} of ${pods.length} pods from the record`,
    },
    ...stated.map(({pod, pnl}) => ({
      id: 'daily-pnl',
      says: say`the expected PnL of ${named(pod)} is ${statedPnl(pod)} a day`,
      source: pnl.source ?? '',
    })),
    {
      id: 'exchange',
      says: say`pods trade in the sessions of ${named(exchanges.join(', '))}`,
      source:
        exchangeFrom === 'assumed' ? 'assumed: no exchange is named, and every minute counts' : exchangeFrom,
    },
    ...[...rates, ...newRate(errorTrade, rates)].map(rate => ({
      id: 'rate',
      says: say`${named('1')} ${rate.from} is ${styled(rateInput(rate).figure, 'factor', {digits: 4})} ${rate.to}, the rate of ${day(rate.day)}`,
      source: rate.source,
    })),
    ...(controls.length > 0
      ? [
          {
            id: 'controls',
            says: say`${named(controls.join(', '))} would have done as your systems would have without you, and what they cost is not counted`,
            source: 'impact.yaml',
          },
        ]
      : []),
    ...creditAssumptions({plan, place}),
    ...errorTradeAssumption({plan, place}, errorTrade),
  ];
}

function errorTradeAssumption({plan, place}: Stated, found: ErrorTrades | null): readonly Assumption[] {
  if (found === null || plan.errorTrade === null) return [];
  const {perYear, loss, source} = plan.errorTrade;
  const often = saidIn(place, ['errorTrade', 'perYear'], quantity(perYear), source, PERCENT);
  const {rate} = found;
  const end = (of: 'low' | 'mode' | 'high') =>
    sumIn(place, ['errorTrade', of], {amount: loss[of], currency: loss.currency}, source, {
      as: 'short',
      digits: 3,
      rate,
    });
  return [
    {
      id: 'error-trade',
      says: say`wrong orders come in ${often} of years and cost ${end('low')} to ${end('high')} then, most likely ${end('mode')}, however few minutes they take`,
      source,
    },
  ];
}

function newRate(errorTrade: ErrorTrades | null, known: readonly DatedRate[]): readonly DatedRate[] {
  const rate = errorTrade?.rate ?? null;
  return rate === null || known.some(({from, day}) => from === rate.from && day === rate.day) ? [] : [rate];
}

function creditAssumptions({plan: {credit}, place}: Stated): readonly Assumption[] {
  if (credit === null) return [];
  if ('share' in credit) {
    const share = saidIn(place, ['credit', 'share'], quantity(credit.share), credit.source, PERCENT);
    return [{id: 'credit', says: say`${share} of what was protected is your doing`, source: credit.source}];
  }
  return credit.contributors.map(({name, systems, source}) => ({
    id: 'credit',
    says: say`${named(systems.join(', '))} ${systems.length === 1 ? 'was' : 'were'} in the care of ${quote(name)}`,
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
      says: say`of ${named(of.map(({system}) => system).join(', '))} the record goes by ${quote(counts)}`,
      source: 'record.yaml; parley record has the figures of each',
    })),
    ...[...lags].map(([name, {minutes, source}]) => ({
      id: 'onset-lag',
      says: say`tickets of ${named(name)} begin ${quote(`${minutes} min`)} before they were opened`,
      source,
    })),
  ];
}
