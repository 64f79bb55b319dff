import {type Currency, type DatedRate, rateOn, showMoneyShort} from '../base/index.ts';
import type {Guide, Position, Read, Strategy} from '../guide/index.ts';
import {matchRegion} from '../market/index.ts';
import type {Offer} from '../terms/index.ts';
import {type Frame, showRate} from './frame.ts';
import {type Judged, judge, type Key} from './judge.ts';
import {componentName, missingParts} from './standing.ts';
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

export function keyOf(position: Position): Key {
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
    const {place} = keyOf(position);
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
    ...strategy.walkAwayIf.map(condition => conditionRule(condition, offers)),
  ];
}

function numberRule(
  side: RuleRow['side'],
  position: Position,
  offers: readonly Offer[],
  frame: Frame,
): RuleRow {
  const key = keyOf(position);
  const name = `${position.guaranteed ? 'guaranteed ' : ''}${key.component === null ? position.key : componentName(key.component)}`;
  const figure = showPosition(position);
  const written = `${position.written ? ', in writing' : ''}${key.percent ? ', of a named base' : ''}`;
  return {
    side,
    text: side === 'walk away' ? `${name} below ${figure}` : `${name} of at least ${figure}${written}`,
    span: position.span,
    results: offers.map(offer => {
      const missing = missingParts(offer, frame).map(componentName);
      const rate = rateFor(position, key, offer, frame);
      const judged = judge(offer, {position, key, name, missing, rate});
      return {offer: offer.id, ...judged, shown: withRate(judged, rate, frame)};
    }),
  };
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

function withRate({shown, outcome}: Judged, rate: DatedRate | undefined, {today}: Frame): string {
  if (rate === undefined || outcome === 'unknown') return shown;
  return `${shown}, ${showRate(rate, today)}`;
}

/** The figure as the guide means it: `$190K`, `2%`. */
export function showPosition(position: Position): string {
  if (position.unit === 'percent') return `${position.value}%`;
  if (position.currency === null) return position.value.toLocaleString('en-US');
  return showMoneyShort({amount: position.value, currency: position.currency});
}

function conditionRule(condition: Read<string>, offers: readonly Offer[]): RuleRow {
  return {
    side: 'walk away',
    text: condition.value,
    span: condition.span,
    results: offers.map(offer => ({offer: offer.id, ...judgeCondition(offer, condition.value)})),
  };
}

/** Ways to say that something is missing, each with the thing that is missing and the question that asks for it. */
const LACKS: readonly (readonly [RegExp, (found: readonly string[]) => {what: string; question: string}])[] =
  [
    [
      /^(.+?) (?:does not|doesn't|do not) (include|have|offer|come with) (.+)$/i,
      ([, who = '', verb = '', what = '']) => ({what, question: `Does ${who} ${verb} ${what}`}),
    ],
    [
      /^(.+?) (?:is|are) not (part of|included in) (.+)$/i,
      ([, what = '', how = '', whole = '']) => ({what, question: `Is ${what} ${how} ${whole}`}),
    ],
    [/^(?:.+? )?(?:lacks|without|no) (.+)$/i, ([, what = '']) => ({what, question: `Is there ${what}`})],
  ];

/** "If the role does not include X" against what the offer says of X. */
function judgeCondition(offer: Offer, condition: string): Judged {
  const bare = condition.replace(/^(?:and |or |also )*if\s+/i, '').replace(/[.\s]+$/, '');
  const lacking = LACKS.map(([pattern, make]) => [pattern.exec(bare), make] as const).find(
    ([found]) => found !== null,
  );
  const missing = lacking?.[0] == null ? undefined : lacking[1](lacking[0]);
  const told = offer.scope.filter(one => speaksOf(one.text, missing?.what ?? bare));
  const [said] = told;
  if (said === undefined || told.some(one => one.included !== said.included)) {
    const question =
      missing === undefined ? `Is it so that ${bare}?` : `${missing.question}, and does the letter say so?`;
    return {outcome: 'unknown', shown: 'not stated', question};
  }
  const bites = missing === undefined ? said.included : !said.included;
  return {
    outcome: bites ? 'fail' : 'pass',
    shown: said.included ? 'included' : 'not included',
    question: null,
  };
}

/** Words that carry no subject of their own. */
const IDLE = new Set(['the', 'and', 'with', 'for', 'role', 'that', 'this', 'into', 'from', 'scope']);
/** A fact that denies in its own words cannot be told from one that affirms: it settles nothing. */
const DENIES =
  /\b(?:no|not|non|without|lacks?|never|except|excluding|only|single|out|off|later|after|from year|year two|may|might|could)\b/i;

/** Whether the offer's fact speaks of all that the condition speaks of, and plainly. */
function speaksOf(said: string, subject: string): boolean {
  const words = (text: string) =>
    new Set((text.toLowerCase().match(/[a-z]{3,}/g) ?? []).filter(word => !IDLE.has(word)));
  const [told, asked] = [words(said), words(subject)];
  return asked.size > 0 && !DENIES.test(said) && [...asked].every(word => told.has(word));
}
