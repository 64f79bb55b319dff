import {isFinding} from '../figure/index.ts';
import {calendarReport, type CalendarReport, exchange, listedCalendars} from '../calendar/index.ts';
import type {Question} from './world.ts';

/** A year of one exchange, or of all of them: when they are open. Those whose facts do not reach it are findings. */
export const calendar: Question<
  {readonly id: string | null; readonly year: number},
  readonly CalendarReport[]
> = async ({id, year}) => {
  const asked = id === null ? listedCalendars().map(one => one.id) : [id];
  const found = asked.map(one => {
    const known = exchange(one);
    return isFinding(known) ? known : calendarReport(known, year);
  });
  const reports = found.flatMap(one => (isFinding(one) ? [] : [one]));
  const none = reports.length === 0;
  return {report: none ? null : reports, findings: found.filter(isFinding), isMisasked: none};
};
