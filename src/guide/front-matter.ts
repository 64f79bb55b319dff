import {closestSpelling, type Span} from '../base/index.ts';
import {type Finding, finding, say, type Words} from '../figure/index.ts';
import {capped, type Lookup, type Path, quarterAt, scalarsIn, wordsAt} from '../files/index.ts';
import {normalized} from './bare.ts';
import {dayAt} from './front-day.ts';
import {FRONT_KEYS, isGroup} from './front-keys.ts';
import {rowsOf} from './front-pay.ts';
import {NOTHING, type BlockRule} from './portion.ts';
import type {AuditRule, FrontMatter} from './types.ts';

/** Values that are kept, lists and groups counted too. */
const MOST_VALUES = 2000;

/** The YAML at the very top. What is wrong with it is found, and the guide below it is read all the same. */
export const frontMatter: BlockRule = {
  part: 'frontMatter',
  read({front, source}) {
    if (front === null) return NOTHING;
    const span = source.span(front.from, front.to);
    const {yaml} = front.reading;
    const findings = front.reading.findings.map(({rule, message, span: at = span, hint}) =>
      damaged(at, message, rule === 'too-deep' ? 'front matter needs three levels' : hint),
    );
    const wrong: Lookup['wrong'] = (...what) => void findings.push(damaged(...what));
    if (!front.closed)
      wrong({...span, to: span.from + 3}, 'front matter without an end', 'close it with ---');
    if (yaml !== null && isGroup(yaml.value)) {
      const parts = {frontMatter: partsOf({yaml, wrong}, span)};
      return {claims: [], parts, findings: capped(findings)};
    }
    if (yaml !== null) wrong(span, 'front matter without keys', 'write "key: value"');
    const text = normalized(source.text.slice(span.from, Math.min(span.to, span.from + 400)));
    return {claims: [], parts: {}, findings, unread: [{text, why: 'front matter that is no YAML', span}]};
  },
};

/** What front matter gives where the guide has no title, or no pay table. */
export const standIns: BlockRule = {
  part: 'standIns',
  read(_page, _left, {frontMatter: front, role, company, bands}) {
    if (front === null) return NOTHING;
    const titled = role !== null || front.roleDisplay === null || front.companyDisplay === null;
    return {
      claims: [],
      parts: {
        ...(titled ? {role, company} : {role: front.roleDisplay, company: front.companyDisplay}),
        bands: bands.length > 0 ? bands : front.compensation.flat(),
      },
    };
  },
};

function damaged(span: Span, message: Words, hint: Words | undefined): Finding<AuditRule> {
  return finding('damaged-front-matter', 'warning', message, {span, hint});
}

function partsOf(look: Lookup, span: Span): FrontMatter {
  const {rows, left} = rowsOf(look);
  const keys = Object.keys(look.yaml.value ?? {});
  const unknown = keys.filter(key => !FRONT_KEYS.includes(key));
  const absent = FRONT_KEYS.filter(one => !keys.includes(one));
  for (const key of unknown) {
    const meant = closestSpelling(key, absent);
    if (meant !== undefined)
      look.wrong(look.yaml.keySpan([key]), say`unknown key ${key}`, say`did you mean ${meant}?`);
  }
  const budget = {left: MOST_VALUES};
  const all = (path: Path, key = '') => [...scalarsIn(look.yaml, path, key, budget)];
  const words = (key: string) => wordsAt(look, [key]);
  const parts = {
    company: words('company'),
    companyDisplay: words('company_display'),
    role: words('role'),
    roleDisplay: words('role_display'),
    roleType: words('role_type'),
    lastUpdated: dayAt(look, ['last_updated']),
    nextReviewDue: dayAt(look, ['next_review_due']),
    salaryDataQuarter: quarterAt(look, ['salary_data_quarter']),
    dataQuality: words('data_quality'),
    negotiationDnaSummary: words('negotiation_dna_summary'),
    compensation: rows,
    levelMapping: all(['level_mapping']),
    dataSources: all(['data_sources']),
    other: [...unknown.map(key => [key]), ...left].flatMap(path => all(path, nameOf(path))),
    span,
  };
  if (budget.left < 0) look.wrong(span, 'more values than are kept', 'keep data in a file of its own');
  return parts;
}

/** `compensation[0].stock_type`. */
function nameOf(path: Path): string {
  return path
    .map(part => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .slice(1);
}
