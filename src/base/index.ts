export {type Duck, type DuckLimits, duckWords, openDuck, sqlPath, sqlText} from './duck.ts';
export {
  atLeast,
  type Disclosure,
  DISCLOSURES,
  type Evidence,
  strictest,
  type Tier,
  TIERS,
  weakest,
} from './evidence.ts';
export {factPlace, packageRoot, readFact} from './facts.ts';
export {type Finding, findingOf, isFinding, reaches, SEVERITIES, type Severity} from './finding.ts';
export {
  capital,
  countOf,
  isoInstant,
  showCount,
  showDuration,
  showInstant,
  showMinutes,
  showNumber,
  showShare,
  showUptime,
} from './format.ts';
export {convert, type DatedRate, type RateLeg, rateLegs, rateOn, type Rates, shippedRates} from './fx.ts';
export {groupBy} from './group.ts';
export {
  type Component,
  COMPONENTS,
  type Currency,
  CURRENCY_SIGNS,
  isCurrency,
  type Money,
  type MoneyRange,
  showMoney,
  showMoneyShort,
  showRange,
} from './money.ts';
export {near} from './near.ts';
export {minus, over, plus, type Quantity, quantity, showQuantity, times, UnitError} from './quantity.ts';
export {showSpan, type Source, source, type Span, type WholeSpan, wholeSpan} from './span.ts';
export {currencyOf, ONE, overUnit, sameUnit, showUnit, timesUnit, type Unit, unit} from './unit.ts';
