import {type Currency, type Quantity, quantity} from '../../base/index.ts';
import {
  type AsNumber,
  asNumber,
  assumed,
  type Depicting,
  type Known,
  measured,
  type Style,
  valueOf,
  worked,
} from '../../figure/index.ts';
import {betaQuantile, LEVEL} from '../../stats/index.ts';
import {compose} from '../compose/compose.ts';
import type {Composed, ComposedTerm} from '../compose/composed.ts';
import type {Offer, Term, TermTest} from '../types.ts';
import {namesOf} from '../report/valued.ts';
import {traced} from '../years/reading.ts';
import {figureOfSum, NOTHING, plus, type Sum, valueOfSum} from '../years/sum.ts';
import {recordLens} from './lens.ts';
import {observedIn, type ObservedName, type ObservedQuarter} from './observed.ts';

/** One bound of a term, held against what was observed. */
export interface TestResult {
  readonly what: TermTest['what'];
  /** Null where the record does not tell it. */
  readonly observed: Known | null;
  readonly needed: Known;
  readonly isLeast: boolean;
  /** Null where it cannot be told. */
  readonly passed: boolean | null;
  /** By how much it passed, below zero by how much it failed; null where it cannot be told. */
  readonly margin: Known | null;
}

/** What a term would have paid in a quarter, and why. */
export interface TermResult {
  readonly term: string;
  readonly paid: Known;
  /** What more it would have paid, had its tests passed; null where they did. */
  readonly missed: Known | null;
  readonly tests: readonly TestResult[];
}

/** How likely a term pays in the next of its periods, after what was observed. */
export interface NextPay {
  readonly term: string;
  readonly probability: AsNumber;
  readonly interval: Depicting & {readonly low: number; readonly high: number; readonly level: number};
  readonly passed: number;
  readonly periods: number;
  /** Months of a period. */
  readonly every: number;
}

/** What the terms of an offer would have paid on a record, quarter by quarter. */
export interface BacktestReport {
  readonly version: 1;
  readonly offer: string;
  readonly party: string;
  readonly currency: Currency;
  readonly quarters: readonly {readonly quarter: string; readonly terms: readonly TermResult[]}[];
  readonly next: readonly NextPay[];
  /** Terms that hang on what no record tells. */
  readonly untold: readonly {readonly term: string; readonly needs: readonly string[]}[];
}

/** What the terms of an offer that hang on a record would have paid on it. */
export function backtest(offer: Offer, quarters: readonly ObservedQuarter[], today: string): BacktestReport {
  const years = Math.max(1, Math.ceil(quarters.length / 4));
  // Month 0 is the first day of the first quarter, whenever work begins.
  const composed = compose({...offer, start: null, kind: 'target'}, today, years);
  const names = namesOf(offer.terms.map(({component}) => component));
  const tested = composed.terms.flatMap((one, at) =>
    isTested(one.term) ? [{...one, name: names[at] ?? ''}] : [],
  );
  const paid = tested.map(one => paidOf(one, composed, quarters));
  return {
    version: 1,
    offer: offer.id,
    party: offer.party,
    currency: composed.currency,
    quarters: quarters.map(({quarter}, at) => ({
      quarter,
      terms: tested.flatMap(({term, name}, of): TermResult[] => {
        const tests = testsOf(term, quarters, at);
        const {was, would} = paid[of] ?? {was: [], would: []};
        const sum = was[at] ?? NOTHING;
        const more = plus(
          would[at] ?? NOTHING,
          sum.map(one => ({...one, number: -one.number})),
        );
        if (tests.length === 0 && sum.length === 0) return [];
        const hasFailed = tests.some(({passed}) => passed === false);
        return [
          {
            term: name,
            paid: moneyOf(sum, composed) ?? nothingPaid(composed.currency, quarters),
            missed: hasFailed && valueOfSum(more) > 0 ? moneyOf(more, composed) : null,
            tests,
          },
        ];
      }),
    })),
    next: tested.flatMap(({term, name}) => nextOf(term, name, quarters)),
    untold: tested.flatMap(({term, name}) => {
      const needs = untoldOf(term, quarters);
      return needs.length === 0 ? [] : [{term: name, needs}];
    }),
  };
}

/** Whether a term hangs on what systems did, or on PnL. */
function isTested({component, more, share}: Term): boolean {
  return (more?.when ?? []).some(({what}) => what !== 'tenure') || (component === 'pnl' && share !== null);
}

/** What a term paid and would have paid at most, quarter by quarter. */
function paidOf({contract}: ComposedTerm, composed: Composed, quarters: readonly ObservedQuarter[]) {
  const [was, would] = [false, true].map(isPassing => {
    const sums: Sum[] = quarters.map(() => NOTHING);
    traced(contract, composed, recordLens(composed, quarters, isPassing), (month, sum) => {
      const at = Math.max(0, Math.ceil(month / 3) - 1);
      if (at < sums.length) sums[at] = plus(sums[at] ?? NOTHING, sum);
    });
    return sums;
  }) as [Sum[], Sum[]];
  return {was, would};
}

function moneyOf(sum: Sum, {currency, figures}: Composed): Known | null {
  return figureOfSum(sum, currency, figure => `${figure.subject ?? 'sum'}${figures.indexOf(figure) + 1}`);
}

/** That nothing is paid is what the record says. */
function nothingPaid(currency: Currency, quarters: readonly ObservedQuarter[]): Known {
  return fromRecord(quantity(0, currency), 'paid', quarters, {as: 'money'});
}

function fromRecord(of: Quantity, what: string, quarters: readonly ObservedQuarter[], style: Style): Known {
  const period = {from: quarters[0]?.quarter ?? '', to: quarters.at(-1)?.quarter ?? ''};
  const evidence = {tier: 'measured', source: 'the record, by its quarters'} as const;
  return measured(of, {question: {what}, period, sources: []}, evidence, {style});
}

/** How many months a term's tests look back over. */
function everyOf({per, more}: Term): number {
  if (more?.escalator != null) return more.escalator.every === 'quarter' ? 3 : 12;
  return per === 'year' ? 12 : 3;
}

/** The tests of a term that end with a quarter; none in the midst of a longer period. */
function testsOf(term: Term, quarters: readonly ObservedQuarter[], at: number): readonly TestResult[] {
  const every = everyOf(term);
  const to = 3 * (at + 1);
  if (to % every !== 0) return [];
  const period = {from: to - every, to};
  return (term.more?.when ?? []).flatMap(({what, atLeast, atMost}) => {
    if (what === 'tenure') return [];
    const found = observedIn(quarters, what, period);
    const observed = found === null ? null : observedFigure(what, found.figures);
    return [
      ...(atLeast === null ? [] : [result(what, observed, atLeast, true)]),
      ...(atMost === null ? [] : [result(what, observed, atMost, false)]),
    ];
  });
}

function result(what: TermTest['what'], observed: Known | null, needed: Known, isLeast: boolean): TestResult {
  if (observed === null) return {what, observed, needed, isLeast, passed: null, margin: null};
  const inputs = [
    {name: 'observed', label: what, figure: observed},
    {name: 'needed', label: 'needed', figure: needed},
  ];
  const margin = worked(isLeast ? 'observed - needed' : 'needed - observed', inputs, {style: observed.style});
  return {what, observed, needed, isLeast, passed: valueOf(margin) >= 0, margin};
}

/** Quarters as one figure: the longest of incidents, the mean of shares and times, the sum of costs. */
function observedFigure(what: ObservedName, figures: readonly Known[]): Known | null {
  const [only, ...more] = figures;
  if (only === undefined || more.length === 0) return only ?? null;
  if (what === 'longestIncident')
    return figures.reduce((most, one) => (valueOf(one) > valueOf(most) ? one : most));
  const inputs = figures.map((figure, at) => ({name: `quarter${at + 1}`, label: 'a quarter', figure}));
  const sum = inputs.map(({name}) => name).join(' + ');
  const isMean = what === 'uptime' || what === 'deploymentTime';
  return worked(isMean ? `(${sum}) / ${figures.length}` : sum, inputs, {style: only.style});
}

/**
 * The chance that all tests of a term pass in its next period, after so many of so many: with Jeffreys' prior a beta law of half a
 * success and half a failure more.
 */
function nextOf(term: Term, name: string, quarters: readonly ObservedQuarter[]): readonly NextPay[] {
  const periods = quarters
    .map((_, at) => testsOf(term, quarters, at))
    .filter(tests => tests.length > 0 && tests.every(({passed}) => passed !== null));
  if (periods.length === 0) return [];
  const passed = periods.filter(tests => tests.every(one => one.passed === true)).length;
  const [a, b] = [passed + 0.5, periods.length - passed + 0.5];
  const tail = (1 - LEVEL) / 2;
  const interval = {low: betaQuantile(tail, a, b), high: betaQuantile(1 - tail, a, b), level: LEVEL};
  const counted = (value: number, what: string): Known =>
    fromRecord(quantity(value), what, quarters, {as: 'full'});
  const probability = worked(
    '(passed + half) / (periods + 2 * half)',
    [
      {name: 'passed', label: 'periods that passed', figure: counted(passed, 'passed')},
      {name: 'periods', label: 'periods that are known', figure: counted(periods.length, 'periods')},
      {
        name: 'half',
        label: "Jeffreys' prior",
        figure: assumed(quantity(0.5), "Jeffreys' prior of a share: half a success and half a failure"),
      },
    ],
    {style: {as: 'share', digits: 2}, interval},
  );
  return [
    {
      term: name,
      probability: asNumber(probability),
      interval: {depicts: probability, ...interval},
      passed,
      periods: periods.length,
      every: everyOf(term),
    },
  ];
}

/** What a term hangs on and the record does not tell of any quarter. */
function untoldOf(term: Term, quarters: readonly ObservedQuarter[]): readonly string[] {
  const asked = new Set<string>();
  for (const {what} of term.more?.when ?? [])
    if (what !== 'tenure' && quarters.every(({observed}) => observed[what] === undefined)) asked.add(what);
  if (term.component === 'pnl' && term.share !== null) {
    const scope = term.more?.scope ?? 'pod';
    if (scope !== 'protected') asked.add(`PnL of the ${scope}`);
    else if (quarters.every(({observed}) => observed.protected === undefined)) asked.add('protected PnL');
  }
  return [...asked];
}
