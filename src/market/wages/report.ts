import {type Evidence, quantity} from '../../base/index.ts';
import {type AsNumber, asNumber, assumed, measured, sourced, type WithFigures} from '../../figure/index.ts';
import type {WageAnswer, WageAssumption, WageSet} from './answer.ts';
import type {WageMapping} from './mapping.ts';

/** Counts of rows and of counties, which need no source but the answer. */
const COUNTS = ['n', 'rows', 'dropped', 'mended', 'atPrevailing', 'groupsLeftOut', 'counties'] as const;

/** An answer whose points know what was asked of which files, and whose assumptions say why. */
export interface WageReport extends Omit<WithFigures<WageAnswer, (typeof COUNTS)[number]>, 'assumptions'> {
  readonly assumptions: readonly (Omit<WageAssumption, 'value'> & {readonly value: AsNumber})[];
}

/** A set of wages whose points are figures. */
export type WageFigures = WithFigures<WageSet, (typeof COUNTS)[number]>;

/** Where the points of an answer are from: the Department of Labor, or whoever the mapping names. */
export function wageEvidence(mapping: WageMapping | null): Evidence {
  const source = mapping?.source ?? 'H-1B wage disclosures of the US Department of Labor';
  return {tier: 'published', source};
}

export function wageReport({assumptions, ...answer}: WageAnswer, evidence: Evidence): WageReport {
  const sources = answer.files.map(({file}) => file);
  const figures = sourced(answer, COUNTS, (value, [list, at, end, point]) => {
    // Whatever else holds a number is a count: what is left are points of the sets.
    const set = answer[list as 'all' | 'groups' | 'apart'][at as number] as WageSet;
    const {n: _, currency, from: __, to: ___, atPrevailing: ____, mended: _____, decided, ...of} = set;
    const {first: from, last: to} = decided ?? {first: '', last: ''};
    return measured(
      quantity(value, `${currency}/year`),
      {question: {...answer.question, ...of, currency, end, point}, period: {from, to}, sources},
      evidence,
      {disclosure: 'public', style: {as: 'money'}},
    );
  });
  const {basis, ...told} = figures;
  return {...told, assumptions: assumptions.map(assumptionOf), basis};
}

function assumptionOf({name, value, unit, basis}: WageAssumption): WageReport['assumptions'][number] {
  const isTimes = unit === 'prevailing wages';
  const style = isTimes ? ({as: 'factor', digits: 12} as const) : ({as: 'money'} as const);
  const figure = assumed(quantity(value, isTimes ? '1' : `${unit}/year`), basis, {style});
  return {name, value: asNumber(figure), unit, basis};
}
