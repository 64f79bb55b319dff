import {Temporal} from 'temporal-polyfill';
import {DAY_MS, type EpochMs} from '../../calendar/index.ts';
import {shownTime} from './row.ts';

/** From when to when something lasted; null while it does. */
export interface Window {
  readonly start: EpochMs;
  readonly end: EpochMs | null;
}

/** How far a window of impact lies from its ticket, and which slip of the pen would put it there. */
export interface ClockSlip {
  readonly message: string;
  /** By whole months or years: no ticket is opened that late. By hours or a day it may be the truth. */
  readonly certain: boolean;
}

/** Tickets are opened late, but on the day: further apart than this, somebody should look. */
const NEAR = 6 * 3_600_000;
/** What a person gets wrong by one stroke, the gravest first. */
const STROKES: readonly {readonly name: string; readonly months?: number; readonly ms?: number}[] = [
  ...[12, -12, 24, -24].map(months => ({name: 'the year', months})),
  ...Array.from({length: 11}, (_, at) => [at + 1, -at - 1])
    .flat()
    .map(months => ({name: 'the month', months})),
  ...[DAY_MS, -DAY_MS].map(ms => ({name: 'the day', ms})),
  ...[DAY_MS / 2, -DAY_MS / 2].map(ms => ({name: 'the half of the day', ms})),
];

/**
 * Whether `impact` lies so far from the times of its own `ticket` that it was typed wrong: null for one that touches
 * the ticket or lies near it. Nothing is mended, as the text alone does not say which of the two is right.
 */
export function slip(impact: Window, ticket: Window): ClockSlip | null {
  const apart = distance(impact, ticket);
  if (apart <= NEAR) return null;
  const stroke = STROKES.find(({months, ms}) => distance(moved(impact, months, ms), ticket) === 0);
  const far = `the impact from ${shownTime(impact.start)} lies ${span(apart)} from the ticket of ${shownTime(ticket.start)}`;
  if (stroke === undefined)
    return apart > 30 * DAY_MS ? {message: far, certain: true} : {message: far, certain: false};
  return {message: `${far}: ${stroke.name} may be typed wrong`, certain: stroke.months !== undefined};
}

/** By how many years `end` is too late, if it would follow `start` within two months but for the year; else null. */
export function yearsOff(start: EpochMs, end: EpochMs): number | null {
  for (let years = 1; years <= 100; years++) {
    const moved = later(end, -12 * years);
    if (moved < start) return null;
    if (moved - start <= 60 * DAY_MS) return years;
  }
  return null;
}

/** Milliseconds between two windows; 0 where they touch. */
function distance(a: Window, b: Window): number {
  return Math.max(0, a.start - (b.end ?? Infinity), b.start - (a.end ?? Infinity));
}

function moved({start, end}: Window, months = 0, ms = 0): Window {
  return {start: later(start + ms, months), end: end === null ? null : later(end + ms, months)};
}

function later(at: EpochMs, months: number): EpochMs {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO('UTC').add({months}).epochMilliseconds;
}

function span(ms: number): string {
  return ms < 2 * DAY_MS ? `${Math.round(ms / 3_600_000)} hours` : `${Math.round(ms / DAY_MS)} days`;
}
