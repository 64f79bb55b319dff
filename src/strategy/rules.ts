import {componentName} from '../terms/index.ts';
import {type Currency, type DatedRate, rateOn} from '../base/index.ts';
import {guideQuote, head, type Prose, say} from '../figure/index.ts';
import type {Guide, Position, Read, Strategy} from '../guide/index.ts';
import {matchRegion} from '../market/index.ts';
import type {Offer} from '../terms/index.ts';
import {judgeCondition} from './condition.ts';
import {type Frame, showRate} from './frame.ts';
import {judge, type Key, positionFigure, type RuleOutcome} from './judge.ts';
import {guardsOf, isSpeakable, missingParts} from './standing.ts';
import type {RuleRow} from './types.ts';

const COMPONENTS_OF: Readonly<Record<string, Omit<Key, 'place'>>> = {
  base: {component: 'base', percent: false},
  bonus: {component: 'bonus', percent: false},
  equityPerYear: {component: 'equity', percent: false},
  equity: {component: 'equity', percent: false, grant: true},
  signOn: {component: 'signOn', percent: false},
  total: {component: 'total', percent: false},
  pnlPercent: {component: 'pnl', percent: true},
};

export function positionKey(position: Position): Key {
  const [name = '', place = null] = position.key.split('@');
  return {...(COMPONENTS_OF[name] ?? {component: null, percent: position.unit === 'percent'}), place};
}

/**
 * The positions of one side that are for the reader's region: those that name it, and of those that name none the ones
 * in a currency that the region's row is in. A sum in dollars is no rule for a row in rupees, at whatever rate.
 */
export function positionsFor(
  positions: readonly Position[],
  guide: Guide,
  region: string | undefined,
): readonly Position[] {
  const known = currenciesOf(guide, region);
  return positions.filter(position => {
    const {place} = positionKey(position);
    if (place !== null) return region !== undefined && matchRegion(guide, place) === region;
    return position.currency === null || known.size === 0 || known.has(position.currency);
  });
}

/** The currencies of a region's row; empty where it has no money. */
export function currenciesOf(guide: Guide, region: string | undefined): ReadonlySet<Currency> {
  const row = guide.bands.filter(band => band.region === region && band.unit === 'money');
  return new Set(row.flatMap(band => [band.currency, ...(band.alt === null ? [] : [band.alt.currency])]));
}

/** Every rule of the guide's strategy as rows, with what it says of each offer. */
export function rulesFor(frame: Frame, offers: readonly Offer[]): readonly RuleRow[] {
  const {guide, region} = frame;
  const {strategy} = guide;
  if (strategy === null) return [];
  const side = (name: RuleRow['side'], positions: Strategy['accept']) =>
    positionsFor(positions, guide, region).map(position => numberRule(name, position, offers, frame));
  return [
    ...side('anchor', strategy.anchor),
    ...side('accept', strategy.accept),
    ...side('walk away', strategy.walkAway),
    ...strategy.walkAwayIf.map(condition => conditionRule(condition, offers, frame)),
  ];
}

function numberRule(
  side: RuleRow['side'],
  position: Position,
  offers: readonly Offer[],
  frame: Frame,
): RuleRow {
  const key = positionKey(position);
  const noun = key.component === null ? position.key : componentName(key.component);
  const name = `${position.guaranteed ? 'guaranteed ' : ''}${noun}`;
  const figure = positionFigure(position, key);
  const written = `${position.written ? ', in writing' : ''}${key.percent ? ', of a named base' : ''}`;
  return {
    ...reachOf(side),
    side,
    text: head(
      side === 'walk away' ? say`${name} below ${figure}` : say`${name} of at least ${figure}${written}`,
    ),
    span: position.span,
    results: offers.map(offer => {
      const missing = missingParts(offer, frame).map(componentName);
      const rate = rateFor(position, key, offer, frame);
      const judged = judge(offer, {position, key, name, missing, rate});
      return {
        ...guardsOf(offer, isSpeakable(offer, frame.today)),
        offer: offer.id,
        ...judged,
        shown: withRate(judged, rate, frame),
      };
    }),
  };
}

/** Where I would accept and where I would stop is nobody else's to see. */
function reachOf(side: RuleRow['side']) {
  return side === 'anchor' ? {} : {reach: 'call' as const};
}

/** The rate of the last known day from the rule's currency to the offer's; undefined where they are the same. */
function rateFor(
  position: Position,
  {component}: Key,
  offer: Offer,
  {rates, today}: Frame,
): DatedRate | undefined {
  const terms = offer.terms.filter(term => component === 'total' || term.component === component);
  const to: Currency | undefined = terms[0]?.currency;
  const from = position.currency;
  return from === null || to === undefined || from === to ? undefined : rateOn(rates, from, to, today);
}

function withRate({shown, outcome}: RuleOutcome, rate: DatedRate | undefined, {today}: Frame): Prose {
  if (rate === undefined || outcome === 'unknown') return shown;
  return say`${shown}, ${showRate(rate, today)}`;
}

function conditionRule(condition: Read<string>, offers: readonly Offer[], {today}: Frame): RuleRow {
  return {
    ...reachOf('walk away'),
    side: 'walk away',
    text: head(say`${guideQuote(condition.value, condition.span)}`),
    span: condition.span,
    results: offers.map(offer => ({
      ...guardsOf(offer, isSpeakable(offer, today)),
      offer: offer.id,
      ...judgeCondition(offer, condition.value),
    })),
  };
}
