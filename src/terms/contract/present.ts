import type {Contract} from './contract.ts';
import {paymentsOf} from './payments.ts';
import type {Column, World} from './world.ts';

/** What a contract is worth today on each path, discounted at a yearly rate with continuous compounding: 0.05 is 5%. */
export function presentValues(contract: Contract, world: World, rate: number): Column {
  const values = new Float64Array(world.paths);
  paymentsOf(contract, world, (month, amounts) => {
    const discount = Math.exp((-rate * month) / 12);
    for (let at = 0; at < values.length; at++)
      values[at] = (values[at] as number) + discount * (amounts[at] as number);
  });
  return values;
}

/**
 * The certain sum that somebody of so much wealth takes for a risky one: constant relative risk aversion `aversion` over wealth
 * and payoff (Pratt 1964; 0 is indifference to risk, 1 the logarithm). Ruin, wealth and payoff of nothing or less, counts as a
 * hundredth of the wealth, lest one path decide. Throws without wealth.
 */
export function certaintyEquivalent(payoffs: Column, wealth: number, aversion: number): number {
  if (!(wealth > 0)) throw new RangeError(`a wealth of ${wealth}`);
  if (payoffs.length === 0) return Number.NaN;
  const isLog = aversion === 1;
  let sum = 0;
  for (const payoff of payoffs) {
    const times = Math.max(1 + payoff / wealth, RUIN);
    sum += isLog ? Math.log(times) : times ** (1 - aversion);
  }
  const mean = sum / payoffs.length;
  return wealth * ((isLog ? Math.exp(mean) : mean ** (1 / (1 - aversion))) - 1);
}

const RUIN = 0.01;
