import type {Fact} from '../../src/claims/index.ts';
import {type ConfidenceInterval, isKnown, type Known, textOf, valueOf} from '../../src/figure/index.ts';

/** The figure of a fact, of which nothing is sealed before a report is. */
export function figureOf(fact: Fact | undefined): Known {
  if (fact === undefined || !isKnown(fact.figure)) throw new Error('no figure');
  return fact.figure;
}

export function numberOf(fact: Fact | undefined): number {
  return valueOf(figureOf(fact));
}

export function sureOf(fact: Fact | undefined): ConfidenceInterval {
  const {interval} = figureOf(fact);
  if (interval === undefined) throw new Error('no interval');
  return interval;
}

/** What would turn it, as it is printed; the empty string where nothing simple would. */
export function turnsOf(fact: Fact | undefined): string {
  const turns = fact?.measured?.turns;
  return turns == null ? '' : textOf(turns);
}
