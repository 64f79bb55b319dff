import type {Currency} from '../../base/index.ts';
import {billOf} from './bill.ts';
import {type FilingStatus, TAX_PLACES, type TaxPlace, taxLaw} from './facts.ts';
import type {Sums} from './sums.ts';

/**
 * Net pay by wages, as knots with straight lines between them: `wages` in order, `net` of each. A cliff is two knots at one
 * wage: what that wage still nets, and what anything above it does.
 */
export interface NetTable {
  readonly currency: Currency;
  readonly wages: Float64Array;
  readonly net: Float64Array;
}

/**
 * Net pay of wages from `from` to `to`, everywhere within one unit of the currency of what `taxOf` says: neither cents are
 * rounded nor an allowance to whole pounds. Each turn of the law is a knot, found from its facts. Throws where the place pays
 * in another currency, where no law of the year is known, and where `to` is not above `from`.
 */
export function netTable(
  place: TaxPlace,
  year: number,
  status: FilingStatus | null,
  currency: Currency,
  from: number,
  to: number,
): NetTable {
  if (currency !== TAX_PLACES[place].currency) throw new Error(`pay in ${place} is not in ${currency}`);
  if (!(from >= 0 && to > from)) throw new Error(`there are no wages from ${from} to ${to}`);
  const law = taxLaw({place, year, status}, (value): Line => ({value, slope: 0}));
  const wages = [from];
  const net: number[] = [];
  for (let at = from; at < to; ) {
    const turn = {at: to};
    const line = billOf({value: at, slope: 1}, law, linesFrom(at, turn)).net;
    const before = net.at(-1);
    if (before === undefined) net.push(line.value);
    else if (Math.abs(before - line.value) > SAME) {
      wages.push(at);
      net.push(line.value);
    }
    wages.push(turn.at);
    net.push(line.value + line.slope * (turn.at - at));
    at = turn.at;
  }
  return {currency, wages: Float64Array.from(wages), net: Float64Array.from(net)};
}

/** Net pay of some wages by a table; below and above it as of its ends. At a cliff what that wage still nets. */
export function netAt({wages, net}: NetTable, of: number): number {
  let [low, high] = [0, wages.length - 1];
  while (low < high) {
    const mid = (low + high) >> 1;
    if ((wages[mid] as number) < of) low = mid + 1;
    else high = mid;
  }
  const [end, value] = [wages[low] as number, net[low] as number];
  if (low === 0 || of >= end) return value;
  const [begin, first] = [wages[low - 1] as number, net[low - 1] as number];
  return first + ((value - first) * (of - begin)) / (end - begin);
}

/** A sum and by how much it grows with each unit of wages, up to the next turn of the law. */
interface Line {
  readonly value: number;
  readonly slope: number;
}

/** Sums nearer to each other than this, far below a cent, are the same: a turn is found to so many digits. */
const SAME = 1e-6;

/** Sums of wages just above `at`. The next wages at which one of two that are compared overtakes the other are left in `turn`. */
function linesFrom(at: number, turn: {at: number}): Sums<Line> {
  const isAbove = (a: Line, b: Line) => {
    const [ahead, slope] = [a.value - b.value, a.slope - b.slope];
    if (Math.abs(ahead) <= SAME) return slope > 0;
    const meets = at - ahead / slope;
    if (meets > at + SAME && meets < turn.at) turn.at = meets;
    return ahead > 0;
  };
  return {
    plus: (a, b) => ({value: a.value + b.value, slope: a.slope + b.slope}),
    less: (a, b) => ({value: a.value - b.value, slope: a.slope - b.slope}),
    // One of two factors is a number of the law, and a divisor always is.
    times: (a, b) => ({value: a.value * b.value, slope: a.slope * b.value + a.value * b.slope}),
    over: (a, b) => ({value: a.value / b.value, slope: a.slope / b.value}),
    smaller: (a, b) => (isAbove(a, b) ? b : a),
    larger: (a, b) => (isAbove(a, b) ? a : b),
    isAbove,
    cents: of => of,
    wholeUp: of => of,
    called: (_name, _label, of) => of,
  };
}
