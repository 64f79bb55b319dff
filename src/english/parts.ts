import type {Component} from '../base/index.ts';
import {type Tokens, tokensOf} from './tokens.ts';
import {phrases, Vocabulary} from './vocabulary.ts';

/** A part of pay that is asked for; `other` has a name of its own: a relocation bonus. */
export type Part = Component | 'escalator' | 'other';

/** How surely words name a part: in a `title` too, as a `noun` beside a sum, or as a `hint` at what a request is for. */
interface Named {
  readonly part: Part;
  readonly as: 'title' | 'noun' | 'hint';
}

const PARTS = new Vocabulary<Named>([
  [{part: 'onCall', as: 'hint'}, 'on call|oncall|pager~'],
  [{part: 'signOn', as: 'title'}, 'sign on|signon|signing'],
  [{part: 'milestone', as: 'noun'}, 'completion/milestone/project bonus/bonuses'],
  [{part: 'milestone', as: 'hint'}, 'completion|milestone/milestones|project/projects|moderniz~|modernis~'],
  [{part: 'escalator', as: 'hint'}, 'escalat~|kicker~'],
  [{part: 'pnl', as: 'noun'}, 'participation'],
  [{part: 'pnl', as: 'hint'}, 'pnl/profit (share)|p & l|profits'],
  [
    {part: 'equity', as: 'title'},
    'equity|rsu/rsus|stock grant/grants/option/options/award/awards/unit/units',
  ],
  [{part: 'equity', as: 'noun'}, 'stock/stocks|option/options|grant/grants'],
  [{part: 'other', as: 'noun'}, 'relocation|relocation/retention/referral/spot bonus/bonuses'],
  [{part: 'other', as: 'hint'}, 'retention/referral/spot'],
  [{part: 'bonus', as: 'title'}, 'bonus/bonuses'],
  [{part: 'base', as: 'title'}, 'salary/salaries|base salary/pay'],
  [{part: 'base', as: 'noun'}, 'base'],
]);

/** Where words name several parts the first of these is meant: an "on-call bonus" is on-call pay. */
const ORDER: readonly Part[] = [
  'onCall',
  'signOn',
  'milestone',
  'escalator',
  'pnl',
  'equity',
  'other',
  'bonus',
  'base',
];

/** The part of pay that words name, or hint at: "uptime-linked kicker"; null for none. */
export function partIn(words: string): Part | null {
  const tokens = tokensOf(words);
  return partAmong(tokens, 0, tokens.count);
}

/** The same of the tokens from `from` up to `to`. */
export function partAmong(tokens: Tokens, from: number, to: number): Part | null {
  return foremost(PARTS.all(tokens, from, to).map(({sense}) => sense.part));
}

/** Parts that have room to negotiate, of those that a title can name, the most telling first. */
const TITLED: readonly Component[] = ['signOn', 'equity', 'bonus', 'base'];

/** The part of pay that a title is on: "Stock Grants" and "The Base", but no "Stock Exchange" and no "Database". */
export function partOfTitle(title: string): Component | null {
  const tokens = tokensOf(title);
  const named = PARTS.all(tokens)
    .filter(({sense, to}) => sense.as === 'title' || (sense.part === 'base' && to === tokens.count))
    .map(({sense}) => sense.part);
  return TITLED.find(part => named.includes(part)) ?? null;
}

const BESIDE = phrases('pay|refresher/refreshers|premium|allowance|adjustment|stipend|budget|retainer');

/** The part of pay that words are the name of, with nothing besides: "on-call premium", but not "the equity of others". */
export function partNamed(words: string): Part | null {
  const tokens = tokensOf(words);
  const parts: Part[] = [];
  for (let at = 0; at < tokens.count; ) {
    const found = PARTS.at(tokens, at);
    if (found !== null) parts.push(found.sense.part);
    const to = found?.to ?? BESIDE.at(tokens, at)?.to;
    if (to === undefined) return null;
    at = to;
  }
  return foremost(parts);
}

/** Whether the words beside a sum name what is paid, as against whatever else may stand there: "sign-on bonus", not "trading volume". */
export function namesPart(words: string): boolean {
  const tokens = tokensOf(words);
  return PARTS.all(tokens).some(({sense}) => sense.as !== 'hint') || BESIDE.first(tokens) !== null;
}

function foremost(parts: readonly Part[]): Part | null {
  return ORDER.find(part => parts.includes(part)) ?? null;
}
