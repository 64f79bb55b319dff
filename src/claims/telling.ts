import {
  currencyOf,
  type Disclosure,
  ONE,
  type Quantity,
  sameUnit,
  showQuantity,
  showUnit,
} from '../base/index.ts';
import {marginOf, showFact, withMargin} from './margin.ts';
import type {DisclosureRules, Fact, Input, SealedInput, Telling} from './types.ts';

const WITHHELD = 'withheld';
/** By powers of ten: wide enough that the word gives away neither the figure nor its first digit. */
const COUNTS = ['a handful of', 'dozens of', 'hundreds of', 'thousands of', 'tens of thousands of'] as const;
const SUMS = ['', 'tens of', 'hundreds of'] as const;
const SCALES = ['', 'thousand', 'million', 'billion'] as const;

/** The input as others may see it: the figure itself, or for a confidential one what the rules make of it. */
export function sealInput(input: Input, rules: DisclosureRules, facts: readonly Fact[]): SealedInput {
  const {name, label, evidence, disclosure, span} = input;
  const shown = told(input, rules, facts);
  return {name, label, shown, evidence, disclosure, ...(span === undefined ? {} : {span})};
}

/** The words for one input. Only `confidential` ones are changed. */
function told(input: Input, rules: DisclosureRules, facts: readonly Fact[]): string {
  if (!isSecret(input.disclosure)) {
    const margin = marginOf(input);
    if (margin !== undefined) return withMargin(showFact(input), margin);
    return showQuantity(input.quantity, input.share ? 'share' : 'number');
  }
  return tellSecret(input, rules.facts[input.name] ?? rules.confidential, facts);
}

export function isSecret(disclosure: Disclosure): boolean {
  return disclosure === 'confidential';
}

function tellSecret(input: Input, rule: Telling, facts: readonly Fact[]): string {
  if (rule.as === 'round') return magnitude(input.quantity) ?? WITHHELD;
  if (rule.as === 'ratio')
    return (
      ratio(
        input,
        facts.find(fact => fact.name === rule.to),
      ) ?? WITHHELD
    );
  return WITHHELD;
}

/** "dozens of pods", "tens of millions of dollars per day"; undefined for a share, whose size is the secret itself. */
function magnitude({value, unit}: Quantity): string | undefined {
  if (sameUnit(unit, ONE) || !(value >= 1)) return undefined;
  const power = Math.floor(Math.log10(value) + 1e-9);
  const currency = currencyOf(unit);
  if (currency === undefined) return `${COUNTS[Math.min(power, COUNTS.length - 1)]} ${showUnit(unit)}`;
  const scale = SCALES[Math.min(Math.floor(power / 3), SCALES.length - 1)] ?? '';
  const many = SUMS[power % 3] ?? '';
  return [many, scale === '' ? '' : `${scale}s of`, showUnit(unit)].filter(word => word !== '').join(' ');
}

/** "about 1.4 times the PnL of the year before": two digits, over another secret of the same unit. */
function ratio(input: Input, other: Fact | undefined): string | undefined {
  if (
    other === undefined ||
    !isSecret(other.disclosure) ||
    !sameUnit(other.quantity.unit, input.quantity.unit)
  )
    return undefined;
  const times = input.quantity.value / other.quantity.value;
  return Number.isFinite(times) ? `about ${Number(times.toPrecision(2))} times ${other.label}` : undefined;
}
