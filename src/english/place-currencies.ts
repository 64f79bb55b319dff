import {type Currency, isCurrency} from '../base/index.ts';
import {currencyOfSign} from './signs.ts';
import {tokensOf} from './tokens.ts';
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
  const capitals: readonly string[] = region.match(/\b[A-Z]{3}\b/g) ?? [];
  const codes = new Set(capitals.filter(isCurrency));
  if (codes.size > 0) return codes.size === 1 ? ([...codes][0] ?? null) : null;
  const signs = new Set((region.match(SIGN) ?? []).map(sign => currencyOfSign(sign, null)));
  if (signs.size > 0) return signs.size === 1 ? ([...signs][0] ?? null) : null;
  return HOMES.in(region);
}
