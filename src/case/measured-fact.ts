import {type Disclosure, quantity, strictest} from '../base/index.ts';
import type {Fact, Measured} from '../claims/index.ts';
import {
  type Figure,
  isFigure,
  isKnown,
  measured,
  type MeasuredFigure,
  type Part,
  type Prose,
  quote,
  say,
  workedAs,
} from '../figure/index.ts';
import {isMoney, MEASURE_KINDS, type Measurement, type PictureValues} from '../impact/index.ts';
import type {MeasuredFact} from './case-file.ts';
import {RECORD_FILE} from './load.ts';

/** How long an incident of a quiet quarter may last, in minutes, where a case does not say. */
export const QUIET = 5;

/** What a record is called where the case has no other name for it: its path in the folder. */
export const RECORD_PATH = `record/${RECORD_FILE}`;

/**
 * The fact that an answer of the record makes, from sources that are as secret as `ofSources`. A number that rests on more
 * than the record, on somebody's guess of what an outage costs, is no firmer than that.
 */
export function factFrom(fact: MeasuredFact, answer: Measurement, ofSources: Disclosure): Fact {
  const {name, label, asks, span} = fact;
  const {picture, noEffect, controlled, estimate, basis, turns} = answer;
  const disclosure = disclosureOf(fact, ofSources);
  const papers = ofSources !== 'confidential';
  const mine = {
    source: sourceWords(fact, answer),
    disclosure,
    // The case may say that a result is its reader's to tell; what it was worked out from is as secret as the exports are.
    ofInputs: strictest([disclosure, ofSources]),
    asked: {
      question: questionOf(fact, papers),
      period: {from: asks.from, to: asks.to},
      sources: papers ? answer.sources : [],
    },
  };
  const how: Measured = {
    method: say`${quote(estimate.method, {disclosure: disclosure === 'confidential' ? disclosure : 'public'})}`,
    turns: turns === null ? null : proseOf(turns, mine),
    papers,
    ...(noEffect === undefined ? {} : {noEffect}),
    ...(controlled === undefined ? {} : {controlled}),
    ...(basis === undefined ? {} : {assumption: proseOf(basis.assumption, mine)}),
  };
  return {
    name,
    label,
    figure: figureFrom(fact, answer, mine),
    span,
    measured: how,
    ...(picture === undefined ? {} : {picture: papers ? picture : unnamed(picture)}),
  };
}

/** What the case says of every figure of an answer: what the record is called, who may hear it, and what was asked. */
interface Mine {
  readonly source: string;
  readonly disclosure: Disclosure;
  readonly ofInputs: Disclosure;
  readonly asked: Pick<MeasuredFigure, 'question' | 'period' | 'sources'>;
}

function figureFrom(fact: MeasuredFact, {estimate, currency, basis}: Measurement, mine: Mine): Figure {
  const {asks, record, name} = fact;
  const {low, mid, high, level} = estimate;
  const unit = MEASURE_KINDS[asks.what].unit.replace('money', currency ?? 'money');
  const of = quantity(mid, unit);
  const more = {
    subject: asks.what,
    disclosure: mine.disclosure,
    style: {as: 'known', share: unit === 'percent', interval: true},
    interval: {low, high, level},
  } as const;
  if (basis === undefined) return measured(of, mine.asked, {tier: 'measured', source: mine.source}, more);
  // Inputs bear the fact's own name, so that no other fact is meant by them.
  const named = (input: string) => `${name}_${input}`;
  const inputs = basis.inputs.map(input => ({
    ...input,
    name: named(input.name),
    figure: owned(input.figure, {...mine, disclosure: mine.ofInputs, source: record ?? RECORD_PATH}),
  }));
  const formula = basis.formula.replace(/[A-Za-z]\w*/g, named);
  return workedAs(of, formula, inputs, {...more, source: mine.source});
}

/** A figure of an answer as the case has it. What is published stays what it is to everybody. */
function owned(figure: Figure, mine: Mine): Figure {
  if (!isKnown(figure) || figure.evidence.tier === 'published') return figure;
  const {tier, source} = figure.evidence;
  const base = {
    ...figure,
    evidence: {tier, source: source === '' ? mine.source : source},
    disclosure: mine.disclosure,
  };
  switch (base.figure) {
    case 'measured':
      return {...base, ...mine.asked};
    case 'worked':
    case 'estimated':
      return {...base, inputs: base.inputs.map(input => ({...input, figure: owned(input.figure, mine)}))};
    default:
      return base;
  }
}

/** What the report says in words of its own is as secret as the figure that it speaks of. */
function proseOf(of: Prose, mine: Mine): Prose {
  const parts = of.prose.map((part): Part => {
    if (isFigure(part)) return owned(part, mine);
    const words = typeof part === 'object' && 'quote' in part && part.disclosure === 'private';
    return words ? {...part, disclosure: mine.disclosure} : part;
  });
  return {...of, prose: parts};
}

/**
 * What was asked, as plain data: asking it again gives the figure. What an employer calls its systems and exports is read at
 * the desk alone, where they may not be shown.
 */
function questionOf({asks}: MeasuredFact, papers: boolean): MeasuredFigure['question'] {
  const {systems, services, sources, against, ...told} = asks;
  const names = said({systems, services, sources, against});
  const quiet = asks.what === 'quietQuarters' || asks.what === 'quartersWatched';
  const open = quiet ? {...told, longerThan: asks.longerThan ?? `${QUIET}m`} : told;
  if (papers || Object.keys(names).length === 0) return {...said(open), ...names};
  return {...said(open), names: {reach: 'desk', ...names}};
}

/** Without what is not said. */
function said(of: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(of).filter(([, value]) => value != null));
}

/** What systems are called within a firm is its own, whoever may tell how they did. */
function unnamed(picture: PictureValues): PictureValues {
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
