import type {Source} from '../base/index.ts';
import {type Amount, amountsOf, type Period, periodOf} from './amounts.ts';
import {bare, GAP, plain} from './bare.ts';
import type {Figure} from './types.ts';

const SPACE = `[\\s${GAP}]`;
const TIMES = 'minute|hour|day|week|month|quarter|year';
/** A noun phrase ends before one of these. */
const STOPS = new Set(
  `for founded supported based a about above across after against all also although an and any are around as at be because been before being below
  between both but by can could despite does during each earn earns either enough every ever exceed exceeded exceeds
  from gets give given gives had has have how if in instead into is it its just may might minus more must near nor of
  on once only onto or our over pays per plus rather reduces remains represent represented represents requires shall
  should since so than that the their them then these they this those though through throughout to tied too toward
  towards under unless until up upon versus via vs was we were what when where whereas whether which while who whose
  will with within without would you your i my me us he she not no do did yet
  averages averaging becomes brings buys captures costs creates drives equals exceeding generate generates generated
  generating includes including including justifies make makes making means prevents prevented preventing protect
  protects reaches reflecting reflects saves says totaling totalling translates yielding yields`.split(/\s+/),
);
/** Verbs that stand before "by 70%" and are no part of what is counted. */
const CHANGES =
  /^(?:reduc|increas|cut|lower|rais|improv|shrink|grow|grew|boost|decreas|trim|slash|lift|expand|accelerat|outpac|will|would|can|could|to)/i;

/**
 * Every number of `[from, to)` with what the words around it say of it: years, list numbers and parts of names are
 * none. Markup is looked through. Linear in the length of the stretch.
 */
export function figuresIn(source: Source, from: number, to: number): Figure[] {
  return figuresOf(source, bare(source.text.slice(from, to)), from);
}

/** The same over text already bared, which begins at `offset` of the source. */
export function figuresOf(source: Source, text: string, offset: number): Figure[] {
  if (!/\d/.test(text)) return [];
  const amounts = amountsOf(text).filter(amount => !isDate(text, amount));
  return amounts.map((amount, at) => {
    const wide = thisSentence(text.slice(Math.max(0, amount.from - 200), amount.from));
    const before = wide.slice(Math.max(0, wide.length - amount.from + (amounts[at - 1]?.to ?? 0)));
    const after = text.slice(amount.to, Math.min(amount.to + 160, amounts[at + 1]?.from ?? text.length));
    return figureOf(source, text, offset, amount, wide, before, after.split(/[.!?]["'”]?\s/, 1)[0] ?? '');
  });
}

function thisSentence(before: string): string {
  let from = 0;
  for (const end of before.matchAll(/[.!?]["'”)]?\s/g)) from = end.index + 1;
  return before.slice(from);
}

function figureOf(
  source: Source,
  text: string,
  offset: number,
  amount: Amount,
  wide: string,
  before: string,
  after: string,
): Figure {
  const duration = new RegExp(`^${SPACE}*-?(minute|hour|day|month|year)s?\\b`, 'i').exec(after);
  const short = /^(?:-| )?(yr|hr|min)s?\b/i.exec(after);
  const multiple = /^[x×](?![A-Za-z])/i.test(after);
  const isBare = amount.currency === null && !amount.percent;
  const kind = !isBare
    ? amount.percent
      ? 'percent'
      : 'money'
    : multiple
      ? 'multiple'
      : duration !== null || short !== null
        ? 'duration'
        : 'count';
  const tail =
    kind === 'duration' ? after.slice((duration ?? short)?.[0].length) : multiple ? after.slice(1) : after;
  const of = countedAfter(tail) ?? (kind === 'duration' ? null : countedBefore(before));
  return {
    text: plain(text.slice(amount.from, amount.to)),
    span: source.span(offset + amount.from, offset + amount.to),
    kind,
    low: amount.low,
    high: amount.high,
    open: amount.open || /\b(?:at least|minimum of|no less than|more than|over)[\s\uFEFF]*$/i.test(before),
    currency: amount.currency,
    per: kind === 'duration' ? null : (amount.per ?? periodAround(kind === 'money' ? before : '', after, of)),
    unit: kind === 'duration' ? (periodOf((duration ?? short)?.[1] ?? '') as Figure['unit']) : null,
    each: eachOf(wide, before, after),
    of,
  };
}

/** A bare four-digit year, a day of the month, or the number of a list's item. */
function isDate(text: string, amount: Amount): boolean {
  if (amount.percent || amount.currency !== null || amount.atoms.some(atom => atom.scale > 1 || atom.open))
    return false;
  const lineStart = text.lastIndexOf('\n', amount.from - 1) + 1;
  if (
    /^[.)]\s/.test(text.slice(amount.to, amount.to + 2)) &&
    text.slice(lineStart, amount.from).trim() === ''
  )
    return true;
  const year = (n: number) => Number.isInteger(n) && n >= 1900 && n < 2100;
  if (
    amount.atoms.every((atom, at) => year(atom.value) || (at === 1 && atom.value < 100 && year(amount.low)))
  )
    return true;
  return /\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?[\s\uFEFF]*$/i.test(
    text.slice(Math.max(0, amount.from - 14), amount.from),
  );
}

/** "in daily PnL", "annual on-call premium", "of their pod's annual PnL": the words after the number. */
function countedAfter(after: string): string | null {
  const lead = new RegExp(
    `^\\+?\\]?${SPACE}*(?:(?:per|each|every)\\b[^.,;]*|(?:in|of|worth of)${SPACE}+(?:(?:the|their|your|its|my|our|total)${SPACE}+)?)?`,
    'i',
  );
  const opening = lead.exec(after)?.[0] ?? '';
  if (/(?:per|each|every)\b/i.test(opening)) return null;
  return nounPhrase(after.slice(opening.length).match(/^[^.,;:()"“”[\]—–!?|]*/)?.[0] ?? '', false);
}

/** "combined daily PnL of $42.5M", "infrastructure costs by 35%", "base at $190K": the words before it. */
function countedBefore(before: string): string | null {
  const hit = new RegExp(
    `([^.,;:()"“”[\\]—–!?|]*?)${SPACE}+(?:of|by|at|is|to|above|below|exceeds)${SPACE}+(?:(?:approximately|about|roughly|around|at|least|a|an|just|over)${SPACE}+)*[~≈]?$`,
    'i',
  ).exec(before);
  return hit === null ? null : nounPhrase(hit[1] ?? '', true);
}

/** At most six words up to a stop, the head noun singular; from the end where `backwards`. */
function nounPhrase(text: string, backwards: boolean): string | null {
  const words = plain(text)
    .split(' ')
    .filter(word => word !== '');
  if (backwards) words.reverse();
  const kept: string[] = [];
  for (const word of words) {
    // the noun before "by 35%" may look like a verb: "infrastructure costs"
    const stops = STOPS.has(word.toLowerCase()) && !(backwards && kept.length === 0 && word.endsWith('s'));
    if (kept.length === 6 || stops || !/^[A-Za-z]/.test(word)) break;
    if (backwards && CHANGES.test(word)) break;
    kept.push(word);
  }
  if (backwards) kept.reverse();
  const head = kept.pop();
  return head === undefined ? null : [...kept, singular(head)].join(' ');
}

export function singular(noun: string): string {
  if (/(?:ss|us|is|ness|ous)$/i.test(noun) || noun.length < 4) return noun;
  if (/ies$/i.test(noun)) return `${noun.slice(0, -3)}y`;
  if (/(?:ches|shes|sses|xes)$/i.test(noun)) return noun.slice(0, -2);
  return /s$/.test(noun) ? noun.slice(0, -1) : noun;
}

/** The period a rate is over, by the words that qualify it. */
function periodAround(before: string, after: string, of: string | null): Period | null {
  const rate = new RegExp(
    `^\\+?${SPACE}*(?:[A-Za-z'-]+${SPACE}+){0,5}?(?:per|each|every|for every)${SPACE}+(?:trading${SPACE}|market${SPACE}|calendar${SPACE})?(${TIMES})\\b`,
    'i',
  ).exec(after);
  if (rate !== null && !/\b(?:and|or|plus|but)\b/i.test(rate[0])) return periodOf(rate[1] ?? '');
  const adverb =
    /^\+?[\s\uFEFF]*(?:an?[\s\uFEFF](minute|hour|day|week|month|quarter|year)\b|annually\b|(?:in[\s\uFEFF])?(annual|yearly|daily|hourly|weekly|monthly|quarterly)\b)/i.exec(
      after,
    );
  if (adverb !== null)
    return adverb[1] === undefined ? adjective(adverb[2] ?? 'annual') : periodOf(adverb[1]);
  const qualified = /\b(annual|annualized|yearly|daily|hourly|weekly|monthly|quarterly)\b/i.exec(of ?? '');
  if (qualified !== null) return adjective(qualified[1] ?? '');
  const subject = new RegExp(`\\b(?:each|every)${SPACE}+(?:trading${SPACE}+)?(${TIMES})\\b[^.;]*$`, 'i').exec(
    before,
  );
  return subject === null ? null : periodOf(subject[1] ?? '');
}

function adjective(word: string): Period {
  const lower = word.toLowerCase();
  if (lower.startsWith('annual')) return 'year';
  return lower === 'daily' ? 'day' : (lower.replace(/ly$/, '') as Period);
}

/** "each pod averaging", "100 pods each generate", "per pod": the noun over which the figure is distributed. */
function eachOf(wide: string, before: string, after: string): string | null {
  const per = new RegExp(`^\\+?${SPACE}*(?:[A-Za-z-]+${SPACE}+){0,3}?per${SPACE}+([A-Za-z-]+)`, 'i').exec(
    after,
  )?.[1];
  if (per !== undefined && !isTime(per)) return singular(per.toLowerCase());
  const named = [...before.matchAll(new RegExp(`\\b(?:each|every)${SPACE}+([A-Za-z-]+)`, 'gi'))].at(-1)?.[1];
  if (named !== undefined) {
    const several = new RegExp(
      `\\b\\d[\\d,]*\\+?${SPACE}+(?:[a-z-]+${SPACE}+)?([a-z-]+s)${SPACE}+(?:that${SPACE}+)?each${SPACE}+${named}\\b`,
      'i',
    ).exec(wide)?.[1];
    if (several !== undefined) return singular(several.toLowerCase());
    return isTime(named) || STOPS.has(named.toLowerCase()) ? null : singular(named.toLowerCase());
  }
  return null;
}

function isTime(word: string): boolean {
  return /^(?:trading|market|calendar|minute|hour|day|week|month|quarter|year|yr|annum|time)s?$/i.test(word);
}
