// What the market did to the systems and the pods: messages a second against capacity, and PnL by pod and day.
import {draws} from './draws.mjs';
import {PODS, TENURE} from './firm.mjs';
import {hours, iso, MINUTE} from './time.mjs';

/** @typedef {import('./time.mjs').Session} Session */

/** Days of three and more times the usual volume. In April 2025 the order router stood at its limit, and fell over. */
const WILD = /** @type {Readonly<Record<string, number>>} */ ({
  '2025-04-04': 2.9,
  '2025-04-07': 3.75,
  '2025-04-08': 2.7,
  '2025-04-09': 3.3,
  '2026-05-13': 3.2,
  '2026-05-14': 3.7,
  '2026-08-12': 3.3,
});

/** Messages a second: the usual peak of a day, what fits before and since the move to the new machines. */
const CARRIED = /** @type {const} */ ([
  {system: 'order-router', peak: 52_000, before: 190_000, since: 230_000},
  {system: 'market-data', peak: 410_000, before: 1_900_000, since: 1_900_000},
]);
const NEW_MACHINES = '2026-03-09';

/** Minutes after the open, and the share of the day's peak: the shape of a day is a U. */
const SHAPE = /** @type {const} */ ([
  [5, 1],
  [45, 0.72],
  [105, 0.55],
  [165, 0.46],
  [225, 0.48],
  [315, 0.63],
  [384, 0.95],
]);

/** How wild each session is; 1 is usual. @param {readonly Session[]} sessions */
function volumes(sessions) {
  const draw = draws('volume');
  let mood = 0;
  return new Map(
    sessions.map(({date}) => {
      mood = 0.8 * mood + 0.11 * draw.normal();
      return [date, WILD[date] ?? Math.min(2.4, Math.exp(mood))];
    }),
  );
}

/** Seven readings a session. @param {readonly Session[]} sessions @returns {readonly [string, string]} */
export function load(sessions) {
  const draw = draws('load');
  const volume = volumes(sessions);
  const rows = sessions.flatMap(session => {
    const {from, to} = hours(session);
    const times = SHAPE.map(([after, share]) => ({at: from + after * MINUTE, share})).filter(
      ({at}) => at < to,
    );
    return times.flatMap(({at, share}) =>
      CARRIED.map(({system, peak, before, since}) => {
        const capacity = session.date < NEW_MACHINES ? before : since;
        const asked = peak * share * (volume.get(session.date) ?? 1) * draw.lognormal(1, 0.05);
        return `${iso(at)},${system},${Math.round(Math.min(asked, 0.998 * capacity))},${capacity}`;
      }),
    );
  });
  return [
    'load/messages.csv',
    `${['time,service,messages a second (made up),capacity', ...rows].join('\n')}\n`,
  ];
}

/** USD a pod and day in the mean of the tenure year, near what case.yaml says of the pods that it counts. */
const MEAN = 131_000;
/** USD a day: the spread of a pod's day, in the median of the pods. */
const SPREAD = 1_900_000;

/** PnL by pod and day, a file a year. Pods move together a little, those of one book more. @param {readonly Session[]} sessions @returns {readonly (readonly [string, string])[]} */
export function pnl(sessions) {
  const draw = draws('pnl');
  const volume = volumes(sessions);
  const sizes = new Map(PODS.map(({id}) => [id, draw.lognormal(1, 0.45)]));
  const skill = new Map(PODS.map(({id}) => [id, draw.normal()]));
  const rows = sessions.flatMap(({date}) => {
    const heat = Math.sqrt(volume.get(date) ?? 1);
    const all = draw.fat();
    const books = new Map(PODS.map(({book}) => [book, 0]));
    for (const book of books.keys()) books.set(book, draw.fat());
    return PODS.filter(({since}) => since <= date).map(({id, book}) => {
      const size = sizes.get(id) ?? 1;
      const moved = 0.35 * all + 0.3 * (books.get(book) ?? 0) + 0.887 * draw.fat();
      const usd = size * (SPREAD * heat * moved + 0.6 * MEAN * (skill.get(id) ?? 0));
      return {date, id, usd};
    });
  });
  const tenure = rows.filter(({date}) => date >= TENURE);
  const shift = MEAN - tenure.reduce((sum, {usd}) => sum + usd, 0) / tenure.length;
  const years = [...new Set(rows.map(({date}) => date.slice(0, 4)))];
  return years.map(year => {
    const lines = rows
      .filter(({date}) => date.startsWith(year))
      .map(({date, id, usd}) => `${date},${id},${Math.round(usd + shift)}`);
    return [`pnl/${year}.csv`, `${['date,pod,usd (made up)', ...lines].join('\n')}\n`];
  });
}
