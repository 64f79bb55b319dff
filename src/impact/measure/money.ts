import {showMoneyShort} from '../../base/index.ts';
import {type OperationalRecord, type RecordPlan, startOfDay, tablesOf} from '../../record/index.ts';
import {exceedancePicture} from '../picture/exceedance.ts';
import {type ImpactPlan, WHOLE} from '../plan.ts';
import type {SensitivityRow} from '../sensitivity.ts';
import type {BaselineImpact, MoneyImpact} from '../types.ts';
import {baselineIngredient, downtimeIngredient, grantedIn, type Ingredient, ingredientsOf} from './basis.ts';
import {baselineAsked} from './baseline-asked.ts';
import type {Priced} from './priced.ts';
import type {Measurement, MeasureQuestion, Unmeasured} from './question.ts';
import {inPercent} from './words.ts';

/** A figure of the report with what it is worked out from. */
type Answer = Pick<Measurement, 'estimate' | 'turns' | 'picture' | 'noEffect'> & {
  readonly formula: string;
  readonly inputs: readonly Ingredient[];
};

/**
 * A figure of the impact report: what is at risk a minute, what was lost, what was protected against a named baseline, what
 * a year at this rate loses; in money, or as a share of the PnL at risk. It is told of all systems of the record that are
 * not controls. There is no answer where the report has none, and none of what was protected without a baseline.
 */
export function measureMoney(
  _record: OperationalRecord,
  plan: RecordPlan,
  question: MeasureQuestion,
  {plan: assumed, money: moneyOf}: Priced,
): Measurement | Unmeasured {
  if (question.systems.length > 0)
    return {because: 'it is told of all your systems together', needs: 'no systems under measure'};
  const money = moneyOf(question);
  if ('because' in money) return money;
  const answer = answerOf(question, plan, assumed, money);
  if ('because' in answer) return answer;
  const {formula, inputs, ...told} = answer;
  const exchanges = [...new Set(money.pods.map(({exchange}) => exchange))];
  return {
    ...told,
    over: `all that hangs on the systems, ${exchanges.join(' and ')} sessions`,
    sources: plan.sources
      .filter(planned => tablesOf(planned).some(table => table === 'intervals' || table === 'pnl'))
      .map(({source}) => source.name),
    currency: money.currency,
    basis: {formula, inputs, assumption: grantedIn(assumed)},
  };
}

function answerOf(
  question: MeasureQuestion,
  {zone}: RecordPlan,
  plan: ImpactPlan,
  money: MoneyImpact,
): Answer | Unmeasured {
  const of = ingredientsOf(money, plan);
  switch (question.what) {
    case 'atRiskPerMinute':
      return {
        estimate: money.atRisk.minute,
        formula: 'pods * podPnl * exposure / minutes',
        inputs: [of.pods, of.podPnl, of.exposure, of.minutes],
        turns: null,
      };
    case 'lost':
      return {
        estimate: money.total.lost,
        formula: 'pods * podPnl * exposure * sessions * (1 - uptime) * lossGivenOutage',
        inputs: [of.pods, of.podPnl, of.exposure, of.sessions, of.uptime, of.given],
        turns: byGiven(money, plan, money.total.lost.mid),
      };
    case 'protected':
    case 'protectedShare': {
      const against = baselineAsked(question, plan, money, startOfDay(question.from, zone ?? 'UTC'));
      return 'because' in against ? against : shielded(question.what, money, plan, against);
    }
    default:
      return ofYear(question.what === 'yearLoss', money, plan);
  }
}

function shielded(
  what: 'protected' | 'protectedShare',
  money: MoneyImpact,
  plan: ImpactPlan,
  against: BaselineImpact,
): Answer | Unmeasured {
  const {share, protected: sum, baseline, uptime: theirs} = against;
  const {uptime} = money.total;
  if (theirs === null || uptime === null)
    return {because: 'nothing is at risk', needs: 'pods that hang on a system'};
  const of = ingredientsOf(money, plan);
  const before = baselineIngredient(baseline, theirs);
  const equal = `a baseline of ${inPercent(uptime)} would leave nothing protected`;
  if (what === 'protectedShare')
    return {
      estimate: share,
      noEffect: 0,
      formula: 'uptime - baseline',
      inputs: [of.uptime, before],
      turns: equal,
    };
  const first = money.baselines[0] === against ? money.sensitivity[0] : undefined;
  const moved = first === undefined ? byGiven(money, plan, sum.mid) : movedBy(first, money);
  return {
    estimate: sum,
    noEffect: 0,
    formula: 'pods * podPnl * exposure * sessions * lossGivenOutage * (uptime - baseline)',
    inputs: [of.pods, of.podPnl, of.exposure, of.sessions, of.given, of.uptime, before],
    turns: `${equal}; ${moved}`,
  };
}

/** The mean of the simulated years, between the ends of the middle 95 of 100: its own error says nothing of a year. */
function ofYear(inMoney: boolean, money: MoneyImpact, plan: ImpactPlan): Answer | Unmeasured {
  const {year, currency, atRisk} = money;
  if (year === null)
    return {because: 'no outage cost anything in these days', needs: 'outages to learn a rate from'};
  const {mean, year: middle, outages} = year;
  const perYear = atRisk.pods * atRisk.podDaily * atRisk.exposure * atRisk.yearSessions * atRisk.given;
  const per = inMoney ? 1 : perYear;
  const of = ingredientsOf(money, plan);
  const stopped = downtimeIngredient(mean.mid / perYear);
  const estimate = {
    low: middle.low / per,
    mid: mean.mid / per,
    high: middle.high / per,
    level: middle.level,
    method: `mean of ${mean.n.toLocaleString('en-US')} simulated years, and between which the middle ones lie`,
    n: outages,
  };
  if (!inMoney)
    return {
      estimate,
      formula: 'downtime',
      inputs: [stopped],
      turns: oneMoreOutage(outages),
      picture: exceedancePicture(year, {atRisk: perYear}),
    };
  return {
    estimate,
    formula: 'pods * podPnl * exposure * yearSessions * downtime * lossGivenOutage',
    inputs: [of.pods, of.podPnl, of.exposure, of.yearSessions, stopped, of.given],
    turns: byGiven(money, plan, mean.mid),
    picture: exceedancePicture(year, {currency}),
  };
}

/** Which input moves the headline most, and between which ends. */
function movedBy({input, low, high}: SensitivityRow, {currency}: MoneyImpact): string {
  const sum = (amount: number) => showMoneyShort({amount, currency});
  return `most of all it moves by ${input}: ${low.value} makes it ${sum(low.headline)}, ${high.value} ${sum(high.headline)}`;
}

/** A sum is in proportion to loss given outage. */
function byGiven({atRisk, currency}: MoneyImpact, plan: ImpactPlan, sum: number): string {
  const said = plan.lossGivenOutage;
  const {low, high} = said ?? {...WHOLE, low: 0};
  const end = (share: number) =>
    `${inPercent(share)} makes it ${showMoneyShort({amount: (sum * share) / atRisk.given, currency})}`;
  return `loss given outage${said === null ? ', which nobody has said,' : ''}: ${end(low)}, ${end(high)}`;
}

function oneMoreOutage(outages: number): string {
  return `it is learned from ${outages} ${outages === 1 ? 'outage' : 'outages'}: one more as costly as the others' mean would raise it by ${inPercent(1 / (outages + 0.5))}`;
}
