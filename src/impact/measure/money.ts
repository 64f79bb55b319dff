import {quantity, showCount} from '../../base/index.ts';
import {assumed, type Prose, quote, say, type Style, textOf} from '../../figure/index.ts';
import {startOfDay} from '../../intake/index.ts';
import {type OperationalRecord, type RecordSpec, tablesOf} from '../../record/index.ts';
import type {BaselineImpact} from '../against.ts';
import {exceedancePicture} from '../picture/exceedance.ts';
import {WHOLE} from '../plan.ts';
import type {SensitivityRow} from '../sensitivity.ts';
import type {Pricing} from '../money.ts';
import type {Derivation, Measurement, MeasureQuestion, Unmeasured} from './question.ts';
import {baselineInput, downtimeInput, grantedIn, inputsOf, type MeasureGrounds} from './basis.ts';
import {FORMULAS} from '../figures/formulas.ts';
import {baselineAsked} from './baseline-asked.ts';
import {counted, percentFigure, saidIn, sumFigure} from './counted.ts';
import type {Priced} from './priced.ts';

/** A figure of the report with what it is worked out from. */
type Answer = Pick<Measurement, 'estimate' | 'turns' | 'picture' | 'noEffect'> &
  Pick<Derivation, 'formula' | 'inputs'>;

/**
 * A figure of the impact report: what is at risk a minute, what was lost, what was protected against a named baseline, what
 * a year at this rate loses; in money, or as a share of the PnL at risk. It is told of all systems of the record that are
 * not controls. There is no answer where the report has none, and none of what was protected without a baseline.
 */
export function measureMoney(
  _record: OperationalRecord,
  plan: RecordSpec,
  question: MeasureQuestion,
  {plan: priced, place, money: moneyOf}: Priced,
): Measurement | Unmeasured {
  if (question.systems.length > 0)
    return {because: 'it is told of all your systems together', needs: 'no systems under measure'};
  const money = moneyOf(question);
  if ('because' in money) return money;
  const answer = answerOf(plan, money, {question, plan: priced, place});
  if ('because' in answer) return answer;
  const {formula, inputs, ...told} = answer;
  return {
    ...told,
    over: `all that hangs on the systems, ${money.exchanges.join(' and ')} sessions`,
    sources: plan.sources
      .filter(planned => tablesOf(planned).some(table => table === 'intervals' || table === 'pnl'))
      .map(({source}) => source.name),
    currency: money.currency,
    basis: {formula, inputs, assumption: grantedIn(priced)},
  };
}

function answerOf({zone}: RecordSpec, money: Pricing, grounds: MeasureGrounds): Answer | Unmeasured {
  const {question, plan} = grounds;
  if (money.total.uptime === null)
    return {because: 'nothing is at risk', needs: 'pods that make money and hang on a system'};
  const of = inputsOf(money, grounds);
  switch (question.what) {
    case 'atRiskPerMinute':
      return {
        estimate: money.atRisk.minute,
        formula: FORMULAS.atRiskPerMinute,
        inputs: [of.pods, of.podPnl, of.exposure, of.minutes],
        turns: null,
      };
    case 'lost':
      return {
        estimate: money.total.lost,
        formula: FORMULAS.lost,
        inputs: [of.pods, of.podPnl, of.exposure, of.sessions, of.uptime, of.given],
        turns: byGiven(money, grounds, money.total.lost.mid),
      };
    case 'protected':
    case 'protectedShare': {
      const against = baselineAsked(question, plan, money, startOfDay(question.from, zone ?? 'UTC'));
      return 'because' in against ? against : shielded(money, grounds, against.impact());
    }
    default:
      return ofYear(money, grounds);
  }
}

function shielded(money: Pricing, grounds: MeasureGrounds, against: BaselineImpact): Answer | Unmeasured {
  const {share, protected: sum, baseline, uptime: theirs} = against;
  const {uptime} = money.total;
  if (theirs === null || uptime === null)
    return {because: 'nothing is at risk', needs: 'pods that hang on a system'};
  const {question} = grounds;
  const of = inputsOf(money, grounds);
  const before = baselineInput(baseline, theirs, grounds);
  const equal = say`a baseline of ${percentFigure(question, uptime, 'uptime')} would leave nothing protected`;
  if (question.what === 'protectedShare')
    return {
      estimate: share,
      noEffect: 0,
      formula: FORMULAS.protectedShare,
      inputs: [of.uptime, before],
      turns: equal,
    };
  const first = money.baselines[0]?.baseline === baseline ? money.sensitivity()[0] : undefined;
  const moved = first === undefined ? byGiven(money, grounds, sum.mid) : movedBy(first, money, question);
  return {
    estimate: sum,
    noEffect: 0,
    formula: FORMULAS.protected,
    inputs: [of.pods, of.podPnl, of.exposure, of.sessions, of.given, of.uptime, before],
    turns: say`${equal}; ${moved}`,
  };
}

/** The mean of the simulated years, between the ends of the middle 95 of 100: its own error says nothing of a year. */
function ofYear(money: Pricing, grounds: MeasureGrounds): Answer | Unmeasured {
  const {currency, atRisk} = money;
  const year = money.year();
  if (year === null)
    return {because: 'no outage cost anything in these days', needs: 'outages to learn a rate from'};
  const {mean, year: middle, outages} = year;
  const perYear = atRisk.pods * atRisk.podDaily * atRisk.exposure * atRisk.yearSessions * atRisk.given;
  const {question} = grounds;
  const inMoney = question.what === 'yearLoss';
  const per = inMoney ? 1 : perYear;
  const of = inputsOf(money, grounds);
  const stopped = downtimeInput(mean.mid / perYear, grounds);
  const estimate = {
    low: middle.low / per,
    mid: mean.mid / per,
    high: middle.high / per,
    level: middle.level,
    method: `mean of ${showCount(mean.n)} simulated years, and between which the middle ones lie`,
    n: outages,
  };
  if (!inMoney)
    return {
      estimate,
      formula: 'downtime',
      inputs: [stopped],
      turns: oneMoreOutage(outages, question),
      picture: exceedancePicture(year, {atRisk: perYear}),
    };
  return {
    estimate,
    formula: 'pods * podPnl * exposure * yearSessions * downtime * lossGivenOutage',
    inputs: [of.pods, of.podPnl, of.exposure, of.yearSessions, stopped, of.given],
    turns: byGiven(money, grounds, mean.mid),
    picture: exceedancePicture(year, {currency}),
  };
}

/** Which input moves the headline most, and between which ends. */
function movedBy({input, low, high}: SensitivityRow, {currency}: Pricing, question: MeasureQuestion): Prose {
  const end = ({value, headline}: SensitivityRow['low']) =>
    [quote(textOf(value)), sumFigure(question, headline, currency)] as const;
  const [[least, then], [most, otherwise]] = [end(low), end(high)];
  return say`most of all it moves by ${input}: ${least} makes it ${then}, ${most} ${otherwise}`;
}

/** A sum is in proportion to loss given outage. */
function byGiven({atRisk, currency}: Pricing, {question, plan, place}: MeasureGrounds, sum: number): Prose {
  const said = plan.lossGivenOutage;
  const then = (share: number) => sumFigure(question, (sum * share) / atRisk.given, currency);
  if (said === null) {
    const end = (share: number) =>
      assumed(quantity(share), WHOLE.source, {style: PERCENT, disclosure: 'private'});
    return say`loss given outage, which nobody has said,: ${end(0)} makes it ${then(0)}, ${end(1)} makes it ${then(1)}`;
  }
  const end = (key: 'low' | 'high') =>
    saidIn(place, ['lossGivenOutage', key], quantity(said[key]), said.source, PERCENT);
  return say`loss given outage: ${end('low')} makes it ${then(said.low)}, ${end('high')} makes it ${then(said.high)}`;
}

const PERCENT: Style = {as: 'known', share: true};

function oneMoreOutage(outages: number, question: MeasureQuestion): Prose {
  const from = counted(question, quantity(outages, 'outage'), {as: 'full'}, {subject: 'outage'});
  return say`it is learned from ${from}: one more as costly as the others' mean would raise it by ${percentFigure(question, 1 / (outages + 0.5))}`;
}
