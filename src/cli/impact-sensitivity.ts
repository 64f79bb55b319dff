import {type Line, run, table, wrap} from '../page/index.ts';
import type {MoneyImpact} from '../impact/index.ts';
import {capital, moneyOf} from './impact-figures.ts';
import {named} from './impact-protected.ts';

/** The headline under both ends of each assumption. */
export function sensitivityLines(
  {sensitivity, baselines, currency}: MoneyImpact,
  zone: string,
  width: number,
): readonly Line[] {
  if (sensitivity.length === 0) return [];
  const money = moneyOf(currency);
  const [first] = baselines;
  const headline = first === undefined ? 'what was lost' : `protected against ${named(first, zone)}`;
  const columns = [
    {head: 'input'},
    {head: 'at'},
    {head: headline, right: true},
    {head: 'and at'},
    {head: headline, right: true},
  ];
  const rows = sensitivity.map(({input, low, high}) =>
    [input, low.value, money(low.headline), high.value, money(high.headline)].map(text => [run(text)]),
  );
  return [
    ...table(columns, rows, width),
    ...sensitivity.flatMap(({input, turns}) =>
      turns === null ? [] : wrap([run(`${capital(input)} turns it ${turns}.`, 'unknown')], width),
    ),
  ];
}
