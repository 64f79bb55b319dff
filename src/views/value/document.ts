import {day, listed, say} from '../../figure/index.ts';
import {type Document, text, toned} from '../../page/index.ts';
import type {ValueReport} from '../../terms/index.ts';
import {editionWords} from '../words.ts';
import {leavingSection} from './leaving.ts';
import {nameOf} from './offer.ts';
import {questionsSection} from './questions.ts';
import {termsSection} from './terms.ts';
import {yearsSection} from './years.ts';

/** What offers are worth, side by side. */
export function valueDocument(report: ValueReport): Document {
  const {offers, horizonYears, today} = report;
  const heading = say`What ${offers.length === 1 ? 'the offer is' : 'the offers are'} worth`;
  return {
    title: heading,
    kind: [toned('plain', editionWords('desk'))],
    heading,
    lines: [[toned('muted', listed(offers.map(nameOf)))], text`as of ${day(today)}`],
    answer: null,
    sections: [
      yearsSection(report),
      ...leavingSection(report),
      ...questionsSection(report),
      termsSection(report),
    ],
    ground: offers.map(({evidence}) => evidence),
    footer: say`Before tax, over ${String(horizonYears)} years; docs/terms.md tells how terms are read.`,
    dated: say`as of ${day(today)}`,
  };
}
