import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {EDITIONS} from '../../src/figure/edition.ts';
import {figuresOf, isKnown, type Known, type Prose, show, textOf, tierOf} from '../../src/figure/index.ts';
import type {Span} from '../../src/base/index.ts';
import type {Brief} from '../../src/strategy/index.ts';
import {planDocument} from '../../src/views/index.ts';
import {faultOf} from './again.ts';
import {type Case, caseIn, example, MADE_UP} from './cases.ts';
import {toldFault} from './told.ts';
import {planned, variations} from './variations.ts';
import {knownWithin, type Met, within} from './within.ts';
import {times} from '../strength.ts';

const flagship = await example();

/** The report and the document of each edition, whole and in brief. */
function editionsOf({planned: plan}: Case) {
  return EDITIONS.flatMap(edition => {
    const {report} = plan.for(edition);
    return [true, false].map(full => ({
      name: `${edition}${full ? '' : ', in brief'}`,
      edition,
      report,
      document: planDocument(report, {edition, full}),
    }));
  });
}

type Seen = ReturnType<typeof editionsOf>[number];

/** Figures that cannot be got again as their kind says. */
function lost(seen: Seen, {grounds}: Case): readonly string[] {
  return knownWithin(seen).flatMap(({at, figure}) => {
    const fault = faultOf(figure, grounds);
    return fault === null ? [] : [`${at}: ${fault}`];
  });
}

/** Words that hold a digit of their own. */
function loose(seen: Seen): readonly string[] {
  return within(seen).texts.flatMap(({at, text}) =>
    text.prose.flatMap(part => (typeof part === 'string' && holdsDigit(part) ? [`${at}: ${part}`] : [])),
  );
}

/** The words of the trade that prose.ts lets through. */
const TRADE = /(?<!\w)(?:24\/7|24x7|401\(k\)|H-1B|1Password|S&P 500|9\/80)(?!\w)/g;

function holdsDigit(text: string): boolean {
  return /\p{N}/u.test(text.replace(TRADE, ''));
}

/** Figures that are printed as other numbers than they hold. */
function mistold(seen: Seen): readonly string[] {
  return knownWithin(seen).flatMap(({at, figure}) => {
    const fault = toldFault(figure);
    return fault === null ? [] : [`${at}: ${fault}`];
  });
}

/** Whatever a plan would have somebody say aloud. */
function spoken({asks, levers}: Brief): readonly Prose[] {
  const said = [
    ...asks.map(one => one.say),
    ...levers.flatMap(({script, rebuttals}) => [...script, ...rebuttals.map(one => one.you)]),
  ];
  // What an edition leaves out is null.
  return said.flatMap(one => (one?.text == null ? [] : [one.text]));
}

/** Sentences to say that stand on a guess. */
function guessed({report}: Seen): readonly string[] {
  const isGuess = ({figure}: Met) => tierOf(figure) === 'assumed' || figure.figure === 'assumed';
  return spoken(report)
    .filter(text => within(text).figures.some(isGuess))
    .map(textOf);
}

/** Figures that are not for the eyes of an edition, at whatever depth. */
function leaked({edition, report, document}: Seen): readonly string[] {
  if (edition === 'desk') return [];
  return knownWithin({report, document}).flatMap(({at, figure}) =>
    figure.disclosure === 'confidential' ? [`${at}: ${show(figure)}`] : [],
  );
}

const WRONG = {lost, loose, mistold, guessed, leaked} as const;
const nothing = {lost: [], loose: [], mistold: [], guessed: [], leaked: []};

/** What is wrong with the figures of a case in any edition. */
function wrongIn(of: Case) {
  const editions = editionsOf(of);
  return Object.fromEntries(
    Object.entries(WRONG).map(([name, faults]) => [
      name,
      editions.flatMap(seen => faults(seen, of).map(fault => `${seen.name}: ${fault}`)),
    ]),
  );
}

describe('every figure of a plan is got again as its kind says, and printed as what it holds', () => {
  test('in the example', () => {
    expect(wrongIn(flagship)).toEqual(nothing);
  });

  test.each(MADE_UP)('in %s', async folder => {
    expect(wrongIn(await caseIn(folder))).toEqual(nothing);
  });

  test('in whatever case somebody may have', async () => {
    await fc.assert(
      fc.asyncProperty(variations, async files => {
        expect(wrongIn(await planned(files))).toEqual(nothing);
      }),
      {numRuns: times(100), endOnFailure: true},
    );
  });
});

test('the example has figures of every kind, and the editions differ', () => {
  const kinds = (edition: (typeof EDITIONS)[number]) =>
    within(flagship.planned.for(edition).report).figures.map(({figure}) => figure.figure);
  const desk = kinds('desk');
  expect(new Set(desk)).toEqual(new Set(['read', 'measured', 'worked', 'estimated', 'assumed']));
  expect(desk.length).toBeGreaterThan(500);
  expect(kinds('call')).toContain('sealed');
});

describe('an edition', () => {
  test.each(['one-offer', 'two-currencies'])('keeps all of a case without secrets, %s', async name => {
    const {planned: plan} = await caseIn(MADE_UP.find(folder => folder.endsWith(name)) ?? name);
    expect(plan.for('call').report).toEqual(plan.for('desk').report);
  });
});

/** Where the guide has the number that a figure is, or is worked out from. */
function placesIn(figure: Known): readonly string[] {
  return knownWithin(figure).flatMap(({figure: one}) =>
    one.figure === 'read' ? [`${one.span.file}:${one.span.line}:${one.span.column}`] : [],
  );
}

describe('an ask leads to what the guide asks for, its floor to what the guide accepts', () => {
  const cases = ['example', ...MADE_UP];
  test.each(cases)('in %s', async name => {
    const {situation, planned: plan} = name === 'example' ? flagship : await caseIn(name);
    const strategy = situation.readings[0]?.guide?.strategy;
    const place = ({span: {file, line, column}}: {readonly span: Span}) => `${file}:${line}:${column}`;
    const asked = [
      ...(strategy?.anchor ?? []),
      ...(strategy?.asks ?? []).flatMap(({figures, ...one}) => [one, ...figures]),
    ].map(place);
    const accepted = (strategy?.accept ?? []).map(place);
    const {asks} = plan.for('desk').report;
    expect(asks.length).toBeGreaterThan(2);
    for (const {text, floor, span, amount} of asks) {
      expect(asked).toContain(place({span}));
      const own = [...figuresOf(text), amount].filter(one => isKnown(one)).flatMap(placesIn);
      for (const one of own.filter(at => at.startsWith('guide.md'))) expect(accepted).not.toContain(one);
      if (floor === null) continue;
      const floors = figuresOf(floor)
        .filter(isKnown)
        .flatMap(placesIn)
        .filter(at => at.startsWith('guide.md'));
      expect(floors.length).toBeGreaterThan(0);
      for (const one of floors) expect(accepted).toContain(one);
    }
  });
});
