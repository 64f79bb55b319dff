import {shippedConventions} from '../calendar/index.ts';
import {CLAIM_KINDS} from '../claims/index.ts';
import {subjectsNamed} from '../english/index.ts';
import {
  type Edition,
  isKnown,
  type Known,
  matcherOf,
  type RuledOut,
  seal,
  type SealRules,
  secretsIn,
} from '../figure/index.ts';
import {amountOf, shareOf} from '../terms/index.ts';
import {inOrder} from './offers.ts';
import {guardsOf, isSpeakable} from './standing.ts';
import type {Situation} from './types.ts';

/** What an edition of anything made from a case keeps back. */
export function sealRules(situation: Situation, edition: Edition): SealRules {
  const {facts, offers, neverSay} = situation;
  const ofTerms = offers.flatMap(offer =>
    offer.terms.flatMap(term => [amountOf(term), shareOf(term)].filter(figure => figure !== null)),
  );
  const secret = [...ofTerms, ...facts.map(fact => fact.figure)]
    .filter(isKnown)
    .filter(figure => figure.disclosure === 'confidential');
  return {
    edition,
    ruledOut: matcherOf(neverSay.map(ruledOut)),
    secrets: secretsIn(secret),
    guarded: linesOf(secret),
    isOurs: wordsOfOurs(situation),
  };
}

/**
 * What no reader wrote, and a number in which tells nobody's secret: ids that the ledger gives to claims of a guide, rows of a
 * picture, parts of a sum, places in a guide, and where the lengths of days and years are from.
 */
function wordsOfOurs({claims, facts, readings}: Situation): (words: string) => boolean {
  const {days, years} = shippedConventions();
  const known = new Set([...days, ...years].flatMap(({name, source}) => [name, source]));
  const given = new RegExp(`^(?:(?:${CLAIM_KINDS.join('|')})-|system |part)\\d+$`);
  const own = new Set([...claims.map(({id}) => id), ...facts.map(({name}) => name)]);
  // A name with digits in it may tell something itself: of such a guide the lines are searched as well.
  const guides = readings.flatMap(({guide}) =>
    guide === null || /\p{N}/u.test(guide.path) ? [] : [guide.path],
  );
  const inGuide = (words: string) =>
    guides.some(path => words.startsWith(path) && /^:\d+$/.test(words.slice(path.length)));
  return words => known.has(words) || (given.test(words) && !own.has(words)) || inGuide(words);
}

/** The lines on which secret numbers are written, by file. */
function linesOf(figures: readonly Known[]): ReadonlyMap<string, ReadonlySet<number>> {
  const found = new Map<string, Set<number>>();
  for (const figure of figures) {
    if (figure.figure !== 'read') continue;
    const {file, line} = figure.span;
    found.set(file, (found.get(file) ?? new Set()).add(line));
  }
  return found;
}

/** A subject of case.yaml in the words of this program. */
export function ruledOut(words: string): RuledOut {
  const text = words.trim();
  return {words: text, subjects: subjectsNamed(text)};
}

/**
 * The situation with the offers that an edition may see, and the reader's own words free of what it keeps back. Amounts stay:
 * who shows them asks each term for its disclosure.
 */
export function situationFor(situation: Situation, edition: Edition): Situation {
  const {who, role, company, region, today} = situation;
  const offers = inOrder(situation.offers).map(offer => ({
    ...offer,
    ...guardsOf(offer, isSpeakable(offer, today)),
  }));
  return {...situation, ...seal({who, role, company, region, offers}, sealRules(situation, edition))};
}
