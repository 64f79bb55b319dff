export {type Calendar, calendarOf, isOpen, openMinutes, openWithin, sessions} from './calendar.ts';
export {
  type Conventions,
  type DayLength,
  daysOf,
  minutesOf,
  shippedConventions,
  type YearLength,
} from './convention.ts';
export {DAY_MS} from './day.ts';
export {exchange, type Listed, listedCalendars} from './exchange.ts';
export {
  type ClosureKind,
  type DatedHours,
  type DayFact,
  type ExchangeFacts,
  type Move,
  type ShortDay,
  type Stretch,
  type Weekday,
  WEEKDAYS,
} from './facts.ts';
export {beyondCalendar} from './finding.ts';
export type {OpenTime} from './open-time.ts';
export {
  allowedSeconds,
  type CalendarReport,
  calendarReport,
  openDays,
  type QuarterOpen,
  sessionMinutes,
  type ShortSession,
  usualSession,
} from './report.ts';
export type {Closure, EpochMs, OpenStretch, Session} from './session.ts';
export {minuteOfDay, minutesOut, outagePlace, type VenueOutage, venueOutage} from './venue-outage.ts';
