import {CURRENCY_SIGNS} from '../base/index.ts';
import {bareCity} from '../english/index.ts';
import {idOf, type Named, type Names, normalizedName} from './names.ts';

const CURRENCY_WORDS = new RegExp(
  `\\b(?:${Object.keys(CURRENCY_SIGNS).join('|')})\\b|(?:C|S|A|HK)?\\$|[€£₹₪¥]`,
  'g',
);
const HEADQUARTERS = /\bHQ\b/g;

/**
 * The places that a region of a guide's table names: "New York (HQ)" one, "NYC / Austin" and "EMEA (London/Dublin)"
 * several. A place that is in no list is named as it is written.
 */
export function placesIn(names: Names, region: string): readonly Named[] {
  const whole = names.places.get(normalizedName(region));
  if (whole !== undefined) return [whole];
  const inner = /\(([^()]*)\)/.exec(region)?.[1] ?? '';
  const places = new Map<string, Named>();
  for (const part of [region.replace(/\([^()]*\)/g, ' '), inner].flatMap(one => one.split(/[/|·]/))) {
    const words = part.replace(CURRENCY_WORDS, ' ').replace(HEADQUARTERS, ' ').replace(/\s+/g, ' ').trim();
    const key = normalizedName(words);
    if (key === '' || names.notPlaces.has(key)) continue;
    const place = names.places.get(key) ??
      names.places.get(normalizedName(bareCity(words))) ?? {id: idOf(words), name: words};
    places.set(place.id, place);
  }
  return [...places.values()];
}
