// How bare numbers are told, in one place: what a figure is told as is its style, in figure/show.ts.
import {showNumber} from './number.ts';

/** `1,234`. */
export function showCount(n: number): string {
  return showNumber(n);
}

/** `1 file`, `1,234 files`. */
export function countOf(n: number, one: string, many = `${one}s`): string {
  return `${showCount(n)} ${n === 1 ? one : many}`;
}

/** 0.9999 as `99.99%`, to a millionth of a percent unless told. */
export function showShare(share: number, decimals = 6): string {
  return `${Number((100 * share).toFixed(decimals))}%`;
}

/** An uptime with three decimals: 99.997% is a claim that people make. Never rounded up to 100. */
export function showUptime(share: number): string {
  const rounded = (100 * share).toFixed(3);
  return rounded === '100.000' && share < 1 ? '<100%' : `${rounded}%`;
}

/** `2,140 min`; tenths below ten. */
export function showMinutes(minutes: number): string {
  return `${minutes > 0 && minutes < 9.95 ? minutes.toFixed(1) : showCount(Math.round(minutes))} min`;
}

/** `2 min 27 s`, cut to whole seconds and not rounded: no more is allowed than that. */
export function showDuration(seconds: number): string {
  // A millionth of a second makes up for what doubles lose: 2.45 minutes are 147 seconds, not 146.
  const whole = Math.floor(seconds + 1e-6);
  const [minutes, rest] = [Math.floor(whole / 60), whole % 60];
  if (minutes === 0) return `${rest} s`;
  return rest === 0 ? `${showCount(minutes)} min` : `${showCount(minutes)} min ${rest} s`;
}

/** An instant to the minute, in UTC: `2026-03-01T14:05Z`. `at` in milliseconds since 1970. */
export function showInstant(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16)}Z`;
}

/** An instant as JSON tells it, in UTC: `2026-03-01T14:05:30Z`. `at` in milliseconds since 1970. */
export function isoInstant(at: number): string {
  return new Date(at).toISOString().replace('.000Z', 'Z');
}

/** `as it begins a sentence` as `As it begins a sentence`. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
