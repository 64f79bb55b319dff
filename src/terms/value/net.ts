import type {Currency} from '../../base/index.ts';
import {netAt, type NetTable} from '../tax/net-table.ts';

/** A table of net pay in another currency, of which `rate` units are one of its own: of London's, in dollars. */
export function netIn({wages, net}: NetTable, currency: Currency, rate: number): NetTable {
  return {currency, wages: wages.map(of => of * rate), net: net.map(of => of * rate)};
}

/** Net pay of a year's wages; above the table the next unit nets what the last of it did. */
export function netOf(table: NetTable, wages: number): number {
  const last = table.wages.length - 1;
  const [end, top] = [table.wages[last] as number, table.net[last] as number];
  if (wages <= end) return netAt(table, wages);
  const slope = (top - (table.net[last - 1] as number)) / (end - (table.wages[last - 1] as number));
  return top + slope * (wages - end);
}
