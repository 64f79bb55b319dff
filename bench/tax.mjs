// The bills of 1,000,000 households of New York, a dollar of wages apart, or, with "table", what a table says they keep. Prints
// the milliseconds of processor time that it took: the nanoseconds of one household. The table is made within them.
import {netAt, netTable, taxOf} from '../dist/lib/terms/index.js';

const COUNT = 1_000_000;
const of = /** @type {const} */ ({place: 'nyc', year: 2026, status: 'single'});
const bills = process.argv[2] !== 'table';

const start = process.cpuUsage();
let net = 0;
if (bills) for (let wages = 1; wages <= COUNT; wages++) net += taxOf({...of, wages}).net;
else {
  const table = netTable('nyc', 2026, 'single', 'USD', 0, COUNT);
  for (let wages = 1; wages <= COUNT; wages++) net += netAt(table, wages);
}
const {user, system} = process.cpuUsage(start);
if (!(net / COUNT > 100_000 && net / COUNT < 400_000)) throw new Error(`${net / COUNT} a household`);
process.stdout.write(`${(user + system) / 1000}\n`);
