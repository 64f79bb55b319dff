import {isBracketed, wordingOf} from '../../english/index.ts';
import {guideQuote, join, type Known, say, worked} from '../../figure/index.ts';
import {positionFigure} from '../stated.ts';
import type {Guide, Position} from '../types.ts';
import type {AuditCheck, AuditHit} from './rule.ts';

/** Guides round their totals: a difference up to here is no finding. */
const TOLERANCE = 0.05;
/** How far before its total a part may stand. */
const REACH = 160;
const PARTS: readonly string[] = ['base', 'bonus', 'signOn', 'equity', 'equityPerYear'];

export const strategyTotal: AuditCheck = {
  name: 'strategy-total',
  severity: 'warning',
  says: 'a total in brackets that the sums right before it do not add up to',
  *check({strategy, bands}: Guide, {text}): Iterable<AuditHit> {
    if (strategy === null) return;
    for (const side of [strategy.anchor, strategy.accept, strategy.walkAway]) {
      for (const total of side) {
        if (!isInBrackets(text, total)) continue;
        const parts = side.filter(part => isPart(text, part, total));
        const base = parts.find(({key}) => componentOf(key) === 'base');
        if (base === undefined || parts.length < 2) continue;
        const sums = sumsOf(base, parts);
        if (sums.some(sum => Math.abs(sum / total.value - 1) <= TOLERANCE)) continue;
        // what the table pays besides may be in the total, unnamed: then only a total below every sum is wrong
        const paid = parts.map(({key}) => componentOf(key).replace('PerYear', ''));
        const more = bands.some(({component}) => component !== 'total' && !paid.includes(component));
        if (more && total.value > Math.min(...sums)) continue;
        const told = parts.map(part => say`${guideQuote(componentOf(part.key))} ${positionFigure(part)}`);
        yield {
          message: say`${join(told, ' and ')} make ${yearOf(base, parts)} a year, and the strategy says ${positionFigure(total)}`,
          span: total.span,
          hint: 'work the total out from its parts before you name it',
        };
      }
    }
  },
};

/** "$195K base and $85K bonus ($280K total)". */
function isInBrackets(text: string, total: Position): boolean {
  return (
    componentOf(total.key) === 'total' && total.unit === 'money' && isBracketed(wordingOf(text, total.span))
  );
}

function isPart(text: string, part: Position, {key, currency, span}: Position): boolean {
  const between = text.slice(part.span.to, span.from);
  return (
    PARTS.includes(componentOf(part.key)) &&
    part.key.split('@')[1] === key.split('@')[1] &&
    (part.unit === 'percent' || part.currency === currency) &&
    part.span.to <= span.from &&
    between.length <= REACH &&
    !/[.!?;)]\s/.test(between)
  );
}

/** What the parts may make in a year: a quarter of the grant, all of it or none, and a sign-on or not. */
function sumsOf(base: Position, parts: readonly Position[]): number[] {
  return [0.25, 1, 0].flatMap(grant =>
    [1, 0].map(signOn =>
      parts.reduce((sum, {key, unit, value}) => {
        const amount = unit === 'percent' ? (base.value * value) / 100 : value;
        const component = componentOf(key);
        return sum + amount * (component === 'equity' ? grant : component === 'signOn' ? signOn : 1);
      }, 0),
    ),
  );
}

function componentOf(key: string): string {
  return key.split('@')[0] ?? key;
}

/** What the parts make in a year that counts a quarter of the grant and a sign-on: `$280K`. */
function yearOf(base: Position, parts: readonly Position[]): Known {
  const summands = parts.map(({key, unit}, at) => {
    if (unit === 'percent') return `part${parts.indexOf(base)} * part${at}`;
    return componentOf(key) === 'equity' ? `part${at} / 4` : `part${at}`;
  });
  const inputs = parts.map((part, at) => ({
    name: `part${at}`,
    label: componentOf(part.key),
    figure: positionFigure(part),
  }));
  return worked(summands.join(' + '), inputs, {style: {as: 'short', digits: 3}});
}
