import {type Currency, showMoney} from '../base/index.ts';
import {type Finding, say} from '../figure/index.ts';
import {type Path, showValue, soundParts, valueAt, type Yaml} from '../files/index.ts';
import {readAmount} from './amount.ts';
import {atKey, atValue, placed, type Problems} from './problem.ts';
import {TERM} from './schema.ts';

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
    ...placed(repeated(terms, yaml), yaml),
  ];
}

function* termProblems(yaml: Yaml, path: Path, home: Currency | null): Problems {
  const {amount, currency, share, component, per} = soundParts(TERM, valueAt(yaml.value, path));
  const inner = [...path, 'amount'];
  const own = currency ?? home;
  const read =
    typeof amount === 'string'
      ? readAmount(amount, {home: own, per})
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
  if (amount === null && share == null)
    return yield atKey(
      path,
      'missing-key',
      'the term has neither amount nor share',
      'add an amount, a share, or both',
    );
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
    const {component, per, guaranteed, condition, share} = soundParts(TERM, term);
    if (component === undefined) continue;
    const isBase = component === 'base';
    const apart = [per === 'once', guaranteed ?? null, condition?.toLowerCase() ?? null, share?.of ?? null];
    const key = isBase ? component : JSON.stringify([component, ...apart]);
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
      ? 'keep the one that holds: they are not added up'
      : 'keep one, or say by guaranteed or condition what sets them apart';
    yield atValue(['terms', at], 'repeated-term', message, hint);
  }
}
