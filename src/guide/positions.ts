import type {Currency} from '../base/index.ts';
import {type Amount, amountsOf} from './amounts.ts';
import type {Page} from './blocks.ts';
import type {Clause} from './clauses.ts';
import type {Band, Position} from './types.ts';

type Side = 'anchor' | 'accept' | 'walkAway';

/** The words for what a number of the strategy pays; the first that stands behind it counts, else the last before it. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/\bsign(?:ing)?[- ]?on\b|\bsigning\b/gi, 'signOn'],
  [
    /\btotal\b|\bTC\b|\ball-in\b|\bpackage\b|\btotal comp\w*|\byear 1 comp\w*|\bfirst-year comp\w*|\bOTE\b/gi,
    'total',
  ],
  [/\ball-cash\b|\bbase\b|\bsalary\b/gi, 'base'],
  [/\brsus?\b|\bequity\b|\boptions?\b|\bstock\b|\bgrant\b|\bppus?\b|\bphantom\b|\bshares?\b/gi, 'equity'],
  [/\bbonus\b/gi, 'bonus'],
  [/\bparticipation\b|\bpnl\b/gi, 'pnl'],
];
/** Sums that are nobody's pay. */
const NOT_PAY =
  /^[+\]\s\uFEFF]*(?:[\w-]+[\s\uFEFF]+){0,3}(?:valuation|revenue|arr|aum|market cap|savings|economy|payouts?|funding|capital|engine|opportunity|backlog|budget|refresh(?:er)?|stipend|premium|milestone|per diem|raise)\b/i;
const STOP =
  /[,;(]|\s[+—–]\s|\s\/\s|[.!?]["”]?\s|\b(?:and|plus|with|for|or|only|yielding|in|reflects?|better|if|to|over|at|as|when|unless|bringing)\b/i;

interface Stated {
  readonly side: Side;
  readonly component: string;
  readonly scope: string | null;
  readonly amount: Amount;
  readonly position: Omit<Position, 'key'>;
}

/**
 * The numbers opened with, accepted and walked away from. Of a range the anchor takes the high end, the others the
 * low one; of two currencies the first. A second number for the same key is left to `other`.
 */
export function positionsOf(page: Page, clauses: readonly Clause[], bands: readonly Band[]) {
  const stated: Stated[] = [];
  for (const clause of clauses) {
    if (clause.mode === 'competing' || clause.mode === 'other') continue;
    stated.push(...statedIn(page, clause, clause.mode, bands, stated));
  }
  const scopes = new Set(stated.map(one => one.scope));
  const keyed = stated.map(one => ({
    side: one.side,
    position: {
      ...one.position,
      key: one.scope === null || scopes.size < 2 ? one.component : `${one.component}@${one.scope}`,
    },
  }));
  const side = (wanted: Side) =>
    firstOfEach(keyed.flatMap(one => (one.side === wanted ? [one.position] : [])));
  return {anchor: side('anchor'), accept: side('accept'), walkAway: side('walkAway')};
}

function firstOfEach(positions: readonly Position[]): Position[] {
  const seen = new Set<string>();
  return positions.filter(({key}) => !seen.has(key) && seen.add(key));
}

function statedIn(
  page: Page,
  clause: Clause,
  side: Side,
  bands: readonly Band[],
  earlier: readonly Stated[],
): Stated[] {
  const text = withoutRemarks(page.bare.slice(clause.from, clause.to));
  const sentence = withoutRemarks(page.bare.slice(Math.max(0, clause.from - 80), clause.to));
  const shift = sentence.length - text.length;
  const amounts = amountsOf(text);
  const found: Stated[] = [];
  let group: Amount[] = [];
  for (const [at, amount] of amounts.entries()) {
    if (!amount.percent && amount.currency === null) continue;
    const previous = amounts[at - 1];
    const slashed =
      previous !== undefined && /^[+\s\uFEFF]*\/[\s\uFEFF]*[~≈]?$/.test(text.slice(previous.to, amount.from));
    group = slashed ? [...group, amount] : [amount];
    const behind = text.slice(amount.to, amounts[at + 1]?.from ?? text.length);
    const before = sentence.slice(
      Math.max(previous === undefined ? 0 : previous.to + shift, 0),
      amount.from + shift,
    );
    const positional = regionByCurrency(text, amounts, at, bands);
    if (NOT_PAY.test(behind) || /\b(?:valued at|valuation of|increase of|lift of)[\s\uFEFF]*$/i.test(before))
      continue;
    if (
      slashed &&
      positional === null &&
      group.some(one => one !== amount && one.currency !== amount.currency)
    )
      continue;
    const bracketed = /\([\s\uFEFF~≈]*$/.test(before);
    const last = found.at(-1);
    if (bracketed && last !== undefined && last.amount.currency !== amount.currency && !amount.percent)
      continue;
    const component =
      componentOf(behind, before, amount, bands) ?? impliedBy(amount, bracketed, side, found, earlier);
    if (component === null) continue;
    found.push({
      side,
      component,
      scope: positional ?? clause.scope,
      amount,
      position: {
        value: side === 'anchor' ? amount.high : amount.low,
        unit: amount.percent ? 'percent' : 'money',
        currency: amount.percent ? null : amount.currency,
        ...conditions(before, behind),
        span: page.source.span(clause.from + amount.from, clause.from + amount.to),
      },
    });
  }
  return found;
}

/** "(base + bonus + 5% of the grant)" explains a word and states no sum: blanked, at the same length. */
function withoutRemarks(text: string): string {
  return text.replace(/\([^()]{0,200}\)/g, words =>
    /[$£€₹₪¥]|\b[A-Z]{3}\s?\d|\d+\s?[KM]\b/.test(words) ? words : ' '.repeat(words.length),
  );
}

function componentOf(behind: string, before: string, amount: Amount, bands: readonly Band[]): string | null {
  const stop = behind.search(STOP);
  const near = (stop < 0 ? behind : behind.slice(0, stop)).slice(0, 60);
  const other = otherColumn(near, before, bands);
  if (other !== null) return other;
  const word = firstWord(near) ?? lastWord(before.replace(/^[^]*[.;!?]["”]?\s/, ''));
  if (word === null) return null;
  if (amount.percent) return word === 'bonus' ? 'bonusPercent' : word === 'pnl' ? 'pnlPercent' : null;
  const yearly =
    amount.per === 'year' || /^[^,;)+]{0,16}\/(?:yr|year)\b|^[^,;)+]{0,16}\bannualized\b/i.test(behind);
  return word === 'equity' && yearly ? 'equityPerYear' : word;
}

/** "a $1M initial allocation" where the table has a column "Medallion Access Value". */
function otherColumn(near: string, before: string, bands: readonly Band[]): string | null {
  const head =
    /\b(allocation|carry|access|profit shar\w+)\b/i.exec(near) ??
    /\b(allocation|carry|profit shar\w+)[\s\uFEFF]+of[^,;]{0,12}$/i.exec(before);
  if (head === null) return null;
  const column = bands
    .find(({component}) => component.startsWith('other:'))
    ?.component.slice(6)
    .split(/[\s/]/)[0];
  return column === undefined ? null : `other:${column} ${(head[1] ?? '').toLowerCase()}`;
}

function firstWord(text: string): string | null {
  let best: {at: number; word: string} | null = null;
  for (const [pattern, word] of WORDS) {
    pattern.lastIndex = 0;
    const at = pattern.exec(text)?.index;
    if (at !== undefined && (best === null || at < best.at)) best = {at, word};
  }
  // "guaranteed bonus" and "total bonus" are bonuses; "base salary" is base
  return best?.word === 'total' && /^[\s\uFEFF]*total[\s\uFEFF]+(?:bonus|base|equity)/i.test(text)
    ? firstWord(text.replace(/total/i, ''))
    : (best?.word ?? null);
}

function lastWord(text: string): string | null {
  let best: {at: number; word: string} | null = null;
  for (const [pattern, word] of WORDS) {
    pattern.lastIndex = 0;
    for (let hit = pattern.exec(text); hit !== null; hit = pattern.exec(text))
      if (best === null || hit.index >= best.at) best = {at: hit.index, word};
  }
  return best?.word === 'bonus' && /\bsign(?:ing|-on)[\s\uFEFF]+bonus\b[^]{0,30}$/i.test(text)
    ? 'signOn'
    : (best?.word ?? null);
}

/**
 * What a number without a word of its own pays: a sum of what stands before it is the total; a bare floor is held
 * against what was opened with. In brackets and in an anchor nothing is implied.
 */
function impliedBy(
  amount: Amount,
  bracketed: boolean,
  side: Side,
  found: readonly Stated[],
  earlier: readonly Stated[],
): string | null {
  if (amount.percent) return null;
  const sum = found.reduce((all, one) => all + (one.position.unit === 'money' ? one.position.value : 0), 0);
  if (found.length > 1 && sum === amount.low) return 'total';
  if (bracketed) return null;
  const all = [...earlier, ...found];
  const last = all.at(-1);
  if (side === 'anchor')
    return last !== undefined &&
      last.side === 'anchor' &&
      (last.scope !== null || found.length === 0) &&
      last.component === 'total'
      ? 'total'
      : null;
  if (last?.component === 'base' || last?.component === 'total') return last.component;
  return all.find(one => one.component === 'total' || one.component === 'base')?.component ?? null;
}

/** `DKK … / £… / €…` in the order of the table: each sum is of the region that pays in its currency. */
function regionByCurrency(
  text: string,
  amounts: readonly Amount[],
  at: number,
  bands: readonly Band[],
): string | null {
  let from = at;
  while (from > 0 && isSlashed(text, amounts[from - 1], amounts[from])) from--;
  let to = at;
  while (to + 1 < amounts.length && isSlashed(text, amounts[to], amounts[to + 1])) to++;
  const list = amounts.slice(from, to + 1);
  const currencies = new Set(list.map(one => one.currency));
  if (list.length < 2 || currencies.size !== list.length || currencies.has(null)) return null;
  const rows = new Map<Currency, {region: string; dual: boolean}>();
  for (const band of bands) {
    if (band.unit !== 'money' || rows.has(band.currency)) continue;
    rows.set(band.currency, {
      region: band.region.replace(/\s*\([^()]*\)\s*$/, '').trim(),
      dual: band.alt !== null,
    });
  }
  const known = list.every(one => one.currency !== null && rows.has(one.currency));
  const dual = list.length === 2 && rows.get(list[0]?.currency as Currency)?.dual === true;
  return known && !dual ? (rows.get(amounts[at]?.currency as Currency)?.region ?? null) : null;
}

function isSlashed(text: string, one: Amount | undefined, next: Amount | undefined): boolean {
  return (
    one !== undefined &&
    next !== undefined &&
    /^[+\s\uFEFF]*(?:base[\s\uFEFF]*)?\/[\s\uFEFF]*$/.test(text.slice(one.to, next.from))
  );
}

function conditions(before: string, behind: string) {
  const lead = before.split(/\b(?:and|with|plus|at|below)\b|[,+(]/).at(-1) ?? '';
  const stop = behind.search(STOP);
  const words = `${lead} ${stop < 0 ? behind : behind.slice(0, stop)}`;
  return {
    guaranteed: /\bguarantee/i.test(words),
    written: /\bwritten\b|\bin writing\b/i.test(words) || /^[^,;.]{0,60}\bin writing\b/i.test(behind),
    firstYear: /\bfirst[- ]year\b|\byear[- ]1\b/i.test(words),
  };
}
