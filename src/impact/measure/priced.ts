import {type Finding, textOf} from '../../figure/index.ts';
import {type OperationalRecord, type RecordSpec, recordSystems} from '../../record/index.ts';
import {type DrawsAsked, type Pricing, pricedOf, pricingOf} from '../money.ts';
import type {Assumptions, PlaceOf} from '../plan.ts';
import {evaluationWindow} from '../../operations/index.ts';
import {lossModel} from '../loss/model.ts';
import type {MeasureQuestion, Unmeasured} from './question.ts';

/** What questions are answered from that need impact.yaml. */
export interface Priced {
  readonly plan: Assumptions;
  readonly place: PlaceOf;
  /** What the days of a question come to in money: worked out once for the same days, however often it is asked for. */
  readonly money: (question: MeasureQuestion) => Pricing | Unmeasured;
}

/** A record to be priced by what impact.yaml says of it, in the draws that an impact report takes. */
export function pricedRecord(
  record: OperationalRecord,
  recordPlan: RecordSpec,
  {plan, place}: Pick<Priced, 'plan' | 'place'>,
  seed: number,
): Priced {
  const known = new Map<string, Pricing | Unmeasured>();
  return {
    plan,
    place,
    money: question => {
      const days = `${question.from} ${question.to}`;
      const money = known.get(days) ?? moneyOf(record, recordPlan, plan, question, {seed, place});
      known.set(days, money);
      return money;
    },
  };
}

function moneyOf(
  record: OperationalRecord,
  recordPlan: RecordSpec,
  plan: Assumptions,
  {period, from, to}: MeasureQuestion,
  how: Pick<DrawsAsked, 'seed' | 'place'>,
): Pricing | Unmeasured {
  // What lies before the period may be the time that it is compared with. No calendar: its uptimes are not asked for.
  const read = recordSystems(record, recordPlan, {calendars: [], within: {from: -Infinity, to: period.to}});
  const covered = read.period;
  if (covered === null || covered.from > period.from || covered.to < period.to)
    return {because: `the record does not cover ${from} to ${to}`, needs: 'a record of these days'};
  const asked = {...plan, from: period.from, credit: null, errorTrade: null};
  const judged = evaluationWindow(read, asked);
  if ('rule' in judged) return unpriced(judged);
  const reading = lossModel(record, judged, recordPlan, asked);
  if (reading.model === null) return unpriced(reading.unpriced);
  const priced = pricedOf(reading.model);
  return 'rule' in priced ? unpriced(priced) : pricingOf(priced, asked, how, []);
}

function unpriced({message, hint}: Pick<Finding, 'message' | 'hint'>): Unmeasured {
  return {
    because: textOf(message),
    needs: hint === undefined ? 'pods with a PnL that hang on a system' : textOf(hint),
  };
}
