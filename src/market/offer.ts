import type {Component, Currency} from '../base/index.ts';
import {isMoney, type MoneyBand, type MarketBand, type Where, where} from './band.ts';
import type {Exchange} from './exchange.ts';
import {type LevelGraph, nameOf} from './graph.ts';
import type {Named} from './names.ts';
import {type Equivalent, equivalents, type Step} from './path.ts';
import {type Role, roleKey} from './role.ts';
import {type BandStanding, type Pay, standIn, type Worths, worthOf} from './standing.ts';
import type {TableBand} from './table.ts';

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

/** A level that another is said to be equal to, with the rows that say so. */
export interface Way {
  readonly level: string;
  /** As guides write it, the most frequent first. */
  readonly written: readonly string[];
  readonly range: boolean;
  readonly witnesses: number;
  readonly steps: readonly (Pick<Step, 'says' | 'range' | 'guides' | 'witnesses'> & {
    readonly path: string;
    readonly span: Where;
  })[];
}

/** Why an offer is held against a company's band. */
export type Relation =
  | {readonly kind: 'own'}
  | ({readonly kind: 'equal'} & Way)
  | ({readonly kind: 'other level'} & Way)
  | {readonly kind: 'by title'};

/** Where an offer stands in one band of a company. */
export interface OfferInMarket extends BandStanding {
  readonly company: string;
  readonly path: string;
  readonly span: Where;
  readonly because: Relation;
}

export interface OfferRow extends Pick<OfferPay, 'kind' | 'withheld'> {
  /** Its id. */
  readonly offer: string;
  readonly party: string;
  readonly beforeTax: true;
  /** In the offer's own currency, and in the report's. */
  readonly local: Worths;
  readonly shown: Worths;
  readonly standings: readonly OfferInMarket[];
  /** What a company's total counts and the offer does not state: its total is then placed nowhere. */
  readonly missing: readonly {readonly company: string; readonly components: readonly string[]}[];
}

/** Where an offer stands in the bands of each company. */
export function placeOffer(
  offer: OfferPay,
  rows: readonly {readonly row: TableBand; readonly band: MarketBand}[],
  graph: LevelGraph,
  exchange: Exchange,
  exchangeTo: (currency: Currency) => Exchange,
): OfferRow {
  const shown = worthOf(offer.pays, exchange);
  const companies = new Map(rows.map(({row}) => [row.company.id, row.company]));
  const standings: OfferInMarket[] = [];
  const missing: OfferRow['missing'][number][] = [];
  for (const company of companies.values()) {
    const own = rows.filter(({row}) => row.company.id === company.id);
    const because = relationOf(offer, company, own, graph);
    const components = [...new Set(own.map(({row}) => row.component))].filter(
      component => !OUTSIDE.has(component) && offer.pays.every(pay => pay.component !== component),
    );
    if (components.length > 0) missing.push({company: company.name, components});
    const whole = components.length === 0 && offer.withheld.length === 0;
    const yearly = own
      .map(({band}) => band)
      .filter((band): band is MoneyBand => isMoney(band) && band.basis === 'annual');
    for (const worth of whole ? everyWorth(shown) : shown.parts)
      for (const {component, path, span, shown: range} of yearly) {
        const standing = component === worth.component ? standIn(worth, range) : null;
        if (standing !== null) standings.push({company: company.name, path, span, because, ...standing});
      }
  }
  return {
    offer: offer.id,
    party: offer.party.name,
    kind: offer.kind,
    beforeTax: true,
    withheld: offer.withheld,
    local: offer.currency === null ? shown : worthOf(offer.pays, exchangeTo(offer.currency)),
    shown,
    standings,
    missing,
  };
}

/** The parts of an offer, and their total where there is one. */
export function everyWorth({parts, total}: Worths): Worths['parts'] {
  return total === null ? parts : [...parts, total];
}

/** What a total does not count, or is itself. */
const OUTSIDE: ReadonlySet<string> = new Set(['total', 'signOn', 'milestone']);

/** Whether the guides call the offer's level equal to the role that the company's guide is on. */
function relationOf(
  offer: OfferPay,
  company: Named,
  rows: readonly {readonly row: TableBand}[],
  graph: LevelGraph,
): Relation {
  if (company.id === offer.party.id) return {kind: 'own'};
  const from = offer.level === null ? null : `${offer.party.id}:${roleKey(offer.level)}`;
  if (from === null || !graph.nodes.has(from)) return {kind: 'by title'};
  const ways = equivalents(graph, from, company.id);
  const keys = new Set(rows.map(({row}) => roleKey(row)));
  const equal = ways.find(({node}) => keys.has(node.level.key) && node.level.kind === 'title');
  if (equal !== undefined) return {kind: 'equal', ...wayOf(equal)};
  const [way] = ways;
  return way === undefined ? {kind: 'by title'} : {kind: 'other level', ...wayOf(way)};
}

/** A way as a report tells it. */
export function wayOf({node, range, witnesses, steps}: Equivalent): Way {
  return {
    level: nameOf(node),
    written: node.labels,
    range,
    witnesses,
    steps: steps.map(({says, equation, range: loose, guides, witnesses: by}) => ({
      says,
      path: equation.path,
      span: where(equation.span),
      range: loose,
      guides,
      witnesses: by,
    })),
  };
}
