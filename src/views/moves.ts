import {showMoneyShort} from '../base/index.ts';
import type {Move} from '../case/index.ts';

/** `2026-11-22  them  offer     base $185K + bonus $100K  we can go to 185`: a move on a line; a firm that is not the case's own. */
export function moveLine({
  at,
  by,
  kind,
  party,
  terms,
  says,
  undone,
}: Pick<Move, 'at' | 'by' | 'kind' | 'party' | 'says' | 'undone'> & {
  readonly terms: readonly Pick<Move['terms'][number], 'component' | 'amount' | 'currency'>[];
}): string {
  const sums = terms.flatMap(({component, amount, currency}) =>
    amount === null ? [] : [`${component} ${showMoneyShort({amount, currency})}`],
  );
  const back = undone === null ? '' : `(taken back on ${undone})`;
  const told = [party ?? '', sums.join(' + '), says ?? '', back].filter(part => part !== '').join('  ');
  return [at, by.padEnd(4), kind.padEnd(8), told].join('  ').trimEnd();
}
