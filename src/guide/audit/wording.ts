import type {Position} from '../types.ts';

/** How far the words that belong to a number may reach. */
const REACH = 120;

/** "$200K/4yr", "$200K over 4 years": part of the number, not of the words behind it. */
const PERIOD = /^\*{0,2}(?:\s?\/\s?\d?\s?(?:yr|years?)\b|\s(?:over|for)\s\d\syears?\b)/i;

/** The words before a number and behind it, within its sentence and up to the next number. */
export interface WordsAround {
  readonly before: string;
  readonly behind: string;
}

export function wordingOf(text: string, {span}: Pick<Position, 'span'>): WordsAround {
  const before = text
    .slice(Math.max(0, span.from - REACH), span.from)
    .replace(/^[^]*(?:[.!?;]\s|\n)/, '')
    .replace(/[*_]/g, '');
  const rest = text.slice(span.to, span.to + REACH).replace(PERIOD, '');
  const behind = /^(?:(?![.!?;]\s|\n)[^\d$£€₹])*/.exec(rest)?.[0] ?? '';
  return {before, behind: behind.replace(/[*_]/g, '')};
}

/**
 * Whether a number is of the kind that a pay band is of: not what a grant is raised by or from, a refresher, what is paid
 * for staying or for signing, the sum of several years, or what others pay.
 */
export function isOfBand({before, behind}: WordsAround): boolean {
  return !(
    /\b(?:increas|rais|rise|boost|bump|lift)\w*\b.{0,60}\bby\s*$/i.test(before) ||
    (/\bfrom\s*$/i.test(before) && /\bto\s*$/i.test(behind)) ||
    /\brefresh\w*\b[^,;]{0,40}$|\bretention\b[^,;]{0,20}$/i.test(before) ||
    /^[^,;]{0,20}\b(?:refresh\w*|retention)\b/i.test(behind) ||
    /\b(?:\d|two|three|four)[- ]?years?\b(?: total)?[^,;]{0,40}$/i.test(before) ||
    /\b(?:adding|additional|extra|another)\s*$/i.test(before) ||
    /\bsign(?:ing|[- ]?on)\b[^,;]*$/i.test(before) ||
    /\b(?:are|is) paying\s*$/i.test(before)
  );
}

/** Whether base pay is named. "My floor is $305K" may as well be of everything. */
export function namesBase({before, behind}: WordsAround): boolean {
  return /\b(?:base|salary)\b/i.test(behind) || /\b(?:base|salary)\b[^\d]*$/i.test(before);
}
