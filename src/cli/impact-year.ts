import {type Line, run, wrap} from '../brief/index.ts';
import type {MoneyImpact} from '../impact/index.ts';
import {moneyOf} from './impact-figures.ts';
import {count, percent} from './record-figures.ts';

/** Years such as the record would let one expect. */
export function yearLines({year, currency}: MoneyImpact, width: number): readonly Line[] {
  if (year === null) return [];
  const money = moneyOf(currency);
  const {mean, year: middle, none, outages, counted, bursts} = year;
  const years = String(Number(counted.toFixed(2)));
  const record = `${count(outages)} ${outages === 1 ? 'outage' : 'outages'} in ${years === '1' ? 'a year' : `${years} years`}`;
  return [
    ...wrap(
      [
        run(
          `Lost on average ${money(mean.mid)}; ${percent(middle.level)} of years between ${money(middle.low)} and ${money(middle.high)}, with ${(100 * none).toFixed(0)}% of years without an outage (${record}${bursts ? ', which come in bursts' : ''}).`,
        ),
      ],
      width,
    ),
    ...wrap([run('The loss-exceedance curve is in --json.', 'muted')], width),
  ];
}
