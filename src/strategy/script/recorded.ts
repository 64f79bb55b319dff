import type {Claim} from '../../claims/index.ts';
import {head, isSecret, type Known, type Prose, say, type Topic, valueOf} from '../../figure/index.ts';
import {topicIn} from '../../english/index.ts';
import type {Lever} from '../../guide/index.ts';
import {asked} from './asking.ts';
import {distinct, ownSpoken, ownUnshown, told} from './own.ts';
import type {Stage} from './stage.ts';
import type {Recorded, Withheld} from './types.ts';

/**
 * What the record shows on the lever's topic: each figure with how it was counted and what would turn it. What it does
 * not show, because the interval holds no effect at all, stands there too, and in no script.
 */
export function recordedOn(stage: Stage, topic: Topic): readonly Recorded[] {
  return [...ownSpoken(stage, topic), ...ownUnshown(stage, topic)].flatMap(claim => {
    const {margin} = claim;
    if (margin === undefined) return [];
    const {method, turns, shown} = margin;
    const first = shown
      ? []
      : [say`not shown: its interval includes no effect at all, so that no script says it`];
    return [{claim: claim.id, told: head(told(claim)), how: method, turns: [...first, ...distinct(turns)]}];
  });
}

/** Shares from here on are uptimes; what else is a share in a sentence about uptime is a wish or a rate. */
const UPTIME = 0.9;

/**
 * Uptimes that the lever would have claimed and that are more than the record shows: the record's is to be said. Of a
 * secret record nothing can be told, not even which figures are more.
 */
export function beyondRecord({plan, lever}: Stage): readonly Withheld[] {
  const measured = plan.ledger.find(
    ({by, kind, subject, margin, disclosure}) =>
      by === 'me' &&
      kind === 'fact' &&
      subject === 'uptime' &&
      margin !== undefined &&
      disclosure !== 'confidential',
  );
  if (measured === undefined || isSecret(measured.stated.quantityOf)) return [];
  const shows = valueOf(measured.stated.quantityOf);
  return uptimesIn(lever)
    .filter(({figure}) => valueOf(figure) > shows)
    .map(({figure, span}) => ({
      text: head(say`${figure} uptime`),
      why: whyNot(measured, figure),
      claim: measured.id,
      span,
      reach: 'call',
    }));
}

function whyNot({says, statedText}: Claim, figure: Known): Prose {
  return say`your record shows ${statedText}: ${says}. Do not say ${figure}`;
}

function uptimesIn({passage}: Lever) {
  return passage.sentences
    .filter(({text}) => topicIn(text) === 'uptime')
    .flatMap(({figures}) => figures)
    .filter(({kind, low}) => kind === 'percent' && low / 100 >= UPTIME)
    .map(figure => ({figure: asked(figure, 'uptime'), span: figure.span}));
}
