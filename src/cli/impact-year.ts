import {type Line, run, table, wrap} from '../page/index.ts';
import type {FittedYears, MoneyImpact, YearAhead, YearLoss} from '../impact/index.ts';
import {moneyOf, spent} from './impact-figures.ts';
import {count, percent} from './record-figures.ts';

/** Years such as the record would let one expect, and what wrong orders may cost beside them. */
export function yearLines({year, errorTrade, currency}: MoneyImpact, width: number): readonly Line[] {
  const money = moneyOf(currency);
  const rows: [string, YearLoss | null][] = [];
  if (year !== null) {
    rows.push(['each outage one that was', year]);
    for (const law of year.fitted?.laws ?? []) rows.push([LAWS[law.law.name], law]);
  }
  if (errorTrade !== null)
    rows.push(
      ['error trades, as stated', errorTrade.alone],
      ['outages that were and error trades', errorTrade.withOutages],
    );
  const shown = rows.flatMap(([head, loss]) => (loss === null ? [] : [[head, ...figures(loss, money)]]));
  const [first] = rows;
  if (first?.[1] == null) return [];
  const {mean, year: middle} = first[1];
  const columns = [
    {head: 'a year loses'},
    ...['on average', percent(middle.level), `1 in ${RARE} more than`].map(head => ({head, right: true})),
  ];
  const muted = (text: string) => wrap([run(text, 'muted')], width);
  return [
    ...(year === null ? [] : wrap([run(rateWords(year))], width)),
    ...table(
      columns,
      shown.map(row => row.map(text => [run(text)])),
      width,
    ),
    ...muted(
      `${count(mean.n)} years each; ± is the standard error of the simulation, and says nothing of what goes into it. The loss-exceedance curves are in --json; --charts draws them.`,
    ),
    ...(year?.fitted == null ? [] : muted(fitWords(year.fitted))),
    ...(year?.unfitted == null ? [] : muted(`No law of lengths: ${year.unfitted}.`)),
    ...(errorTrade === null
      ? []
      : muted(
          `Wrong orders come in ${percent(errorTrade.perYear)} of years and do not grow with minutes (${errorTrade.source}); they are in no figure of what was lost or protected.`,
        )),
  ];
}

/** One year in so many. */
const RARE = 20;

const LAWS = {
  lognormal: 'lengths lognormal',
  lomax: 'lengths with a heavy tail (Lomax)',
  weibull: 'lengths Weibull',
  exponential: 'lengths exponential',
} as const;

function figures(
  {mean, standardError, year, oneIn}: YearLoss,
  money: (of: number) => string,
): readonly string[] {
  const rare = oneIn.find(({years}) => years === RARE)?.loss ?? Number.NaN;
  return [
    `${money(mean.mid)} ± ${money(standardError)}`,
    `${money(year.low)} to ${money(year.high)}`,
    money(rare),
  ];
}

function rateWords({outages, counted, rate, quarters, none, quietQuarter}: YearAhead): string {
  const years = String(Number(counted.toFixed(2)));
  const record = `${count(outages)} ${outages === 1 ? 'outage' : 'outages'} in ${years === '1' ? 'a year' : `${years} years`}`;
  const often = (of: number) => String(Number(of.toPrecision(2)));
  const spread =
    quarters === null
      ? 'too few whole quarters with outages to see whether they come in bursts, and a Poisson is taken'
      : `the counts of ${quarters.of} quarters vary ${often(quarters.ratio)} times their mean, ${quarters.law === 'poisson' ? 'as a Poisson may' : 'in bursts, so that their number is negative binomial'}`;
  return `${record}: ${often(rate.mid)} a year, and by exact bounds ${often(rate.low)} to ${often(rate.high)}; ${spread}. No outage in the next quarter: ${often(100 * quietQuarter)}%; in the next year: ${often(100 * none)}%.`;
}

const NO_HEAVY_TAIL =
  'A Lomax, whose tail is heavy, fits them best where it has none: the exponential stands in its place. ';

function fitWords({n, laws, better, weight, resolved, cap, exchange}: FittedYears): string {
  const each = laws
    .map(
      ({law, median, beyondCap}) =>
        `${law.name} median ${spent(median)}, ${percent(Number(beyondCap.toFixed(4)))} cut`,
    )
    .join('; ');
  const verdict = resolved
    ? `By AIC the ${better} fits better (weight ${percent(Number(weight.toFixed(2)))}); what lies beyond the longest outage seen, no record tells.`
    : `By AIC the ${better} fits better, but only by a weight of ${percent(Number(weight.toFixed(2)))}: ${count(n)} outages leave the tail unresolved.`;
  return `Lengths are fitted to ${count(n)} outages, and none is longer than ${spent(cap)} of ${exchange} (${each}). ${laws.some(({law}) => law.name === 'exponential') ? NO_HEAVY_TAIL : ''}An outage is drawn with its system and all pods that hang on it, then its length; a lognormal first has its parameters drawn, as ${count(n)} outages leave them open. ${verdict}`;
}
