import {type Disclosure, quantity, type Tier, weakest} from '../base/index.ts';
import type {Fact, FactBasis} from '../claims/index.ts';
import {isMoney, MEASURE_KINDS, type Measurement, type Picture} from '../impact/index.ts';
import type {MeasuredFact} from './case-file.ts';
import {RECORD_FILE} from './record-file.ts';

/** What a record is called where the case has no other name for it: its path in the folder. */
export const RECORD_PATH = `record/${RECORD_FILE}`;

/**
 * The fact that an answer of the record makes, from sources that are as secret as `ofSources`. A number that rests on more
 * than the record, on somebody's guess of what an outage costs, is no firmer than that.
 */
export function factFrom(fact: MeasuredFact, answer: Measurement, ofSources: Disclosure): Fact {
  const {name, label, asks, span} = fact;
  const {estimate, turns, picture, noEffect, controlled, currency} = answer;
  const disclosure = disclosureOf(fact, ofSources);
  const basis = basisOf(fact, answer, disclosure);
  const tiers: readonly Tier[] = ['measured', ...(basis?.inputs ?? []).map(input => input.evidence.tier)];
  const unit = MEASURE_KINDS[asks.what].unit.replace('money', currency ?? 'money');
  return {
    name,
    label,
    quantity: quantity(estimate.mid, unit),
    share: unit === 'percent',
    // A look at the calendar makes a number no weaker.
    evidence: {tier: weakest(tiers.filter(tier => tier !== 'published')), source: sourceWords(fact, answer)},
    disclosure,
    span,
    measured: {
      low: estimate.low,
      high: estimate.high,
      level: estimate.level,
      method: estimate.method,
      turns,
      papers: ofSources !== 'confidential',
      ...(noEffect === undefined ? {} : {noEffect}),
      ...(controlled === undefined ? {} : {controlled}),
      ...(basis === undefined ? {} : {basis}),
    },
    ...(picture === undefined ? {} : {picture: ofSources === 'confidential' ? unnamed(picture) : picture}),
  };
}

/** What systems are called within a firm is its own, whoever may tell how they did. */
function unnamed(picture: Picture): Picture {
  if (picture.kind !== 'timeline') return picture;
  return {...picture, systems: picture.systems.map((row, at) => ({...row, name: `system ${at + 1}`}))};
}

/** `record/record.yaml: 6 systems, XNYS sessions, 2025-10-01 to 2026-09-30`. Sources and systems stay unnamed. */
function sourceWords({record, asks}: MeasuredFact, {over}: Measurement): string {
  return `${record ?? RECORD_PATH}: ${over}, ${asks.from} to ${asks.to}`;
}

/**
 * Who may hear a number worked out from sources. The case may say that the outcome of one's own work is one's own to
 * tell, private, though the exports are an employer's; that it is everybody's it cannot say of them. A sum of money is
 * an employer's until the case says otherwise.
 */
function disclosureOf({disclosure: said, asks}: MeasuredFact, ofSources: Disclosure): Disclosure {
  if (said === null) return isMoney(asks.what) ? 'confidential' : ofSources;
  return ofSources === 'confidential' && said === 'public' ? 'private' : said;
}

/** Inputs are as secret as the number; names are the fact's own, so that no other fact is meant by them. */
function basisOf(fact: MeasuredFact, {basis}: Measurement, disclosure: Disclosure): FactBasis | undefined {
  if (basis === undefined) return undefined;
  const named = (name: string) => `${fact.name}_${name}`;
  return {
    formula: basis.formula.replace(/[A-Za-z]\w*/g, named),
    assumption: basis.assumption,
    inputs: basis.inputs.map(({name, label, quantity: of, share, evidence}) => ({
      name: named(name),
      label,
      quantity: of,
      share,
      evidence: {tier: evidence.tier, source: evidence.source ?? fact.record ?? RECORD_PATH},
      disclosure: evidence.tier === 'published' ? 'public' : disclosure,
    })),
  };
}
