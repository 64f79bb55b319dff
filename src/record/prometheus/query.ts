import type {EpochMs} from '../../calendar/index.ts';
import type {Period} from '../types.ts';

const STRING = String.raw`(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|` + '`[^`]*`)';
const MATCHER = String.raw`\s*(?:[A-Za-z_]\w*\s*(?:=~|!~|!=|=)\s*${STRING}|${STRING})\s*`;
const BRACES = String.raw`\{\s*(?:${MATCHER}(?:,${MATCHER})*,?\s*)?\}`;
const SELECTOR = new RegExp(String.raw`^(?:[A-Za-z_:][\w:]*(?:\s*${BRACES})?|${BRACES})$`);

/** How a query is put to the server. */
export interface AskedQuery {
  readonly text: string;
  /** Whether a missing sample shows as missing. Else the server carries the last one on, for five minutes unless told. */
  readonly shows: boolean;
}

/**
 * A plain selector is asked for its last sample within each step, so that the server does not fill gaps by looking back.
 * Any other expression is asked as it stands: where it has no range of its own, values are carried over gaps.
 */
export function askedQuery(query: string, stepMs: number): AskedQuery {
  const text = query.trim();
  if (SELECTOR.test(text)) return {text: `last_over_time(${text}[${duration(stepMs)}])`, shows: true};
  const bare = text.replace(new RegExp(STRING, 'g'), '""');
  return {text, shows: bare.includes('[')};
}

/** As the query language writes lengths of time: whole, and not below a millisecond. */
export function duration(ms: number): string {
  return ms % 1000 === 0 ? `${ms / 1000}s` : `${ms}ms`;
}

/** Points of one series that a server gives in one answer. */
export const MOST_POINTS = 11_000;

/**
 * The instant at which the point of a step is asked for: its last millisecond. What was sampled within [t, t + step)
 * speaks for that step, and for no other.
 */
export function pointOf(period: Period, stepMs: number, step: number): EpochMs {
  return period.from + (step + 1) * stepMs - 1;
}

/** How many steps it takes to cover a period. */
export function stepsIn({from, to}: Period, stepMs: number): number {
  return Math.ceil((to - from) / stepMs);
}
