import {tradeWordsIn} from '../../english/index.ts';
import type {Guide, Lever} from '../../guide/index.ts';
import type {Prose, Topic} from '../../figure/index.ts';
import type {Offer} from '../../terms/index.ts';
import type {Plan} from '../types.ts';

/**
 * What a lever's words are made from. Confidential figures may be in the plan and in the offers: a script uses none, and is
 * decided by none.
 */
export interface Stage {
  readonly guide: Guide;
  readonly lever: Lever;
  readonly plan: Plan;
  /** In the order of the plan. */
  readonly offers: readonly Offer[];
  /** What of the reader's own is told here: the lever's topic, and at one lever what no lever is on. */
  readonly topics: readonly Topic[];
}

/** What each kind of lever has to write; the rest is the same for all. */
export interface ScriptWords {
  /** Null where there is nothing to ask for. */
  readonly ask: Prose | null;
  /** Sentences in the order they are spoken. */
  readonly script: readonly Prose[];
  readonly strengthen: readonly Prose[];
  readonly rebuttals: readonly Reply[];
}

/** What they may say, and what to answer. */
export interface Reply {
  readonly they: Prose;
  readonly you: Prose;
}

/** The words of the trade that the guide itself uses: on a trading floor time is market hours, and teams may be pods. */
export function settingOf({guide}: Stage): {
  readonly trading: boolean;
  readonly who: string;
  readonly hours: string;
} {
  const said = tradeWordsIn(guide.narrative.flatMap(({sentences}) => sentences.map(({text}) => text)));
  const trading = said.has('trading');
  return {trading, who: said.has('pods') ? 'pods' : 'teams', hours: trading ? ' in market hours' : ''};
}
