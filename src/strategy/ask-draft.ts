import type {Claim} from '../claims/index.ts';
import {type Prose, say, type Subject, subjectOf} from '../figure/index.ts';
import type {Position} from '../guide/index.ts';
import type {Offer} from '../terms/index.ts';
import type {Frame} from './frame.ts';
import type {Ask} from './types.ts';

/** An ask that has no place in the order yet. */
export type Draft = Omit<Ask, 'order'>;
export type AskPart = Ask['component'];

/** What the asks are made from. */
export interface Asking {
  readonly frame: Frame;
  readonly offer: Offer | undefined;
  /** What the ledger says of a share of everything. */
  readonly share: Claim | undefined;
  readonly floors: readonly Position[];
  /** Every offer of the case that may be spoken of. */
  readonly others: readonly Offer[];
  readonly anchors: readonly Position[];
}

/** Why an ask that the offer meets is still listed. */
export const MET = say`met: the offer has as much already`;

/** What an ask is about, for the seal. */
export function aboutOf(component: AskPart): readonly Subject[] {
  const subject = subjectOf(component);
  return subject === undefined ? [] : [subject];
}

/** A text with how its sum was converted behind it. */
export function withNote(text: Prose, note: Prose | null): Prose {
  return note === null ? text : say`${text} (${note})`;
}
