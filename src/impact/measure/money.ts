import {showMoneyShort} from '../../base/index.ts';
import {type OperationalRecord, type RecordPlan, startOfDay, tablesOf} from '../../record/index.ts';
import type {Estimate} from '../estimate.ts';
import {exceedancePicture} from '../picture/exceedance.ts';
import {type ImpactPlan, WHOLE} from '../plan.ts';
import type {SensitivityRow} from '../sensitivity.ts';
import type {BaselineImpact, ImpactReport} from '../types.ts';
import {baselineIngredient, grantedIn, type Ingredient, ingredientsOf} from './basis.ts';
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
  {plan: assumed, report: reportOn}: Priced,
): Measurement | Unmeasured {
  if (question.systems.length > 0)
    return {because: 'it is told of all your systems together', needs: 'no systems under measure'};
  const report = reportOn(question);
  if ('because' in report) return report;
  const answer = answerOf(question, plan, assumed, report);
  if ('because' in answer) return answer;
  const {formula, inputs, ...told} = answer;
  const exchanges = [...new Set(report.pods.map(({exchange}) => exchange))];
  return {
    ...told,
    over: `all that hangs on the systems, ${exchanges.join(' and ')} sessions`,
    sources: plan.sources
      .filter(planned => tablesOf(planned).some(table => table === 'intervals' || table === 'pnl'))
      .map(({source}) => source.name),
    currency: report.currency,
    basis: {formula, inputs, assumption: grantedIn(assumed)},
  };
}

function answerOf(
  question: MeasureQuestion,
  {zone}: RecordPlan,
  plan: ImpactPlan,
  report: ImpactReport,
): Answer | Unmeasured {
  const {pods, podPnl, exposure, minutes, sessions, yearSessions, given, uptime} = ingredientsOf(
    report,
    plan,
  );
  const daily = [pods, podPnl, exposure];
  switch (question.what) {
    case 'atRiskPerMinute':
      return {
        estimate: report.atRisk.minute,
        formula: 'pods * podPnl * exposure / minutes',
        inputs: [...daily, minutes],
        turns: null,
      };
    case 'lost':
      return {
        estimate: report.total.lost,
        formula: 'pods * podPnl * exposure * sessions * (1 - uptime) * lossGivenOutage',
        inputs: [...daily, sessions, uptime, given],
        turns: byGiven(report, plan, report.total.lost.mid),
      };
    case 'protected':
    case 'protectedShare': {
      const until = startOfDay(question.from, zone ?? 'UTC');
      const against = baselineAsked(question, plan, report, until);
      if ('because' in against) return against;
      return shielded(question.what, report, plan, against, [...daily, sessions, given], uptime);
    }
    default: {
      const {year, atRisk} = report;
      if (year === null)
        return {because: 'no outage cost anything in these days', needs: 'outages to learn a rate from'};
      const perYear = atRisk.pods * atRisk.podDaily * atRisk.exposure * atRisk.yearSessions * atRisk.given;
      const inMoney = question.what === 'yearLoss';
      const per = inMoney ? 1 : perYear;
      const rate: Ingredient = {
        name: 'downtime',
        label: 'share of the PnL at risk that a simulated year stops on average',
        quantity: {value: year.mean.mid / perYear, unit: {}},
        share: true,
        evidence: {tier: 'measured', source: null},
      };
      return {
        estimate: yearEstimate(report, per),
        formula: inMoney
          ? 'pods * podPnl * exposure * yearSessions * downtime * lossGivenOutage'
          : 'downtime',
        inputs: inMoney ? [...daily, yearSessions, rate, given] : [rate],
        turns: inMoney ? byGiven(report, plan, year.mean.mid) : oneMoreOutage(year.outages),
        picture: exceedancePicture(year, inMoney ? {currency: report.currency} : {atRisk: perYear}),
      };
    }
  }
}

/** The mean of the simulated years, between the ends of the middle 95 of 100: its own error says nothing of a year. */
function yearEstimate({year}: ImpactReport, per: number): Estimate {
  if (year === null) throw new RangeError('no year was simulated');
  const {mean, year: spread, outages} = year;
  return {
    low: spread.low / per,
    mid: mean.mid / per,
    high: spread.high / per,
    level: spread.level,
    method: `mean of ${mean.n.toLocaleString('en-US')} simulated years; the ends are those of the middle years`,
    n: outages,
  };
}

function shielded(
  what: 'protected' | 'protectedShare',
  report: ImpactReport,
  plan: ImpactPlan,
  against: BaselineImpact,
  money: readonly Ingredient[],
  uptime: Ingredient,
): Answer | Unmeasured {
  const {share, protected: sum, baseline, uptime: theirs} = against;
  if (theirs === null || report.total.uptime === null)
    return {because: 'nothing is at risk', needs: 'pods that hang on a system'};
  const before = baselineIngredient(baseline, theirs);
  const equal = `a baseline of ${inPercent(report.total.uptime)} would leave nothing protected`;
  if (what === 'protectedShare')
    return {
      estimate: share,
      noEffect: 0,
      formula: 'uptime - baseline',
      inputs: [uptime, before],
      turns: equal,
    };
  const first = report.baselines[0] === against ? report.sensitivity[0] : undefined;
  const moved = first === undefined ? byGiven(report, plan, sum.mid) : movedBy(first, report);
  return {
    estimate: sum,
    noEffect: 0,
    formula: 'pods * podPnl * exposure * sessions * lossGivenOutage * (uptime - baseline)',
    inputs: [...money, uptime, before],
    turns: `${equal}; ${moved}`,
  };
}

/** Which input moves the headline most, and between which ends. */
function movedBy({input, low, high}: SensitivityRow, {currency}: ImpactReport): string {
  const money = (amount: number) => showMoneyShort({amount, currency});
  return `most of all it moves by ${input}: ${low.value} makes it ${money(low.headline)}, ${high.value} ${money(high.headline)}`;
}

/** A sum is in proportion to loss given outage. */
function byGiven({atRisk, currency}: ImpactReport, plan: ImpactPlan, sum: number): string {
  const said = plan.lossGivenOutage;
  const {low, high} = said ?? {...WHOLE, low: 0};
  const end = (share: number) =>
    `${inPercent(share)} makes it ${showMoneyShort({amount: (sum * share) / atRisk.given, currency})}`;
  return `loss given outage${said === null ? ', which nobody has said,' : ''}: ${end(low)}, ${end(high)}`;
}

function oneMoreOutage(outages: number): string {
  return `it is learned from ${outages} ${outages === 1 ? 'outage' : 'outages'}: one more as costly as the others' mean would raise it by ${inPercent(1 / (outages + 0.5))}`;
}
