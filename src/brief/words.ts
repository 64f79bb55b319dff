import {VERDICT_KINDS, VERDICT_SIGNS} from '../views/index.ts';
import type {Component, Severity, Tier} from '../base/index.ts';
import type {SealedClaim, Verdict} from '../claims/index.ts';
import type {Brief, OfferStanding, Stance, Standing, Withheld} from '../strategy/index.ts';

/** The stance as a headline. */
export const STANCE_WORDS: Readonly<Record<Stance['action'], string>> = {
  accept: 'Accept',
  counter: 'Counter',
  'walk away': 'Walk away',
  'ask first': 'Ask first',
  'no offer yet': 'No offer yet',
};

/** What a tier of evidence means, as the last section explains it, strongest first. */
export const TIER_WORDS: Readonly<Record<Tier, string>> = {
  measured: 'worked out from data of one’s own',
  documented: 'an offer letter or a contract',
  published: 'a public source',
  stated: 'by word of mouth',
  guide: 'only the guide has it',
  assumed: 'a guess, shown as one',
};

export const SEVERITY_SIGNS: Readonly<Record<Severity, string>> = {error: '✗', warning: '!', note: '·'};

export const KIND_WORDS: Readonly<Record<OfferStanding['kind'], string>> = {
  target: 'the firm',
  competing: 'competing',
  current: 'today’s job',
};

/** The sections in the order of somebody about to walk into the conversation. */
export const SECTIONS = {
  standing: 'Where each offer stands',
  asks: 'The asks, in order',
  levers: 'The levers, and what to say',
  unsaid: 'What not to say',
  rules: 'The guide’s rules, offer by offer',
  ledger: 'The ledger of figures',
  findings: 'What the audit found in the guide',
  evidence: 'Evidence',
} as const;
export type Section = keyof typeof SECTIONS;
export const SECTION_ORDER = Object.keys(SECTIONS) as readonly Section[];

export function sectionNumber(section: Section): number {
  return SECTION_ORDER.indexOf(section) + 1;
}

/** The components that any band or offer of the plan speaks of, in the order of the bands. */
export function componentsOf(plan: Brief): readonly Component[] {
  const banded = plan.bands.map(one => one.component);
  const offered = plan.offers.flatMap(offer => offer.standings.map(one => one.component));
  return [...new Set([...banded, ...offered])];
}

/** `10% up`, `below the band`; the empty string where nothing can be said. */
export function placeWords(standing: Standing): string {
  if (standing.share === null || standing.place === 'unknown') return '';
  if (standing.place !== 'within') return `${standing.place} the band`;
  if (standing.share === 0) return 'at its low';
  if (standing.share === 1) return 'at its high';
  return `${Math.round(standing.share * 100)}% up`;
}

export function guaranteeWords(standing: Standing): string {
  if (standing.amount === null || standing.component === 'total') return '';
  if (standing.guaranteed === true) return standing.component === 'base' ? '' : 'guaranteed';
  return standing.guaranteed === false ? 'not guaranteed' : '';
}

/** What `instead` is called before it. */
export const INSTEAD_WORDS: Readonly<Record<Verdict['kind'], string>> = {
  holds: '',
  'holds only if': 'Otherwise',
  'does not hold': 'Instead',
  'cannot be checked': '',
};

/** A row of questions for one party, each asked once however many rules want it answered. */
export interface Questions {
  readonly party: string;
  readonly questions: readonly string[];
}

export function questionsOf(plan: Brief): readonly Questions[] {
  return plan.offers
    .map(offer => {
      const asked = plan.rules.flatMap(rule =>
        rule.results.flatMap(one =>
          one.offer === offer.offer && one.question !== null ? [one.question] : [],
        ),
      );
      return {party: offer.party, questions: [...new Set(asked)]};
    })
    .filter(one => one.questions.length > 0);
}

/** Headline claims first told in full; each with its place in the ledger, which is its number. */
export function splitLedger(ledger: readonly SealedClaim[]): {
  readonly headline: readonly (readonly [number, SealedClaim])[];
  readonly rest: readonly (readonly [number, SealedClaim])[];
} {
  const numbered = [...ledger.entries()];
  return {
    headline: numbered.filter(([, claim]) => claim.headline),
    rest: numbered.filter(([, claim]) => !claim.headline),
  };
}

/** The formula of one of the reader's own figures in the words of its inputs; null where there is none. */
export function ownFormula({by, workings}: SealedClaim): string | null {
  return by === 'me' ? (workings[0]?.formula ?? null) : null;
}

/** Whether a claim is one of the reader's facts, and not worked out over them. */
export function isFact({by, id}: SealedClaim): boolean {
  return by === 'me' && id.startsWith('fact-');
}

/** What is not to be said: first what no lever has told already, then what one has, with the lever's number. */
export function splitUnsaid(plan: Brief): {
  readonly here: readonly Withheld[];
  readonly atLevers: readonly (readonly [number, Withheld])[];
} {
  const leverOf = (one: Withheld) =>
    plan.levers.findIndex(lever =>
      lever.withheld.some(told => told.claim !== null && told.claim === one.claim),
    ) + 1;
  const placed = plan.notToSay.map(one => [leverOf(one), one] as const);
  return {
    here: placed.filter(([at]) => at === 0).map(([, one]) => one),
    atLevers: placed.filter(([at]) => at > 0),
  };
}

/** `1 block`, `2 blocks`, `no block`. */
export function countWords(count: number, one: string, many = `${one}s`): string {
  return `${count === 0 ? 'no' : count} ${count < 2 ? one : many}`;
}

/** The ledger in a line: nothing is left unsaid about how many figures failed. */
export function tally(ledger: readonly SealedClaim[]): string {
  const told = VERDICT_KINDS.map(kind => {
    const count = ledger.filter(claim => claim.verdict.kind === kind).length;
    return `${VERDICT_SIGNS[kind]} ${count} ${count === 1 ? kind : PLURALS[kind]}`;
  });
  return `${countWords(ledger.length, 'figure')} checked: ${told.join(', ')}`;
}

const PLURALS: Readonly<Record<Verdict['kind'], string>> = {
  holds: 'hold',
  'holds only if': 'hold only if',
  'does not hold': 'do not hold',
  'cannot be checked': 'cannot be checked',
};

/** A fragment as a sentence begins: with a capital, where it begins with a plain word. */
export function sentence(text: string): string {
  return /^[a-z][a-z ’']/.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}
