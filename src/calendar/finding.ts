import {type Finding, near} from '../base/index.ts';

/** What a calendar answers where it has no facts to answer from. */
type CalendarRule = 'unknown-calendar' | 'beyond-calendar';
export type CalendarFinding = Finding<CalendarRule>;

/** `known` are ids; `spellings` lead from other names that people use to an id. */
export function unknownCalendar(
  id: string,
  known: readonly string[],
  spellings: ReadonlyMap<string, string>,
): CalendarFinding {
  const close = near(id, [...known, ...spellings.keys()]);
  const meant = close === undefined ? undefined : (spellings.get(close) ?? close);
  return {
    rule: 'unknown-calendar',
    severity: 'error',
    message: `unknown calendar "${id}", expected one of ${known.join(', ')}`,
    ...(meant === undefined ? {} : {hint: `did you mean ${meant}?`}),
  };
}

export function beyondCalendar(
  calendar: {readonly id: string; readonly covers: {readonly from: string; readonly to: string}},
  asked: string,
  side: 'before' | 'after',
): CalendarFinding {
  const {id, covers} = calendar;
  return {
    rule: 'beyond-calendar',
    severity: 'error',
    message:
      side === 'after'
        ? `${id} ends with ${covers.to}, and ${asked} is after it`
        : `${id} begins with ${covers.from}, and ${asked} is before it`,
    hint: `ask for days from ${covers.from} to ${covers.to}${side === 'after' ? '; later ones need facts that are not published yet' : ''}`,
  };
}
