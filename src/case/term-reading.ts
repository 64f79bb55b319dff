import type {Currency, Disclosure, Evidence, Span} from '../base/index.ts';
import {quantity} from '../base/index.ts';
import {type Known, read, type Style} from '../figure/index.ts';
import {type Path, valueAt, type Yaml} from '../files/index.ts';
import {
  type Length,
  readLength,
  type Term,
  type TermMore,
  type TermNumber,
  type Vesting,
  type Years,
} from '../terms/index.ts';
import {readRange} from './amount.ts';
import type {TermFile} from './term-schema.ts';
import {readBound} from './term-test.ts';

/** What a term takes from around it where it says nothing itself. */
export interface TermDefaults {
  readonly currency: Currency | null;
  readonly evidence: Evidence;
  readonly disclosure: Disclosure;
}

/** Components that are paid once unless the term says otherwise. */
export const ONCE: ReadonlySet<Term['component']> = new Set([
  'signOn',
  'buyOut',
  'relocation',
  'retention',
  'milestone',
]);

/** The term at `path`, which `termFindings` has found nothing wrong with. */
export function toTerm(term: TermFile, yaml: Yaml, path: Path, defaults: TermDefaults): Term {
  const own = term.currency ?? defaults.currency;
  const stated = sumOf(term.amount, own, term.per);
  const currency = stated?.currency ?? own;
  if (currency === null && needsCurrency(term)) throw new Error('a term without a currency passed its check');
  const {component, written, condition} = term;
  const found: Term = {
    component,
    amount: stated?.amount ?? null,
    currency: currency ?? 'USD',
    per: term.per ?? (ONCE.has(component) ? 'once' : 'year'),
    guaranteed: typeof term.guaranteed === 'boolean' || term.guaranteed === null ? term.guaranteed : false,
    written,
    share: term.share === null ? null : {percent: term.share.percent, of: term.share.of},
    condition,
    evidence: term.evidence ?? defaults.evidence,
    disclosure: term.disclosure ?? defaults.disclosure,
    span: yaml.valueSpan(path),
    places: {amount: placeOf([...path, 'amount'], yaml), share: placeOf([...path, 'share', 'percent'], yaml)},
  };
  const more = moreOf(term, found, yaml, path, stated?.high ?? null);
  return more === null ? found : {...found, more};
}

/** Whether a term names a sum, which is of some currency. */
export function needsCurrency(term: Readonly<Partial<Record<keyof TermFile, unknown>>>): boolean {
  return term.amount != null || term.share != null;
}

function sumOf(amount: number | string | null, home: Currency | null, per: string | null) {
  if (typeof amount === 'number') return {amount, high: null, currency: null};
  const read = amount === null ? null : readRange(amount, {home, per: per ?? undefined});
  return read === null || 'rule' in read ? null : read;
}

/** Where a value stands; null where there is none. */
function placeOf(path: Path, yaml: Yaml): Span | null {
  return valueAt(yaml.value, path) == null ? null : yaml.valueSpan(path);
}

/** What a term says beyond its sum; null where that is nothing. */
function moreOf(term: TermFile, found: Term, yaml: Yaml, path: Path, high: number | null): TermMore | null {
  const {currency, per} = found;
  const rate = per === 'once' ? currency : `${currency}/${per}`;
  const at = (value: number, unit: string, key: Path, style: Style = {as: 'full'}): Known =>
    read(quantity(value, unit), yaml.valueSpan([...path, ...key]), found.evidence, {
      subject: found.component,
      disclosure: found.disclosure,
      style,
    });
  const money = (value: number | string | null, key: Path, unit: string = currency): Known | null => {
    const sum = sumOf(value, currency, null);
    return sum === null ? null : at(sum.amount, unit, key, {as: 'money'});
  };
  const share = (percent: number, key: Path) =>
    at(Number(`${percent}e-2`), '1', key, {as: 'share', digits: 12});
  const count = (value: number | null, unit: string, key: Path) =>
    value === null ? null : at(value, unit, key);
  const times = timesOf(term.upTo);
  const numbers: Record<TermNumber, Known | null> = {
    upTo:
      high === null
        ? times === null
          ? money(term.upTo, ['upTo'], rate)
          : null
        : at(high, rate, ['amount'], {as: 'money'}),
    guaranteed: typeof term.guaranteed === 'boolean' ? null : money(term.guaranteed, ['guaranteed'], rate),
    times:
      count(term.times, `${per}/year`, ['times']) ?? (term.rota === null ? null : rotaOf(term.rota, per, at)),
    comesTo: money(term.share?.comesTo ?? null, ['share', 'comesTo'], `${currency}/year`),
    above: money(term.above, ['above']),
    units: count(term.units, 'unit', ['units']),
    price: money(term.price, ['price'], `${currency}/unit`),
    strike: money(term.strike, ['strike'], `${currency}/unit`),
    fairValue: money(term.fairValue, ['fairValue'], `${currency}/unit`),
    preferred: money(term.preferred, ['preferred'], `${currency}/unit`),
    valuation: money(term.valuation, ['valuation']),
    fullyDiluted: count(term.fullyDiluted, 'unit', ['fullyDiluted']),
    own: term.own === null ? null : share(term.own, ['own']),
    days: count(term.days, 'day/year', ['days']),
  };
  const stated = Object.entries(numbers).filter(([, figure]) => figure !== null) as [TermNumber, Known][];
  const {share: of, escalator, repay} = term;
  const more: TermMore = {
    numbers: Object.fromEntries(stated),
    upToTimes: times === null ? null : at(times, '1', ['upTo']),
    guaranteedYears: yearsOf(term.guaranteedYears),
    years: yearsOf(term.years),
    scope: of?.scope ?? null,
    netting: of?.netting ?? null,
    costs: of?.costs ?? null,
    carry: of?.carry ?? null,
    escalator:
      escalator === null
        ? null
        : {points: share(escalator.percent, ['escalator', 'percent']), every: escalator.every},
    when: (term.when ?? []).map(({what, atLeast, atMost}, place) => {
      const bound = (value: number | string | null, key: string) => {
        const found = value === null ? null : readBound(what, value, currency);
        return found === null || 'rule' in found
          ? null
          : at(found.value, found.unit, ['when', place, key], found.style);
      };
      return {what, atLeast: bound(atLeast, 'atLeast'), atMost: bound(atMost, 'atMost')};
    }),
    measuredBy: term.measuredBy,
    metric: term.metric,
    rota: term.rota,
    by: term.by,
    startBy: term.startBy,
    paid: term.paid,
    needs: term.needs,
    vesting: vestingOf(term.vesting, share, count),
    into: term.into,
    window: lengthOf(term.window),
    lostOn: term.lostOn,
    repay:
      repay === null
        ? null
        : {
            full: lengthOf(repay.full) as Length,
            until: lengthOf(repay.until),
            on: repay.on,
            gross: repay.gross,
          },
    length: lengthOf(term.length),
    receipts: term.receipts,
  };
  const says = Object.values(more).some(value =>
    value === null
      ? false
      : Array.isArray(value)
        ? value.length > 0
        : value !== more.numbers || stated.length > 0,
  );
  return says ? more : null;
}

/** The 2 of `2x`; null of a sum. */
export function timesOf(typed: number | string | null): number | null {
  const text = typeof typed === 'string' ? typed.trim().toLowerCase() : '';
  const number = text.endsWith('x') || text.endsWith('×') ? Number(text.slice(0, -1)) : Number.NaN;
  return number > 0 && Number.isFinite(number) ? number : null;
}

/** `1 in 5 weeks` of something paid by the week, the day or the hour: how many there are in a year. */
function rotaOf(
  rota: string,
  per: string,
  at: (value: number, unit: string, key: Path) => Known,
): Known | null {
  const parts = rotaParts(rota);
  if (parts === null || per !== 'week') return null;
  return at((WEEKS * parts.mine) / parts.of, 'week/year', ['rota']);
}

const WEEKS = 52;

/** The numbers of `1 in 5`; null where it is no rota. */
export function rotaParts(rota: string): {readonly mine: number; readonly of: number} | null {
  const [mine, word, of, ...more] = rota.trim().toLowerCase().split(/\s+/);
  const numbers = [Number(mine), Number(of)] as const;
  const isSound =
    word === 'in' && numbers.every(one => Number.isInteger(one) && one > 0) && numbers[0] <= numbers[1];
  const unit = more.join(' ');
  return isSound && (unit === '' || unit === 'weeks') ? {mine: numbers[0], of: numbers[1]} : null;
}

function lengthOf(typed: string | null): Length | null {
  return typed === null ? null : readLength(typed);
}

/** `2` is the first two years, `[2, 4]` the second to the fourth, `[2]` the second and on. */
function yearsOf(typed: number | readonly number[] | null): Years | null {
  if (typed === null) return null;
  if (typeof typed === 'number') return {from: 1, to: typed};
  const [from = 1, to = null] = typed;
  return {from, to};
}

function vestingOf(
  typed: TermFile['vesting'],
  share: (percent: number, key: Path) => Known,
  count: (value: number | null, unit: string, key: Path) => Known | null,
): Vesting | null {
  if (typed === null) return null;
  if (!Array.isArray(typed)) {
    const {over, parts, every, cliff, from} = typed;
    return {
      by: 'rule',
      over: lengthOf(over) ?? {count: parts?.length ?? 1, unit: 'year'},
      parts: parts?.map((part, at) => share(part, ['vesting', 'parts', at])) ?? null,
      every: every ?? 'year',
      cliff: lengthOf(cliff),
      from,
    };
  }
  const [first] = typed;
  if (typeof first === 'number') {
    const parts = (typed as readonly number[]).map((part, at) => share(part, ['vesting', at]));
    return {
      by: 'rule',
      over: {count: parts.length, unit: 'year'},
      parts,
      every: 'year',
      cliff: null,
      from: null,
    };
  }
  const days = typed as readonly {on: string; units: number | null; percent: number | null}[];
  return {
    by: 'days',
    days: days.map(({on, units, percent}, at) => ({
      on,
      units: count(units, 'unit', ['vesting', at, 'units']),
      part: percent === null ? null : share(percent, ['vesting', at, 'percent']),
    })),
  };
}
