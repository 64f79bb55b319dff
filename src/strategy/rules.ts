import {type Money, showMoneyShort} from '../base/index.ts';
import type {Guide, Position, Read, Strategy} from '../guide/index.ts';
import {matchRegion} from '../market/index.ts';
import {type Offer, termsOf, yearly, yearlyTotal} from '../terms/index.ts';
import {componentName, missingParts} from './standing.ts';
import type {RuleResult, RuleRow} from './types.ts';

/** What a strategy's key speaks of: `base@London` is base in London, `pnlPercent` a share of PnL. */
interface Key {
  readonly component: 'base' | 'bonus' | 'pnl' | 'equity' | 'signOn' | 'total' | null;
  readonly percent: boolean;
  readonly place: string | null;
}

const COMPONENTS_OF: Readonly<Record<string, Omit<Key, 'place'>>> = {
  base: {component: 'base', percent: false},
  bonus: {component: 'bonus', percent: false},
  equityPerYear: {component: 'equity', percent: false},
  signOn: {component: 'signOn', percent: false},
  total: {component: 'total', percent: false},
  pnlPercent: {component: 'pnl', percent: true},
};

export function keyOf(position: Position): Key {
  const [name = '', place = null] = position.key.split('@');
  return {...(COMPONENTS_OF[name] ?? {component: null, percent: position.unit === 'percent'}), place};
}

/** The positions of one side that are for the reader's region: those that name it, and those that name none. */
export function positionsFor(
  positions: readonly Position[],
  guide: Guide,
  region: string | undefined,
): readonly Position[] {
  return positions.filter(position => {
    const {place} = keyOf(position);
    return place === null || (region !== undefined && matchRegion(guide, place) === region);
  });
}

/** Every rule of the guide's strategy as rows, with what it says of each offer. */
export function rulesFor(
  guide: Guide,
  region: string | undefined,
  offers: readonly Offer[],
): readonly RuleRow[] {
  const {strategy} = guide;
  if (strategy === null) return [];
  const missing = (offer: Offer) => missingParts(offer, guide, region).map(componentName);
  const side = (name: RuleRow['side'], positions: Strategy['accept']) =>
    positionsFor(positions, guide, region).map(position => numberRule(name, position, offers, missing));
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
  missing: (offer: Offer) => readonly string[],
): RuleRow {
  const key = keyOf(position);
  const name = `${position.guaranteed ? 'guaranteed ' : ''}${key.component === null ? position.key : componentName(key.component)}`;
  const figure = showPosition(position);
  const written = `${position.written ? ', in writing' : ''}${key.percent ? ', of a named base' : ''}`;
  return {
    side,
    text: side === 'walk away' ? `${name} below ${figure}` : `${name} of at least ${figure}${written}`,
    span: position.span,
    results: offers.map(offer => ({
      offer: offer.id,
      ...test(offer, position, key, name, key.component === 'total' ? missing(offer) : []),
    })),
  };
}

/** The figure as the guide means it: `$190K`, `2%`. */
export function showPosition(position: Position): string {
  if (position.unit === 'percent') return `${position.value}%`;
  if (position.currency === null) return position.value.toLocaleString('en-US');
  return showMoneyShort({amount: position.value, currency: position.currency});
}

type Tested = Omit<RuleResult, 'offer'>;

/** Passing a walk-away rule means that it does not bite: the amount is at or over its figure, as for an accept rule. */
function test(offer: Offer, position: Position, key: Key, name: string, missing: readonly string[]): Tested {
  const unknown = (shown: string, question: string): Tested => ({outcome: 'unknown', shown, question});
  if (key.component === null)
    return unknown('not a term that offers state', `What does the offer say of ${position.key}?`);
  if (key.percent) return testShare(offer, position, key.component);
  const terms = key.component === 'total' ? offer.terms : termsOf(offer, key.component);
  if (terms.some(term => term.disclosure === 'confidential'))
    return unknown('confidential', 'Compare it yourself: the figure is confidential.');
  const stated =
    key.component === 'total'
      ? yearlyTotal(offer)
      : (yearly(offer, key.component) ?? onceOf(offer, key.component));
  if (stated === null) return unknown('not stated', `What is the ${name}, in writing?`);
  if (stated.currency !== (position.currency ?? stated.currency))
    return unknown(
      `${showMoneyShort(stated)}, another currency`,
      `What is the ${name} in ${position.currency}?`,
    );
  const gap = position.value - stated.amount;
  if (gap > 0 && missing.length > 0)
    return unknown(
      `${showMoneyShort(stated)} without ${missing.join(', ')}`,
      `What is the ${missing.join(', and the ')} worth in a year, in writing?`,
    );
  if (gap > 0) return {outcome: 'fail', shown: short(stated, gap), question: null};
  if (position.guaranteed && terms[0]?.guaranteed === false)
    return {outcome: 'fail', shown: `${showMoneyShort(stated)}, not guaranteed`, question: null};
  if (position.guaranteed && terms[0]?.guaranteed !== true)
    return unknown(
      `${showMoneyShort(stated)}, guarantee unknown`,
      `Is the ${componentName(key.component)} guaranteed, for how long, and is it paid if I am let go without cause?`,
    );
  return {outcome: 'pass', shown: showMoneyShort(stated), question: null};
}

function testShare(offer: Offer, position: Position, component: NonNullable<Key['component']>): Tested {
  const terms = component === 'total' ? [] : termsOf(offer, component);
  if (terms.some(term => term.disclosure === 'confidential'))
    return {
      outcome: 'unknown',
      shown: 'confidential',
      question: 'Compare it yourself: the figure is confidential.',
    };
  const share = terms.find(term => term.share !== null);
  if (share?.share == null) {
    const question = 'What percentage of which PnL, net of what, paid when, and is it in the letter?';
    return {outcome: 'unknown', shown: 'not stated', question};
  }
  const shown = `${share.share.percent}% of ${share.share.of}`;
  if (share.share.percent < position.value) return {outcome: 'fail', shown, question: null};
  if (!position.written || share.written === true) return {outcome: 'pass', shown, question: null};
  if (share.written === false) return {outcome: 'fail', shown: `${shown}, not in writing`, question: null};
  return {
    outcome: 'unknown',
    shown: `${shown}, writing unknown`,
    question: 'Will the participation stand in the letter, with its base?',
  };
}

function conditionRule(condition: Read<string>, offers: readonly Offer[]): RuleRow {
  return {
    side: 'walk away',
    text: condition.value,
    span: condition.span,
    results: offers.map(offer => ({offer: offer.id, ...testCondition(offer, condition.value)})),
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
function testCondition(offer: Offer, condition: string): Tested {
  const bare = condition.replace(/^(?:and |or |also )*if\s+/i, '').replace(/[.\s]+$/, '');
  const lacking = LACKS.map(([pattern, make]) => [pattern.exec(bare), make] as const).find(
    ([found]) => found !== null,
  );
  const missing = lacking?.[0] == null ? undefined : lacking[1](lacking[0]);
  const said = offer.scope.find(one => alike(one.text, missing?.what ?? bare));
  if (said === undefined) {
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

/** Whether most words of the shorter text stand in the other. */
function alike(a: string, b: string): boolean {
  const words = (text: string) => new Set(text.toLowerCase().match(/[a-z]{3,}/g) ?? []);
  const [one, two] = [words(a), words(b)];
  const common = [...one].filter(word => two.has(word)).length;
  return common > 0 && common >= Math.min(one.size, two.size) * 0.6;
}

/** A one-off, such as a sign-on. */
function onceOf(offer: Offer, component: 'base' | 'bonus' | 'pnl' | 'equity' | 'signOn'): Money | null {
  const term = termsOf(offer, component).find(one => one.amount !== null && one.per === 'once');
  return term === undefined ? null : {amount: term.amount ?? 0, currency: term.currency};
}

function short(stated: Money, gap: number): string {
  return `${showMoneyShort(stated)}, ${showMoneyShort({amount: gap, currency: stated.currency})} short`;
}
