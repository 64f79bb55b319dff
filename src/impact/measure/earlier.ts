import {type Currency, quantity, showMoneyShort} from '../../base/index.ts';
import type {OperationalRecord, RecordPlan} from '../../record/index.ts';
import {changeReport, type Edge} from '../../operations/index.ts';
import type {Basis} from './basis.ts';
import type {Priced} from './priced.ts';
import type {Measurement, MeasureQuestion, Unmeasured} from './question.ts';

/**
 * What deploying sooner is worth since the change of impact.yaml's delivery, by the edge that is stated there and decays as
 * stated: changes x what one earns a day when new x days of such an edge won by each. Over the days of the question.
 */
export function measureEarlier(
  {deployments}: OperationalRecord,
  _plan: RecordPlan,
  {period, from, to}: MeasureQuestion,
  {plan: {delivery}}: Priced,
): Measurement | Unmeasured {
  const change = delivery?.change ?? null;
  if (delivery === null || change === null || change.edge === null)
    return {because: 'impact.yaml states no edge', needs: 'edge under delivery: change:'};
  if (!(change.at > period.from && change.at < period.to))
    return {
      because: `the change of ${change.day} does not lie between ${from} and ${to}`,
      needs: 'days on both sides of it',
    };
  const early = changeReport(deployments, delivery, period, change).early;
  if (early === null || early.worth === null)
    return {because: early?.because ?? 'there is nothing to compare', needs: 'times of commits'};
  const {value, currency, atMost} = early.worth;
  const touched = deployments.filter(
    ({service}) => change.services.length === 0 || change.services.includes(service),
  );
  return {
    estimate: value,
    noEffect: 0,
    currency,
    over: `lead times on both sides of ${change.day}`,
    turns: `without any decay it would be ${showMoneyShort({amount: atMost, currency})}, and a shorter half-life makes it less`,
    sources: [...new Set(touched.map(({source}) => source))],
    basis: basisOf(change.edge, value.mid, currency),
  };
}

/** All of it is the owner's word but for the lead times, so that no input stands firmer than that word. */
function basisOf({changes, daily, halfLife, source}: Edge, value: number, currency: Currency): Basis {
  const evidence = {tier: 'stated', source} as const;
  const won = value / (changes * daily.amount);
  return {
    formula: 'changes * edge * daysWon',
    assumption: 'an edge decays from its commit on, deployed or not',
    inputs: [
      {
        name: 'changes',
        label: 'changes that carry an edge',
        quantity: quantity(changes, 'deployment'),
        share: false,
        evidence,
      },
      {
        name: 'edge',
        label: 'what one earns a day when new',
        quantity: quantity(daily.amount, `${currency}/deployment/day`),
        share: false,
        evidence,
      },
      {
        name: 'daysWon',
        label: `days of a new edge that each wins, at a half-life of ${halfLife} days`,
        quantity: quantity(won, 'day'),
        share: false,
        evidence,
      },
    ],
  };
}
