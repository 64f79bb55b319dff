/** What `data/exchanges/<id>.json` says of one exchange: facts as a person would write them down, none worked out. */
export interface ExchangeFacts {
  readonly id: string;
  readonly name: string;
  /** IANA time zone, in which all times of day are written. */
  readonly zone: string;
  readonly source: string;
  readonly asOf: string;
  /** First and last day that the facts speak of. */
  readonly covers: {readonly from: string; readonly to: string};
  /** Days of the week with a session; Monday to Friday unless told. */
  readonly week?: readonly Weekday[];
  /** Usual hours, each entry until the next one begins. */
  readonly hours: readonly DatedHours[];
  readonly closed: readonly DayFact[];
  readonly short: readonly ShortDay[];
  readonly notes?: readonly string[];
}

export const WEEKDAYS = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const;
type Weekday = (typeof WEEKDAYS)[number];

/** From and to, `09:30`; `previous 17:00` is on the evening before the session's date, `24:00` its end. */
export type ClockHours = readonly [from: string, to: string];

export interface DatedHours {
  readonly from: string;
  /** The stretches of a session, in order: more than one where there is a lunch break or a halt. */
  readonly open: readonly ClockHours[];
  readonly source?: string;
}

/** Where a rule's day goes that falls on a day without a session. Without it, such a day is not moved: it is lost. */
type Move =
  | 'to nearest weekday'
  | 'to weekday before'
  | 'to next free weekday'
  | 'Sunday to next free weekday';

export interface DayFact {
  readonly name: string;
  /** A rule ("third Monday of January") or the days themselves. `day.ts` and `rule.ts` say which rules there are. */
  readonly on: string | readonly string[];
  /** First and last year of the rule. */
  readonly from?: number;
  readonly to?: number;
  readonly except?: readonly number[];
  /** Only where the rule's day is one of these. */
  readonly weekdays?: readonly Weekday[];
  readonly moves?: Move;
  /** Holidays unless told. A venue's own fault is kept apart, for it is no holiday: somebody may hold it against the venue. */
  readonly kind?: ClosureKind;
  readonly source?: string;
  /** Why the fact is not certain, where its sources disagree or speak of other years. It is told with the session. */
  readonly doubt?: string;
}

export type ClosureKind = 'holiday' | 'mourning' | 'weather' | 'venue' | 'election' | 'ad hoc';

/** A day whose session is cut at one end or both, or has hours of its own. */
export interface ShortDay extends DayFact {
  readonly open?: string;
  readonly close?: string;
  readonly hours?: readonly ClockHours[];
}
