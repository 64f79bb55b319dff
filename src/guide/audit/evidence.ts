import {count, day, guideQuote, say} from '../../figure/index.ts';
import {hitsIn} from '../hits.ts';
import type {SourceLine} from '../types.ts';
import type {AuditCheck, AuditHit} from './rule.ts';

export const sourceWithoutLink: AuditCheck = {
  name: 'source-without-link',
  severity: 'note',
  says: 'sources that nobody can look up',
  check: ({sources}) =>
    lacking(
      sources,
      sources.filter(({url}) => url === null),
      'without a link',
      'find the page or report behind each',
    ),
};

export const sourceWithoutYear: AuditCheck = {
  name: 'source-without-year',
  severity: 'note',
  says: 'sources that do not say of which year they are',
  check: ({sources}) =>
    lacking(
      sources,
      sources.filter(({years, text}) => years.length === 0 && !/\bFY ?'?\d{2}\b/.test(text)),
      'without a year',
      'pay of an unknown year is pay of no year',
    ),
};

export const sourceIsSiteRoot: AuditCheck = {
  name: 'source-is-site-root',
  severity: 'note',
  says: 'links to the front page of a site, where the figure does not stand',
  check: ({sources}) =>
    lacking(
      sources,
      sources.filter(({url}) => url !== null && isRoot(url)),
      'linked to the front page of a site',
      'link the page that states the figure',
    ),
};

function isRoot(url: string): boolean {
  return /^https?:\/\/[^/?#]+\/?$/.test(url);
}

function lacking(
  all: readonly SourceLine[],
  some: readonly SourceLine[],
  what: string,
  hint: string,
): AuditHit[] {
  const [first] = some;
  if (first === undefined) return [];
  return [
    {
      message: say`${count(some.length)} of ${count(all.length)} sources ${what}, the first: ${guideQuote(first.text, first.span)}`,
      span: first.span,
      hint,
    },
  ];
}

export const stale: AuditCheck = {
  name: 'stale',
  severity: 'warning',
  says: 'a guide whose newest year is more than a year past, or that names none',
  *check({role, frontMatter: front}, source, {today}): Iterable<AuditHit> {
    const thisYear = Number(today.slice(0, 4));
    const yearAgo = `${thisYear - 1}${today.slice(4)}`;
    const hint = 'check its bands against figures of this year';
    const {lastUpdated: updated = null, salaryDataQuarter: quarter = null} = front ?? {};
    if (updated !== null && updated.value < yearAgo) {
      const message = say`last updated on ${day(updated.value)}, and today is ${day(today)}`;
      yield {message, span: updated.span, hint};
    } else if (quarter !== null && lastDayOf(quarter.value) < yearAgo) {
      const message = say`its pay is of ${guideQuote(quarter.value)}, and today is ${day(today)}`;
      yield {message, span: quarter.span, hint};
    } else {
      // that a file was touched makes none of its figures newer
      const newest = newestYear(source.text.slice(front?.span.to ?? 0), thisYear);
      if (newest === 0) {
        if (updated === null && quarter === null)
          yield {message: 'the guide names no year', span: role.span, hint};
      } else if (`${newest}-12-31` < yearAgo) {
        const where = front === null ? 'guide' : 'text';
        const message = say`the newest year in the ${where} is ${guideQuote(String(newest))}, and today is ${day(today)}`;
        yield {message, span: role.span, hint};
      }
    }
  },
};

/** The last day of `2025-Q4`, or a day between that and the next quarter. */
function lastDayOf(quarter: string): string {
  return `${quarter.slice(0, 4)}-${String(3 * Number(quarter.slice(6))).padStart(2, '0')}-31`;
}

const YEAR = /20\d{2}(?![\d%KMB]|,\d)/g;
/** What makes a part of a sum of it. */
const BEFORE_SUM = /[\d$£€₹,.]/;

/** The newest year of this century that the text names, no later than `last`; 0 for none. Sums, shares and links name none. */
function newestYear(text: string, last: number): number {
  let newest = 0;
  for (const {index, 0: year} of hitsIn(text, YEAR)) {
    const named = Number(year);
    if (named <= newest || named > last || BEFORE_SUM.test(text[index - 1] ?? '')) continue;
    if (!isInLink(text, index)) newest = named;
  }
  return newest;
}

function isInLink(text: string, at: number): boolean {
  return /https?:\/\/\S*$/.test(text.slice(Math.max(0, at - 400), at));
}
