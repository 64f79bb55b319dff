/** 0.9999 as `99.99%`. */
export function percent(share: number): string {
  return `${Number((100 * share).toFixed(6))}%`;
}

/** Uptime with three decimals: 99.997% is a claim that people make. Never rounded up to 100. */
export function uptime(share: number | null): string {
  if (share === null) return 'unknown';
  const rounded = (100 * share).toFixed(3);
  return rounded === '100.000' && share < 1 ? '<100%' : `${rounded}%`;
}

/** `2,140 min`; tenths below ten. */
export function minutes(of: number): string {
  return `${of > 0 && of < 9.95 ? of.toFixed(1) : count(Math.round(of))} min`;
}

/** Minutes as `2 min 27 s`, cut to whole seconds. */
export function spell(of: number): string {
  // A millionth of a second makes up for what doubles lose: 2.45 minutes are 147 seconds, not 146.
  const seconds = Math.floor(of * 60 + 1e-6);
  const [whole, rest] = [Math.floor(seconds / 60), seconds % 60];
  if (whole === 0) return `${rest} s`;
  return rest === 0 ? `${count(whole)} min` : `${count(whole)} min ${rest} s`;
}

export function count(of: number): string {
  return of.toLocaleString('en-US');
}

/** An instant to the minute in UTC. */
export function instant(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16)}Z`;
}

export interface RecordLook {
  readonly width: number;
  readonly colour: boolean;
  readonly full: boolean;
}
