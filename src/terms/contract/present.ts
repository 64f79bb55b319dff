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

/** Utility as it is summed over paths, for payoffs that come block by block. */
export interface Utility {
  of(payoff: number): number;
  sum(payoffs: Column): number;
  /** The certain payoff of a mean utility. */
  certain(mean: number): number;
  /** How fast utility moves with a payoff. */
  slope(payoff: number): number;
}

/** The utility of which `certaintyEquivalent` is. Throws without wealth. */
export function utilityOf(wealth: number, aversion: number): Utility {
  if (!(wealth > 0)) throw new RangeError(`a wealth of ${wealth}`);
  const isLog = aversion === 1;
  const times = (payoff: number) => Math.max(1 + payoff / wealth, RUIN);
  const of = (payoff: number) => (isLog ? Math.log(times(payoff)) : times(payoff) ** (1 - aversion));
  return {
    of,
    sum(payoffs) {
      let sum = 0;
      for (let at = 0; at < payoffs.length; at++) sum += of(payoffs[at] as number);
      return sum;
    },
    certain: mean => wealth * ((isLog ? Math.exp(mean) : mean ** (1 / (1 - aversion))) - 1),
    slope: payoff => ((isLog ? 1 : 1 - aversion) * times(payoff) ** -aversion) / wealth,
  };
}

const RUIN = 0.01;
