import type {Column} from './world.ts';

/** A number, or one for each path. */
export type Value = number | Column;

// One loop for each operation and shape: a loop that is handed its operation takes three times as long.

export function add(into: Column, more: Value): void {
  if (typeof more === 'number')
    for (let at = 0; at < into.length; at++) into[at] = (into[at] as number) + more;
  else for (let at = 0; at < into.length; at++) into[at] = (into[at] as number) + (more[at] as number);
}

/** Adds what is `by` times as much. */
export function addTimes(into: Column, by: number, more: Column): void {
  for (let at = 0; at < into.length; at++) into[at] = (into[at] as number) + by * (more[at] as number);
}

/** Made of the products of two; `into` may be one of them. */
export function multiply(into: Column, one: Column, by: Value): void {
  if (typeof by === 'number') for (let at = 0; at < into.length; at++) into[at] = by * (one[at] as number);
  else for (let at = 0; at < into.length; at++) into[at] = (by[at] as number) * (one[at] as number);
}

export function lower(into: Column, other: Value): void {
  if (typeof other === 'number')
    for (let at = 0; at < into.length; at++) into[at] = Math.min(into[at] as number, other);
  else for (let at = 0; at < into.length; at++) into[at] = Math.min(into[at] as number, other[at] as number);
}

export function raise(into: Column, other: Value): void {
  if (typeof other === 'number')
    for (let at = 0; at < into.length; at++) into[at] = Math.max(into[at] as number, other);
  else for (let at = 0; at < into.length; at++) into[at] = Math.max(into[at] as number, other[at] as number);
}

/** 1 where the first is no less than the second, 0 elsewhere, and where either is NaN. */
export function compare(into: Column, most: Value, least: Value): void {
  if (typeof most === 'number') {
    if (typeof least === 'number') into.fill(most >= least ? 1 : 0);
    else for (let at = 0; at < into.length; at++) into[at] = most >= (least[at] as number) ? 1 : 0;
  } else if (typeof least === 'number')
    for (let at = 0; at < into.length; at++) into[at] = (most[at] as number) >= least ? 1 : 0;
  else
    for (let at = 0; at < into.length; at++) into[at] = (most[at] as number) >= (least[at] as number) ? 1 : 0;
}

export function lessThanOne(into: Column, share: Column): void {
  for (let at = 0; at < into.length; at++) into[at] = 1 - (share[at] as number);
}
