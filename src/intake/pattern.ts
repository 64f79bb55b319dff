import {type ClockReading, fromParts, unreadableTime} from './clock.ts';

/** The letters of a pattern, longest first, and what they stand for: those of Unicode's date patterns. */
const FIELDS: readonly (readonly [letters: string, part: string, form: string])[] = [
  ['yyyy', 'year', '\\d{4}'],
  ['yy', 'year', '\\d{2}'],
  ['MMMM', 'month', '[A-Za-z]{3,9}'],
  ['MMM', 'month', '[A-Za-z]{3}'],
  ['MM', 'month', '\\d{2}'],
  ['M', 'month', '\\d{1,2}'],
  ['dd', 'day', '\\d{2}'],
  ['d', 'day', '\\d{1,2}'],
  ['EEEE', 'weekday', '[A-Za-z]{6,9}'],
  ['EEE', 'weekday', '[A-Za-z]{3}'],
  ['HH', 'hour', '\\d{2}'],
  ['H', 'hour', '\\d{1,2}'],
  ['hh', 'hour', '\\d{2}'],
  ['h', 'hour', '\\d{1,2}'],
  ['mm', 'minute', '\\d{2}'],
  ['ss', 'second', '\\d{2}'],
  ['S', 'fraction', '\\d+'],
  ['a', 'half', '[AaPp]\\.?[Mm]\\.?'],
  ['XXX', 'zone', '[+-]\\d{2}:?\\d{2}|Z'],
  ['Z', 'zone', '[+-]\\d{2}:?\\d{2}|Z'],
  ['VV', 'zone', '[A-Za-z]+(?:[/_+-][A-Za-z0-9]+)*'],
];

type Form = {readonly ok: true; readonly form: RegExp} | {readonly ok: false; readonly message: string};

/** Compiled once each: a record has a handful of patterns and millions of rows. */
const known = new Map<string, Form>();

/** Reads `text` as the pattern says: `MM/dd/yyyy HH:mm`, `d.M.yy`, `yyyyMMddHHmmss`, `MM/dd/yyyy h:mm a`. */
export function readPattern(text: string, pattern: string): ClockReading {
  const compiled = known.get(pattern) ?? compile(pattern);
  known.set(pattern, compiled);
  if (!compiled.ok) return {ok: false, rule: 'bad-row', message: compiled.message, hint: PATTERN_HINT};
  const found = compiled.form.exec(text)?.groups;
  if (found !== undefined) return fromParts(found, text);
  const {message} = unreadableTime(text);
  return {
    ok: false,
    rule: 'bad-row',
    message: `${message} of the format ${pattern}`,
    hint: 'correct timeFormat, or give rows of another format a source of their own',
  };
}

/** What is wrong with a pattern; undefined where nothing is. */
export function patternProblem(pattern: string): string | undefined {
  const compiled = compile(pattern);
  return compiled.ok ? undefined : compiled.message;
}

export const PATTERN_HINT =
  "the letters are yyyy yy MMMM MMM MM M dd d EEEE EEE HH H hh h mm ss S a XXX VV; words stand in quotes: 'at'";

function compile(pattern: string): Form {
  const parts = new Set<string>();
  let form = '';
  for (let at = 0; at < pattern.length; ) {
    const rest = pattern.slice(at);
    const quoted = /^'([^']*)'/.exec(rest);
    if (quoted !== null) {
      form += literally(quoted[1] === '' ? "'" : (quoted[1] ?? ''));
      at += quoted[0].length;
      continue;
    }
    const run = /^([A-Za-z])\1*/.exec(rest)?.[0];
    if (run === undefined) {
      form += /^\s/.test(rest) ? '\\s+' : literally(rest.charAt(0));
      at += /^\s+/.exec(rest)?.[0].length ?? 1;
      continue;
    }
    const field = FIELDS.find(([letters]) => letters === run || (letters === 'S' && /^S+$/.test(run)));
    if (field === undefined) return {ok: false, message: `${run} means nothing in the pattern ${pattern}`};
    const [letters, part, digits] = field;
    if (parts.has(part)) return {ok: false, message: `the ${part} stands twice in the pattern ${pattern}`};
    parts.add(part);
    if (letters === 'hh' || letters === 'h') parts.add('clock of twelve hours');
    form += `(?<${part}>${digits})`;
    at += run.length;
  }
  const missing = ['year', 'month', 'day'].find(part => !parts.has(part));
  if (missing !== undefined) return {ok: false, message: `the pattern ${pattern} has no ${missing}`};
  if (parts.has('clock of twelve hours') !== parts.has('half')) {
    return {ok: false, message: `the pattern ${pattern} wants h with a, or H without`};
  }
  return {ok: true, form: new RegExp(`^${form}$`)};
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}
