import type {Finding, Source} from '../../base/index.ts';
import type {AuditRule, Guide} from '../types.ts';
import {sourceWithoutLink, sourceWithoutYear, stale} from './evidence.ts';
import {lossCalledPrevention, ratesContradict} from './losses.ts';
import {offerNotYours} from './offers.ts';
import {percentWithoutBase} from './percents.ts';
import {acceptOutsideBand, anchorOutsideBand, strategyOutOfOrder, walkAwayOutsideBand} from './positions.ts';
import {rangeUpsideDown} from './ranges.ts';
import {impliedRate} from './rates.ts';
import type {AuditContext, Rule} from './rule.ts';
import {totalAgainstParts} from './totals.ts';

const RULES: readonly Rule[] = [
  totalAgainstParts,
  rangeUpsideDown,
  anchorOutsideBand,
  acceptOutsideBand,
  walkAwayOutsideBand,
  strategyOutOfOrder,
  impliedRate,
  percentWithoutBase,
  lossCalledPrevention,
  ratesContradict,
  offerNotYours,
  sourceWithoutLink,
  sourceWithoutYear,
  stale,
];

/** Every finding a guide can have, for help and docs: what reading finds first, then the audit. */
export const auditRules: readonly Pick<Rule, 'name' | 'severity' | 'says'>[] = [
  {name: 'not-a-guide', severity: 'error', says: 'a text that is no negotiation guide'},
  {name: 'unread-block', severity: 'note', says: 'a block with a figure that no rule understood'},
  {
    name: 'hopeless-line',
    severity: 'warning',
    says: 'a line too long, or too deep in lists and quotes, to be read',
  },
  {
    name: 'damaged-cell',
    severity: 'warning',
    says: 'a cell of the pay table that had to be mended to be read',
  },
  ...RULES,
];

/** What the audit says of one guide, in the order of the rules. Pure; an empty list is a clean guide. */
export function audit(guide: Guide, source: Source, context: AuditContext): Finding<AuditRule>[] {
  return RULES.flatMap(({name, severity, check}) =>
    [...check(guide, source, context)].map(found => ({rule: name, severity, ...found})),
  );
}
