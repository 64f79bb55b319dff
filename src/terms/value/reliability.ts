import {shippedConventions} from '../../calendar/index.ts';
import type {Model} from './assumptions.ts';
import type {Reliability, ValuedOffer} from './types.ts';

/** How the systems of an offer fare; where nobody says it, by the incidents that the assumptions name. */
export function reliabilityOf(
  {reliability}: Pick<ValuedOffer, 'reliability'>,
  model: Model,
): Reliability | null {
  if (reliability !== 'assumed') return reliability;
  const {days, years} = shippedConventions();
  const [session] = days;
  return {
    incidents: {
      rate: {perYear: model.incidentsPerYear},
      durations: {name: 'lognormal', mu: Math.log(model.incidentMinutes), sigma: model.incidentSpread},
      longest: session.minutes,
      minutesPerYear: session.minutes * years[0].days,
    },
    deploymentTime: null,
    cost: null,
  };
}
