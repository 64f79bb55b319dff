// Market minutes of ten million random intervals, or, with "bare", the same intervals without a market.
import {exchange, openMinutes} from '../dist/lib/calendar/index.js';

const COUNT = 10_000_000;
const from = Date.UTC(2016, 0, 1, 12);
const span = Date.UTC(2025, 11, 31, 12) - from;

const nyse = exchange('XNYS');
if ('rule' in nyse) throw new Error(nyse.rule);
const bare = process.argv[2] === 'bare';

let state = 1;
/** A number from 0 to 1 by Marsaglia's xorshift (2003): the same ones in both programs. */
function draw() {
  state ^= state << 13;
  state ^= state >>> 17;
  state ^= state << 5;
  return (state >>> 0) / 2 ** 32;
}

let minutes = 0;
for (let at = 0; at < COUNT; at++) {
  const a = Math.floor(from + draw() * span);
  const b = Math.floor(from + draw() * span);
  const [start, end] = a < b ? [a, b] : [b, a];
  const open = bare ? (end - start) / 60_000 : openMinutes(nyse, start, end);
  if (typeof open !== 'number') throw new Error(open.rule);
  minutes += open;
}
process.stdout.write(`${Math.round(minutes / COUNT)} minutes an interval\n`);
