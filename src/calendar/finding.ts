import {near} from '../base/index.ts';
import {type Finding, finding, say} from '../figure/index.ts';

/** `known` are ids; `spellings` lead from other names that people use to an id. */
export function unknownCalendar(
  id: string,
  known: readonly string[],
  spellings: ReadonlyMap<string, string>,
): Finding {
  const close = near(id, [...known, ...spellings.keys()]);
  const meant = close === undefined ? undefined : (spellings.get(close) ?? close);
  const message = say`unknown calendar "${id}", expected one of ${known.join(', ')}`;
  const hint = meant && say`did you mean ${meant}?`;
  return finding('unknown-calendar', 'error', message, {hint});
}

export function beyondCalendar(
  calendar: {readonly id: string; readonly covers: {readonly from: string; readonly to: string}},
  asked: string,
  side: 'before' | 'after',
): Finding {
  const {id, covers} = calendar;
  const message =
    side === 'after'
      ? say`${id} ends with ${covers.to}, and ${asked} is after it`
      : say`${id} begins with ${covers.from}, and ${asked} is before it`;
  const hint = say`ask for days from ${covers.from} to ${covers.to}${side === 'after' ? '; later ones need facts that are not published yet' : ''}`;
  return finding('beyond-calendar', 'error', message, {
    hint,
  });
}
