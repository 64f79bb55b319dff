import {type PayPeriod, payPeriodOf} from '../english/index.ts';
import {hitsIn} from './hits.ts';
import type {Figure} from './types.ts';

/** The words around a number, single-spaced: back to the sentence's start, back to the number before, on to the next. */
export interface Surroundings {
  /** Asked for only where a word like "each" makes it matter. */
  readonly wide: () => string;
  readonly before: string;
  readonly after: string;
}

/** A noun phrase ends before one of these. */
const STOPS = new Set(
  `a about above across after against all also although an and any are around as at averages averaging based be because
  becomes been before being below between both brings but buys by can captures costs could creates despite does drives
  during each earn earns either enough equals every ever exceed exceeded exceeding exceeds for founded from generate
  generated generates generating get gets give given gives had has have he how i if in include includes including
  instead into is it its just justifies make makes making may me means might minus more must my near no nor not of on
  once only onto or our over pays per plus prevented preventing prevents protect protecting protects rather reaches
  reduces reflecting reflects remains represent represented represents requires saves says shall she should since so
  supported than that the their them then these they this those though through throughout tied to too totaling
  totalling toward towards translates under unless until up upon us versus via vs was we were what when where whereas
  whether which while who whose will with within without would yielding yields you your`.split(/\s+/),
);
const MOST_WORDS = 6;
/** Verbs that stand before "by 70%" and are no part of what is counted. */
const CHANGES =
  /^(?:reduc|increas|cut|lower|rais|improv|shrink|grow|grew|boost|decreas|trim|slash|lift|expand|accelerat)/i;
const LEAD =
  /^\+?\]? ?(?:(?:per|each|every)\b[^.,;]*|(?:in|of|worth of) (?:(?:the|their|your|its|my|our|total) )?)?/i;
const CLAUSE = /^[^.,;:()"“”[\]—–!?|]*/;
const TAIL =
  /(?:^|[ (])([^.,;:()"“”[\]—–!?|]*?) (?:of|by|at|is|to|above|below|exceeds) (?:(?:approximately|about|roughly|around|at|least|a|an|just|over) )*[~≈]?$/i;

/** What is counted or paid: the nouns behind the number, else those before it; the head noun singular and last. */
export function countedAround({before, after}: Surroundings, kind: Figure['kind']): string | null {
  const lead = LEAD.exec(after)?.[0] ?? '';
  const behind = /\b(?:per|each|every)\b/i.test(lead)
    ? null
    : nounPhrase(CLAUSE.exec(after.slice(lead.length))?.[0] ?? '', false);
  if (behind !== null || kind === 'duration') return behind;
  const ahead = TAIL.exec(before.slice(-120));
  return ahead === null ? null : nounPhrase(ahead[1] ?? '', true);
}

function nounPhrase(text: string, backwards: boolean): string | null {
  const words = backwards
    ? text.trim().split(' ').slice(-MOST_WORDS).reverse()
    : text.trim().split(' ', MOST_WORDS);
  const kept: string[] = [];
  for (const word of words) {
    if (!/^[A-Za-z]/.test(word)) break;
    // the noun before "by 35%" may look like a verb: "infrastructure costs"
    const stops = STOPS.has(word.toLowerCase()) && !(backwards && kept.length === 0 && word.endsWith('s'));
    if (stops || (backwards && CHANGES.test(word))) break;
    kept.push(word);
  }
  if (backwards) kept.reverse();
  const head = kept.pop();
  return head === undefined ? null : [...kept, singular(head)].join(' ');
}

function singular(noun: string): string {
  if (/(?:ss|us|is|ness|ous)$/i.test(noun) || noun.length < 4) return noun;
  if (/ies$/i.test(noun)) return `${noun.slice(0, -3)}y`;
  if (/(?:ches|shes|sses|xes)$/i.test(noun)) return noun.slice(0, -2);
  return noun.endsWith('s') ? noun.slice(0, -1) : noun;
}

const RATE =
  /^\+? ?(?:[A-Za-z'-]+ ){0,5}?(?:per|each|every|for every) (?:trading |market |calendar )?(minute|hour|day|week|month|quarter|year)\b/i;
const ADVERB =
  /^\+? ?(?:an? (minute|hour|day|week|month|quarter|year)\b|annually\b|(?:in )?(annual|yearly|daily|hourly|weekly|monthly|quarterly)\b)/i;
const ADJECTIVE = /\b(annual|annualized|yearly|daily|hourly|weekly|monthly|quarterly)\b/i;
const SUBJECT = /\b(?:each|every) (?:trading )?(minute|hour|day|week|month|quarter|year)\b[^.;]*$/i;

/** The period a rate is over: "per trading minute", "annual", "for every quarter", "Each minute … costs". */
export function periodAround(
  {before, after}: Surroundings,
  kind: Figure['kind'],
  of: string | null,
): PayPeriod | null {
  const rate = RATE.exec(after);
  if (rate !== null && !/\b(?:and|or|plus|but)\b/i.test(rate[0])) return payPeriodOf(rate[1] ?? '');
  const adverb = ADVERB.exec(after);
  if (adverb !== null)
    return adverb[1] === undefined ? periodically(adverb[2] ?? 'annual') : payPeriodOf(adverb[1]);
  const adjective = ADJECTIVE.exec(of ?? '');
  if (adjective !== null) return periodically(adjective[1] ?? '');
  const subject = kind === 'money' ? SUBJECT.exec(before) : null;
  return subject === null ? null : payPeriodOf(subject[1] ?? '');
}

function periodically(word: string): PayPeriod {
  const lower = word.toLowerCase();
  if (lower.startsWith('annual')) return 'year';
  return lower === 'daily' ? 'day' : (lower.replace(/ly$/, '') as PayPeriod);
}

const PER = /^\+? ?(?:[A-Za-z-]+ ){0,3}?per ([A-Za-z-]+)/i;
const EACH = /\b(?:each|every) ([A-Za-z-]+)/gi;
const SEVERAL = /\b\d[\d,]{0,15}\+? (?:[a-z-]+ )?([a-z-]+s) (?:that )?each [A-Za-z-]+/gi;
const TIME = /^(?:trading|market|calendar|minute|hour|day|week|month|quarter|year|yr|annum|time)s?$/i;

/** The noun over which the number is distributed: "each pod averaging", "100 pods each generate", "per pod". */
export function distributedOver({wide, before, after}: Surroundings): string | null {
  const per = PER.exec(after)?.[1];
  if (per !== undefined && !TIME.test(per)) return singular(per.toLowerCase());
  const named = hitsIn(before, EACH).at(-1)?.[1];
  if (named === undefined) return null;
  const several = hitsIn(wide(), SEVERAL).at(-1);
  if (several !== undefined && several[0].endsWith(named)) return singular((several[1] ?? '').toLowerCase());
  return TIME.test(named) || STOPS.has(named.toLowerCase()) ? null : singular(named.toLowerCase());
}

/** "at least", "more than": the number is a floor. */
export function isFloor(before: string): boolean {
  return /\b(?:at least|minimum of|no less than|more than|over) ?$/i.test(before);
}
