import {calendarReport, type CalendarReport, exchange, listedCalendars} from '../../calendar/index.ts';
import {type Finding, isFinding} from '../../figure/index.ts';
import {calendarsText, calendarText} from '../calendar-text.ts';
import type {CalendarFlags} from '../calendar-command.ts';
import {type Context, EXIT} from '../context.ts';
import {sayFindings} from '../findings.ts';

/** `parley calendar [ID]`: a year of one exchange, or of all of them, a line each. */
export function calendar(this: Context, flags: CalendarFlags, id?: string): void {
  const year = flags.year ?? Number(this.today.slice(0, 4));
  const reports = (id === undefined ? listedCalendars().map(one => one.id) : [id]).map(one =>
    reportOf(one, year),
  );
  const told = reports.flatMap(report => (isFinding(report) ? [] : [report]));
  sayFindings(this, reports.filter(isFinding));
  if (told.length === 0) return this.exit(EXIT.usage);
  const look = {width: this.width, colour: this.colour};
  const one = id === undefined ? undefined : told[0];
  if (flags.json) this.print(JSON.stringify(one ?? told, null, 2));
  else this.print(one === undefined ? calendarsText(told, look) : calendarText(one, look));
}

function reportOf(id: string, year: number): CalendarReport | Finding {
  const found = exchange(id);
  return isFinding(found) ? found : calendarReport(found, year);
}
