import {type Currency, groupBy} from '../base/index.ts';
import {type Known, type RuleOf, RULES, textOf, valueOf} from '../figure/index.ts';
import {isMoney, type MarketBand, marketBand, type MoneyBand, type Where, where} from './band.ts';
import {contradictions, inflations} from './doubt.ts';
import {type Exchange, type KnownRate, ratesBehind} from './exchange.ts';
import {type LevelGraph, type LevelNode, nameOf} from './graph.ts';
import {type LevelFinding, levelFindings} from './level-finding.ts';
import type {Named, Names} from './names.ts';
import {type OfferPay, type OfferRow, placeOffer, type Way, wayOf} from './offer.ts';
import {type Equivalent, equivalents} from './path.ts';
import {type Role, roleKey} from './role.ts';
import {type Spread, spreadOf} from './spread.ts';
import {columnHead, type Listing, tableOf} from './table.ts';

/** How the bands of one component lie across guides: their low ends, and their high ends. */
interface Summary extends Pick<MarketBand, 'component' | 'basis'> {
  readonly low: Spread;
  readonly high: Spread;
}

/** What a level is at another company. */
export interface LevelAnswer {
  /** `Google L4`. */
  readonly from: string;
  readonly company: string;
  readonly among: 'guides on this role' | 'all guides';
  /** The shortest ways; empty where no way leads there. */
  readonly answers: readonly Way[];
  /** Guides of that company on the role that was asked for: a like title, which is no statement about levels. */
  readonly namesakes: readonly {readonly role: string; readonly path: string}[];
}

/** A finding with the file that it is about beside its place. */
export interface PlacedFinding extends Omit<LevelFinding, 'span' | 'sources'> {
  readonly path?: string;
  readonly span?: Where;
  readonly sources: readonly (Omit<LevelFinding['sources'][number], 'span'> & {readonly span: Where})[];
}

/** What guides assert of a role: `parley market --json` prints it. Every figure knows the place that it was read at. */
export interface MarketReport {
  readonly version: 1;
  readonly says: string;
  readonly role: Pick<Role, 'rank' | 'field'>;
  readonly place: Named | null;
  readonly companies: readonly Named[];
  /** Guides read, and guides with a row in the table. */
  readonly guides: {readonly read: number; readonly used: number};
  readonly currency: Currency;
  readonly day: string;
  readonly rates: readonly KnownRate[];
  /** Currencies that no rate was known for: their rows are left in them. */
  readonly withoutRate: readonly Currency[];
  readonly bands: readonly MarketBand[];
  readonly summary: readonly Summary[];
  readonly levels: readonly LevelAnswer[];
  readonly offers: readonly OfferRow[];
  /** Of the level asked for and the levels on the ways from it. */
  readonly findings: readonly PlacedFinding[];
}

/** Every contradiction and inflation of some guides, and how many of each: what `parley market --findings --json` prints. */
export interface LevelReport {
  readonly version: 1;
  readonly says: string;
  readonly guides: {readonly read: number};
  readonly counts: Readonly<Record<RuleOf<'market'>, number>>;
  readonly findings: readonly PlacedFinding[];
}

/** What a report is made for. */
export interface MarketQuestion {
  readonly role: Role;
  readonly place: Named | null;
  readonly companies: readonly Named[];
  readonly currency: Currency | null;
  readonly day: string;
  /** The level to look up, and where. */
  readonly from: string | null;
  readonly at: readonly Named[];
  readonly offers: readonly OfferPay[];
  /** How many guides were read, those of other roles too. */
  readonly read: number;
}

/** The graph of the guides of one field, and that of all guides, which is made when it is needed. */
interface LevelGraphs {
  readonly field: LevelGraph;
  readonly all: () => LevelGraph;
}

/** Answers a question from the guides on its role. */
export function marketReport(
  names: Names,
  guides: readonly Listing[],
  graphs: LevelGraphs,
  asked: MarketQuestion,
  exchangeTo: (currency: Currency) => Exchange,
): MarketReport {
  const found = tableOf(names, guides, {
    role: asked.role,
    ...(asked.companies.length > 0 ? {companies: asked.companies.map(({id}) => id)} : {}),
    ...(asked.place === null ? {} : {place: asked.place.id}),
  });
  const currency = asked.currency ?? commonCurrency(found) ?? 'USD';
  const exchange = exchangeTo(currency);
  const rows = found.map(row => ({row, band: marketBand(row, exchange)}));
  const bands = rows.map(({band}) => band);
  const {from} = asked;
  const ways = from === null ? [] : asked.at.map(company => waysTo(graphs, from, company));
  const {used, without} = ratesBehind(
    bands.filter(isMoney).map(({shown}) => shown),
    currency,
  );
  return {
    version: 1,
    says: 'what guides assert; not a survey',
    role: {rank: asked.role.rank, field: asked.role.field},
    place: asked.place,
    companies: asked.companies,
    guides: {read: asked.read, used: new Set(bands.map(({path}) => path)).size},
    currency,
    day: asked.day,
    rates: used,
    withoutRate: without,
    bands,
    summary: summaries(bands, currency),
    levels: ways.map(({node, company, found: equal, among}) => ({
      from: nameOf(node),
      company: company.name,
      among: among === 'field' ? 'guides on this role' : 'all guides',
      answers: equal.map(wayOf),
      namesakes: namesakes(names, guides, asked.role, company),
    })),
    offers: asked.offers.map(offer => placeOffer(offer, rows, graphs.field, exchange, exchangeTo)),
    findings: from === null ? [] : doubts(graphs, from, ways).map(placedFinding),
  };
}

/** The findings on levels of `read` guides, with their numbers. */
export function levelReport(findings: readonly LevelFinding[], read: number): LevelReport {
  const count = (rule: RuleOf<'market'>) => [rule, findings.filter(one => one.rule === rule).length];
  return {
    version: 1,
    says: 'where equations of levels in many guides cannot all be right',
    guides: {read},
    counts: Object.fromEntries(RULES.market.map(count)) as LevelReport['counts'],
    findings: findings.map(placedFinding),
  };
}

function placedFinding({span, sources, ...finding}: LevelFinding): PlacedFinding {
  return {
    ...finding,
    ...(span === undefined ? {} : {path: span.file, span: where(span)}),
    sources: sources.map(source => ({...source, span: where(source.span)})),
  };
}

interface Ways {
  readonly node: LevelNode;
  readonly company: Named;
  readonly found: readonly Equivalent[];
  readonly among: 'field' | 'all';
}

/** The field's guides are asked first; all of them where those know no way. */
function waysTo({field, all}: LevelGraphs, from: string, company: Named): Ways {
  const near = equivalents(field, from, company.id);
  const node = field.nodes.get(from);
  if (near.length > 0 && node !== undefined) return {node, company, found: near, among: 'field'};
  const graph = all();
  const there = node ?? graph.nodes.get(from);
  if (there === undefined) throw new Error(`no level ${from} in the graph`);
  return {node: there, company, found: equivalents(graph, from, company.id), among: 'all'};
}

/** What speaks against the level asked for and the ways from it, in the guides that the ways were found in. */
function doubts(graphs: LevelGraphs, from: string, ways: readonly Ways[]): readonly LevelFinding[] {
  const found = (['field', 'all'] as const).flatMap(among => {
    const on = ways.filter(way => way.among === among && way.found.length > 0);
    if (among === 'all' && on.length === 0) return [];
    const graph = among === 'field' ? graphs.field : graphs.all();
    const passed = on.flatMap(way =>
      way.found.flatMap(({steps}) => steps.flatMap(step => [step.from, step.to])),
    );
    return levelFindings(graph, {
      contradictions: [...new Set([from, ...passed])].flatMap(id => contradictions(graph, id)),
      inflations: inflations(graph, from),
    });
  });
  return [...new Map(found.map(one => [textOf(one.message), one])).values()];
}

function namesakes(names: Names, guides: readonly Listing[], wanted: Role, company: Named) {
  return guides.flatMap(({path, role, company: title}) => {
    const head = columnHead(names, {role: role.value, company: title.value});
    const same = head.company.id === company.id && roleKey(head.role) === roleKey(wanted);
    return same ? [{role: role.value, path}] : [];
  });
}

/** The currency that most rows are in; the first of the alphabet among equals. */
function commonCurrency(rows: readonly {readonly currency: Currency}[]): Currency | undefined {
  const counts = new Map<Currency, number>();
  for (const {currency} of rows) counts.set(currency, (counts.get(currency) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0];
}

/** One value a guide: the lowest low and the highest high of its bands. Open ends and other currencies are left out. */
function summaries(bands: readonly MarketBand[], currency: Currency): readonly Summary[] {
  const closed = bands
    .filter((band): band is MoneyBand => isMoney(band) && band.shown.currency === currency)
    .flatMap(({component, basis, path, shown: {low, high}}) =>
      high === null ? [] : [{component, basis, path, low, high}],
    );
  return [...groupBy(closed, ({component, basis}) => `${basis} ${component}`).values()].flatMap(group => {
    const guides = [...groupBy(group, ({path}) => path).values()];
    const low = spreadOf(
      guides.map(one =>
        first(
          one.map(band => band.low),
          -1,
        ),
      ),
    );
    const high = spreadOf(
      guides.map(one =>
        first(
          one.map(band => band.high),
          1,
        ),
      ),
    );
    const [{component, basis}] = group as [(typeof closed)[number]];
    return low === null || high === null ? [] : [{component, basis, low, high}];
  });
}

/** The least of some figures, or the most: `side` is -1 or 1. */
function first(figures: readonly Known[], side: -1 | 1): Known {
  return figures.reduce((found, one) => (side * (valueOf(one) - valueOf(found)) > 0 ? one : found));
}
