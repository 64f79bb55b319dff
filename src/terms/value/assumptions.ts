import {factSource, quantity} from '../../base/index.ts';
import {assumed, type Known, type Style, valueOf} from '../../figure/index.ts';
import {readYaml} from '../../files/index.ts';

/** What a value under risk rests on beside the terms, in the order in which it is told. */
export const ASSUMPTIONS = [
  'horizonYears',
  'riskAversion',
  'wealthYears',
  'discountRate',
  'quitHazard',
  'dismissedHazard',
  'podClosedHazard',
  'commonFactor',
  'bonusSpread',
  'podSharpe',
  'firmSharpe',
  'shareVolatility',
  'shareGrowth',
  'fundVolatility',
  'fundGrowth',
  'incidentsPerYear',
  'incidentMinutes',
  'incidentSpread',
] as const;
export type AssumptionName = (typeof ASSUMPTIONS)[number];

/** The numbers that a simulation runs on. */
export type Assumptions = Readonly<Record<AssumptionName, number>>;

interface Fact {
  readonly value: number;
  readonly unit: string;
  readonly corners: readonly [number, number];
  readonly why: string;
}

/** One assumption: its figure, `assumed` until somebody states it, and the corners that are tried. */
export interface Assumption {
  readonly name: AssumptionName;
  readonly why: string;
  readonly figure: Known;
  readonly corners: readonly [number, number];
}

let shipped: Readonly<Record<AssumptionName, Fact>> | undefined;

/** The assumptions of data/assumptions.yaml. */
function facts(): Readonly<Record<AssumptionName, Fact>> {
  if (shipped !== undefined) return shipped;
  const name = 'assumptions.yaml';
  const {yaml} = readYaml(factSource(name));
  const {assumptions} = yaml?.value as {readonly assumptions: Readonly<Record<string, Fact>>};
  for (const one of ASSUMPTIONS) if (assumptions[one] === undefined) throw new Error(`${name} lacks ${one}`);
  return (shipped = assumptions);
}

/** What each assumption counts, as units are written. */
export function assumptionUnit(name: AssumptionName): string {
  return facts()[name].unit;
}

/** The assumptions with those that somebody has stated in their place: their corners are half and double of it. */
export function assumptionsWith(
  stated: Readonly<Partial<Record<AssumptionName, Known>>> = {},
): readonly Assumption[] {
  return ASSUMPTIONS.map(name => {
    const {value, unit, corners, why} = facts()[name];
    const own = stated[name];
    if (own === undefined)
      return {name, why, corners, figure: assumed(quantity(value, unit), why, {style: styleOf(unit)})};
    const of = valueOf(own);
    const [low, high] = [corners[0] / value, corners[1] / value];
    return {name, why, corners: [of * low, of * high], figure: own};
  });
}

/** The style that a figure of an assumption is shown in. */
export function styleOf(unit: string): Style {
  return unit === '1' || unit === '1/year' ? {as: 'full', digits: 6} : {as: 'full'};
}

/** The numbers of assumptions, one of them put at another value. */
export function numbersOf(
  assumptions: readonly Assumption[],
  name?: AssumptionName,
  value?: number,
): Assumptions {
  return Object.fromEntries(
    assumptions.map(one => [one.name, one.name === name && value !== undefined ? value : valueOf(one.figure)]),
  ) as Assumptions;
}
