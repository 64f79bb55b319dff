import type {Currency} from '../base/index.ts';
import {type Atom, atomsOf} from '../intake/index.ts';
import {wordNumber} from './lexicon.ts';
import {AMOUNT, isMark, type Tokens, tokensOf, WORD, wordAt} from './tokens.ts';
import {phrases} from './vocabulary.ts';
import {wordSet} from './words.ts';

/** A placeholder of a text: `$[X]`, `[Google/Meta]`, `$[190K]`, `L[3/4]`. Offsets are into the text. */
export interface SaidSlot {
  readonly from: number;
  readonly to: number;
  readonly asks: 'money' | 'company' | 'level' | 'years' | 'text';
  /** What it offers to choose from: `[Google/Meta]`; empty where it offers nothing. */
  readonly choices: readonly string[];
  readonly currency: Currency | null;
  /** What the guide would put there, where it is a number or a range; both null where it is none. */
  readonly low: number | null;
  readonly high: number | null;
}

/** A bracket with what is joined to it: `SGD [X]`, `$[190K]`, `$[X]K`, `L[3/4]`, `[X]%`. Links and definitions are none. */
const BRACKET =
  /((?:(?<![A-Za-z])[A-Z]{1,3})?[$£€₹₪¥₩]|(?<![A-Za-z])[A-Z]{3} |(?<![A-Za-z])(?:IC|[A-Z])(?=\[\d))?\[([^[\]\n]{1,200})\](?![(:])([KMBL](?![A-Za-z])|%)?\+?/g;
const SIGN = /[$£€₹₪¥₩ ]$/;

/** The placeholders of a text, what a guide leaves for its reader to fill in. Citations are none: `[1]`, `[Source: …]`. */
export function slotsSaid(text: string): SaidSlot[] {
  if (!text.includes('[')) return [];
  const slots: SaidSlot[] = [];
  BRACKET.lastIndex = 0;
  for (let hit = BRACKET.exec(text); hit !== null; hit = BRACKET.exec(text)) {
    const [all, before = '', inner = '', after = ''] = hit;
    const signed = SIGN.test(before);
    if (before === '' && isCitation(inner)) continue;
    // a word in capitals is no currency: "ASK [X]"
    const sign = signed ? (atomsOf(`${before}1`)[0]?.currency ?? null) : null;
    const lead = signed && sign === null ? before.length : 0;
    const to = hit.index + all.length;
    const choices = choicesOf(inner);
    const [atom, second] = sums(inner, sign === null ? '' : before, after);
    const asks = asksOf(inner, choices, {
      money:
        sign !== null || (atom !== undefined && atom.currency !== null) || (after !== '' && after !== '%'),
      numbered: before !== '' && !signed,
      ahead: text.slice(Math.max(0, hit.index - 60), hit.index),
      behind: text.slice(to, to + 16),
    });
    slots.push({
      from: hit.index + lead,
      to,
      asks,
      choices,
      currency: asks === 'money' ? (sign ?? atom?.currency ?? null) : null,
      low: asks === 'level' ? null : (atom?.value ?? null),
      high: asks === 'level' ? null : ((second ?? atom)?.value ?? null),
    });
  }
  return slots;
}

const CITES = wordSet('source sources see ref refs via note citation');
const SITES = wordSet('com fyi io org net gov edu');

/** Whether brackets hold a reference: `[1]`, `[Source: …]`, `[see appendix]`, a site; not what "Remote.com at $315K" pays. */
function isCitation(inner: string): boolean {
  if (/^\s*(?:\^|\d{1,3}(?:\s*[,–-]\s*\d{1,3})*\s*$)/.test(inner)) return true;
  const tokens = tokensOf(inner);
  if (CITES.has(tokens, 0)) return true;
  if (tokens.amounts.some(({currency}) => currency !== null)) return false;
  // "Adyen/Checkout.com" are two firms, "levels.fyi/pay" is a page
  const choices = choicesOf(inner);
  if (choices.filter(one => /^[A-Z]/.test(one)).length > 1) return false;
  for (let at = 0; at < tokens.count; at++) if (isSite(tokens, at)) return true;
  return false;
}

/** "levels.fyi", a single word. */
function isSite(tokens: Tokens, at: number): boolean {
  if (tokens.kinds[at] !== WORD) return false;
  const word = wordAt(tokens, at);
  const point = word.lastIndexOf('.');
  return point > 0 && SITES.numbered(wordNumber(word, point + 1, word.length)) !== null;
}

/** The sums of a slot that holds nothing but one number or a range; `$[Y+60K]` and "Google at $285K" state none. */
function sums(inner: string, before: string, after: string): readonly Atom[] {
  if (!/^\s*[~≈]?(?:[A-Z]{3}\s?|[A-Z]{0,2}[$£€₹₪¥₩]\s?)?\d/.test(inner)) return [];
  const atoms = atomsOf(`${before}${inner}${after}`);
  const [first, second] = atoms;
  if (first === undefined || second === undefined) return atoms;
  const between = `${before}${inner}`.slice(first.to, second.from);
  if (!/^\s*(?:[-–—]|to)\s*$/.test(between)) return [first];
  const lent = first.scale === 1 && second.scale > 1 && first.digits < 1000;
  return [lent ? {...first, value: first.digits * second.scale} : first, second];
}

/** "Google/Meta" and "Google or Meta" as two. */
function choicesOf(inner: string): string[] {
  const pieces = inner.split(/\s*\/\s*|\s+or\s+/).map(piece => piece.trim());
  return pieces.length > 1 && pieces.every(piece => piece !== '') ? pieces : [];
}

const YEARS = wordSet('year years yr yrs');
const COMPANY =
  wordSet(`company companies firm firms competitor competitors employer employers rival rivals bank banks fund funds
  startup startups peer peers`);
const PAY = wordSet('amount salary base bonus total tc comp');
const NAME = /^[A-Z0-9][\w.&'’+-]*(?: [\w.&'’+-]+){0,4}$/;
/** Before names that are employers', and not tools or degrees. */
const OFFERED = phrases('offer/offers/competing/from/at/against/rival/rivals/leverage/interview~/compan~');

function asksOf(
  inner: string,
  choices: readonly string[],
  near: {
    readonly money: boolean;
    readonly numbered: boolean;
    readonly ahead: string;
    readonly behind: string;
  },
): SaidSlot['asks'] {
  if (near.numbered) return 'level';
  const tokens = tokensOf(inner);
  if (!near.money && (YEARS.in(tokens) || isOfYears(near.behind))) return 'years';
  if (near.money) return 'money';
  const all = choices.length === 0 ? [inner.trim()] : choices;
  if (all.every(isLevel)) return 'level';
  if (inner.length < 60 && COMPANY.in(tokens)) return 'company';
  if (choices.length > 1) {
    const names = all.map(withoutTerms);
    const offered = names.some((name, at) => name !== all[at]) || isOffered(near.ahead);
    if (offered && names.every(name => NAME.test(name) && name.length > 1)) return 'company';
  }
  return inner.length < 40 && PAY.in(tokens) ? 'money' : 'text';
}

/** "[X] years", "[X]-year". */
function isOfYears(behind: string): boolean {
  const tokens = tokensOf(behind);
  return YEARS.has(tokens, isMark(tokens, 0, '+') || isMark(tokens, 0, '-') ? 1 : 0);
}

const RANKS = wordSet(
  'junior mid senior sr staff principal lead distinguished director vp associate analyst md',
);
const LEVELS = wordSet('level levels grade');

/** "L5", "IC-4", "Senior", "comparable level". */
function isLevel(words: string): boolean {
  if (/^[A-Z]{1,3}-?\d{1,2}[A-Za-z]?$/.test(words)) return true;
  const tokens = tokensOf(words);
  if (LEVELS.in(tokens)) return true;
  return RANKS.has(tokens, 0) && words.length - (tokens.ends[0] as number) <= 30;
}

const TERMS = wordSet('at with offering');
const TERM_MARKS = new Set([...'(:~≈$£€₹'].map(mark => mark.charCodeAt(0)));

/** A company's name without what follows it in a slot: "Google at $285K TC". */
function withoutTerms(words: string): string {
  const tokens = tokensOf(words);
  for (let at = 0; at < tokens.count; at++) {
    const value = tokens.values[at] as number;
    const ends =
      tokens.kinds[at] === WORD
        ? TERMS.has(tokens, at)
        : tokens.kinds[at] === AMOUNT
          ? tokens.amounts[value]?.currency != null
          : TERM_MARKS.has(value);
    if (ends) return words.slice(0, tokens.starts[at]).trimEnd();
  }
  return words;
}

/** Whether an offer is spoken of in the sentence before. */
function isOffered(ahead: string): boolean {
  return OFFERED.first(tokensOf(ahead.slice(ahead.lastIndexOf('.') + 1))) !== null;
}
