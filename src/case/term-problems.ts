import {type Currency, showMoney} from '../base/index.ts';
import {type Finding, say} from '../figure/index.ts';
import {type Path, showValue, soundParts, valueAt, type Yaml} from '../files/index.ts';
import {readRange} from './amount.ts';
import {strangeYear} from './plausible.ts';
import {atKey, atValue, placed, type Problems} from './problem.ts';
import {detailProblems} from './term-detail-problems.ts';
import {needsCurrency, ONCE} from './term-reading.ts';
import {TERM} from './term-schema.ts';

/** What is nothing without a sum or a share. */
const PAYS: ReadonlySet<string> = new Set([
  'base',
  'bonus',
  'pnl',
  'equity',
  'options',
  'carry',
  'signOn',
  'buyOut',
  'retention',
  'onCall',
  'pension',
]);

/** A grant may be so many units, whatever one is worth; of a match or a bonus only the most may be named. */
function isNamedOtherwise(yaml: Yaml, path: Path): boolean {
  return ['units', 'vesting', 'upTo'].some(key => valueAt(yaml.value, [...path, key]) != null);
}

/** A yearly base below it is no pay of anybody, in any currency: thousands were meant. */
const THOUSANDS = 1000;

/**
 * What is wrong with terms beyond their shape: an amount, its sign, having neither sum nor share, being there twice. `home`
 * is the currency around them.
 */
export function termFindings(yaml: Yaml, home: Currency | null): Finding[] {
  const terms = valueAt(yaml.value, ['terms']);
  if (!Array.isArray(terms)) return [];
  return [
    ...terms.flatMap((_, at) => placed(termProblems(yaml, ['terms', at], home), yaml)),
    ...terms.flatMap((_, at) => placed(detailProblems(yaml, ['terms', at], home), yaml)),
    ...placed(repeated(terms, yaml), yaml),
  ];
}

function* termProblems(yaml: Yaml, path: Path, home: Currency | null): Problems {
  const {amount, currency, share, component, per} = soundParts(TERM, valueAt(yaml.value, path));
  const inner = [...path, 'amount'];
  const own = currency ?? home;
  const read =
    typeof amount === 'string'
      ? readRange(amount, {home: own, per: per ?? undefined})
      : {amount: amount ?? null, currency: null};
  if ('rule' in read) return yield atValue(inner, read.rule, read.message, read.hint);
  if (read.currency !== null && own !== null && read.currency !== own) {
    const around = currency ? `the term says ${currency}` : `the amounts here are in ${own}`;
    const message = `amount ${showValue(amount)} is in ${read.currency}, but ${around}`;
    const hint = currency
      ? 'keep the right one of the two'
      : `correct the sign, or write currency: ${read.currency} beside it`;
    return yield atValue(inner, 'ambiguous-amount', message, hint);
  }
  const typed = typeof amount === 'number' ? (yaml.typed(inner) ?? '') : '';
  if (/^\d{1,3}\.\d{3}$/.test(typed)) {
    const hint = `write ${typed.replace('.', '')} or ${String(amount)}`;
    return yield atValue(inner, 'ambiguous-amount', `amount ${typed} can be read in two ways`, hint);
  }
  const isLittle = read.amount !== null && read.amount > 0 && read.amount < THOUSANDS;
  // `{amount: 210,000}` is 210 and a key 000, which is told already.
  const isCut = Object.keys(Object(valueAt(yaml.value, path)) as object).some(key => /^\d{3}/.test(key));
  if (component === 'base' && per === 'year' && isLittle && !isCut) {
    const hint = `write ${String(read.amount)}K where thousands are meant`;
    yield atValue(inner, 'out-of-range', `a base of ${showValue(amount)} a year is no pay`, hint);
  }
  const strange =
    isLittle || isCut || component !== 'base' || per !== 'year'
      ? null
      : strangeYear(read.amount, read.currency ?? own);
  if (strange !== null)
    yield atValue(
      inner,
      'out-of-range',
      `a base of ${showValue(amount)} a year is ${strange}`,
      'check the amount and its period: is it by the month, or in another currency?',
      'warning',
    );
  if (
    amount === null &&
    share == null &&
    (component === undefined || PAYS.has(component)) &&
    !isNamedOtherwise(yaml, path)
  )
    return yield atKey(
      path,
      'missing-key',
      'the term has neither amount nor share',
      'add an amount, a share, or both',
    );
  if (
    amount != null &&
    per === null &&
    component !== undefined &&
    PAYS.has(component) &&
    !ONCE.has(component)
  )
    yield atKey(
      path,
      'missing-key',
      'per is missing',
      'add per: year, quarter, month, week, day, hour or once',
    );
  if (!needsCurrency({amount, share})) return;
  // A currency that is there but mistaken has its own finding, and so has an amount that is none.
  const mistaken = [[], path].some(of => valueAt(yaml.value, [...of, 'currency']) !== undefined);
  if (amount === undefined || (read.currency ?? own) !== null || mistaken) return;
  const hint = `add currency: USD, or the sign: ${showMoney({amount: 210000, currency: 'USD'})}`;
  yield atKey(path, 'missing-key', 'no currency is named for this amount', hint);
}

/**
 * Terms that say one thing twice, and would be added up. There is one base. Of any other component there may be several, where
 * `guaranteed`, `condition` or what a share is of tells them apart, or one is paid once and the other by the year.
 */
function* repeated(terms: readonly unknown[], yaml: Yaml): Problems {
  if (terms.length < 2) return;
  const seen = new Map<string, number>();
  for (const [at, term] of terms.entries()) {
    const sound = soundParts(TERM, term);
    const {component, per, guaranteed, condition, share} = sound;
    if (component === undefined) continue;
    const isBase = component === 'base';
    const {years, vesting, units, when, metric, paid} = sound;
    const said = [per === 'once', guaranteed ?? null, share?.of ?? null, vesting, units, when, metric, paid];
    // Of one base only the years tell another apart: 190,000 from the second year on.
    const apart = isBase ? [] : [...said, condition?.toLowerCase() ?? null];
    const key = JSON.stringify([component, years ?? null, ...apart]);
    const first = seen.get(key);
    seen.set(key, first ?? at);
    if (first === undefined) continue;
    const {file, line, column} = yaml.valueSpan(['terms', first]);
    // What is typed on a command line has no place.
    const message =
      file === ''
        ? say`${component} stands here a second time`
        : say`${component} stands here a second time, beside ${`${file}:${line}:${column}`}`;
    const hint = isBase
      ? 'keep the one that holds, or say by years in which each does: they are not added up'
      : 'keep one, or say by guaranteed or condition what sets them apart';
    yield atValue(['terms', at], 'repeated-term', message, hint);
  }
}
