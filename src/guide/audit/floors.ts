import {floorSaid, payNamedIn} from '../../english/index.ts';
import type {Sentence} from '../types.ts';
import type {AuditCheck, AuditHit} from './rule.ts';

export const noFloor: AuditCheck = {
  name: 'no-floor',
  severity: 'warning',
  says: 'a strategy with no number to accept or to walk away at',
  *check({strategy}): Iterable<AuditHit> {
    if (strategy === null || strategy.accept.length > 0 || strategy.walkAway.length > 0) return;
    const said = strategy.passage.sentences.map(({text}) => text).join(' ');
    const floor = floorSaid(said);
    if (floor === 'needed' || strategy.passage.sentences.some(givesFloor)) return;
    yield {
      message:
        floor === 'named'
          ? 'the strategy speaks of a floor, and gives no number for it'
          : 'the strategy does not say at what to accept, nor when to walk away',
      span: strategy.passage.span,
      hint: 'settle the least you would take before you speak of numbers',
    };
  },
};

/** A sentence that speaks of a floor and of a sum gives one, whether it was understood or not; a sign-on is none. */
function givesFloor({text, figures}: Sentence): boolean {
  return (
    figures.some(({kind, of}) => kind === 'money' && payNamedIn(of ?? '') !== 'signOn') &&
    floorSaid(text) !== null
  );
}
