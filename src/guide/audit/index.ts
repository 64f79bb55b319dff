import type {Source} from '../../base/index.ts';
import {type Finding, finding} from '../../figure/index.ts';
import type {AuditRule, Guide} from '../types.ts';
import {identicalRegions, MANY_RULES} from './copies.ts';
import {downtimeRecomputed} from './downtime.ts';
import {sourceIsSiteRoot, sourceWithoutLink, sourceWithoutYear, stale} from './evidence.ts';
import {noFloor} from './floors.ts';
import {componentLeftOut, frontMatterAgainstTable, frontMatterRegions} from './front-matter.ts';
import {lossCalledPrevention, ratesContradict} from './losses.ts';
import {mixedCurrencies} from './mixture.ts';
import {totalOutOfLine} from './odd-total.ts';
import {offerNotYours} from './offers.ts';
import {strategyOutOfOrder} from './order.ts';
import {percentWithoutBase} from './percents.ts';
import {leftoverPlaceholder} from './placeholders.ts';
import {regionNotInTable} from './places.ts';
import {
  acceptOutsideBand,
  anchorOutsideBand,
  outsideFirstRegion,
  tableMayBeBase,
  walkAwayOutsideBand,
} from './positions.ts';
import {rangeUpsideDown} from './ranges.ts';
import {impliedRate, impossibleRate} from './rates.ts';
import {levelsInOneRange, qualityOverstated, reviewOverdue} from './review.ts';
import type {AuditCheck, AuditContext} from './rule.ts';
import {shareAgainstBand} from './shares.ts';
import {strategyTotal} from './sums.ts';
import {grantCountedWhole, grantWithoutPeriod, totalAgainstParts} from './totals.ts';

const RULES: readonly AuditCheck[] = [
  grantCountedWhole,
  totalAgainstParts,
  totalOutOfLine,
  grantWithoutPeriod,
  mixedCurrencies,
  rangeUpsideDown,
  anchorOutsideBand,
  acceptOutsideBand,
  walkAwayOutsideBand,
  tableMayBeBase,
  outsideFirstRegion,
  strategyOutOfOrder,
  strategyTotal,
  regionNotInTable,
  noFloor,
  impossibleRate,
  impliedRate,
  percentWithoutBase,
  shareAgainstBand,
  lossCalledPrevention,
  ratesContradict,
  downtimeRecomputed,
  offerNotYours,
  leftoverPlaceholder,
  sourceWithoutLink,
  sourceWithoutYear,
  sourceIsSiteRoot,
  stale,
  identicalRegions,
  frontMatterAgainstTable,
  componentLeftOut,
  frontMatterRegions,
  levelsInOneRange,
  reviewOverdue,
  qualityOverstated,
];

/** Every finding a guide can have, for help and docs: what reading finds, the audit, and what only several guides show. */
export const auditRules: readonly Pick<AuditCheck, 'name' | 'severity' | 'says'>[] = [
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
  {
    name: 'damaged-front-matter',
    severity: 'warning',
    says: 'front matter that is no YAML, or a value of it that is not what its key says',
  },
  ...RULES,
  ...MANY_RULES,
];

/** What the audit says of one guide, in the order of the rules. Pure; an empty list is a clean guide. */
export function audit(guide: Guide, source: Source, context: AuditContext): Finding<AuditRule>[] {
  const findings: Finding<AuditRule>[] = [];
  for (const {name: rule, severity, check} of RULES)
    for (const found of check(guide, source, context))
      findings.push(finding(rule, found.severity ?? severity, found.message, found));
  return findings;
}
