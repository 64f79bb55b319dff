import {
  type Currency,
  type DatedRate,
  type Evidence,
  type Money,
  type Quantity,
  quantity,
} from '../../base/index.ts';
import {
  type Figure,
  type Known,
  measured,
  type MeasuredFigure,
  rateInput,
  read,
  type Style,
  type Subject,
  worked,
} from '../../figure/index.ts';
import type {Place} from '../plan.ts';
import type {MeasureQuestion} from './question.ts';

/** What the record stands behind. Who asks knows what the record is called, and writes it in as the source. */
export const BY_RECORD: Evidence = {tier: 'measured', source: ''};

interface More {
  readonly subject?: Subject | undefined;
  readonly evidence?: Evidence | undefined;
}

/** A figure that the record gives beside its answer, or that goes into it: as firm as the record unless told. */
export function counted(
  {what, from, to}: MeasureQuestion,
  of: Quantity,
  style: Style,
  {subject, evidence = BY_RECORD}: More = {},
): MeasuredFigure {
  return measured(of, {question: {what, from, to}, period: {from, to}, sources: []}, evidence, {
    style,
    subject,
  });
}

/** `9.25 minutes` */
export function minutesOf(question: MeasureQuestion, minutes: number, subject?: Subject): Figure {
  return counted(question, quantity(minutes, 'minute'), {as: 'known'}, {subject});
}

/** To three digits and without its unit, where the sentence has named it: `2.5 more`. */
export function bare(question: MeasureQuestion, of: Quantity, subject?: Subject): Figure {
  return counted(question, of, {as: 'factor', digits: 3}, {subject});
}

/** `99.982%`, also below nought. */
export function percentOf(question: MeasureQuestion, share: number, subject?: Subject): Figure {
  return counted(question, quantity(share), {as: 'known', share: true}, {subject});
}

/** `$56.27K` */
export function sumOf(question: MeasureQuestion, amount: number, currency: Currency): Figure {
  return counted(question, quantity(amount, currency), {as: 'short'}, {subject: question.what});
}

/** What its owner says in impact.yaml, where it stands there. */
export function saidIn(
  place: Place,
  path: Parameters<Place>[0],
  of: Quantity,
  source: string,
  style: Style,
): Known {
  return read(of, place(path), {tier: 'stated', source}, {disclosure: 'private', style});
}

/** A sum that its owner states there, taken in at a rate where it is in another currency than the report. */
export function sumIn(
  place: Place,
  path: Parameters<Place>[0],
  {amount, currency}: Money,
  source: string,
  {rate, ...style}: Style & {readonly rate: DatedRate | null},
): Known {
  const stated = saidIn(place, path, quantity(amount, currency), source, style);
  const inputs = [{name: 'stated', label: 'as it is stated', figure: stated}];
  return rate === null ? stated : worked('stated * rate', [...inputs, rateInput(rate)], {style});
}
