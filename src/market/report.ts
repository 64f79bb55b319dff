import type {Component, Currency, DatedRate} from '../base/index.ts';
import {contradictions, inflations} from './doubt.ts';
import {type Exchange, type Exchanged, ratesBehind} from './exchange.ts';
import type {LevelGraph, LevelNode} from './graph.ts';
import {type LevelFinding, levelFindings} from './level-finding.ts';
import type {Named, Names} from './names.ts';
import {type Equivalent, equivalents} from './path.ts';
import {type Role, roleKey} from './role.ts';
import {type Spread, spreadOf} from './spread.ts';
import {type BandStanding, type Pay, standIn, type Worth, worthOf} from './standing.ts';
import {columnHead, type Listing, type TableBand, tableOf} from './table.ts';

/** A band with its amounts in the currency of the report. */
export interface MarketRow extends TableBand {
  readonly shown: Exchanged;
}

/** How the bands of one component lie across guides: their low ends, and their high ends. */
export interface Summary {
  readonly component: TableBand['component'];
  readonly basis: TableBand['basis'];
  readonly low: Spread;
  readonly high: Spread;
}

/** What a level is at another company. */
export interface LevelAnswer {
  readonly from: LevelNode;
  readonly company: Named;
  /** The shortest ways; empty where no way leads there. */
  readonly equivalents: readonly Equivalent[];
  /** Whether only guides on roles of this field were asked, or all. */
  readonly among: 'field' | 'all';
  /** Guides of that company on the role that was asked for: a like title, which is no statement about levels. */
  readonly namesakes: readonly {readonly role: string; readonly path: string}[];
}

/** An offer as the market needs it: plain yearly amounts, nothing confidential among them. */
export interface OfferPay {
  readonly id: string;
  readonly party: Named;
  readonly kind: 'target' | 'competing' | 'current';
  readonly level: Role | null;
  readonly pays: readonly Pay[];
  /** Components that are left out because they are confidential. */
  readonly withheld: readonly Component[];
  readonly currency: Currency | null;
}

/** Why an offer is held against a company's band. */
export type Relation =
  | {readonly kind: 'own'}
  | {readonly kind: 'equal'; readonly way: Equivalent}
  | {readonly kind: 'other level'; readonly way: Equivalent}
  | {readonly kind: 'by title'};

export interface OfferRow {
  readonly offer: OfferPay;
  /** In the offer's own currency, and in the report's. */
  readonly local: {readonly parts: readonly Worth[]; readonly total: Worth | null};
  readonly shown: {readonly parts: readonly Worth[]; readonly total: Worth | null};
  readonly standings: readonly {
    readonly company: Named;
    readonly row: MarketRow;
    readonly relation: Relation;
    readonly standing: BandStanding;
  }[];
  /** What a company's total counts and the offer does not state: its total is then placed nowhere. */
  readonly missing: readonly {readonly company: Named; readonly components: readonly string[]}[];
}

export interface MarketReport {
  readonly role: Pick<Role, 'rank' | 'field'>;
  readonly place: Named | null;
  readonly companies: readonly Named[];
  /** Guides read, and guides with a row in the table. */
  readonly read: number;
  readonly used: number;
  readonly currency: Currency;
  readonly day: string;
  readonly rates: readonly DatedRate[];
  /** Currencies that no rate was known for: their rows are left in them. */
  readonly without: readonly Currency[];
  readonly rows: readonly MarketRow[];
  readonly summary: readonly Summary[];
  readonly levels: readonly LevelAnswer[];
  readonly offers: readonly OfferRow[];
  /** Of the level asked for and the levels on the ways from it. */
  readonly findings: readonly LevelFinding[];
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

/**
 * Answers a question from the guides on its role. `graphs` has the guides of the role's field, and makes that of all when it is needed.
 */
export function marketReport(
  names: Names,
  guides: readonly Listing[],
  graphs: {readonly field: LevelGraph; readonly all: () => LevelGraph},
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
  const rows = found.map((row): MarketRow => ({...row, shown: exchange.of(row)}));
  const levels =
    asked.from === null
      ? []
      : asked.at.map(company => ({
          ...answer(graphs, asked.from ?? '', company),
          namesakes: namesakes(names, guides, asked.role, company),
        }));
  const offers = asked.offers.map(offer => placed(offer, rows, graphs.field, exchange, exchangeTo));
  const {used, without} = ratesBehind(
    rows.map(({shown}) => shown),
    currency,
  );
  return {
    role: {rank: asked.role.rank, field: asked.role.field},
    place: asked.place,
    companies: asked.companies,
    read: asked.read,
    used: new Set(rows.map(({path}) => path)).size,
    currency,
    day: asked.day,
    rates: used,
    without,
    rows,
    summary: summaries(rows, currency),
    levels,
    offers,
    findings: asked.from === null ? [] : doubts(graphs, asked.from, levels),
  };
}

/** What speaks against the level asked for and the ways from it, in the guides that the ways were found in. */
function doubts(
  graphs: {readonly field: LevelGraph; readonly all: () => LevelGraph},
  from: string,
  levels: readonly LevelAnswer[],
): readonly LevelFinding[] {
  const found = (['field', 'all'] as const).flatMap(among => {
    const on = levels.filter(level => level.among === among && level.equivalents.length > 0);
    if (among === 'all' && on.length === 0) return [];
    const graph = among === 'field' ? graphs.field : graphs.all();
    const way = on.flatMap(({equivalents: ways}) =>
      ways.flatMap(({steps}) => steps.flatMap(step => [step.from, step.to])),
    );
    return levelFindings(graph, {
      contradictions: [...new Set([from, ...way])].flatMap(id => contradictions(graph, id)),
      inflations: inflations(graph, from),
    });
  });
  return [...new Map(found.map(one => [one.message, one])).values()];
}

/** The field's guides are asked first; all of them where those know no way. */
function answer(
  {field, all}: {field: LevelGraph; all: () => LevelGraph},
  from: string,
  company: Named,
): Omit<LevelAnswer, 'namesakes'> {
  const near = equivalents(field, from, company.id);
  const node = field.nodes.get(from);
  if (near.length > 0 && node !== undefined) return {from: node, company, equivalents: near, among: 'field'};
  const graph = all();
  const there = node ?? graph.nodes.get(from);
  if (there === undefined) throw new Error(`no level ${from} in the graph`);
  return {from: there, company, equivalents: equivalents(graph, from, company.id), among: 'all'};
}

function namesakes(names: Names, guides: readonly Listing[], wanted: Role, company: Named) {
  return guides.flatMap(({path, role, company: title}) => {
    const head = columnHead(names, {role: role.value, company: title.value});
    const same = head.company.id === company.id && roleKey(head.role) === roleKey(wanted);
    return same ? [{role: role.value, path}] : [];
  });
}

/** The currency that most rows are in; the first of the alphabet among equals. */
function commonCurrency(rows: readonly TableBand[]): Currency | undefined {
  const counts = new Map<Currency, number>();
  for (const {currency} of rows) counts.set(currency, (counts.get(currency) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0];
}

/** One value a guide: the lowest low and the highest high of its rows. Open ends and other currencies are left out. */
function summaries(rows: readonly MarketRow[], currency: Currency): readonly Summary[] {
  const groups = new Map<string, Map<string, {low: number; high: number}>>();
  for (const {component, basis, unit, path, shown} of rows) {
    if (unit !== 'money' || shown.high === null || shown.currency !== currency) continue;
    const key = JSON.stringify([component, basis]);
    const guides = groups.get(key) ?? new Map<string, {low: number; high: number}>();
    const so = guides.get(path) ?? {low: shown.low, high: shown.high};
    guides.set(path, {low: Math.min(so.low, shown.low), high: Math.max(so.high, shown.high)});
    groups.set(key, guides);
  }
  return [...groups].flatMap(([key, guides]): Summary[] => {
    const [component, basis] = JSON.parse(key) as [TableBand['component'], TableBand['basis']];
    const low = spreadOf([...guides.values()].map(one => one.low));
    const high = spreadOf([...guides.values()].map(one => one.high));
    return low === null || high === null ? [] : [{component, basis, low, high}];
  });
}

function placed(
  offer: OfferPay,
  rows: readonly MarketRow[],
  graph: LevelGraph,
  exchange: Exchange,
  exchangeTo: (currency: Currency) => Exchange,
): OfferRow {
  const shown = worthOf(offer.pays, exchange);
  const companies = new Map(rows.map(({company}) => [company.id, company]));
  const standings: OfferRow['standings'][number][] = [];
  const missing: OfferRow['missing'][number][] = [];
  for (const company of companies.values()) {
    const own = rows.filter(row => row.company.id === company.id);
    const relation = relationOf(offer, company, own, graph);
    const lacking = [...new Set(own.map(({component}) => component))].filter(
      component => !OUTSIDE.has(component) && offer.pays.every(pay => pay.component !== component),
    );
    if (lacking.length > 0) missing.push({company, components: lacking});
    const whole = shown.total !== null && lacking.length === 0 && offer.withheld.length === 0;
    for (const worth of [...shown.parts, ...(whole && shown.total !== null ? [shown.total] : [])]) {
      for (const row of own) {
        const standing = standIn(worth, row, exchange);
        if (standing !== null) standings.push({company, row, relation, standing});
      }
    }
  }
  return {
    offer,
    local: offer.currency === null ? shown : worthOf(offer.pays, exchangeTo(offer.currency)),
    shown,
    standings,
    missing,
  };
}

/** What a total does not count, or is itself. */
const OUTSIDE: ReadonlySet<string> = new Set(['total', 'signOn', 'milestone']);

/** Whether the guides call the offer's level equal to the role that the company's guide is on. */
function relationOf(
  offer: OfferPay,
  company: Named,
  rows: readonly MarketRow[],
  graph: LevelGraph,
): Relation {
  if (company.id === offer.party.id) return {kind: 'own'};
  const from = offer.level === null ? null : `${offer.party.id}:${roleKey(offer.level)}`;
  if (from === null || !graph.nodes.has(from)) return {kind: 'by title'};
  const ways = equivalents(graph, from, company.id);
  const keys = new Set(rows.map(roleKey));
  const equal = ways.find(({node}) => keys.has(node.level.key) && node.level.kind === 'title');
  if (equal !== undefined) return {kind: 'equal', way: equal};
  const [way] = ways;
  return way === undefined ? {kind: 'by title'} : {kind: 'other level', way};
}
