export {
  atLeast,
  DISCLOSURES,
  type Disclosure,
  type Evidence,
  strictest,
  TIERS,
  type Tier,
  weakest,
} from './evidence.ts';
export {factPlace, packageRoot, readFact} from './facts.ts';
export {
  capital,
  countOf,
  isoInstant,
  showCount,
  showDuration,
  showInstant,
  showMinutes,
  showShare,
  showUptime,
} from './format.ts';
export {
  convert,
  type DatedRate,
  perEuro,
  type RateLeg,
  type Rates,
  rateLegs,
  rateOn,
  shippedRates,
} from './fx.ts';
export {showNumber} from './number.ts';
export {groupBy} from './group.ts';
export {
  COMPONENTS,
  type Component,
  CURRENCY_SIGNS,
  type Currency,
  isCurrency,
  type Money,
  type MoneyRange,
  showMoney,
  showMoneyShort,
  showRange,
} from './money.ts';
export {closestSpelling} from './near.ts';
export {minus, over, plus, type Quantity, quantity, showQuantity, times, UnitError} from './quantity.ts';
export {type Source, type Span, showSpan, source, type WholeSpan, wholeSpan} from './span.ts';
export {currencyOf, ONE, overUnit, sameUnit, showUnit, timesUnit, type Unit, unit} from './unit.ts';
