import type {OperationalRecord, RecordPlan} from '../../record/index.ts';
import {type Compared, changeReport, sidesOf} from '../../operations/index.ts';
import type {Estimate} from '../../stats/index.ts';
import {changePicture} from '../picture/change.ts';
import type {Measurement, MeasureQuestion, Unmeasured} from './question.ts';
import type {Priced} from './priced.ts';
import {inMinutes, signedPercent} from './words.ts';

/**
 * By what share the time from a deployment's start to its end changed at the change of impact.yaml's delivery: what is left
 * over its control where it has one, else the jump of the weekly median, with whatever else happened. Over the days of the
 * question, before the change and after it.
 */
export function measureChange(
  {deployments}: OperationalRecord,
  recordPlan: RecordPlan,
  {period, from, to, at, calendar}: MeasureQuestion,
  {plan: {delivery}}: Priced,
): Measurement | Unmeasured {
  if (delivery === null || delivery.change === null)
    return {because: 'impact.yaml names no change of delivery', needs: 'its day under delivery: change:'};
  if (at === 'p90') return {because: 'a control is compared by medians', needs: 'at: median'};
  const {change} = delivery;
  if (!(change.at > period.from && change.at < period.to))
    return {
      because: `the change of ${change.day} does not lie between ${from} and ${to}`,
      needs: 'days on both sides of it',
    };
  const compared = changeReport(deployments, delivery, period, change).runTime;
  const found = overOthers(compared);
  if ('because' in found) return found;
  const {touched, spared} = sidesOf(deployments, delivery, change);
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
      touched,
      spared,
      'run',
      {...change, period, zone: recordPlan.zone ?? calendar.zone},
      compared,
    ),
  };
}

function overOthers({
  overControl,
  median,
  before,
  after,
}: Compared): {readonly change: Estimate; readonly turns: string} | Unmeasured {
  const medians =
    before === null || after === null
      ? ''
      : `; the medians are ${inMinutes(before.mid)} minutes before it and ${inMinutes(after.mid)} after`;
  if (overControl === null) {
    if (!('change' in median)) return {because: median.message, needs: median.hint ?? 'more weeks'};
    return {
      change: median.change,
      turns: `whatever else changed at that time is in it, for there is no control${medians}`,
    };
  }
  if (!('change' in overControl))
    return {because: overControl.message, needs: overControl.hint ?? 'more weeks'};
  const {change, driftBefore} = overControl;
  if (driftBefore === null) return {change, turns: `both may have drifted apart before it${medians}`};
  const {low, high} = driftBefore;
  const apart = `${signedPercent(low)} to ${signedPercent(high)} a week`;
  return {
    change,
    turns:
      low <= 0 && high >= 0
        ? `a drift away from the control before it would: it was ${apart}, which includes none at all${medians}`
        : `both drifted apart before it by ${apart}, and that drift is in it${medians}`,
  };
}
