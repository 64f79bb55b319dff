import type {Span} from '../base/index.ts';
import {atomsOf} from '../english/index.ts';
import {hitsIn} from './hits.ts';
import type {Page, TextRange} from './blocks.ts';
import type {Slot} from './types.ts';

/** A bracket with what is joined to it: `SGD [X]`, `$[190K]`, `$[X]K`, `L[3/4]`, `[X]%`. Links and definitions are none. */
const BRACKET =
  /((?:(?<![A-Za-z])[A-Z]{1,3})?[$£€₹₪¥₩]|(?<![A-Za-z])[A-Z]{3} |(?<![A-Za-z])(?:IC|[A-Z])(?=\[\d))?\[([^[\]\n]{1,200})\](?![(:])([KMBL](?![A-Za-z])|%)?\+?/g;
/** `[1]`, `[2, 3]`, `[Source: …]`, `[see appendix]`, a site. */
const CITATION =
  /^\s*(?:\d{1,3}(?:\s*[,–-]\s*\d{1,3})*|(?:sources?|see|ref|refs|via|note|citation)\b.*|.*\.(?:com|fyi|io|org|net|gov|edu)\b.*|\^.*)\s*$/i;
const CHECKBOX = /^[ xX]$/;
const LEVEL =
  /^(?:[A-Z]{1,3}-?\d{1,2}[A-Za-z]?|(?:junior|mid|senior|sr|staff|principal|lead|distinguished|director|vp|associate|analyst|md)\b.{0,30})$|\blevels?\b|\bgrade\b/i;
const COMPANY =
  /\b(?:compan(?:y|ies)|firms?|competitors?|employers?|rivals?|banks?|funds?|startups?|peers?)\b/i;
const NAME = /^[A-Z0-9][\w.&'’+-]*(?: [\w.&'’+-]+){0,4}$/;
/** Before names that are employers', and not tools or degrees. */
const OFFERED = /\b(?:offers?|competing|from|at|against|interview\w*|compan\w+|rivals?|leverage)\b[^.]*$/i;
/** What a company's name in a slot may be followed by: "Google at $285K TC". */
const TERMS = /\s*(?:\(|\bat\b|\bwith\b|\boffering\b|[:~≈$£€₹]).*$/;

/** The placeholders of a stretch: what a guide leaves for its reader to fill in, and never to be said as it stands. */
export function slotsOf(page: Page, {from, to}: TextRange): Slot[] {
  const text = page.source.text.slice(from, to);
  if (!text.includes('[')) return [];
  return hitsIn(text, BRACKET).flatMap(hit => {
    const [all, before = '', inner = '', after = ''] = hit;
    const signed = before !== '' && /[$£€₹₪¥₩ ]$/.test(before);
    const numbered = /^(?:IC|[A-Z])$/.test(before);
    if (
      !signed &&
      !numbered &&
      (CITATION.test(inner) || isCheckbox(page.source.text, from + hit.index, inner))
    )
      return [];
    // a word in capitals is no currency: "ASK [X]"
    const sign = signed ? (atomsOf(`${before}1`)[0]?.currency ?? null) : null;
    const lead = signed && sign === null ? before.length : 0;
    const start = from + hit.index + lead;
    const behind = text.slice(hit.index + all.length, hit.index + all.length + 16);
    const choices = choicesOf(inner);
    const [atom, second] = sums(inner, sign === null ? '' : before, after);
    const asks = asksOf(inner, choices, {
      money: sign !== null || (atom !== undefined && atom.currency !== null) || /^[KMBL]$/.test(after),
      numbered,
      ahead: text.slice(Math.max(0, hit.index - 60), hit.index),
      behind,
    });
    return [
      {
        text: all.slice(lead),
        asks,
        choices,
        currency: asks === 'money' ? (sign ?? atom?.currency ?? null) : null,
        low: asks === 'level' ? null : (atom?.value ?? null),
        high: asks === 'level' ? null : ((second ?? atom)?.value ?? null),
        span: page.source.span(start, from + hit.index + all.length),
      },
    ];
  });
}

/** The slots that stand in a span. */
export function slotsWithin(slots: readonly Slot[], {from, to}: Pick<Span, 'from' | 'to'>): Slot[] {
  return slots.filter(({span}) => span.from >= from && span.to <= to);
}

function isCheckbox(text: string, at: number, inner: string): boolean {
  return (
    CHECKBOX.test(inner) &&
    /(?:^|\n)[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+$/.test(text.slice(Math.max(0, at - 24), at))
  );
}

/** The sums of a slot that holds nothing but one number or a range; `$[Y+60K]` and "Google at $285K" state none. */
function sums(inner: string, before: string, after: string) {
  if (!/^\s*[~≈]?(?:[A-Z]{3}\s?|[A-Z]{0,2}[$£€₹₪¥₩]\s?)?\d/.test(inner)) return [];
  const atoms = atomsOf(`${before}${inner}${after}`);
  const [first, second] = atoms;
  if (first === undefined || second === undefined) return atoms;
  const between = `${before}${inner}`.slice(first.to, second.from);
  if (!/^\s*(?:[-–—]|to)\s*$/.test(between)) return [first];
  const lent = first.scale === 1 && second.scale > 1 && first.digits < 1000;
  return [lent ? {...first, value: first.digits * second.scale} : first, second];
}

function choicesOf(inner: string): string[] {
  const pieces = inner.split(/\s*\/\s*|\s+or\s+/).map(piece => piece.trim());
  return pieces.length > 1 && pieces.every(piece => piece !== '') ? pieces : [];
}

function asksOf(
  inner: string,
  choices: readonly string[],
  near: {
    readonly money: boolean;
    readonly numbered: boolean;
    readonly ahead: string;
    readonly behind: string;
  },
): Slot['asks'] {
  if (near.numbered) return 'level';
  if (/\b(?:years?|yrs?)\b/i.test(inner) && !near.money) return 'years';
  if (/^\+?[ -]?(?:years?|yrs?)\b/i.test(near.behind) && !near.money) return 'years';
  if (near.money) return 'money';
  const all = choices.length === 0 ? [inner.trim()] : choices;
  if (all.every(one => LEVEL.test(one))) return 'level';
  if (COMPANY.test(inner) && inner.length < 60) return 'company';
  const names = all.map(one => one.replace(TERMS, ''));
  const offered = names.some((name, at) => name !== all[at]) || OFFERED.test(near.ahead);
  if (choices.length > 1 && offered && names.every(one => NAME.test(one) && one.length > 1)) return 'company';
  if (/\b(?:amount|salary|base|bonus|total|TC|comp)\b/i.test(inner) && inner.length < 40) return 'money';
  return 'text';
}
