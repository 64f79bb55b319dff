import {isExcepted, isOfBand, isOfCase, namesBase} from '../../english/index.ts';
import {guideQuote, say} from '../../figure/index.ts';
import {positionFigure} from '../stated.ts';
import type {Guide, Position} from '../types.ts';
import {componentOf, FAR, isOverYears, wordsOf} from './positions.ts';
import type {AuditCheck, AuditHit} from './rule.ts';

export const strategyOutOfOrder: AuditCheck = {
  name: 'strategy-out-of-order',
  severity: 'error',
  says: 'a walk-away above the floor to accept at, or a floor above the opening',
  *check(guide, {text}): Iterable<AuditHit> {
    if (guide.strategy === null) return;
    const {anchor, accept, walkAway} = guide.strategy;
    for (const [lower, upper, does, yet] of [
      [walkAway, accept, 'walks away below', 'accepts'],
      [accept, anchor, 'accepts at', 'opens'],
      [walkAway, anchor, 'walks away below', 'opens'],
    ] as const) {
      for (const low of lower) {
        const high = upper.find(({key, currency}) => key === low.key && currency === low.currency);
        if (high === undefined || low.value <= high.value || !areComparable(guide, text, low, high)) continue;
        const isStated = [low, high].every(isSaid);
        if (!isStated && !(isAboveAll(text, low, high, upper) && isHighest(guide, low))) continue;
        yield {
          ...(isStated ? {} : {severity: 'warning'}),
          message: say`${guideQuote(low.key.replace('@', ' in '))}: ${does} ${positionFigure(low)}, but ${yet} at ${positionFigure(high)}`,
          span: low.span,
          hint: 'walk-away, floor and opening must rise in this order',
        };
      }
    }
  },
};

/** Whether the words say what a number pays, and for whom. */
function isSaid({stated, region}: Position): boolean {
  return stated.component && (region === null || stated.region);
}

/**
 * Whether a number is above another whatever it was inferred to be: above everything of its component there, for each place
 * and level; or above all there is, of which the other one is the total.
 */
function isAboveAll(text: string, low: Position, high: Position, upper: readonly Position[]): boolean {
  if (!high.stated.component || isOverYears(text, low)) return false;
  const isKind = low.stated.component;
  if (!isKind && componentOf(low.key) !== 'total') return false;
  return upper.every(
    ({key, value, unit, currency}) =>
      unit !== low.unit ||
      currency !== low.currency ||
      (isKind && componentOf(key) !== componentOf(low.key)) ||
      value < low.value,
  );
}

/** Whether a number holds in any case, and no sum that nobody understood is as high: it may have been to open with. */
function isHighest({strategy}: Guide, low: Position): boolean {
  if (strategy === null) return false;
  const {anchor, accept, walkAway, competing, passage} = strategy;
  const known = [...anchor, ...accept, ...walkAway].filter(one => one.stated.component);
  const places = [...known, low]
    .map(({span}) => span)
    .concat(competing.flatMap(one => Object.values(one.places)));
  return passage.sentences.every(({text, span, figures}) => {
    if (span.from <= low.span.from && low.span.to <= span.to && isOfCase(text)) return false;
    return figures.every(
      one =>
        one.kind !== 'money' ||
        one.high < low.value ||
        one.high > FAR * low.value ||
        places.some(({from, to}) => from <= one.span.from && one.span.to <= to),
    );
  });
}

/** Whether two numbers are of one kind by the words around them, so that one of them must be the higher. */
function areComparable(guide: Guide, text: string, low: Position, high: Position): boolean {
  if (low.value > FAR * high.value) return false;
  const [one, other] = [wordsOf(guide, text, low), wordsOf(guide, text, high)];
  if (!isOfBand(one) || !isOfBand(other) || isException(text, low)) return false;
  return !low.key.startsWith('base') || namesBase(one) === namesBase(other);
}

/** "Walk away below $155K base unless the grant exceeds $80K": what makes up for less is no walk-away of its own. */
function isException(text: string, {span}: Position): boolean {
  return isExcepted(text.slice(Math.max(0, span.from - 200), span.from));
}
