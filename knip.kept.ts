// What no program of ours imports and is exported all the same. knip takes this file for a program, so that everything
// else that nobody imports is reported; what only tests look at is here with its reason, or not at all.

// The package says of an exchange whether it is open (docs/calendar.md); our own programs ask for minutes.
import {isOpen} from './src/calendar/index.ts';

// bench/ runs over what is built, where knip does not look: it draws worlds whose truth is known, and tables of wages.
import {WAGE_COLUMNS} from './src/market/index.ts';
import {differenceInDifferences, interruption} from './src/operations/index.ts';
import {probeEntries} from './src/record/index.ts';
import {
  drawDuration,
  fitLognormal,
  gamma,
  lognormal,
  meanOf,
  negativeBinomial,
  normal,
  poisson,
  uniform,
} from './src/stats/index.ts';

// What is left of wages, for a simulation of pay: bench/ runs it over what is built.
import {netAt, type NetTable, netTable, type TaxBill, type TaxCase, taxOf} from './src/terms/index.ts';

// The package composes pay of contracts and runs them over paths; its laws are held by tests.
import {
  all,
  bestOf,
  certaintyEquivalent,
  type Column,
  type Contract,
  defer,
  discretion,
  equalParts,
  type Exit,
  EXITS,
  forfeit,
  none,
  type Observable,
  type Observed,
  pay,
  paymentsOf,
  type Period,
  type PnlBase,
  type Predicate,
  presentValues,
  repay,
  scale,
  schedule,
  type Sink,
  type Taper,
  type Tranche,
  when,
  type World,
} from './src/terms/index.ts';

// What offers are worth: commands ask for it next.
import {
  type AssumptionName,
  ASSUMPTIONS,
  type Assumptions,
  assumptionsOf,
  type Basis,
  type Beats,
  breakEven,
  type BreakEvenOptions,
  type Corner,
  type Corners,
  cornersOf,
  cornersOfOffers,
  FEWER_PATHS,
  type Incidents,
  isDecided,
  type Lever,
  type Model,
  modelOf,
  netIn,
  type OfferValue,
  PATHS,
  type Reliability,
  type TermValue,
  type Unvalued,
  type Valuation,
  type ValuedOffer,
  type ValuedTerm,
  valueOffers,
  type ValueOptions,
} from './src/terms/index.ts';

// Laws and quantiles are held against published tables one by one.
import {chanceAbove} from './src/stats/annual.ts';
import {betaBelow} from './src/stats/beta.ts';
import {hillIndex} from './src/stats/fit.ts';
import {gammaBelow} from './src/stats/gamma.ts';
import {normalBelow} from './src/stats/normal.ts';
import {ranks} from './src/stats/order-statistics.ts';
import {beta} from './src/stats/random.ts';
import {paretoAbove} from './src/stats/tail.ts';

// Every key has its section in docs/, which is held against the schemas.
import {jsonSchema} from './src/case/published.ts';

// A step before the last, where the last hides what is to be seen: the plan before it is sealed, a command in a world that
// is not the process, entries before they are gathered, two cuts of a guide that must be one, labels where they were laid.
import {carryOut} from './src/cli/app.ts';
import {countRules} from './src/desk/guides/summary.ts';
import {planOf} from './src/desk/plan.ts';
import {lexedPieces, plainPieces} from './src/guide/pieces.ts';
import {namesOf} from './src/market/names.ts';
import {conflictOf} from './src/operations/clause.ts';
import {entriesOf} from './src/record/source.ts';
import {ruledOut} from './src/strategy/sealing.ts';
import {layBands, LABEL_LINE} from './src/views/chart/bands.ts';
import {minuteTicks} from './src/views/chart/change-layout.ts';

void [
  [isOpen],
  [WAGE_COLUMNS, differenceInDifferences, interruption, probeEntries],
  [drawDuration, fitLognormal, gamma, lognormal, meanOf, negativeBinomial, normal, poisson, uniform],
  [chanceAbove, betaBelow, hillIndex, gammaBelow, normalBelow, ranks, beta, paretoAbove],
  [netAt, netTable, taxOf, {} as [NetTable, TaxBill<number>, TaxCase]],
  [all, bestOf, defer, discretion, forfeit, none, pay, repay, scale, schedule, when, equalParts, EXITS],
  [paymentsOf, presentValues, certaintyEquivalent],
  {} as [
    Column,
    Contract,
    Exit,
    Observable,
    Observed,
    Period,
    PnlBase,
    Predicate,
    Sink,
    Taper,
    Tranche,
    World,
  ],
  [breakEven, cornersOfOffers, isDecided],
  [ASSUMPTIONS, assumptionsOf, cornersOf, modelOf, netIn, valueOffers, PATHS, FEWER_PATHS],
  {} as [
    AssumptionName,
    Assumptions,
    Basis,
    Beats,
    BreakEvenOptions,
    Corner,
    Corners,
    Incidents,
    Lever,
    Model,
    OfferValue,
    Reliability,
    TermValue,
    Unvalued,
    Valuation,
    ValuedOffer,
    ValuedTerm,
    ValueOptions,
  ],
  [jsonSchema],
  [carryOut, countRules, planOf, lexedPieces, plainPieces, namesOf, conflictOf, entriesOf, ruledOut],
  [layBands, LABEL_LINE, minuteTicks],
];
