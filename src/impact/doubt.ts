import {type Finding, finding, isFinding, say} from '../figure/index.ts';
import {sessions} from '../calendar/index.ts';
import {dayIn} from '../intake/index.ts';
import type {SystemReport} from '../record/index.ts';
import type {EvaluationWindow} from '../operations/index.ts';
import type {LossModel} from './loss/model.ts';

/** What of the period leaves the price in doubt: outages that last still, and exchanges that were never open in it. */
export function doubtsOf(
  {pods}: LossModel,
  {period}: Pick<EvaluationWindow, 'period'>,
  systems: readonly SystemReport[],
): readonly Finding[] {
  const used = new Set(pods.flatMap(({dependencies}) => dependencies.map(({system}) => system)));
  const open = systems.filter(one => used.has(one.system) && one.open > 0 && lastsStill(one));
  const calendars = [...new Set(pods.map(({clock}) => clock.calendar))];
  const shut = calendars.filter(calendar => {
    const held = sessions(calendar, dayIn(period.from, calendar.zone), dayIn(period.to - 1, calendar.zone));
    return !isFinding(held) && held.length === 0;
  });
  return [
    ...open.map(({system}) =>
      finding(
        'open-outage',
        'warning',
        say`${system} is down when the record ends: what that outage cost is a lower bound`,
        {hint: 'give the export of a later day'},
      ),
    ),
    ...shut.map(({id}) =>
      finding(
        'no-session',
        'warning',
        say`${id} has no session in the period that is judged: nothing could be lost`,
        {hint: 'check covers: in record.yaml, and from: in impact.yaml'},
      ),
    ),
  ];
}

/** Whether the last that is known of a system is that it was down: of the time since, nothing is known. */
function lastsStill({timelines: {counted}}: SystemReport): boolean {
  const last = counted.stretches.findLast(({state}) => state !== 'unknown');
  return last?.state === 'down';
}
