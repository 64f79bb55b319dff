import type {Tranche} from '../contract/contract.ts';
import type {Observable} from '../contract/observable.ts';
import {inMonths} from '../length.ts';
import type {Vesting} from '../types.ts';
import type {FigureList} from './composed.ts';
import {dayAfter, monthOf} from './months.ts';

const STEP = {month: 1, quarter: 3, year: 12} as const;

/** A part of a grant: the month by whose end it is mine, and what of the whole it is, or so many units. */
export interface Vest {
  readonly after: number;
  readonly of: 'whole' | 'units';
  readonly by: Observable;
}

/** What is still to vest of a grant on the day `origin`; null `origin` counts from the grant itself, as of a yearly one. */
export function vests(vesting: Vesting, list: FigureList, origin: string | null): readonly Vest[] {
  if (vesting.by === 'days')
    return vesting.days.flatMap(({on, units, part}): Vest[] => {
      const after = monthOf(on, origin ?? on);
      if (after === 0) return [];
      return units === null
        ? [{after, of: 'whole', by: part === null ? 0 : list.stated(part)}]
        : [{after, of: 'units', by: list.stated(units)}];
    });
  const {from} = vesting;
  const found = ruled(vesting, list);
  if (from === null || origin === null) return found;
  return found.flatMap(vest => {
    const after = monthOf(dayAfter(from, {count: vest.after, unit: 'month'}), origin);
    return after === 0 ? [] : [{...vest, after}];
  });
}

/** The parts of a rule, in months from its beginning. */
function ruled(vesting: Vesting & {readonly by: 'rule'}, list: FigureList): readonly Vest[] {
  const {over, parts, every, cliff} = vesting;
  const [months, step] = [Math.round(inMonths(over)), STEP[every]];
  const wait = cliff === null ? 0 : Math.ceil(inMonths(cliff) - 1e-9);
  const made: Vest[] = [];
  for (let after = step; after <= months; after += step) {
    const part = parts?.[Math.ceil(after / 12) - 1];
    const by: Observable =
      part === undefined ? step / months : {is: 'product', of: [list.stated(part), step / 12]};
    made.push({after: Math.max(after, wait), of: 'whole', by});
  }
  return made;
}

/** A vesting as the parts that a deferred sum is paid in: each a number. */
export function tranches(vesting: Vesting, list: FigureList): readonly Tranche[] {
  if (vesting.by === 'days') return [];
  const {over, parts, every, cliff} = vesting;
  if (parts !== null && every === 'year' && cliff === null)
    return parts.map((part, at) => ({after: 12 * (at + 1), part: list.stated(part)}));
  const step = STEP[every];
  return ruled({...vesting, parts: null}, list).map(({after}, at) => ({
    after,
    part: parts === null ? step / Math.round(inMonths(over)) : partAt(parts, at, step),
  }));
}

function partAt(parts: readonly {quantity: unknown}[], at: number, step: number): number {
  const part = parts[Math.floor((at * step) / 12)]?.quantity as {readonly value: number} | undefined;
  return ((part?.value ?? 0) * step) / 12;
}
