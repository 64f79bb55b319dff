import {type Currency, isCurrency} from '../base/index.ts';
import {currencyOfSign} from '../intake/index.ts';
import {Vocabulary} from './vocabulary.ts';

/** Cities and countries that settle a sign shared by several currencies. */
const HOMES = new Vocabulary<Currency>([
  ['JPY', 'tokyo|osaka|kyoto|yokohama|fukuoka|nagoya|japan'],
  ['DKK', 'copenhagen|aarhus|odense|denmark'],
  ['NOK', 'oslo|bergen|trondheim|norway'],
  ['SEK', 'stockholm|gothenburg|malmö|sweden'],
]);
/** `C$`, `NT$`, `£`: what no two currencies print. */
const SIGN = /(?<![A-Za-z])[A-Z]{1,3}\$|[£€₹₪₩₫]/g;

/** The one currency that a region's name states or settles; null where it states none or two. */
export function currencyOfPlace(region: string): Currency | null {
  const said = currenciesIn(region);
  return said === null ? HOMES.in(region) : said.size === 1 ? ([...said][0] ?? null) : null;
}

/** The one currency that a heading states by its code or sign: "Base (EUR)". */
export function currencyOfHeading(heading: string): Currency | null {
  const said = currenciesIn(heading);
  return said?.size === 1 ? ([...said][0] ?? null) : null;
}

/** By their codes, else by their signs; null where a text states none. */
function currenciesIn(text: string): Set<Currency | null> | null {
  const capitals: readonly string[] = text.match(/\b[A-Z]{3}\b/g) ?? [];
  const codes = capitals.filter(isCurrency);
  if (codes.length > 0) return new Set(codes);
  const signs = text.match(SIGN);
  return signs === null ? null : new Set(signs.map(sign => currencyOfSign(sign, null)));
}
