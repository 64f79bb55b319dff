import {count, type Prose, say} from '../../figure/index.ts';
import {offBy, type TotalCheck, totalChecks, totalWords} from './totals.ts';
import type {AuditCheck, AuditHit} from './rule.ts';

/** So far from its parts a total may be where the others of its table add up. */
const FITS = 0.025;
/** Half as much again: between the two it may be rounding. */
const ODD = 0.035;

/**
 * Tables that are worked out and tables that are estimated differ: where one row adds up, the next should. A row in the
 * company of others that do not is left to `total-against-parts`.
 */
export const totalOutOfLine: AuditCheck = {
  name: 'total-out-of-line',
  severity: 'warning',
  says: 'a total more than 3.5% away from a year of its parts, in a table whose other totals are worked out',
  *check(guide): Iterable<AuditHit> {
    const checks = totalChecks(guide);
    const fitting = checks.filter(fits);
    if (fitting.length === 0) return;
    for (const one of checks) {
      if (one.verdict !== 'holds' || offBy(one) <= ODD) continue;
      // half of the others at least
      if (fitting.length * 2 < checks.length - 1) continue;
      const {said, added, where} = totalWords(one);
      yield {
        message: say`${where}: the total says ${said}, a year of its parts is ${added}; ${othersOf(fitting, checks.length - 1)}`,
        span: one.span,
        hint: 'work the total out from its parts, or ask what else it counts',
      };
    }
  },
};

/** With a year of the grant, or with the whole of it: that row is wrong, and still worked out. */
function fits(one: TotalCheck): boolean {
  return isWhole(one) || (one.verdict === 'holds' && offBy(one) <= FITS);
}

function isWhole({verdict}: TotalCheck): boolean {
  return verdict === 'whole grant in one year';
}

/** How many of the other totals add up, and how many are sums of another kind, which another rule tells. */
function othersOf(fitting: readonly TotalCheck[], others: number): Prose {
  const whole = fitting.filter(isWhole).length;
  const right = fitting.length - whole;
  const all = say`of the other ${count(others)} totals`;
  const are = whole === 1 ? 'is' : 'are';
  if (right === 0) return say`${count(whole)} ${all} ${are} worked out too, with the whole grant in`;
  const added = say`${count(right)} ${all} add${right === 1 ? 's' : ''} up`;
  return whole === 0 ? added : say`${added}, and ${count(whole)} ${are} worked out with the whole grant in`;
}
