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
  const utility = utilityOf(wealth, aversion);
  return payoffs.length === 0 ? Number.NaN : utility.certain(utility.sum(payoffs) / payoffs.length);
}

/** The utility of payoffs, summed, and the certain payoff of a mean of it: for payoffs that come block by block. */
export function utilityOf(
  wealth: number,
  aversion: number,
): {sum(payoffs: Column): number; certain(mean: number): number} {
  if (!(wealth > 0)) throw new RangeError(`a wealth of ${wealth}`);
  const isLog = aversion === 1;
  return {
    sum(payoffs) {
      let sum = 0;
      for (let at = 0; at < payoffs.length; at++) {
        const times = Math.max(1 + (payoffs[at] as number) / wealth, RUIN);
        sum += isLog ? Math.log(times) : times ** (1 - aversion);
      }
      return sum;
    },
    certain: mean => wealth * ((isLog ? Math.exp(mean) : mean ** (1 / (1 - aversion))) - 1),
  };
}

const RUIN = 0.01;
