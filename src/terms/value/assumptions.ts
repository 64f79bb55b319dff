import {join} from 'node:path';
import {type Evidence, packageRoot, quantity} from '../../base/index.ts';
import {assumed, type Known, valueOf} from '../../figure/index.ts';
import {LIMITS, readText, readYaml} from '../../files/index.ts';

/** What the value of offers rests on and no letter says, in the order of data/assumptions.yaml. */
export const ASSUMPTIONS = [
  'horizon',
  'riskAversion',
  'wealth',
  'discountRate',
  'quit',
  'dismissed',
  'cause',
  'podClosed',
  'commonFactor',
  'podSharpe',
  'generosity',
  'generositySpread',
  'shareGrowth',
  'shareVolatility',
  'fundGrowth',
  'fundVolatility',
  'fxVolatility',
  'incidentsPerYear',
  'incidentMinutes',
  'incidentSpread',
] as const;
export type AssumptionName = (typeof ASSUMPTIONS)[number];

/** Every assumption as a figure: `assumed`, or what the user states in its place. */
export type Assumptions = Readonly<Record<AssumptionName, Known>>;

/** The numbers of the assumptions, for a simulation. */
export type Model = Readonly<Record<AssumptionName, number>>;

/** An assumption as data/assumptions.yaml has it. */
interface Shipped {
  readonly value: number;
  readonly unit: string;
  readonly corners?: readonly [number, number];
  readonly why: string;
  readonly source?: string;
}

/** The assumptions, with those that the user states in the place of ours. */
export function assumptionsOf(stated: Partial<Assumptions> = {}): Assumptions {
  return byName(name => stated[name] ?? figureOf(shippedOf(name), name));
}

/** The numbers that a simulation takes. Throws where one of them cannot be: a chance above 1, a horizon of nothing. */
export function modelOf(assumptions: Assumptions): Model {
  const model = byName(name => valueOf(assumptions[name]));
  for (const name of ASSUMPTIONS) {
    const [least, most] = POSSIBLE[name];
    const value = model[name];
    if (!(value >= least && value <= most))
      throw new RangeError(`${name} of ${value}, expected ${least} to ${most}`);
  }
  return model;
}

/** The two values at which an order of offers is tried again: those that the data name, or half and double, as far as they can be. */
export function cornersOf(name: AssumptionName, value: number): readonly [low: number, high: number] {
  const {corners, value: ours} = shippedOf(name);
  const [least, most] = POSSIBLE[name];
  // Corners that stand in the data are around our own value: of another one they are half and double too.
  const [low, high] = corners !== undefined && value === ours ? corners : [value / 2, 2 * value];
  return [Math.max(least, Math.min(low, high)), Math.min(most, Math.max(low, high))];
}

/** Between which values each makes sense. */
export const POSSIBLE: Readonly<Record<AssumptionName, readonly [least: number, most: number]>> = {
  horizon: [1 / 12, 40],
  riskAversion: [0, 20],
  wealth: [0.01, 1000],
  discountRate: [-0.5, 2],
  quit: [0, 1],
  dismissed: [0, 1],
  cause: [0, 1],
  podClosed: [0, 1],
  commonFactor: [0, 0.99],
  podSharpe: [0.01, 100],
  generosity: [0, 10],
  generositySpread: [0, 10],
  shareGrowth: [-0.99, 10],
  shareVolatility: [0, 5],
  fundGrowth: [-0.99, 10],
  fundVolatility: [0, 5],
  fxVolatility: [0, 5],
  incidentsPerYear: [0, 10_000],
  incidentMinutes: [0.01, 10_000],
  incidentSpread: [0, 5],
};

/** Between which values an assumption makes sense. */
export function possible(name: AssumptionName): readonly [least: number, most: number] {
  return POSSIBLE[name];
}

/** What is no share. */
const COUNTS: ReadonlySet<AssumptionName> = new Set([
  'horizon',
  'wealth',
  'riskAversion',
  'podSharpe',
  'incidentsPerYear',
  'incidentMinutes',
  'incidentSpread',
]);

function byName<T>(of: (name: AssumptionName) => T): Readonly<Record<AssumptionName, T>> {
  return Object.fromEntries(ASSUMPTIONS.map(name => [name, of(name)])) as Record<AssumptionName, T>;
}

function figureOf({value, unit, why, source}: Shipped, name: AssumptionName): Known {
  const reason = source === undefined ? why : `${why} (${source})`;
  const figure = assumed(quantity(value, unit), reason, {
    style: COUNTS.has(name) ? {as: 'full'} : {as: 'share'},
  });
  return {...figure, evidence: OURS};
}

/** Where our guesses stand, each with its reason. */
const OURS: Evidence = {tier: 'assumed', source: 'data/assumptions.yaml'};

function shippedOf(name: AssumptionName): Shipped {
  shipped ??= shippedAssumptions();
  const found = shipped[name];
  if (found === undefined) throw new Error(`data/assumptions.yaml has no ${name}`);
  return found;
}
let shipped: Readonly<Record<string, Shipped>> | undefined;

function shippedAssumptions(): Readonly<Record<string, Shipped>> {
  const text = readText(join(packageRoot(), 'data'), 'assumptions.yaml', LIMITS.yaml);
  const yaml = text.ok ? readYaml(text.value).yaml : null;
  if (yaml === null) throw new Error('data/assumptions.yaml cannot be read');
  return (yaml.value as {readonly assumptions: Readonly<Record<string, Shipped>>}).assumptions;
}
