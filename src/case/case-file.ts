import {type Disclosure, type Quantity, quantity, type Source, type Span} from '../base/index.ts';
import type {DisclosureRules, Fact, OwnClaim, Telling} from '../claims/index.ts';
import {type Finding, read, resultStyle, type Style} from '../figure/index.ts';
import {type AssumptionName, type Assumptions, assumptionsOf} from '../terms/index.ts';
import type {Situation} from '../strategy/index.ts';
import {problemsBetween} from './case-problems.ts';
import {check} from './check.ts';
import {capped, readYaml, soundParts, type Yaml} from '../files/index.ts';
import type {FactFile, MeasureFile} from './fact-schema.ts';
import type {CaseDay} from './offer.ts';
import {CASE, type CaseFile} from './schema.ts';

/** What case.yaml alone says: a situation without guides and offers. */
type CasePart = Omit<Situation, 'readings' | 'offers'>;

/** A fact whose number is to come from the record. */
export interface MeasuredFact {
  readonly name: string;
  readonly label: string;
  readonly asks: MeasureFile;
  /** What the record is called where others hear of it; null for its path. */
  readonly record: string | null;
  /** Null where the case leaves it to the sources. */
  readonly disclosure: Disclosure | null;
  readonly span: Span;
}

export interface CaseFileReading {
  /** Null where anything in the file is an error. */
  readonly part: CasePart | null;
  /** Facts that are still to be measured, in their order. */
  readonly measures: readonly MeasuredFact[];
  /** The guides named, with the spans of their names, even where other things are wrong. */
  readonly guides: readonly {readonly name: string; readonly span: Finding['span']}[];
  readonly clock: CaseDay;
  readonly findings: readonly Finding[];
}

/** Reads case.yaml. `today` is the day where the file pins none. */
export function readCaseFile(source: Source, today: string): CaseFileReading {
  const {yaml, findings: syntax} = readYaml(source);
  if (yaml === null)
    return {part: null, measures: [], guides: [], clock: {today, pinned: false}, findings: syntax};
  const sound = soundParts(CASE, yaml.value);
  const clock = {today: sound.today ?? today, pinned: typeof sound.today === 'string'};
  const findings = [...syntax, ...check(CASE, yaml), ...problemsBetween(yaml, clock)];
  const guides = (sound.guides ?? []).map((name, at) => ({name, span: yaml.valueSpan(['guides', at])}));
  const parsed = CASE.safeParse(yaml.value);
  const grave = findings.some(one => one.severity === 'error');
  const part = parsed.success && !grave ? toPart(parsed.data, yaml, clock) : null;
  const measures = part !== null && parsed.success ? measuresOf(parsed.data, yaml) : [];
  return {part, measures, guides, clock, findings: capped(findings)};
}

function measuresOf(file: CaseFile, yaml: Yaml): readonly MeasuredFact[] {
  return Object.entries(file.facts).flatMap(([name, fact]) => {
    if (!('measure' in fact)) return [];
    const {label, measure: asks, record, disclosure} = fact;
    const span = yaml.keySpan(['facts', name]);
    return [{name, label, asks, record, disclosure, span}];
  });
}

/** As it was typed, but for digits that nobody types. */
const PERCENT: Style = {as: 'share', digits: 8};

function toPart(file: CaseFile, yaml: Yaml, clock: CaseDay): CasePart {
  const facts = Object.entries(file.facts).flatMap(([name, fact]): Fact[] => {
    if ('measure' in fact) return [];
    const {label, evidence, disclosure, subject} = fact;
    const of = toQuantity(fact);
    const figure = read(of, yaml.valueSpan(['facts', name, 'value']), evidence, {
      style: isPercent(fact.unit) ? PERCENT : resultStyle(of),
      disclosure: disclosure ?? 'private',
      subject: subject ?? undefined,
    });
    return [{name, label, figure, span: yaml.keySpan(['facts', name])}];
  });
  const claims: OwnClaim[] = file.claims.map((claim, at) => ({
    ...claim,
    stated: claim.stated ? toQuantity(claim.stated) : null,
    ...(claim.stated ? {place: yaml.valueSpan(['claims', at, 'stated', 'value'])} : {}),
    span: yaml.valueSpan(['claims', at]),
  }));
  const {who, role, company, region, level, deadline, seed, disclosure, taxes} = file;
  return {
    who,
    role,
    company,
    region,
    level,
    today: clock.today,
    deadline,
    seed,
    facts,
    claims,
    disclosure: toRules(disclosure),
    neverSay: disclosure?.neverSay ?? [],
    filing: taxes?.status ?? null,
    assumptions: statedAssumptions(file, yaml),
  };
}

/** The assumptions that the case puts numbers of its own to. */
function statedAssumptions({assumptions}: CaseFile, yaml: Yaml): Partial<Assumptions> {
  const evidence = {tier: 'stated', source: 'case.yaml, your own assumption'} as const;
  return Object.fromEntries(
    Object.entries(assumptions).map(([name, value]) => {
      const of = assumptionsOf()[name as AssumptionName];
      const {unit} = of.quantity as Quantity;
      const span = yaml.valueSpan(['assumptions', name]);
      return [name, read({value, unit}, span, evidence, {style: of.style, disclosure: 'private'})];
    }),
  );
}

function toRules(rules: CaseFile['disclosure']): DisclosureRules {
  const facts = Object.entries(rules?.facts ?? {}).map(([name, telling]): [string, Telling] => [
    name,
    typeof telling === 'string' ? {as: telling} : {as: 'ratio', to: telling.ratio},
  ]);
  return {confidential: {as: rules?.confidential ?? 'omit'}, facts: Object.fromEntries(facts)};
}

/** A percentage is stored as a fraction, by moving the point: dividing 99.997 by 100 would leave dust behind. */
function toQuantity({value, unit: text}: Pick<FactFile, 'value' | 'unit'>): Quantity {
  if (!isPercent(text)) return quantity(value, text);
  const moved = Number(`${value}e-2`);
  return quantity(Number.isNaN(moved) ? value / 100 : moved, text);
}

function isPercent(text: string): boolean {
  return text.trim() === 'percent';
}
