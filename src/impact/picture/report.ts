import {isFinding, textOf} from '../../figure/index.ts';
import {exchange, sessions} from '../../calendar/index.ts';
import {dayIn} from '../../intake/index.ts';
import type {OperationalRecord, RecordSpec, RecordReport} from '../../record/index.ts';
import {sidesOf} from '../../operations/index.ts';
import type {Assumptions} from '../plan.ts';
import type {ImpactReport} from '../report.ts';
import {changePicture} from './change.ts';
import {exceedancePicture} from './exceedance.ts';
import {timelinePicture} from './timeline.ts';
import type {ChangePicture, ExceedancePicture, TimelinePicture} from './types.ts';

/** The pictures of a report, in its own money and with the names of the record; why one is missing stands in its place. */
export interface ReportPictures {
  readonly timeline: TimelinePicture | string;
  readonly exceedance: ExceedancePicture | string;
  readonly change: ChangePicture | string;
}

export function reportPictures(
  record: OperationalRecord,
  read: RecordReport,
  recordPlan: RecordSpec,
  plan: Assumptions,
  report: ImpactReport,
): ReportPictures {
  return {
    timeline: timelineOf(read, recordPlan, plan, report),
    exceedance: exceedanceOf(report),
    change: changeOf(record, plan, report),
  };
}

function exceedanceOf({money, unpriced}: ImpactReport): ExceedancePicture | string {
  if (money === null) return unpriced ?? 'nothing is priced';
  const {year, currency} = money;
  return year === null
    ? 'no outage cost anything: there is no year to simulate'
    : exceedancePicture(year, {currency});
}

/** The user's own systems over all that the record covers, in the sessions of its first exchange. */
function timelineOf(
  {systems, period: covers}: RecordReport,
  {calendars}: RecordSpec,
  {baselines, exchange: named}: Assumptions,
  {period, zone}: ImpactReport,
): TimelinePicture | string {
  const calendar = exchange(named ?? calendars[0] ?? '24x7');
  if (isFinding(calendar)) return textOf(calendar.message);
  if (covers === null) return 'the record is empty';
  const [from, to] = [dayIn(covers.from, zone), dayIn(covers.to - 1, zone)];
  const held = sessions(calendar, from, to);
  if (isFinding(held)) return textOf(held.message);
  const controls = new Set(baselines.flatMap(one => (one.kind === 'control' ? one.systems : [])));
  return timelinePicture(
    systems
      .filter(({system}) => !controls.has(system))
      .map(({system, timelines}) => ({name: system, timeline: timelines.counted})),
    {
      from,
      to,
      calendar,
      sessions: held,
      since: period.from > covers.from ? dayIn(period.from, zone) : null,
    },
  );
}

/** By the times that the record tells on both sides: from start to end, or else from commit to end. */
function changeOf(
  {deployments}: OperationalRecord,
  {delivery}: Assumptions,
  {delivery: told, zone}: ImpactReport,
): ChangePicture | string {
  const change = delivery?.change;
  if (delivery === null || change == null || told?.change == null)
    return 'impact.yaml names no change under delivery:';
  const {runTime, leadTime, period} = told.change;
  const both = runTime.before !== null && runTime.after !== null;
  const {touched, spared} = sidesOf(deployments, delivery, change);
  const {day, at} = change;
  return changePicture(
    touched,
    spared,
    both ? 'run' : 'lead',
    {day, at, period, zone},
    both ? runTime : leadTime,
  );
}
