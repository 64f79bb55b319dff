import type {Amount} from '../intake/index.ts';
import {isFloorInBracket} from './doing.ts';
import type {Place} from './place-names.ts';
import type {Mention} from './places.ts';
import {type Group, type Memory, type Reading, type Scope, scopeKey, scopesOf} from './reading.ts';
import {amountAt} from './tokens.ts';

/** Who a sum is for, and whether its own sentence says so. */
export interface Scoping {
  readonly scopes: readonly Scope[];
  readonly stated: boolean;
}

/** The place that leads to a group, or the one behind it; of a place that pays in another currency, the one that pays in this. */
export function scopingOf(reading: Reading, group: Group, amount: Amount): Scoping {
  const {context, mentions, acts, memory} = reading;
  const [first = 0] = group.tokens;
  if (context.scope !== null) return {scopes: [{written: context.scope, place: null}], stated: true};
  const turn = reading.inTurn?.[reading.groups.indexOf(group) % reading.inTurn.length];
  if (turn !== undefined) return {scopes: [turn], stated: true};
  const last = reading.made.at(-1);
  if (last !== undefined && isFloorInBracket(reading, first) && last.amount.currency === amount.currency)
    return {scopes: last.scopes, stated: last.stated.scope};
  const behind = mentions.find(({from}) => from > first);
  const parted =
    behind === undefined ||
    acts.some(({from, sense}) => from > first && from < behind.from && sense.back !== true);
  if (behind?.trailing === true && !parted) return settled(reading, scopesOf(behind), amount, true);
  const before = mentions.findLast(({to}) => to <= first);
  if (before === undefined) return settled(reading, memory.held, amount, false);
  if (!before.trailing) return settled(reading, scopesOf(before), amount, true);
  const listed = mentions.filter(one => one.trailing && one.to <= first);
  if (namesOf(listed).size < 2) return settled(reading, scopesOf(before), amount, false);
  // behind a list of places that each follow a sum only the currency tells whose it is
  const own = listed
    .flatMap(scopesOf)
    .filter(({place}) => place !== null && pays(reading, place, amount.currency));
  return settled(reading, own.length === 1 && !amount.percent ? own : [], amount, false);
}

/**
 * The places that sums are for in turn, "$255K / $300K base respectively": those of the sentence itself, else those that were
 * opened with before. Null unless each has as many sums.
 */
export function scopesInTurn(mentions: readonly Mention[], {said}: Memory, sums: number): Scope[] | null {
  // where each place stands with a sum of its own, "respectively" is of the others
  if (mentions.length > 1) return null;
  const before = distinct(said.filter(({act}) => act === 'open').flatMap(({scopes}) => scopes));
  const scopes = mentions[0] === undefined ? before : distinct(scopesOf(mentions[0]));
  return scopes.length > 1 && sums > 0 && sums % scopes.length === 0 ? scopes : null;
}

function distinct(scopes: readonly Scope[]): Scope[] {
  return scopes.filter((one, at) => scopes.findIndex(other => scopeKey([other]) === scopeKey([one])) === at);
}

/** The places that go on being spoken of behind a sentence: none behind a list of places that each follow a sum. */
export function heldBehind({mentions, memory}: Reading): readonly Scope[] {
  const last = mentions.at(-1);
  if (last === undefined) return memory.held;
  return namesOf(mentions.filter(({trailing}) => trailing)).size > 1 ? [] : scopesOf(last);
}

function namesOf(mentions: readonly Mention[]): Set<string> {
  return new Set(mentions.flatMap(({places}) => places.map(({written}) => written)));
}

/** A sum in another currency than its place pays in is of the one place that pays in it. */
function settled(reading: Reading, scopes: readonly Scope[], amount: Amount, stated: boolean): Scoping {
  if (amount.currency === null || amount.percent) return {scopes, stated};
  const paid = scopes.flatMap(({place}) => (place === null || place.level ? [] : [place]));
  const fitting = paid.filter(place => pays(reading, place, amount.currency));
  // "for Zurich and London, CHF 180K and £118K": each is of those that pay in it
  const own = scopes.filter(({place}) => place === null || !paid.includes(place) || fitting.includes(place));
  if (scopes.length > 0 && (paid.length === 0 || fitting.length > 0)) return {scopes: own, stated};
  const other = byCurrency(reading, amount.currency);
  if (other !== null) return {scopes: [other], stated: false};
  // a place that only goes on being spoken of does not pay in another currency
  return {scopes: stated ? scopes : [], stated};
}

function pays({context}: Reading, {name}: Place, currency: string | null): boolean {
  return context.cells.some(
    cell =>
      cell.unit === 'money' &&
      (cell.currency === currency || cell.alt?.currency === currency) &&
      cell.region.startsWith(name),
  );
}

/** The one place of the table that pays in a currency, where the table's first does not: a sum without a place is the first's. */
export function byCurrency(reading: Reading, currency: string | null): Scope | null {
  const rows = reading.places.filter(({level}) => !level);
  const paid = rows.filter(place => place.currency === currency);
  const [first] = rows;
  const [place] = paid;
  if (place === undefined || paid.length > 1 || first === undefined || pays(reading, first, currency))
    return null;
  return scopeOf(reading, place);
}

/** A place that only the currency tells, by the name that the text has called it before. */
function scopeOf({memory}: Reading, place: Place): Scope {
  const before = memory.said.flatMap(({scopes}) => scopes).find(one => one.place === place);
  return before ?? {written: place.name, place};
}

/** `DKK … / £… / €…`: each sum is of the place that pays in its currency. Null where the list is one sum in two currencies. */
export function listedByCurrency(reading: Reading, {tokens: list}: Group): Scope[] | null {
  const {tokens, places, context} = reading;
  if (list.length < 2) return null;
  const rows = places.filter(({level}) => !level);
  const currencies = list.map(token => amountAt(tokens, token)?.currency ?? null);
  const scope = (place: Place) => scopeOf(reading, place);
  const inOrder = rows.length === list.length && rows.every((row, at) => row.currency === currencies[at]);
  if (list.length > 2 && inOrder) return rows.map(scope);
  const named = currencies.map(currency => rows.find(row => row.currency === currency));
  const [first] = named;
  const dual =
    first !== undefined &&
    context.cells.some(({region, alt}) => alt !== null && region.startsWith(first.name));
  if (new Set(named).size < named.length || (named.length === 2 && dual)) return null;
  return named.every(row => row !== undefined) ? named.map(scope) : null;
}
