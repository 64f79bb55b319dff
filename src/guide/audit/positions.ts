import {
  grantOfCell,
  isOfBand,
  namesBase,
  namesPremium,
  type Wording,
  wordingOf,
} from '../../english/index.ts';
import {count, guideQuote, say} from '../../figure/index.ts';
import {fromTo, guideSum, positionFigure} from '../stated.ts';
import type {Band, Guide, Position} from '../types.ts';
import {fromNone} from './most.ts';
import type {AuditCheck, AuditHit} from './rule.ts';

/** How far behind a number its period may reach: " over four years". */
const PERIOD = 20;
const NOTHING = wordingOf('', {from: 0, to: 0}).before;
/** A number so many times the highest band or more, or that share of the lowest or less, is of something else, unless called base pay right behind. */
export const FAR = 2;

/**
 * The rows that a position may be held against: of its component, currency and, where it names one, region or level. None
 * where the words do not say what it pays, where its region was inferred or is one of several, or where the grants of the
 * table are not over four years, as a grant is that does not say.
 */
function rowsFor({bands}: Guide, {key, region, currency, unit, stated}: Position): Band[] {
  if (unit === 'percent' || !stated.component || (region !== null && !stated.region)) return [];
  const component = componentOf(key);
  const rows = bands
    .map(fromNone)
    .filter(
      band =>
        (band.component === component || (component === 'total' && isPremium(band))) &&
        band.unit === 'money' &&
        band.currency === currency &&
        (region === null || band.region.startsWith(region) || band.level === region),
    );
  return component === 'equity' && rows.some(({basis}) => basis !== '4yr') ? [] : rows;
}

/** The same, for a number outside them: none where it is not of their kind, and totals too where it may be one. */
function bandsAgainst(
  guide: Guide,
  rows: readonly Band[],
  position: Position,
  text: string,
): readonly Band[] {
  const words = wordsOf(guide, text, position);
  if (!isOfBand(words) || isUnplaced(guide, position)) return [];
  if (componentOf(position.key) !== 'equity' && isOverYears(text, position)) return [];
  if (isFar(rows, position) && !(position.key.startsWith('base') && namesBase({...words, before: NOTHING})))
    return [];
  if (!position.key.startsWith('base') || namesBase(words)) return rows;
  return [...rows, ...rowsFor(guide, {...position, key: position.key.replace('base', 'total')})];
}

/** "$420K over four years, then $172K base": what is over years is a grant. */
export function isOverYears(text: string, {span: {to}}: Position): boolean {
  return grantOfCell(text.slice(to, to + PERIOD)) === '4yr';
}

/** "a $10K annual training budget" among terms to accept. */
function isFar(rows: readonly Band[], {value}: Position): boolean {
  return rows.every(row => value > FAR * topOf(row)) || rows.every(({low}) => value * FAR < low);
}

/** The sign-on that a total of the first year may have in, and a table has not. */
function signOnIn(positions: readonly Position[], {key, region, currency}: Position): number {
  if (componentOf(key) !== 'total') return 0;
  const signOn = positions.find(
    one => componentOf(one.key) === 'signOn' && one.region === region && one.currency === currency,
  );
  return signOn?.value ?? 0;
}

/** A total in a column of its own: "w/ 40% Agentic Premium". */
function isPremium({component}: Band): boolean {
  return component.startsWith('other:') && namesPremium(component);
}

/** Whether a number names no region in a strategy that gives numbers to several: it may be of any of them, or of none. */
function isUnplaced({strategy}: Guide, {region}: Position): boolean {
  if (region !== null || strategy === null) return false;
  return [...strategy.anchor, ...strategy.accept, ...strategy.walkAway].some(one => one.region !== null);
}

export function componentOf(key: string): string {
  return key.split('@')[0] ?? key;
}

function isWithin(rows: readonly Band[], value: number): boolean {
  return rows.some(({low}) => low <= value) && rows.some(({low, high}) => value <= (high ?? low));
}

/** A table that names no component holds totals only by its note. */
function impliesTotals(guide: Guide): boolean {
  return guide.bands.every(({component}) => component === 'total');
}

/** Whether a floor in all lies above every cell of a table that does not say what its cells pay for. */
function isAboveImplied(guide: Guide, {key, value, currency, unit, stated}: Position): boolean {
  if (unit !== 'money' || !stated.component || componentOf(key) !== 'total' || !impliesTotals(guide))
    return false;
  const cells = guide.bands.filter(band => band.unit === 'money' && band.currency === currency);
  return cells.length > 0 && cells.every(({low, high}) => value > (high ?? low));
}

function outside(
  guide: Guide,
  text: string,
  positions: readonly Position[],
  verb: string,
  sides: {readonly above: string | null; readonly below: string | null},
): AuditHit[] {
  return positions.flatMap(position => {
    const {value, currency, key, span} = position;
    const own = rowsFor(guide, position);
    if (own.length === 0 || isWithin(own, value) || isWithin(own, value - signOnIn(positions, position)))
      return [];
    const rows = bandsAgainst(guide, own, position, text);
    if (rows.length === 0 || currency === null || rows.some(({high}) => high === null)) return [];
    // one by one: a table may have more rows than a call takes arguments
    const least = rows.reduce((one, row) => (row.low < one.low ? row : one));
    const most = rows.reduce((one, row) => (topOf(row) > topOf(one) ? row : one));
    const [low, high] = [least.low, topOf(most)];
    const hint = value > high ? sides.above : value < low ? sides.below : null;
    if (hint === null) return [];
    const range = fromTo(guideSum(low, currency, least.span), guideSum(high, currency, most.span));
    const band =
      rows.length > 1
        ? say`all ${count(rows.length)} bands from ${range}`
        : say`the band of ${guideQuote(least.region || 'the table')} from ${range}`;
    const implied = impliesTotals(guide) ? '; the table does not say that its cells are totals' : '';
    return [
      {
        message: say`${verb} ${guideQuote(key.replace('@', ' in '))} at ${positionFigure(position)}, ${value > high ? 'above' : 'below'} ${band}${implied}`,
        span,
        hint,
      },
    ];
  });
}

export const anchorOutsideBand: AuditCheck = {
  name: 'anchor-outside-band',
  severity: 'warning',
  says: 'an opening outside every pay band it could be of',
  check: (guide, {text}) =>
    outside(guide, text, guide.strategy?.anchor ?? [], 'opens', {
      above: 'bring a reason for more than the band, or open at its top',
      below: 'open inside the band: a first number is not raised afterwards',
    }),
};

export const acceptOutsideBand: AuditCheck = {
  name: 'accept-outside-band',
  severity: 'warning',
  says: 'a floor to accept at outside every pay band it could be of',
  check: (guide, {text}) =>
    outside(
      guide,
      text,
      (guide.strategy?.accept ?? []).filter(one => !isAboveImplied(guide, one)),
      'accepts',
      {
        above: 'a floor above the band refuses every offer in it',
        below: 'a floor below the band accepts less than the guide says is paid',
      },
    ),
};

export const walkAwayOutsideBand: AuditCheck = {
  name: 'walk-away-outside-band',
  severity: 'warning',
  says: 'a walk-away outside every pay band it could be of',
  check: (guide, {text}) =>
    outside(guide, text, guide.strategy?.walkAway ?? [], 'walks away below', {
      above: 'this walks away from every offer in the band',
      below: 'no offer in the band could make you walk away',
    }),
};

export const tableMayBeBase: AuditCheck = {
  name: 'table-may-be-base',
  severity: 'warning',
  says: 'a floor in all above every cell of a table whose cells are not said to be totals',
  check: guide =>
    (guide.strategy?.accept ?? [])
      .filter(position => isAboveImplied(guide, position))
      .map(position => ({
        message: say`accepts ${positionFigure(position)} in all, above every cell of the table: its cells may be base pay`,
        span: position.span,
        hint: 'ask what the bands pay for before an offer is held against them',
      })),
};

export const outsideFirstRegion: AuditCheck = {
  name: 'outside-first-region',
  severity: 'note',
  says: 'a number for no named region, outside the band of the first one and inside that of another',
  *check(guide, {text}): Iterable<AuditHit> {
    const first = guide.bands[0]?.region;
    const said =
      guide.strategy === null
        ? ''
        : text.slice(guide.strategy.passage.span.from, guide.strategy.passage.span.to);
    for (const position of [
      ...(guide.strategy?.anchor ?? []),
      ...(guide.strategy?.accept ?? []),
      ...(guide.strategy?.walkAway ?? []),
    ]) {
      const {value, currency, key, region, span} = position;
      if (currency === null || region !== null) continue;
      const rows = rowsFor(guide, position);
      const [own] = rows;
      if (own === undefined || own.region !== first) continue;
      if (rows.some(({high, level}) => high === null || level !== null)) continue;
      const high = own.high ?? own.low;
      const holding = rows.filter(row => row.low <= value && value <= topOf(row));
      const [inside] = holding;
      if (inside === undefined || holding.some(row => row.region === own.region)) continue;
      if (bandsAgainst(guide, rows, position, text) !== rows) continue;
      // named once, a region is the one that all the numbers are for
      if (said.includes(nameOf(inside.region))) continue;
      const range = fromTo(guideSum(own.low, currency, own.span), guideSum(high, currency, own.span));
      yield {
        message: say`${guideQuote(key)} at ${positionFigure(position)} is ${value > high ? 'above' : 'below'} the band of ${guideQuote(own.region)} from ${range}, and inside that of ${guideQuote(inside.region)}`,
        span,
        hint: 'ask which region the number is for',
      };
    }
  },
};

/** "New York" of "New York, NY (HQ)". */
function nameOf(region: string): string {
  return region.replace(/[(,/][^]*$/, '').trim();
}

/** The words around a number, no further than its own sentence. */
export function wordsOf({strategy}: Guide, text: string, {span}: Position): Wording {
  const own = strategy?.passage.sentences.find(one => one.span.from <= span.from && span.to <= one.span.to);
  const from = own?.span.from ?? 0;
  const words = text.slice(from, own?.span.to);
  return wordingOf(words, {from: span.from - from, to: span.to - from});
}

function topOf({low, high}: Band): number {
  return high ?? low;
}
