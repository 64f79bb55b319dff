import {textOf} from '../../figure/index.ts';
import {type OperationalRecord, type RecordPlan, recordReport} from '../../record/index.ts';
import type {MoneyImpact} from '../money.ts';
import type {ImpactPlan, Place} from '../plan.ts';
import {impactReport} from '../report.ts';
import type {MeasureQuestion, Unmeasured} from './question.ts';

/** What questions are answered from that need impact.yaml. */
export interface Priced {
  readonly plan: ImpactPlan;
  readonly place: Place;
  /** What the days of a question come to in money: worked out once for the same days, however often it is asked for. */
  readonly money: (question: MeasureQuestion) => MoneyImpact | Unmeasured;
}

/** Four nines: the clause of the record's report is not used here. */
const ANY_TARGET = 0.9999;

/** A record to be priced by what impact.yaml says of it, in the draws that an impact report takes. */
export function pricedRecord(
  record: OperationalRecord,
  recordPlan: RecordPlan,
  {plan, place}: Pick<Priced, 'plan' | 'place'>,
  seed: number,
): Priced {
  const known = new Map<string, MoneyImpact | Unmeasured>();
  return {
    plan,
    place,
    money: question => {
      const days = `${question.from} ${question.to}`;
      const money = known.get(days) ?? moneyOf(record, recordPlan, plan, question, seed);
      known.set(days, money);
      return money;
    },
  };
}

function moneyOf(
  record: OperationalRecord,
  recordPlan: RecordPlan,
  plan: ImpactPlan,
  {period, from, to}: MeasureQuestion,
  seed: number,
): MoneyImpact | Unmeasured {
  // What lies before the period may be the time that it is compared with.
  const within = {from: -Infinity, to: period.to};
  // No calendar: its uptimes by calendar are not asked for, only what the systems went through.
  const read = recordReport(record, recordPlan, {calendars: [], target: ANY_TARGET, within});
  const covered = read.period;
  if (covered === null || covered.from > period.from || covered.to < period.to)
    return {because: `the record does not cover ${from} to ${to}`, needs: 'a record of these days'};
  // Of the rest of the report nothing is asked, and its tables may not have been read.
  const asked = {
    ...plan,
    from: period.from,
    clauses: [],
    delivery: null,
    costs: null,
    capacity: null,
    credit: null,
    errorTrade: null,
  };
  const {report, findings} = impactReport(record, read, recordPlan, asked, {seed});
  if (report?.money != null) return report.money;
  const why = report?.unpriced ?? findings.map(({message}) => textOf(message))[0];
  const hint = findings.find(({rule}) => rule === 'nothing-to-price')?.hint;
  return {
    because: why ?? 'there is nothing to price',
    needs: hint === undefined ? 'pods with a PnL that hang on a system' : textOf(hint),
  };
}
