import {type Money, type Quantity, quantity} from '../../base/index.ts';
import {estimated, say} from '../../figure/index.ts';
import type {OperationalRecord, RecordSpec} from '../../record/index.ts';
import {changeReport, type Compared, type Edge} from '../../operations/index.ts';
import type {PlaceOf} from '../plan.ts';
import {counted, saidIn, sumFigure} from './counted.ts';
import type {Priced} from './priced.ts';
import type {Derivation, Measurement, MeasureQuestion, Unmeasured} from './question.ts';

/**
 * What deploying sooner is worth since the change of impact.yaml's delivery, by the edge that is stated there and decays as
 * stated: changes x what one earns a day when new x days of such an edge won by each. Over the days of the question.
 */
export function measureEarlier(
  {deployments}: OperationalRecord,
  _plan: RecordSpec,
  question: MeasureQuestion,
  {plan: {delivery}, place}: Priced,
): Measurement | Unmeasured {
  const {period, from, to} = question;
  const change = delivery?.change ?? null;
  if (delivery === null || change === null || change.edge === null)
    return {because: 'impact.yaml states no edge', needs: 'edge under delivery: change:'};
  if (!(change.at > period.from && change.at < period.to))
    return {
      because: `the change of ${change.day} does not lie between ${from} and ${to}`,
      needs: 'days on both sides of it',
    };
  const {early, leadTime} = changeReport(deployments, delivery, period, change);
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
    turns: say`without any decay it would be ${sumFigure(question, atMost, currency)}, and a shorter half-life makes it less`,
    sources: [...new Set(touched.map(({source}) => source))],
    basis: basisOf(change.edge, {amount: value.mid, currency}, leadTime, question, place),
  };
}

/** All of it is the owner's word but for the lead times, so that no input stands firmer than that word. */
function basisOf(
  {changes, daily, halfLife, source}: Edge,
  value: Money,
  {before, after}: Compared,
  question: MeasureQuestion,
  place: PlaceOf,
): Derivation {
  const said = (key: 'changes' | 'amount' | 'halfLife', of: Quantity) =>
    saidIn(place, ['delivery', 'change', 'edge', key], of, source, {as: 'full'});
  const median = (minutes: number) =>
    counted(question, quantity(minutes, 'minute'), {as: 'known'}, {subject: 'leadTime'});
  const decay = said('halfLife', quantity(halfLife, 'day'));
  const inputs = [
    {name: 'halfLife', label: 'days after which half of an edge is left', figure: decay},
    {name: 'before', label: 'median lead time before', figure: median(before?.mid ?? Number.NaN)},
    {name: 'after', label: 'median lead time after', figure: median(after?.mid ?? Number.NaN)},
  ];
  const won = quantity(value.amount / (changes * daily.amount), 'day');
  const how = {procedure: 'operations.earlyValue', seed: question.seed, inputs};
  return {
    formula: 'changes * edge * daysWon',
    assumption: say`an edge decays from its commit on, deployed or not, by half in ${decay}`,
    inputs: [
      {
        name: 'changes',
        label: 'changes that carry an edge',
        figure: said('changes', quantity(changes, 'deployment')),
      },
      {
        name: 'edge',
        label: 'what one earns a day when new',
        figure: said('amount', quantity(daily.amount, `${value.currency}/deployment/day`)),
      },
      {
        name: 'daysWon',
        label: 'days of a new edge that each wins',
        figure: estimated(won, how, {tier: 'stated', source}),
      },
    ],
  };
}
