import {quantity, countOf} from '../../base/index.ts';
import {say} from '../../figure/index.ts';
import type {OperationalRecord, RecordSpec} from '../../record/index.ts';
import {type Delivery, deliveryOf, type LeadTime} from '../../operations/index.ts';
import {weeksPicture} from '../picture/change.ts';
import {factorFigure, minutesFigure, percentFigure} from './counted.ts';
import type {MeasureName, Measurement, MeasureQuestion, Unmeasured} from './question.ts';

/**
 * A figure of delivery, by the definitions of `deliveryOf`, over the deployments of the services and sources asked
 * about that end in the period. There is no answer where the record has none, or does not say what a rate needs.
 */
export function measureDeployments(
  record: OperationalRecord,
  plan: RecordSpec,
  question: MeasureQuestion,
): Measurement | Unmeasured {
  const {sources, services, period, from, to, calendar} = question;
  const counted = record.deployments.filter(
    ({source, service}) =>
      (sources.length === 0 || sources.includes(source)) &&
      (services.length === 0 || services.includes(service)),
  );
  const zone = plan.zone ?? calendar.zone;
  const delivery = deliveryOf(counted, record.intervals, {period, zone});
  const out = delivery.frequency.deployments;
  if (out === 0)
    return {
      because: `no deployment of these went out from ${from} to ${to}`,
      needs: 'deployments of these days',
    };
  const answer = answerOf(question, delivery);
  if ('because' in answer) return answer;
  const over = countOf(out, 'deployment');
  const times = TIMES[question.what];
  return {
    ...answer,
    over,
    sources: [...new Set(counted.map(({source}) => source))],
    ...(times === undefined
      ? {}
      : {
          picture: weeksPicture(
            counted,
            {what: times, at: question.at},
            {from, to, period, zone},
            answer.estimate,
          ),
        }),
  };
}

/** The measures that are times, and so can be drawn week by week. */
const TIMES: Readonly<Partial<Record<MeasureName, 'run' | 'lead'>>> = {
  deploymentTime: 'run',
  leadTime: 'lead',
};

function answerOf(
  question: MeasureQuestion,
  delivery: Delivery,
): Pick<Measurement, 'estimate' | 'turns'> | Unmeasured {
  switch (question.what) {
    case 'deploymentsPerWeek': {
      const {perWeek, deployments} = delivery.frequency;
      const exact = {low: perWeek, mid: perWeek, high: perWeek, level: 1, method: 'counted', n: deployments};
      return {estimate: exact, turns: null};
    }
    case 'changeFailureRate': {
      const {rate, failed, of} = delivery.changeFailure;
      if (rate === null)
        return {
          because: 'no deployment says which incident it caused',
          needs: 'a source that names the cause: map a column to caused',
        };
      return {
        estimate: rate,
        turns: say`one more failure among ${factorFigure(question, quantity(of, 'deployment'))} would make it ${percentFigure(question, (failed + 1) / of, question.what)}`,
      };
    }
    case 'leadTime':
      return timeOf(question, delivery.leadTime, 'the time of its commit');
    default:
      return timeOf(question, delivery.runTime, 'an end after its start');
  }
}

function timeOf(
  question: MeasureQuestion,
  times: LeadTime | null,
  lacks: string,
): Pick<Measurement, 'estimate' | 'turns'> | Unmeasured {
  const {at, what} = question;
  if (times === null)
    return {because: `no deployment of these tells ${lacks}`, needs: 'a column or an export that tells it'};
  if (at === 'p90') {
    const turns = say`by the median, which half of them keep to, it is ${minutesFigure(question, times.median.mid, what)}`;
    return {estimate: times.p90, turns};
  }
  return {
    estimate: times.median,
    turns: say`by what nine in ten keep to, it is ${minutesFigure(question, times.p90.mid, what)}`,
  };
}
