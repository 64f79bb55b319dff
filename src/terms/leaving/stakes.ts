import {type Known, worked} from '../../figure/index.ts';
import {dayAfter} from '../compose/months.ts';
import {inMonths} from '../length.ts';
import {amountOf} from '../pay.ts';
import type {Offer, Term, Vesting} from '../types.ts';

/** Something that I lose by leaving before a day: a bonus not yet paid, a grant not yet vested. */
export interface Stake {
  readonly term: Term;
  readonly day: string;
  readonly amount: Known;
  /** Whether notice alone, given before that day, loses it. */
  readonly byNotice: boolean;
}

/** What of today's job is not yet mine on a day, by the day on which it becomes so. A sum without a day is none: asked back. */
export function stakesOf({terms}: Offer, today: string): readonly Stake[] {
  return terms
    .flatMap(term => stakes(term, today))
    .filter(({day}) => day > today)
    .toSorted((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0));
}

function stakes(term: Term, today: string): readonly Stake[] {
  const {more} = term;
  const byNotice = more?.needs === 'notUnderNotice';
  const vesting = more?.vesting ?? null;
  if (vesting !== null && term.component !== 'deferral')
    return vestDays(vesting, today).flatMap(({on, part, units}): Stake[] => {
      const amount = vested(term, part, units);
      return amount === null ? [] : [{term, day: on, amount, byNotice}];
    });
  const amount = amountOf(term);
  if (more?.paid == null || amount === null || term.component === 'base') return [];
  return [{term, day: more.paid, amount: once(term, amount), byNotice}];
}

/** A sum by the period as the one payment of it. */
export function once({per, component}: Term, amount: Known): Known {
  if (per === 'once') return amount;
  return worked(`${component} * 1[${per}]`, [{name: component, label: component, figure: amount}], {
    style: {as: 'money'},
  });
}

/** A day of a vesting, with the units that vest or the part of the whole: a share that is stated, or one of so many. */
interface VestDay {
  readonly on: string;
  readonly units: Known | null;
  readonly part: Known | number | null;
}

/** Every day of a vesting; of a rule that does not say from which day it counts, none. */
function vestDays(vesting: Vesting, today: string): readonly VestDay[] {
  if (vesting.by === 'days') return vesting.days.map(({on, units, part}) => ({on, units, part}));
  const {from, over, every, parts, cliff} = vesting;
  if (from === null) return [];
  const [months, step] = [Math.round(inMonths(over)), {month: 1, quarter: 3, year: 12}[every]];
  const wait = cliff === null ? 0 : Math.ceil(inMonths(cliff) - 1e-9);
  const days: VestDay[] = [];
  for (let after = step; after <= months; after += step) {
    const on = dayAfter(from, {count: Math.max(after, wait), unit: 'month'});
    const stated = step === 12 ? parts?.[after / 12 - 1] : undefined;
    if (on > today) days.push({on, units: null, part: stated ?? partOf(vesting, after, step, months)});
  }
  return days;
}

function partOf(
  {parts}: Vesting & {readonly by: 'rule'},
  after: number,
  step: number,
  months: number,
): number {
  const ofYear = parts?.[Math.ceil(after / 12) - 1]?.quantity as {readonly value: number} | undefined;
  return ofYear === undefined ? step / months : (ofYear.value * step) / 12;
}

/** What vests on a day, in money. */
function vested({more, ...term}: Term, part: Known | number | null, units: Known | null): Known | null {
  const {units: all, price} = more?.numbers ?? {};
  const amount = amountOf({...term, ...(more === undefined ? {} : {more})});
  const count = units ?? all;
  const inputs =
    count !== undefined && price !== undefined
      ? [
          {name: 'units', label: 'units', figure: count},
          {name: 'price', label: 'price of one', figure: price},
        ]
      : units === null && amount !== null
        ? [{name: 'grant', label: 'the grant', figure: amount}]
        : null;
  if (inputs === null) return null;
  const product = inputs.map(({name}) => name).join(' * ');
  const style = {style: {as: 'money'}} as const;
  if (units !== null || part === null) return worked(product, inputs, style);
  if (typeof part !== 'number')
    return worked(
      `${product} * part`,
      [...inputs, {name: 'part', label: 'what vests that day', figure: part}],
      style,
    );
  return worked(`${product} ${written(part)}`, inputs, style);
}

/** `/ 4` of a quarter, `* 0.0275` of what is no even part. */
function written(part: number): string {
  const count = Math.round(1 / part);
  return Math.abs(part * count - 1) < 1e-9 ? `/ ${count}` : `* ${Number(part.toPrecision(12))}`;
}
