import {count, type Insert, join, named, type Prose, quote, say, show} from '../../figure/index.ts';
import type {Figures, FittedYears, YearAhead, YearLoss} from '../../impact/index.ts';
import type {Block} from '../../page/index.ts';
import {levelWords, type MoneyTold, many, tabled} from './words.ts';
import {paragraph} from '../words.ts';

/** Years such as the record would let one expect, and what wrong orders may cost beside them. */
export function yearAhead({year, errorTrade}: MoneyTold): readonly Block[] {
  const rows: readonly (readonly [Prose, Figures<YearLoss> | null])[] = [
    ...(year === null ? [] : [[say`each outage one that was`, year] as const]),
    ...(year?.fitted?.laws ?? []).map(law => [say`${LAWS[law.law.name]}`, law] as const),
    ...(errorTrade === null
      ? []
      : ([
          [say`error trades, as stated`, errorTrade.alone],
          [say`outages that were and error trades`, errorTrade.withOutages],
        ] as const)),
  ];
  const [first] = rows.flatMap(([, loss]) => loss ?? []);
  if (first === undefined) return [];
  return [
    ...(year === null ? [] : [paragraph(rateWords(year))]),
    tabled(
      say`What a year loses`,
      [
        say`a year loses`,
        say`on average`,
        say`${levelWords(first.year.level)}`,
        say`${named(`1 in ${RARE}`)} more than`,
      ],
      rows.flatMap(([head, loss]) => (loss === null ? [] : [{cells: [head, ...losses(loss)]}])),
    ),
    paragraph(
      say`${count(first.mean.n)} years each; ± is the standard error of the simulation, and says nothing of what goes into it. The loss-exceedance curves are in --json; --html and --charts draw them.`,
      'muted',
    ),
    ...(year?.fitted == null ? [] : [paragraph(fitWords(year.fitted), 'muted')]),
    ...(year?.unfitted == null ? [] : [paragraph(say`No law of lengths: ${year.unfitted}.`, 'muted')]),
    ...(errorTrade === null
      ? []
      : [
          paragraph(
            say`Wrong orders come in ${errorTrade.perYear} of years and do not grow with minutes (${quote(errorTrade.source)}); they are in no figure of what was lost or protected.`,
            'muted',
          ),
        ]),
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

function losses({mean, standardError, year, oneIn}: Figures<YearLoss>): readonly Insert[] {
  const rare = oneIn.find(({years}) => years === RARE)?.loss;
  return [say`${mean.mid} ± ${standardError}`, say`${year.low} to ${year.high}`, rare];
}

function rateWords({outages, counted, rate, quarters, none, quietQuarter}: Figures<YearAhead>): Prose {
  const years = show(counted) === '1' ? say`a year` : say`${counted} years`;
  const {low, mid, high} = rate;
  const spread =
    quarters === null
      ? say`too few whole quarters with outages to see whether they come in bursts, and a Poisson is taken`
      : say`the counts of ${count(quarters.of)} quarters vary ${quarters.ratio} times their mean, ${quarters.law === 'poisson' ? 'as a Poisson may' : 'in bursts, so that their number is negative binomial'}`;
  return say`${many(outages, 'outage')} in ${years}: ${mid} a year, and by exact bounds ${low} to ${high}; ${spread}. No outage in the next quarter: ${quietQuarter}; in the next year: ${none}.`;
}

function fitWords({n, laws, better, weight, resolved, cap, exchange}: Figures<FittedYears>): Prose {
  const each = join(
    laws.map(({law, median, beyondCap}) => say`${law.name} median ${median}, ${beyondCap} cut`),
    '; ',
  );
  const only = resolved
    ? say` (weight ${weight}); what lies beyond the longest outage seen, no record tells.`
    : say`, but only by a weight of ${weight}: ${count(n)} outages leave the tail unresolved.`;
  const noTail = laws.some(({law}) => law.name === 'exponential')
    ? say`A Lomax, whose tail is heavy, fits them best where it has none: the exponential stands in its place. `
    : null;
  return say`Lengths are fitted to ${count(n)} outages, and none is longer than ${cap} of ${named(exchange)} (${each}). ${noTail}An outage is drawn with its system and all pods that hang on it, then its length; a lognormal first has its parameters drawn, as ${count(n)} outages leave them open. By AIC the ${better} fits better${only}`;
}
