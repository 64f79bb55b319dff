import {type Currency, type DatedRate, shippedRates} from '../../base/index.ts';
import {count, type Finding, finding, isFinding, say} from '../../figure/index.ts';
import {type Calendar, exchange} from '../../calendar/index.ts';
import type {OperationalRecord, RecordSpec} from '../../record/index.ts';
import type {EvaluationWindow} from '../../operations/index.ts';
import type {Assumptions, Weights} from '../plan.ts';
import {type Curve, curveOf, shippedCurve, UNIFORM} from './curve.ts';
import {type DailyPnl, dailyPnls} from './daily-pnl.ts';
import type {PodModel} from './group.ts';
import {type SessionClock, sessionClock} from './session-clock.ts';

/** Everything that a loss is worked out from, settled: who earns what, when, and on what it hangs. */
export interface LossModel extends EvaluationWindow {
  readonly currency: Currency;
  /** The pods that depend on a system and of which the PnL is known, in the order of record.yaml. */
  readonly pods: readonly PodModel[];
  /** The pods that depend on nothing here: they lose nothing. */
  readonly idle: readonly DailyPnl[];
  readonly rates: readonly DatedRate[];
  /** Where pods trade, by whose word. */
  readonly exchangeFrom: 'impact.yaml' | 'record.yaml' | 'assumed';
}

/** A model; or in `unpriced` why there is none, beside what else there is to say. */
export type ModelReading =
  | {readonly model: LossModel; readonly findings: readonly Finding[]}
  | {readonly model: null; readonly unpriced: Finding; readonly findings: readonly Finding[]};

/**
 * Settles a record and what its owner assumes into a model. Systems that serve as controls are not the user's: what they
 * cost is not counted.
 */
export function lossModel(
  record: OperationalRecord,
  {covers, period, timelines}: EvaluationWindow,
  recordPlan: RecordSpec,
  plan: Assumptions,
): ModelReading {
  const findings: Finding[] = [];
  const nothing = (message: string, hint: string): ModelReading => ({
    model: null,
    unpriced: finding('nothing-to-price', 'error', message, {hint}),
    findings: once(findings),
  });
  const money = dailyPnls(record.pnl, plan.dailyPnl, plan.currency, shippedRates());
  if (money === null)
    return nothing(
      'no PnL is known of any pod',
      'add a source of kind pnl to record.yaml, or dailyPnl: to impact.yaml',
    );
  findings.push(...money.findings);

  const controls = new Set(plan.baselines.flatMap(one => (one.kind === 'control' ? one.systems : [])));
  const own = recordPlan.systems.filter(({id}) => !controls.has(id));
  const names = new Set([...own.flatMap(({pods}) => Object.keys(pods)), ...money.pods.keys()]);
  const clocks = new Map<string, SessionClock>();
  const pods: PodModel[] = [];
  const idle: DailyPnl[] = [];
  for (const pod of names) {
    const pnl = money.pods.get(pod);
    const dependencies = own.flatMap(({id, pods: shares}) => {
      const timeline = timelines.get(id);
      const share = Object.hasOwn(shares, pod) ? (shares[pod] ?? 0) : 0;
      return timeline === undefined || share === 0 ? [] : [{system: id, share, timeline}];
    });
    if (dependencies.length === 0) {
      if (pnl !== undefined) idle.push(pnl);
      continue;
    }
    if (pnl === undefined) {
      findings.push(withoutPnl(pod));
      continue;
    }
    const clock = clockOf(exchangeOf(pod, plan, recordPlan), plan.weights, clocks);
    if ('rule' in clock) {
      findings.push(clock);
      continue;
    }
    pods.push({pod, pnl, clock, dependencies});
  }
  const losing = pods.filter(({pnl}) => pnl.mean < 0);
  const scarce = pods.filter(({pnl}) => pnl.from === 'record' && pnl.days.size < FEW_DAYS);
  if (scarce.length > 0) findings.push(fewDays(scarce));
  if (losing.length > 0) findings.push(negative(losing));
  if (idle.length > 0) findings.push(withoutExposure(idle));
  if (pods.length === 0)
    return nothing(
      'no pod depends on a system and has a PnL',
      'say under pods: of each system in record.yaml which share of a pod stops with it',
    );
  const exchangeFrom =
    plan.exchange !== null ? 'impact.yaml' : recordPlan.calendars.length > 0 ? 'record.yaml' : 'assumed';
  const {currency, rates} = money;
  return {
    model: {currency, pods, idle, covers, period, timelines, rates, exchangeFrom},
    findings: once(findings),
  };
}

function exchangeOf(pod: string, plan: Assumptions, {calendars}: RecordSpec): string {
  const own = Object.hasOwn(plan.exchanges, pod) ? plan.exchanges[pod] : undefined;
  return own ?? plan.exchange ?? calendars[0] ?? '24x7';
}

function clockOf(id: string, weights: Weights, clocks: Map<string, SessionClock>): SessionClock | Finding {
  const known = clocks.get(id);
  if (known !== undefined) return known;
  const calendar = exchange(id);
  if (isFinding(calendar)) return {...calendar, rule: 'calendar'};
  const clock = sessionClock(calendar, curveFor(calendar, weights));
  clocks.set(id, clock);
  return clock;
}

/** The curve of an exchange under the weights that were asked for; alike where no shape of it was found in print. */
export function curveFor({id}: Calendar, weights: Weights): Curve {
  if (weights === 'uniform') return UNIFORM;
  if (weights === 'published') return shippedCurve(id) ?? UNIFORM;
  const {parts, source} = weights;
  return curveOf(
    {id: 'own', name: `your own, in ${parts.length} equal parts of the session`, source},
    parts.map(weight => ({length: 1, weight})),
  );
}

/** The same pods by another curve for each of their exchanges. */
export function underCurve(
  pods: readonly PodModel[],
  curve: (calendar: Calendar) => Curve,
): readonly PodModel[] {
  const clocks = new Map<SessionClock, SessionClock>();
  return pods.map(pod => {
    const clock = clocks.get(pod.clock) ?? sessionClock(pod.clock.calendar, curve(pod.clock.calendar));
    clocks.set(pod.clock, clock);
    return {...pod, clock};
  });
}

function withoutPnl(pod: string): Finding {
  const message = say`${pod} depends on a system, and nothing is known of its PnL: it is left out`;
  const hint = 'add its rows to the source of PnL, or dailyPnl: to impact.yaml';
  return finding('pod-without-pnl', 'warning', message, {hint});
}

function withoutExposure(idle: readonly DailyPnl[]): Finding {
  const one = idle.length === 1;
  const message = say`${some(idle.map(({pod}) => pod))} ${one ? 'depends' : 'depend'} on no system of the record and ${one ? 'loses' : 'lose'} nothing`;
  const hint = 'say under pods: of a system in record.yaml which share of a pod stops with it';
  return finding('pod-without-exposure', 'note', message, {hint});
}

function negative(losing: readonly PodModel[]): Finding {
  const stated = losing.every(({pnl}) => pnl.from === 'stated');
  const message = say`${some(losing.map(({pod}) => pod))} ${stated ? 'would lose' : 'lost'} money on an average day: by the formula outages saved some of it, and the sum is lower for it`;
  const hint = stated
    ? 'check the sign of what is stated under dailyPnl:'
    : 'state their expected PnL under dailyPnl: in impact.yaml, if these days do not speak for them';
  return finding('negative-pnl', 'warning', message, {
    hint,
  });
}

/** A month of sessions. Of fewer days a bootstrap draws the same few again and again, and its interval is too narrow. */
const FEW_DAYS = 20;

function fewDays(scarce: readonly PodModel[]): Finding {
  const least = Math.min(...scarce.map(({pnl}) => pnl.days.size));
  const message = say`the PnL of ${some(scarce.map(({pod}) => pod))} is known for ${least === 1 ? 'one day' : `${least} days`} at least and under ${count(FEW_DAYS)}: intervals of it are too narrow`;
  const hint = 'give more days, or state the expected PnL under dailyPnl: in impact.yaml';
  return finding('few-days', 'warning', message, {hint});
}

const NAMED = 5;

/** The first few names, and how many there are beside them. */
function some(names: readonly string[]): string {
  const more = names.length > NAMED ? ` and ${names.length - NAMED} more` : '';
  return `${names.slice(0, NAMED).join(', ')}${more}`;
}

function once(findings: readonly Finding[]): readonly Finding[] {
  return [...new Map(findings.map(one => [JSON.stringify(one), one])).values()];
}
