import type {Evidence} from '../../base/index.ts';
import {day, isKnown, listed, named, say} from '../../figure/index.ts';
import {type Document, text, toned} from '../../page/index.ts';
import type {ValueReport} from '../../terms/index.ts';
import {editionWords} from '../words.ts';
import {answerOf} from './answer.ts';
import {leavingSection} from './leaving.ts';
import {nameOf} from './offer.ts';
import {questionsSection} from './questions.ts';
import {termsSection} from './terms.ts';
import {assumptionsSection, worthSection} from './worth.ts';
import {yearsSection} from './years.ts';

/** What offers are worth, side by side. */
export function valueDocument(report: ValueReport): Document {
  const {offers, horizonYears, today} = report;
  const heading = say`What ${offers.length === 1 ? 'the offer is' : 'the offers are'} worth`;
  return {
    title: heading,
    kind: [toned('plain', editionWords('desk'))],
    heading,
    lines: [
      [toned('muted', listed(offers.map(nameOf)))],
      text`as of ${day(today)}`,
      ...exchangeLines(report),
    ],
    answer: answerOf(report),
    sections: [
      yearsSection(report),
      worthSection(report),
      ...leavingSection(report),
      ...questionsSection(report),
      termsSection(report),
      assumptionsSection(report),
    ],
    ground: groundOf(report),
    footer: say`Over ${String(horizonYears)} years; the year table is before tax. docs/terms.md tells how terms are read and valued.`,
    dated: say`as of ${day(today)}`,
  };
}

/** `sums in GBP at 1.342 USD per GBP, the rate of 2026-04-13`. */
function exchangeLines({exchanges}: ValueReport) {
  return exchanges.map(
    ({from, rate: {numberOf}, day: of}) =>
      text`sums in ${named(from)} at ${numberOf}, the rate of ${day(of)}`,
  );
}

/** What the report stands on and says: the offers' papers, and the assumptions that it lists. */
function groundOf({offers, assumptions}: ValueReport): readonly Evidence[] {
  const all = [
    ...offers.map(({evidence}) => evidence),
    ...assumptions.flatMap(({value: {numberOf}}) => (isKnown(numberOf) ? [numberOf.evidence] : [])),
  ];
  const keys = all.map(({tier, source}) => `${tier} ${source}`);
  return all.filter((_, at) => keys.indexOf(keys[at] as string) === at);
}
