import type {Span} from '../../base/index.ts';
import {RULES} from '../../figure/index.ts';
import {
  type Equivalent,
  type LevelFinding,
  type MarketReport,
  type MarketRow,
  nameOf,
  type Relation,
} from '../../market/index.ts';

/** The document that `parley market --json` prints. Every figure has the path and the span it was read from. */
export function marketJson(report: MarketReport) {
  return {
    version: 1,
    says: 'what guides assert; not a survey',
    role: report.role,
    place: report.place,
    companies: report.companies,
    guides: {read: report.read, used: report.used},
    currency: report.currency,
    day: report.day,
    rates: report.rates,
    withoutRate: report.without,
    bands: report.rows.map(bandJson),
    summary: report.summary,
    levels: report.levels.map(({from, company, among, equivalents, namesakes}) => ({
      from: nameOf(from),
      company: company.name,
      among: among === 'field' ? 'guides on this role' : 'all guides',
      answers: equivalents.map(wayJson),
      namesakes,
    })),
    offers: report.offers.map(({offer, local, shown, standings, missing}) => ({
      offer: offer.id,
      party: offer.party.name,
      kind: offer.kind,
      beforeTax: true,
      withheld: offer.withheld,
      local,
      shown,
      standings: standings.map(({company, row, relation, standing}) => ({
        company: company.name,
        path: row.path,
        span: where(row.span),
        because: relationJson(relation),
        ...standing,
      })),
      missing: missing.map(({company, components}) => ({company: company.name, components})),
    })),
    findings: report.findings.map(findingJson),
  };
}

/** The document that `parley market --findings --json` prints: every contradiction and inflation, and their number. */
export function findingsJson(findings: readonly LevelFinding[], read: number) {
  return {
    version: 1,
    says: 'where equations of levels in many guides cannot all be right',
    guides: {read},
    counts: Object.fromEntries(
      RULES.market.map(rule => [rule, findings.filter(one => one.rule === rule).length]),
    ),
    findings: findings.map(findingJson),
  };
}

function findingJson({span, sources, ...finding}: LevelFinding) {
  return {
    ...finding,
    ...(span === undefined ? {} : {path: span.file, span: where(span)}),
    sources: sources.map(source => ({...source, span: where(source.span)})),
  };
}

function bandJson({
  company,
  role,
  rank,
  field,
  level,
  region,
  places,
  shown,
  path,
  span,
  component,
  ...band
}: MarketRow) {
  return {
    company: company.name,
    role,
    family: field,
    rank,
    level,
    region,
    city: places.map(({name}) => name),
    component,
    ...band,
    shown,
    path,
    span: where(span),
  };
}

function wayJson({node, range, witnesses, steps}: Equivalent) {
  return {
    level: nameOf(node),
    written: node.labels,
    range,
    witnesses,
    steps: steps.map(step => ({
      says: step.says,
      path: step.equation.path,
      span: where(step.equation.span),
      range: step.range,
      guides: step.guides,
      witnesses: step.witnesses,
    })),
  };
}

function relationJson(relation: Relation) {
  return 'way' in relation ? {kind: relation.kind, ...wayJson(relation.way)} : relation;
}

function where({line, column, from, to}: Span) {
  return {line, column, from, to};
}
