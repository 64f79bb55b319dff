import {isKnown, join, listed, named, type Prose, say, valueOf} from '../../figure/index.ts';
import {type Block, type Document, type Section, toned} from '../../page/index.ts';
import {
  type BacktestReport,
  type NextPay,
  observedWords,
  type TermResult,
  type TestResult,
} from '../../terms/index.ts';
import {editionWords, listOf, paragraph} from '../words.ts';

/** What the terms of an offer would have paid on the record, quarter by quarter. */
export function backtestDocument(report: BacktestReport): Document {
  const {party, quarters, next, untold} = report;
  const heading = say`What the terms of ${named(party)} would have paid on your record`;
  return {
    title: heading,
    kind: [toned('plain', editionWords('desk'))],
    heading,
    lines: [
      [toned('muted', say`${named(quarters[0]?.quarter ?? '')} to ${named(quarters.at(-1)?.quarter ?? '')}`)],
    ],
    answer: {heading: say`Next`, blocks: listOf(next.map(nextWords))},
    sections: [
      {id: 'quarters', heading: say`Quarter by quarter`, blocks: quarters.flatMap(quarterOf)},
      ...untoldSection(untold),
    ],
    footer: say`The record decides each test; what it does not tell passes none. What an employer may choose to pay is not in it.`,
    dated: say`${named(quarters.at(-1)?.quarter ?? '')}`,
  };
}

function nextWords({term, probability: {numberOf}, passed, periods, every}: NextPay): Prose {
  const period = every === 12 ? 'year' : 'quarter';
  return say`${named(term)} passes its tests in the next ${period} with a chance of ${numberOf}: it did in ${String(passed)} of ${String(periods)} that are known`;
}

function quarterOf({quarter, terms}: BacktestReport['quarters'][number]): readonly Block[] {
  if (terms.length === 0) return [];
  return [
    {block: 'heading', level: 'under', text: [{text: say`${named(quarter)}`}]},
    {
      block: 'list',
      items: terms.map(one => ({
        text: [
          {
            text: say`${named(one.term)} would have paid ${valueOf(one.paid) === 0 ? 'nothing' : one.paid}${missedWords(one)}`,
          },
        ],
        under: one.tests.map(test => [
          {
            text: testWords(test),
            tone: test.passed === null ? 'unknown' : test.passed ? 'pass' : 'fail',
          } as const,
        ]),
      })),
    },
  ];
}

function missedWords({missed}: TermResult): Prose | null {
  return missed === null ? null : say`; ${missed} more, had every test passed`;
}

/** `✗ uptime 99.98%, needed at least 99.99%: 0.01% short`. */
function testWords({what, observed, needed, isLeast, passed, margin}: TestResult): Prose {
  const bound = say`needed ${isLeast ? 'at least' : 'at most'} ${needed}`;
  if (observed === null || margin === null)
    return say`? ${observedWords(what)} is not in the record, ${bound}`;
  const sign = passed === true ? '✓' : '✗';
  const short = isKnown(margin) && valueOf(margin) < 0;
  return say`${sign} ${observedWords(what)}: ${observed}, ${bound}${short ? say`: missed by ${absolute(margin)}` : null}`;
}

/** A shortfall without its sign. */
function absolute(margin: TestResult['margin']): TestResult['margin'] {
  if (margin === null || !('value' in margin.quantity)) return margin;
  return {...margin, quantity: {...margin.quantity, value: Math.abs(margin.quantity.value)}};
}

function untoldSection(untold: BacktestReport['untold']): readonly Section[] {
  if (untold.length === 0) return [];
  const words = untold.map(
    ({term, needs}) => say`${named(term)} hangs on ${listed(needs.map(one => say`${named(one)}`))}`,
  );
  return [
    {id: 'untold', heading: say`What no record tells`, blocks: [paragraph(say`${join(words, '; ')}.`)]},
  ];
}
