import {quantity} from '../../base/index.ts';
import {type Prose, say} from '../../figure/index.ts';
import type {OperationalRecord, RecordSpec} from '../../record/index.ts';
import {comparedMedians, type ComparedMedians, sidesOf} from '../../operations/index.ts';
import type {Estimate} from '../../stats/index.ts';
import {changePicture} from '../picture/change.ts';
import {type Measurement, type MeasureQuestion, unanswered, type Unmeasured} from './question.ts';
import type {Priced} from './priced.ts';
import {factorFigure, minutesFigure, percentFigure} from './counted.ts';

/**
 * By what share the time from a deployment's start to its end changed at the change of impact.yaml's delivery: what is left
 * over its control where it has one, else the jump of the weekly median, with whatever else happened. Over the days of the
 * question, before the change and after it.
 */
export function measureChange(
  {deployments}: OperationalRecord,
  recordPlan: RecordSpec,
  question: MeasureQuestion,
  {plan: {delivery}}: Priced,
): Measurement | Unmeasured {
  const {period, from, to, at, calendar} = question;
  if (delivery === null || delivery.change === null)
    return {because: 'impact.yaml names no change of delivery', needs: 'its day under delivery: change:'};
  if (at === 'p90') return {because: 'a control is compared by medians', needs: 'at: median'};
  const {change} = delivery;
  if (!(change.at > period.from && change.at < period.to))
    return {
      because: `the change of ${change.day} does not lie between ${from} and ${to}`,
      needs: 'days on both sides of it',
    };
  const sides = sidesOf(deployments, delivery, change);
  const compared = comparedMedians(sides, 'run', period, change);
  const found = overOthers(compared, question);
  if ('because' in found) return found;
  const heard = deployments.filter(({service}) => change.control.includes(service));
  const own = deployments.filter(
    ({source}) => delivery.sources.length === 0 || delivery.sources.includes(source),
  );
  return {
    estimate: found.change,
    noEffect: 0,
    controlled: compared.overControl !== null,
    over: `${found.change.n} weeks on both sides of ${change.day}${compared.overControl === null ? '' : ', beside a control'}`,
    turns: found.turns,
    sources: [...new Set([...own, ...heard].map(({source}) => source))],
    picture: changePicture(
      sides.touched,
      sides.spared,
      'run',
      {...change, period, zone: recordPlan.zone ?? calendar.zone},
      compared,
    ),
  };
}

function overOthers(
  {overControl, median, before, after}: ComparedMedians,
  question: MeasureQuestion,
): {readonly change: Estimate; readonly turns: Prose} | Unmeasured {
  const medians =
    before === null || after === null
      ? say``
      : say`; the medians are ${minutesFigure(question, before.mid, 'deploymentTime')} before it and ${factorFigure(question, quantity(after.mid, 'minute'), 'deploymentTime')} after`;
  if (overControl === null) {
    if (!('change' in median)) return unanswered(median, 'more weeks');
    return {
      change: median.change,
      turns: say`whatever else changed at that time is in it, for there is no control${medians}`,
    };
  }
  if (!('change' in overControl)) return unanswered(overControl, 'more weeks');
  const {change, driftBefore} = overControl;
  if (driftBefore === null) return {change, turns: say`both may have drifted apart before it${medians}`};
  const {low, high} = driftBefore;
  const apart = say`${percentFigure(question, low)} to ${percentFigure(question, high)} a week`;
  return {
    change,
    turns:
      low <= 0 && high >= 0
        ? say`a drift away from the control before it would: it was ${apart}, which includes none at all${medians}`
        : say`both drifted apart before it by ${apart}, and that drift is in it${medians}`,
  };
}
