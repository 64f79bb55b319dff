import type {Amount} from '../english/index.ts';
import {hitsIn} from './hits.ts';
import type {Band, Position} from './types.ts';

/** The words for what a number of the strategy pays. */
const PAYS: readonly (readonly [string, string])[] = [
  ['signOn', 'sign(?:ing)?[- ]?on|signing'],
  ['total', 'total|TC|all-in|package|OTE|(?:first-year|year[- ]1|annual) comp(?:ensation)?'],
  ['base', 'all-cash|base|salary'],
  ['equity', 'rsus?|equity|options?|stock|grant|ppus?|phantom|shares?'],
  ['bonus', 'bonus'],
  ['pnl', 'participation|pnl'],
];
const WORDS = new RegExp(`\\b(?:${PAYS.map(([, words]) => `(${words})`).join('|')})\\b`, 'gi');
/** Sums that are nobody's pay, or a side promise. */
const NOT_PAY =
  /^[+\]\s\uFEFF]*(?:[\w/-]+[\s\uFEFF]+){0,3}(?:valuation|revenue|arr|aum|market cap|savings|economy|payouts?|funding|capital|engine|opportunity|backlog|(?:[\w]+\/)*budget|refresh(?:er)?s?|stipend|milestone|raise|lift|uplift|bump|increase)\b/i;
const NOT_PAY_BEFORE =
  /\b(?:valued|valuation of|increase of|lift of|price of|price|by|adding)[\s\uFEFF]*[~≈]?$/i;
/** Where the words behind a number stop speaking of it. */
const STOP =
  /[,;(]|\s[+—–]\s|\s\/\s|[.!?]["”]?\s|\b(?:and|plus|with|for|or|only|yielding|reflects?|better|if|to|over|at|as|when|unless|bringing)\b/i;

/** Whether the words behind a sum make it a valuation, a budget or the like. */
export function isNotPay(behind: string, before = ''): boolean {
  return NOT_PAY.test(behind) || NOT_PAY_BEFORE.test(before);
}

/**
 * What a number pays, as a key without its region: the first word behind it, else the last one before it. Null where
 * neither says so. A percent is of the bonus or a participation, or nothing.
 */
export function payOf(behind: string, before: string, amount: Amount, bands: readonly Band[]): string | null {
  const near = upToStop(behind).slice(0, 60);
  const other = otherColumn(near, before, bands);
  if (other !== null) return other;
  const word = firstWord(near) ?? lastWord(before.replace(/^[^]*[.;!?]["”]?\s/, ''));
  if (word === null) return null;
  if (amount.percent) return word === 'bonus' ? 'bonusPercent' : word === 'pnl' ? 'pnlPercent' : null;
  const yearly =
    amount.per === 'year' ||
    /^[^,;)+]{0,16}(?:\/(?:yr|year)|\bper year|\bannualized|\bannually)\b/i.test(behind);
  return word === 'equity' && yearly ? 'equityPerYear' : word;
}

const CONDITION = /guarantee|writ|first|year/i;
const UNCONDITIONAL = {guaranteed: false, written: false, firstYear: false} as const;

/** "guaranteed", "written" and "first-year", where they stand with this very number. */
export function conditionsOf(
  behind: string,
  before: string,
): Pick<Position, 'guaranteed' | 'written' | 'firstYear'> {
  if (!CONDITION.test(behind) && !CONDITION.test(before)) return UNCONDITIONAL;
  const lead = before.split(/\b(?:and|with|plus|at(?! least)|below)\b|[,+(]/).at(-1) ?? '';
  const words = `${lead} ${upToStop(behind)}`;
  return {
    guaranteed: /\bguarantee/i.test(words),
    written: /\bwritten\b/i.test(words) || /^[^,;.]{0,60}\bin writing\b/i.test(behind),
    firstYear: /\bfirst[- ]year\b|\byear[- ]1\b/i.test(words),
  };
}

function upToStop(behind: string): string {
  const stop = behind.search(STOP);
  return stop < 0 ? behind : behind.slice(0, stop);
}

/** "a $1M initial allocation", where the table has a column "Medallion Access Value". */
function otherColumn(near: string, before: string, bands: readonly Band[]): string | null {
  const head =
    /\b(allocation|carry|profit sharing)\b/i.exec(near) ??
    /\b(allocation|carry|profit sharing)[\s\uFEFF]+of[^,;]{0,12}$/i.exec(before);
  const column = bands
    .find(({component}) => component.startsWith('other:'))
    ?.component.slice(6)
    .split(/[\s/]/)[0];
  return head === null || column === undefined ? null : `other:${column} ${(head[1] ?? '').toLowerCase()}`;
}

function firstWord(text: string): string | null {
  const words = wordsIn(text);
  const [first, second] = words;
  // "total bonus" is a bonus; "total comp" is a total
  if (
    first?.word === 'total' &&
    second !== undefined &&
    /^\w+[\s\uFEFF]+$/.test(text.slice(first.at, second.at))
  )
    return second.word;
  return first?.word ?? null;
}

function lastWord(text: string): string | null {
  const last = wordsIn(text).at(-1);
  return last?.word === 'bonus' && /\bsign(?:ing|-on)[\s\uFEFF]+bonus\b[^]{0,30}$/i.test(text)
    ? 'signOn'
    : (last?.word ?? null);
}

function wordsIn(text: string): {at: number; word: string}[] {
  return hitsIn(text, WORDS).map(hit => ({
    at: hit.index,
    word: PAYS[hit.indexOf(hit[0], 1) - 1]?.[0] ?? '',
  }));
}
