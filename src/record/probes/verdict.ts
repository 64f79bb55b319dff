import {conditionProblem, meaningOf, numberOf} from '../prometheus/condition.ts';
import type {SourceSpec, State} from '../types.ts';

/** The words of probes, beside 1 and 0. Anything else is not guessed at. */
const WORDS: Readonly<Record<string, State>> = {
  true: 'up',
  t: 'up',
  yes: 'up',
  up: 'up',
  ok: 'up',
  success: 'up',
  false: 'down',
  f: 'down',
  no: 'down',
  down: 'down',
  fail: 'down',
  failed: 'down',
  failure: 'down',
  error: 'down',
  timeout: 'down',
  degraded: 'degraded',
  nan: 'unknown',
  unknown: 'unknown',
};

/** The key of `states` that says what a minute is in which samples disagree. */
export const MIXED = 'mixed';

/**
 * What one sample says by the `states` of its source: words first, then values and bounds (`"< 400": up`), and without
 * any of these 1 is up and 0 is down. NaN and nothing are unknown. Null where the source wants such samples left out;
 * undefined for what nothing is said of.
 */
export function verdictOf(states: SourceSpec['states']): (ok: unknown) => State | null | undefined {
  const said = Object.entries(states).filter(([word]) => word !== MIXED);
  const words = new Map(said.map(([word, state]) => [word.trim().toLowerCase(), state]));
  const meaning = meaningOf(
    Object.fromEntries(said.filter(([word]) => conditionProblem(word) === undefined)),
  );
  return ok => {
    if (ok === null || ok === undefined) return 'unknown';
    const text = cellText(ok).trim().toLowerCase();
    if (words.has(text)) return words.get(text);
    if (text === '') return 'unknown';
    const number = numberOf(text);
    if (number !== undefined) return meaning(number);
    return Object.hasOwn(WORDS, text) ? WORDS[text] : undefined;
  };
}

/** A cell as text: empty for none, JSON for what is no single value. */
export function cellText(cell: unknown): string {
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'number' || typeof cell === 'bigint' || typeof cell === 'boolean') return `${cell}`;
  return cell === null || cell === undefined ? '' : JSON.stringify(cell);
}
