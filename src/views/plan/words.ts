import type {Component, Tier} from '../../base/index.ts';
import type {Claim, Verdict} from '../../claims/index.ts';
import {count, type Edition, isEmpty, join, type Prose, say, sentence} from '../../figure/index.ts';
import {type Text, type TextRun, type Tone, toned} from '../../page/index.ts';
import type {Brief, OfferStanding, Stance} from '../../strategy/index.ts';
import {claimNumber, VERDICT_KINDS, VERDICT_SIGNS, VERDICT_TONES} from '../chart/words.ts';

/** What every section is made from. */
export interface Told {
  readonly brief: Brief;
  readonly edition: Edition;
  /** Every figure of the ledger and every picture of the record, not only what the argument rests on. */
  readonly full: boolean;
}

/** The stance as a headline. */
export const STANCE_WORDS: Readonly<Record<Stance['action'], string>> = {
  accept: 'Accept',
  counter: 'Counter',
  'ask first': 'Ask first',
  'no offer yet': 'No offer yet',
};

/** What a tier of evidence means, as the last section explains it. */
export const TIER_WORDS: Readonly<Record<Tier, string>> = {
  measured: 'worked out from data of one’s own',
  documented: 'an offer letter or a contract',
  published: 'a public source',
  stated: 'by word of mouth',
  guide: 'only the guide has it',
  assumed: 'a guess, shown as one',
};

export const KIND_WORDS: Readonly<Record<OfferStanding['kind'], string>> = {
  target: 'the firm',
  competing: 'competing',
  current: 'today’s job',
};

/** Whether an edition has it: what holds a sentence that it leaves out is null, whatever its type. */
export function isThere<T>(of: T | null): of is T {
  return of !== null;
}

/** A text in one tone; nothing where an edition leaves it out. */
export function told(of: Prose | null, tone: Tone = 'plain'): Text {
  return of === null || isEmpty(of) ? [] : [toned(tone, of)];
}

/** The same as a sentence begins. */
export function begun(of: Prose | null, tone: Tone = 'plain'): Text {
  return of === null ? [] : told(sentence(of), tone);
}

/** The components that any band or offer of the plan speaks of, in the order of the bands. */
export function componentsOf({bands, offers}: Brief): readonly Component[] {
  const offered = offers.flatMap(offer => offer.standings.map(one => one.component));
  return [...new Set([...bands.map(one => one.component), ...offered])];
}

/** `1 block`, `2 blocks`, `no block`. */
export function counted(of: number, one: string, many = `${one}s`): Prose {
  return of === 0 ? say`no ${one}` : say`${count(of)} ${of === 1 ? one : many}`;
}

/** `C4`: where in the ledger. */
export function placeOf(index: number): Prose {
  return say`C${count(index + 1)}`;
}

/** `✗ does not hold`, kept together on one line. */
export function verdictRun({verdict}: Pick<Claim, 'verdict'>): TextRun {
  const {kind} = verdict;
  return {text: say`${VERDICT_SIGNS[kind]} ${kind}`, tone: VERDICT_TONES[kind], whole: true};
}

/** `C4 ✗ does not hold`, which leads there; nothing for a claim that the ledger does not have. */
export function claimRef({ledger}: Brief, id: string | null): Text {
  const index = ledger.findIndex(claim => claim.id === id);
  const claim = ledger[index];
  if (claim === undefined) return [];
  const run = verdictRun(claim);
  return [{...run, text: say`${placeOf(index)} ${run.text}`, to: claimNumber(index)}];
}

/** What stands before the figure that does hold. */
export const INSTEAD_WORDS: Readonly<Record<Verdict['kind'], string>> = {
  holds: '',
  'holds only if': 'otherwise ',
  'does not hold': 'instead ',
  'cannot be checked': '',
};

const PLURALS: Readonly<Record<Verdict['kind'], string>> = {
  holds: 'hold',
  'holds only if': 'hold only if',
  'does not hold': 'do not hold',
  'cannot be checked': 'cannot be checked',
};

/** The ledger in a line: nothing is left unsaid about how many figures failed. */
export function tally(ledger: readonly Claim[]): Prose {
  const kinds = VERDICT_KINDS.map(kind => {
    const found = ledger.filter(claim => claim.verdict.kind === kind).length;
    return say`${VERDICT_SIGNS[kind]} ${count(found)} ${found === 1 ? kind : PLURALS[kind]}`;
  });
  return say`${counted(ledger.length, 'figure')} checked: ${join(kinds, ', ')}`;
}
