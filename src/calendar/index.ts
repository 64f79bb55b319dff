export {type Calendar, isOpen, openMinutes, openWithin, sessions} from './calendar.ts';
export {
  type Conventions,
  daysOf,
  minutesOf,
  type DayLength,
  shippedConventions,
  type YearLength,
} from './convention.ts';
export {DAY_MS} from './day.ts';
export {exchange, listedCalendars} from './exchange.ts';
export {beyondCalendar} from './finding.ts';
export {
  allowedSeconds,
  type CalendarReport,
  calendarReport,
  openDays,
  type ShortSession,
  sessionMinutes,
  usualSession,
} from './report.ts';
export type {EpochMs, Session} from './session.ts';
export {minuteOfDay, outagePlace, venueOutage} from './venue-outage.ts';
