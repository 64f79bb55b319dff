import {endOfWords, isNoPay, payBefore, payBehind} from './pay.ts';
import type {Pays} from './pay-words.ts';
import {namesBefore, namesBehind, type RivalContext} from './rival-names.ts';
import {AMOUNT, amountAt, isMark, type Tokens} from './tokens.ts';
import {phrases, Vocabulary} from './vocabulary.ts';

/** What another firm offers, as a sentence tells it: the sums by what they pay, as tokens. */
export interface RivalOffer {
  /** As it is written, without the role: "Osprey", "Osprey or Heron", "[Osprey/Heron]", "FAANG". */
  readonly firm: string;
  readonly sums: readonly {readonly token: number; readonly pays: Pays}[];
}

/** What makes of a figure beside a name a benchmark: no offer of mine. */
const BENCHMARK =
  phrases(`range of | comparator/comparators | benchmark/benchmarks/benchmarked/benchmarking | anchor/anchored/anchoring against | levels.fyi | survey/surveys | glassdoor | median | percentile | market rate/rates/data/range/ranges | pay band/bands | band/bands | pays
    | comparable/comparables | comp data | data point/points | is paying | are paying | tends to pay | typically pay/pays | published | valued at | paid | cite/citing _ comp | cite/citing _ _ comp`);
/** What makes of it an offer. */
const OFFERED = new Vocabulary<boolean>([
  [false, 'initial/first/final/opening/current/standard/formal offer | their/your/this offer'],
  [
    true,
    `wrote | sent | has/have extended/quoted/bid/pitched/proposed | promised | gave | has/have come in | has/have put | letter/letters | has/have you/me at | in writing | paper | offer/offers/offered/offering | competing | holding | i hold | in hand | on the table | leaving | i have | alternative/alternatives | leverage/leveraging | counteroffer | finalist | walk/walking away from | giving up | turning down | evaluating | weighing | considering | comparing | rival | options from | packages from`,
  ],
]);

/** Every offer of another firm that a sentence names with a figure of base, bonus or total. */
export function rivalOffersIn(tokens: Tokens, context: RivalContext): RivalOffer[] {
  const benchmarks = BENCHMARK.all(tokens);
  const offered = OFFERED.all(tokens).filter(({sense}) => sense);
  const offers: RivalOffer[] = [];
  const spent = new Set<number>();
  for (let at = 0; at < tokens.count; at++) {
    const amount = amountAt(tokens, at);
    if (amount === null || amount.currency === null || spent.has(at) || isNoPay(tokens, at, 0)) continue;
    if (context.isOutsized(at)) continue;
    if (offered.length === 0 && context.isMine(at)) continue;
    // of a benchmark and an offer the nearer before a sum says what it is, and an offer right behind it too
    const told = offered.findLast(({from}) => from < at + 6)?.from ?? -1;
    if (
      (benchmarks.findLast(({from}) => from < at)?.from ?? -1) > told ||
      (told < 0 && benchmarks.length > 0)
    )
      continue;
    // behind the sum, "$X from Osprey", or before it, "Osprey at $X"
    const lenient = offers.length > 0 || told >= 0;
    const firms =
      namesBehind(tokens, endOfSums(tokens, at), context) ??
      namesBefore(tokens, at, context, lenient && !context.isMine(at));
    if (firms === null) continue;
    const sums = sumsFrom(tokens, at);
    for (const {token} of sums) spent.add(token);
    for (const firm of firms) offers.push({firm, sums});
  }
  return offers.filter(({sums}) =>
    sums.some(({pays}) => pays === 'base' || pays === 'bonus' || pays === 'total'),
  );
}

/** The sums that are told together, "$190K + $80K", "$190K base / $300K RSUs", by what each pays. */
function sumsFrom(tokens: Tokens, first: number): {token: number; pays: Pays}[] {
  const run = [first];
  for (;;) {
    const last = run.at(-1) as number;
    const next = nextSum(tokens, last);
    if (next === null || amountAt(tokens, next)?.currency !== amountAt(tokens, first)?.currency) break;
    run.push(next);
  }
  const told = run.map((token, at) => {
    const words = payBehind(tokens, token, run[at + 1] ?? tokens.count);
    return {token, pays: words.pays};
  });
  const before = payBefore(tokens, first, Math.max(0, first - 4)).pays;
  return told.map(({token, pays}, at) => ({
    token,
    pays: pays ?? (at === 0 ? (run.length > 1 ? 'base' : (before ?? 'total')) : 'bonus'),
  }));
}

/** The next sum that a plus, a slash, a comma or "and" joins, with nothing but words of pay between; null where none is. */
function nextSum(tokens: Tokens, at: number): number | null {
  const end = endOfWords(tokens, at, tokens.count);
  let loose = false;
  // "$271K TC ($185K base, $26K bonus)" tells the parts of a whole
  if (
    isMark(tokens, end, '(') &&
    payBehind(tokens, at, end).pays === 'total' &&
    amountAt(tokens, end + 1) !== null
  )
    return end + 1;
  for (let next = end; next < Math.min(tokens.count, end + 3); next++) {
    if (tokens.kinds[next] === AMOUNT) {
      const amount = amountAt(tokens, next);
      if (amount === null || amount.currency === null) return null;
      // "$250K, and $240K from …" are two offers, "$190K base, $30K sign-on" is one
      return loose && payBehind(tokens, next, tokens.count).pays === null ? null : next;
    }
    const listed = isMark(tokens, next, ',') || JOINED.at(tokens, next) !== null;
    loose ||= listed;
    const joins =
      listed || isMark(tokens, next, '+') || isMark(tokens, next, '/') || isMark(tokens, next, '~');
    if (!joins) return null;
  }
  return null;
}

const JOINED = phrases('and | plus | a | an | with');

/** The token behind the words of the last of the sums that are told together. */
function endOfSums(tokens: Tokens, at: number): number {
  let end = at + 1;
  for (let sum: number | null = at; sum !== null; sum = nextSum(tokens, sum))
    end = endOfWords(tokens, sum, tokens.count);
  return end;
}
