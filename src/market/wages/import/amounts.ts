import type {Duck} from '../../../intake/index.ts';
import {type AmountStyle, type ReadAmount, readAmount} from '../../../intake/index.ts';
import {type Currency} from '../../../base/index.ts';
import {WAGE_UNITS} from '../unit.ts';

/** Texts of one table whose reading is kept: filings repeat their wages. */
const MOST_KEPT = 50_000;

/**
 * Lends a database the one reader of amounts: `amount_low(text)`, `amount_high(text)` of a range, and `amount_per_year(text)`, how
 * many such pays a year has where the text says so ("5000/mo" is 12). Null for what is no amount of this currency.
 */
export function lendAmounts(
  {duckdb, connection}: Duck,
  currency: Currency,
  point: AmountStyle['point'],
): void {
  const kept = new Map<string, ReadAmount | null>();
  const read = (text: string): ReadAmount | null => {
    const before = kept.get(text);
    if (before !== undefined) return before;
    const reading = readAmount(text, {home: currency, point});
    const value = reading.ok && (reading.value.currency ?? currency) === currency ? reading.value : null;
    if (kept.size < MOST_KEPT) kept.set(text, value);
    return value;
  };
  const lend = (name: string, of: (amount: ReadAmount) => number | null) =>
    connection.registerScalarFunction(
      duckdb.DuckDBScalarFunction.create({
        name,
        parameterTypes: [duckdb.VARCHAR],
        returnType: duckdb.DOUBLE,
        mainFunction: (_, chunk, out) => {
          const texts = chunk.getColumnVector(0);
          for (let row = 0; row < chunk.rowCount; row++) {
            const text = texts.getItem(row);
            const amount = typeof text === 'string' ? read(text) : null;
            out.setItem(row, amount === null ? null : of(amount));
          }
          out.flush();
        },
      }),
    );
  lend('amount_low', ({low}) => low);
  lend('amount_high', ({high}) => high);
  lend('amount_per_year', ({per}) => (per === null ? null : perYear(per)));
}

/** Pays a year of a period, as the Department counts; 0 for a period that no wage is paid by. */
function perYear(per: string): number {
  return WAGE_UNITS.find(({unit}) => unit.toLowerCase() === per)?.perYear ?? 0;
}
