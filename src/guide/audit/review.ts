import {count, day, guideQuote, say} from '../../figure/index.ts';
import {dayAfter} from '../../intake/index.ts';
import {cellFigure} from '../stated.ts';
import type {Band, FrontMatter} from '../types.ts';
import {pairsOf, spans} from './front-matter.ts';
import type {AuditCheck, AuditHit} from './rule.ts';
import {grantCountedWhole, totalAgainstParts, totalChecks} from './totals.ts';

/** One level seldom pays its best more than twice what it pays its least. */
const WIDEST_LEVEL = 2;

export const levelsInOneRange: AuditCheck = {
  name: 'levels-in-one-range',
  severity: 'note',
  says: 'a range of the front matter that holds several levels',
  *check(guide): Iterable<AuditHit> {
    const hint = 'take the range of your level: the high end of another is no offer';
    const pairs = pairsOf(guide);
    const named = severalLevels(guide.frontMatter);
    for (const {row, cells} of pairs)
      for (const band of row) {
        const same = cells.filter(({component}) => component === band.component);
        if (!spans(band, same) || same.some(({low, high}) => low === band.low && high === band.high))
          continue;
        const levels = count(new Set(same.map(({level}) => level)).size);
        const message = say`${guideQuote(band.region)}: the ${band.component} of the front matter, ${cellFigure(band)}, is of ${levels} levels in the table`;
        yield {message, span: band.span, hint};
        return;
      }
    const wide = guide.frontMatter?.compensation.map(widest).find(band => band !== null) ?? null;
    if (named === null || wide === null || guide.bands.some(({level}) => level !== null)) return;
    const message = say`${guideQuote(wide.region)}: the ${wide.component} of the front matter, ${cellFigure(wide)}, more than doubles, and its level_mapping names several levels, ${guideQuote(named)}`;
    yield {message, span: wide.span, hint};
  },
};

/** The base of an entry, or its total where it has no base, if it is too wide for one level. */
function widest(row: readonly Band[]): Band | null {
  const pay = (['base', 'total'] as const).map(one => row.find(({component}) => component === one));
  const band = pay.find(one => one !== undefined);
  return band !== undefined && band.high !== null && band.high > WIDEST_LEVEL * band.low ? band : null;
}

/** What the mapping says of the firm's own levels, if it is several: `L3-L4`, `SDE I - SDE II`. */
function severalLevels(front: FrontMatter | null): string | null {
  const own = front?.levelMapping.find(({key}) => key === 'internal')?.value;
  if (typeof own !== 'string') return null;
  const names = own.split(/[-–—/,]/).map(name => name.trim());
  return names.length > 1 && names.every(name => /(?:\d|\b[IVX]+)$/.test(name)) ? own : null;
}

export const reviewOverdue: AuditCheck = {
  name: 'review-overdue',
  severity: 'warning',
  says: 'front matter whose own day of review is past',
  *check({frontMatter}, _source, {today}): Iterable<AuditHit> {
    const due = frontMatter?.nextReviewDue ?? null;
    if (due === null || due.value >= today) return;
    yield {
      message: say`the guide was to be reviewed by ${day(due.value)}, and today is ${day(today)}`,
      span: due.span,
      hint: 'look for a newer edition, or check its bands against figures of this year',
    };
  },
};

export const updatedAhead: AuditCheck = {
  name: 'updated-ahead',
  severity: 'warning',
  says: 'front matter updated on a day, or with pay of a quarter, that is still to come',
  *check({frontMatter}, _source, {today}): Iterable<AuditHit> {
    const {lastUpdated: updated = null, salaryDataQuarter: quarter = null} = frontMatter ?? {};
    const hint = 'find out when it was written: no figure is newer than today';
    if (updated !== null && updated.value > dayAfter(today))
      yield {
        message: say`last updated on ${day(updated.value)}, and today is ${day(today)}`,
        span: updated.span,
        hint,
      };
    if (quarter !== null && quarter.value > quarterOf(today))
      yield {
        message: say`its pay is of ${guideQuote(quarter.value)}, and today is ${day(today)}`,
        span: quarter.span,
        hint,
      };
  },
};

/** Somewhere it is tomorrow already. */
function quarterOf(today: string): string {
  const soon = dayAfter(today);
  return `${soon.slice(0, 4)}-Q${Math.ceil(Number(soon.slice(5, 7)) / 3)}`;
}

export const qualityOverstated: AuditCheck = {
  name: 'quality-overstated',
  severity: 'note',
  says: 'a data quality of "high" over totals that do not add up',
  *check(guide, source, context): Iterable<AuditHit> {
    const quality = guide.frontMatter?.dataQuality ?? null;
    if (quality === null || quality.value.toLowerCase() !== 'high') return;
    const wrong = [grantCountedWhole, totalAgainstParts].flatMap(rule => [
      ...rule.check(guide, source, context),
    ]);
    if (wrong.length === 0) return;
    yield {
      message: say`the front matter calls the quality of its data high, and ${count(wrong.length)} of ${count(totalChecks(guide).length)} totals do not add up`,
      span: quality.span,
      hint: 'trust no figure of it that you have not checked',
    };
  },
};
