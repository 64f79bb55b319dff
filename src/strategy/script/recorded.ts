import type {SealedClaim} from '../../claims/index.ts';
import type {Lever} from '../../guide/index.ts';
import {ownSpoken, ownUnshown, type Stage, told, topicOf} from './lever.ts';
import type {LeverKind, Recorded, Withheld} from './types.ts';

/**
 * What the record shows on the lever's subject: each figure with how it was counted and what would turn it. What it does
 * not show, because the interval holds no effect at all, stands there too, and in no script.
 */
export function recordedOn(stage: Stage, kind: LeverKind): readonly Recorded[] {
  return [...ownSpoken(stage, kind), ...ownUnshown(stage, kind)].flatMap(claim => {
    const {margin} = claim;
    if (margin === undefined) return [];
    const {method, turns, shown} = margin;
    const first = shown
      ? []
      : ['not shown: its interval includes no effect at all, so that no script says it'];
    return [{claim: claim.id, told: told(claim).text, how: method, turns: [...first, ...new Set(turns)]}];
  });
}

/** Shares from here on are uptimes; what else is a share in a sentence about uptime is a wish or a rate. */
const UPTIME = 0.9;

/** Uptimes that the lever would have claimed and that are more than the record shows: the record's is to be said. */
export function beyondRecord({plan, lever}: Stage): readonly Withheld[] {
  const measured = plan.ledger.find(
    claim =>
      claim.by === 'me' &&
      claim.id.startsWith('fact-') &&
      claim.margin !== undefined &&
      claim.statedText.includes('%') &&
      (claim.stated?.value ?? 0) >= UPTIME &&
      topicOf(claim.says) === 'uptime',
  );
  if (measured === undefined || measured.stated === null) return [];
  const shows = measured.stated.value;
  return uptimesIn(lever).flatMap(({text, value, span}) =>
    value > shows ? [{text: `${text} uptime`, why: whyNot(measured, text), claim: measured.id, span}] : [],
  );
}

function whyNot({says, statedText}: SealedClaim, text: string): string {
  return `your record shows ${statedText}: ${says}. Do not say ${text}`;
}

function uptimesIn({passage}: Lever) {
  return passage.sentences
    .filter(({text}) => topicOf(text) === 'uptime')
    .flatMap(({figures}) => figures)
    .filter(({kind, low}) => kind === 'percent' && low / 100 >= UPTIME)
    .map(figure => ({text: figure.text.trim(), value: figure.low / 100, span: figure.span}));
}
