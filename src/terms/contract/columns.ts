import type {Column} from './world.ts';

/** A number, or one for each path. */
export type Value = number | Column;

/**
 * Calls a loop as one of many. A loop that its caller always calls is compiled once more within that caller, by Node 20, and a
 * simulation took a third of a second to compile what it ran in another third.
 */
export function apart<A, B, C, D>(loop: (a: A, b: B, c: C, d: D) => void, a: A, b: B, c?: C, d?: D): void {
  loop(a, b, c as C, d as D);
}

// One loop for each operation and shape: a loop that is handed its operation takes three times as long.

export function add(into: Column, more: Value): void {
  if (typeof more === 'number') apart(addNumber, into, more);
  else apart(addColumn, into, more);
}

/** Adds what is `by` times as much. */
export function addTimes(into: Column, by: number, more: Column): void {
  apart(addMultiple, into, by, more);
}

/** Made of the products of two; `into` may be one of them. */
export function multiply(into: Column, one: Column, by: Value): void {
  if (typeof by === 'number') apart(multiplyNumber, into, one, by);
  else apart(multiplyColumn, into, one, by);
}

export function lower(into: Column, other: Value): void {
  if (typeof other === 'number') apart(lowerToNumber, into, other);
  else apart(lowerToColumn, into, other);
}

export function raise(into: Column, other: Value): void {
  if (other === 0) apart(raiseToNothing, into, 0);
  else if (typeof other === 'number') apart(raiseToNumber, into, other);
  else apart(raiseToColumn, into, other);
}

/** 1 where the first is no less than the second, 0 elsewhere, and where either is NaN. */
export function compare(into: Column, most: Value, least: Value): void {
  if (typeof most !== 'number')
    if (typeof least === 'number') apart(isAboveNumber, into, most, least);
    else apart(isAboveColumn, into, most, least);
  else if (typeof least === 'number') into.fill(most >= least ? 1 : 0);
  else apart(isBelowNumber, into, most, least);
}

export function lessThanOne(into: Column, share: Column): void {
  apart(subtractFromOne, into, share);
}

/** Amounts that are lost where the end has come by `month`, unless they are owed. */
export function forfeitFrom(into: Column, amounts: Value, end: Int32Array, month: number): void {
  if (typeof amounts === 'number') apart(forfeitNumber, into, amounts, end, month);
  else apart(forfeitColumn, into, amounts, end, month);
}

function addNumber(into: Column, more: number): void {
  for (let at = 0; at < into.length; at++) into[at] = (into[at] as number) + more;
}

function addColumn(into: Column, more: Column): void {
  for (let at = 0; at < into.length; at++) into[at] = (into[at] as number) + (more[at] as number);
}

function addMultiple(into: Column, by: number, more: Column): void {
  for (let at = 0; at < into.length; at++) into[at] = (into[at] as number) + by * (more[at] as number);
}

function multiplyNumber(into: Column, one: Column, by: number): void {
  for (let at = 0; at < into.length; at++) into[at] = by * (one[at] as number);
}

function multiplyColumn(into: Column, one: Column, by: Column): void {
  for (let at = 0; at < into.length; at++) into[at] = (by[at] as number) * (one[at] as number);
}

function lowerToNumber(into: Column, other: number): void {
  for (let at = 0; at < into.length; at++) into[at] = Math.min(into[at] as number, other);
}

function lowerToColumn(into: Column, other: Column): void {
  for (let at = 0; at < into.length; at++) into[at] = Math.min(into[at] as number, other[at] as number);
}

/** Without a branch, which a profit or loss would have guessed wrong half of the time; the same to the last digit. */
function raiseToNothing(into: Column): void {
  for (let at = 0; at < into.length; at++) {
    const one = into[at] as number;
    into[at] = (one + Math.abs(one)) / 2;
  }
}

function raiseToNumber(into: Column, other: number): void {
  for (let at = 0; at < into.length; at++) into[at] = Math.max(into[at] as number, other);
}

function raiseToColumn(into: Column, other: Column): void {
  for (let at = 0; at < into.length; at++) into[at] = Math.max(into[at] as number, other[at] as number);
}

function isAboveNumber(into: Column, most: Column, least: number): void {
  for (let at = 0; at < into.length; at++) into[at] = (most[at] as number) >= least ? 1 : 0;
}

function isAboveColumn(into: Column, most: Column, least: Column): void {
  for (let at = 0; at < into.length; at++) into[at] = (most[at] as number) >= (least[at] as number) ? 1 : 0;
}

function isBelowNumber(into: Column, most: number, least: Column): void {
  for (let at = 0; at < into.length; at++) into[at] = most >= (least[at] as number) ? 1 : 0;
}

function subtractFromOne(into: Column, share: Column): void {
  for (let at = 0; at < into.length; at++) into[at] = 1 - (share[at] as number);
}

// Whether the end has come is a bit of a difference of whole months: half of all paths end, and a branch would be guessed wrong.

function forfeitNumber(into: Column, amount: number, end: Int32Array, month: number): void {
  const [more, less] = [Math.max(0, amount), Math.min(0, amount)];
  for (let at = 0; at < into.length; at++) into[at] = more * ((month - (end[at] as number)) >>> 31) + less;
}

function forfeitColumn(into: Column, amounts: Column, end: Int32Array, month: number): void {
  for (let at = 0; at < into.length; at++) {
    const amount = amounts[at] as number;
    into[at] = amount < 0 ? amount : amount * ((month - (end[at] as number)) >>> 31);
  }
}
