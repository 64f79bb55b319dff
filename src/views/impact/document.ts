import type {Evidence} from '../../base/index.ts';
import {count, named, type Prose, say} from '../../figure/index.ts';
import type {ImpactFigures, ReportPictures} from '../../impact/index.ts';
import {type Block, type Document, type Section, text, toned} from '../../page/index.ts';
import {editionWords} from '../words.ts';
import {capacity} from './capacity.ts';
import {clauses} from './clauses.ts';
import {costs} from './costs.ts';
import {credit} from './credit.ts';
import {delivery} from './delivery.ts';
import {assumptions, outages, pods, protection, sensitivity, totals} from './money.ts';
import {pictured} from './pictures.ts';
import {levelWords, type MoneyTold, spanOfDays, type Told} from './words.ts';
import {yearAhead} from './year.ts';

/** What is told, and what it stands on. */
export interface ToldImpact {
  readonly report: ImpactFigures;
  readonly pictures: ReportPictures;
  readonly ground: readonly Evidence[];
}

/** What a record is worth: in money by baseline and by pod, and what needs none; then on what it rests. */
export function impactDocument(
  {report, pictures, ground}: ToldImpact,
  {full}: {readonly full: boolean},
): Document {
  const {period, zone, money, unpriced, seed, draws} = report;
  const days = spanOfDays(period, zone);
  const drawn =
    money === null
      ? say`Intervals are`
      : say`Seed ${named(String(seed))}, ${count(draws)} draws; intervals are`;
  return {
    title: say`What the record is worth, ${days}`,
    kind: [toned('plain', say`What the record is worth`), toned('fail', editionWords('desk'))],
    heading: money === null ? say`The record` : say`The record in money`,
    lines: [
      text`${days}${money === null ? null : say`, in ${money.currency}`}`,
      ...(unpriced === null ? [] : [[toned('unknown', say`Nothing is priced: ${unpriced}.`)]]),
    ],
    answer: null,
    sections: sections({report, full}, which => pictured(report, pictures, which)),
    ground,
    footer: say`${drawn} ${levelWords()}.`,
    dated: days,
  };
}

/** Those parts of which there is anything to say. */
function sections(told: Told, drawn: (which: keyof ReportPictures) => readonly Block[]): readonly Section[] {
  const {money, zone} = told.report;
  const of = (make: (money: MoneyTold) => readonly Block[]) => (money === null ? [] : make(money));
  const all: readonly (readonly [id: string, heading: Prose, blocks: readonly Block[]])[] = [
    ['total', say`What hung on the systems, and what was lost`, of(totals)],
    ['protected', say`Protected`, of(one => protection(one, zone))],
    ['credit', say`Shared credit`, of(one => credit(one, told))],
    ['year', say`A year at this rate`, of(yearAhead)],
    ['pods', say`By pod`, of(one => pods(one, told))],
    ['outages', say`The dearest outages`, of(one => outages(one, told))],
    ['clauses', say`Clauses`, clauses(told)],
    ['delivery', say`Delivery`, delivery(told)],
    ['costs', say`Costs`, costs(told)],
    ['capacity', say`Capacity`, capacity(told)],
    ['sensitivity', say`What moves the headline`, of(one => sensitivity(one, zone))],
    ['assumptions', say`It rests on`, of(assumptions)],
  ];
  const pictures: Readonly<Record<string, keyof ReportPictures>> = {
    year: 'exceedance',
    outages: 'timeline',
    delivery: 'change',
  };
  return all.flatMap(([id, heading, blocks]) => {
    const picture = pictures[id];
    const shown = [...blocks, ...(picture === undefined ? [] : drawn(picture))];
    return shown.length === 0 ? [] : [{id, heading, blocks: shown}];
  });
}
