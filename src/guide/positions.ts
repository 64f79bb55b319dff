import {type Scope, scopeKey, type Utterance} from '../english/index.ts';
import type {Page} from './blocks.ts';
import type {Position, Strategy} from './types.ts';

export type Side = 'anchor' | 'accept' | 'walkAway';

/** One number as stated, before it is known whether its place must be named. */
export interface Stated {
  readonly side: Side;
  readonly pays: string;
  /** The region or level it is for; null where none is named. */
  readonly scope: Scope | null;
  readonly position: Omit<Position, 'key' | 'region'>;
}

const SIDES: Readonly<Partial<Record<string, Side>>> = {open: 'anchor', accept: 'accept', walk: 'walkAway'};

/**
 * The numbers opened with, accepted and walked away from. Of a range the anchor takes the high end, the others the
 * low one; of two currencies the first. A second number for the same key is left to `other`.
 */
export function positionsOf(
  page: Page,
  utterances: readonly Utterance[],
  tabled: readonly Stated[] = [],
): Pick<Strategy, Side> {
  const worded = settled(utterances).flatMap(one => statedBy(page, one));
  // a table tells what the words left out
  const missing = tabled.filter(
    one =>
      !worded.some(
        ({side, pays, scope}) =>
          one.side === side && one.pays === pays && (scope === null || nameOf(one.scope) === nameOf(scope)),
      ),
  );
  const stated = [...worded, ...missing];
  const plainly = isOfOnePlace(stated);
  // said again without its place
  const repeats = (one: Stated) =>
    one.scope === null && stated.some(other => other.scope !== null && isSame(one, other));
  const side = (wanted: Side): Position[] =>
    firstOfEach(
      stated.flatMap(one => {
        if (one.side !== wanted || (!plainly && repeats(one))) return [];
        const key = one.scope === null || plainly ? one.pays : `${one.pays}@${one.scope.written}`;
        return [{...one.position, key, region: nameOf(one.scope)}];
      }),
    );
  return {anchor: side('anchor'), accept: side('accept'), walkAway: side('walkAway')};
}

/**
 * What only counts where nothing better is said: "At $240K, I commit" is a floor where none is named, and "but I need $270K"
 * is one where more was opened with; "($340K floor)" is where one walks away if more is accepted.
 */
function settled(utterances: readonly Utterance[]): Utterance[] {
  const floored = utterances.some(one => one.act === 'accept' && one.pays !== null && !one.closing);
  const opened: Utterance[] = [];
  return utterances.flatMap(one => {
    if (one.closing) return floored ? [] : [one];
    if (one.bracketed && utterances.some(other => isMoreThan(one, other)))
      return [{...one, act: 'walk' as const}];
    if (one.act !== 'open' || one.pays === null) return [one];
    const before = opened.find(
      ({pays, scopes}) => pays === one.pays && scopeKey(scopes) === scopeKey(one.scopes),
    );
    opened.push(one);
    const less = before !== undefined && one.needed && one.amount.high < before.amount.high;
    return less && !floored ? [{...one, act: 'accept' as const}] : [one];
  });
}

/** Whether of two floors for the same the other is more, and the one only stands in brackets. */
function isMoreThan(one: Utterance, other: Utterance): boolean {
  return (
    one.act === 'accept' &&
    other.act === 'accept' &&
    other.stated.pays &&
    other.pays === one.pays &&
    scopeKey(other.scopes) === scopeKey(one.scopes) &&
    other.amount.low > one.amount.low
  );
}

function statedBy(
  page: Page,
  {act, pays, scopes, amount, conditions, stated, from, to}: Utterance,
): Stated[] {
  const side = SIDES[act ?? ''];
  if (side === undefined || pays === null) return [];
  const position = {
    value: side === 'anchor' ? amount.high : amount.low,
    unit: amount.percent ? ('percent' as const) : ('money' as const),
    currency: amount.percent ? null : amount.currency,
    ...conditions,
    stated: {component: stated.pays, region: stated.scope},
    span: page.source.span(from, to),
  };
  const scoped: readonly (Scope | null)[] = scopes.length === 0 ? [null] : scopes;
  return scoped.map(scope => ({side, pays, scope, position}));
}

/** By the table's name where it has the place, so that "NYC" and "New York" are one. */
function nameOf(scope: Scope | null): string | null {
  return scope === null ? null : scopeKey([scope]);
}

/** Whether all is of one place: one is named at most, in one currency, and nothing stated twice without and with it. */
function isOfOnePlace(stated: readonly Stated[]): boolean {
  const scopes = new Set(stated.map(({scope}) => nameOf(scope)));
  if (scopes.size < 2) return true;
  if (scopes.size > 2 || !scopes.has(null)) return false;
  const currencies = new Set(stated.flatMap(({position}) => position.currency ?? []));
  const said = (one: Stated) => `${one.side} ${one.pays}`;
  const unnamed = new Set(stated.filter(one => one.scope === null).map(said));
  return currencies.size < 2 && !stated.some(one => one.scope !== null && unnamed.has(said(one)));
}

function isSame(one: Stated, other: Stated): boolean {
  return one.side === other.side && one.pays === other.pays && one.position.value === other.position.value;
}

function firstOfEach(positions: readonly Position[]): Position[] {
  const seen = new Set<string>();
  return positions.filter(({key}) => !seen.has(key) && seen.add(key));
}
