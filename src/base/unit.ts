import {type Currency, isCurrency} from './money.ts';

/**
 * What a number counts, as powers of base units: `{USD: 1, minute: -1}` is dollars a minute, `{}` a bare number.
 * A base unit is any word: currencies, `minute`, `day`, `year`, `pod`. Nothing converts by itself: minutes become
 * days only through an input in minutes per day, which is how a guide's hidden day length comes to light.
 */
export type Unit = Readonly<Record<string, number>>;

export const ONE: Unit = {};

/** Reads `USD/pod/minute`, `minute/day`, `percent`, `1`. Throws on an empty word. */
export function unit(text: string): Unit {
  const known = KNOWN.get(text);
  if (known !== undefined) return known;
  const powers: Record<string, number> = {};
  for (const [at, word] of text.split('/').entries()) {
    const name = word.trim();
    if (name === '') throw new Error(`empty unit in "${text}"`);
    if (name === '1' || name === 'percent') continue;
    powers[name] = (powers[name] ?? 0) + (at === 0 ? 1 : -1);
  }
  const made = tidy(powers);
  KNOWN.set(text, made);
  return made;
}

/** Units by how they are written: `USD/year` stands behind every cell of every guide. */
const KNOWN = new Map<string, Unit>();

export function timesUnit(a: Unit, b: Unit): Unit {
  return combine(a, b, 1);
}

export function overUnit(a: Unit, b: Unit): Unit {
  return combine(a, b, -1);
}

export function sameUnit(a: Unit, b: Unit): boolean {
  return Object.keys(overUnit(a, b)).length === 0;
}

/** The currency of a unit of money or of a money rate; undefined where there is none or more than one. */
export function currencyOf(of: Unit): Currency | undefined {
  const found = Object.keys(of).filter(isCurrency);
  return found.length === 1 ? found[0] : undefined;
}

/** `USD per pod per minute`, `minutes per day`; the empty string for a bare number. */
export function showUnit(of: Unit): string {
  const above = Object.entries(of).filter(([, power]) => power > 0);
  const below = Object.entries(of).filter(([, power]) => power < 0);
  const up = above.map(([name, power]) => raised(isCurrency(name) ? name : `${name}s`, power));
  const down = below.map(([name, power]) => `per ${raised(name, -power)}`);
  return [up.join(' '), ...down].filter(part => part !== '').join(' ');
}

function raised(name: string, power: number): string {
  return power === 1 ? name : `${name}^${power}`;
}

function combine(a: Unit, b: Unit, sign: 1 | -1): Unit {
  const powers: Record<string, number> = {...a};
  for (const [name, power] of Object.entries(b)) powers[name] = (powers[name] ?? 0) + sign * power;
  return tidy(powers);
}

function tidy(powers: Record<string, number>): Unit {
  return Object.fromEntries(Object.entries(powers).filter(([, power]) => power !== 0));
}
