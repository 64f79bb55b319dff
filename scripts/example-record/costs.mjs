// What the machines cost by the month. The move made them 27.7% cheaper (279 of 386), on a slope of 0.4% a month.
import {draws} from './draws.mjs';
import {RECORD} from './firm.mjs';

/** USD a month before and since the move, the month of both paid twice. `offices` stayed as it was. */
const CLUSTERS = /** @type {const} */ ([
  {cluster: 'trading', before: 214_000, since: 158_000},
  {cluster: 'research', before: 172_000, since: 121_000},
  {cluster: 'offices', before: 61_000, since: 61_000},
]);
const MOVE = ['2026-02', '2026-03'];

/** @returns {readonly [string, string]} */
export function costs() {
  const draw = draws('costs');
  const months = Array.from({length: 24}, (_, index) =>
    new Date(Date.UTC(2024, 9 + index, 1)).toISOString().slice(0, 7),
  );
  const rows = months.flatMap((month, index) =>
    CLUSTERS.map(({cluster, before, since}) => {
      const moving = MOVE.includes(month) && before !== since;
      const usual = moving ? before + 0.4 * since : month < (MOVE[0] ?? '') ? before : since;
      return `${month},${cluster},${Math.round(usual * 1.004 ** index * draw.lognormal(1, 0.02))}`;
    }),
  );
  if (months[0] !== RECORD.from.slice(0, 7))
    throw new Error('the costs and the record begin in different months');
  return ['costs/monthly.csv', `${['month,cluster,usd (made up)', ...rows].join('\n')}\n`];
}
