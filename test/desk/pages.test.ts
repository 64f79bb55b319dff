import {describe, expect, test} from 'vitest';
import {showSpan} from '../../src/base/index.ts';
import {EDITIONS} from '../../src/figure/edition.ts';
import {
  type Edition,
  type Figure,
  isFigure,
  isKnown,
  type Known,
  numbersIn,
  show,
  type WorkedFigure,
} from '../../src/figure/index.ts';
import {type Document, printHtml, printTerminal} from '../../src/page/index.ts';
import {planDocument} from '../../src/views/index.ts';
import {all, parse} from '../fixtures/dom.ts';
import {comparable, withoutStrips, wordsOfHtml, wordsOfTerminal} from '../page/words.ts';
import {faultOf, isOpen} from './again.ts';
import {type Case, caseIn, example, MADE_UP, withoutPictures} from './cases.ts';
import {type Page, pageOf, type PrintedNote} from './pages.ts';
import {figuresOn, knownWithin} from './within.ts';

const cases: Readonly<Record<string, Case>> = Object.fromEntries([
  ['the example', await example()],
  ...(await Promise.all(
    MADE_UP.map(async folder => [folder.split('/').at(-1), await caseIn(folder)] as const),
  )),
]);

/** Every case in every edition, and on paper whole. */
const EVERY = Object.keys(cases).flatMap(name => EDITIONS.map(edition => [name, edition] as const));

async function printed(name: string, edition: Edition) {
  const of = cases[name] as Case;
  const {report, clean} = of.planned.for(edition);
  const document = withoutPictures(planDocument(report, {edition, full: true}));
  return {of, document, clean, page: pageOf(await printHtml(document, {clean}))};
}

/** What a page should say of a figure: as which number, how strong, and at which place. */
function saidOf(figure: Known, clean: (text: string) => string): string {
  const where = figure.figure === 'read' ? clean(showSpan(figure.span)) : null;
  return JSON.stringify([clean(show(figure)), clean(figure.evidence.tier), where]);
}

function noteOf({notes}: Page, number: number): PrintedNote {
  const note = notes[number - 1];
  if (note?.number !== number) throw new Error(`there is no note ${number}`);
  return note;
}

/** The figures of a document that a page can cite: titles and captions are without notes. */
function citable({kind, heading, lines, answer, sections, footer}: Document): readonly Known[] {
  return figuresOn({kind, heading, lines, answer, sections, footer}).filter((one: Figure): one is Known =>
    isKnown(one),
  );
}

describe.each(EVERY)('%s, for the %s', (name, edition) => {
  test('prints every figure with its tier and its place, and no other', async () => {
    const {document, clean, page} = await printed(name, edition);
    const said = page.marks.map(({text, note}) => {
      const {tier, where} = noteOf(page, note);
      return JSON.stringify([text, tier, where]);
    });
    expect(said.toSorted()).toEqual(
      citable(document)
        .map(figure => saidOf(figure, clean))
        .toSorted(),
    );
  });

  test('leads to the place where the number stands', async () => {
    const {of, page} = await printed(name, edition);
    const wrong = [...page.marks, ...page.notes.flatMap(({marks}) => marks)].flatMap(({text, note}) => {
      const {where} = noteOf(page, note);
      if (where === null || where.includes('[kept back]')) return [];
      const fault = standingFault(text, where, of.grounds.text);
      return fault === null ? [] : [fault];
    });
    expect(wrong).toEqual([]);
  });

  test('has notes that lead back, one after the other', async () => {
    const {page} = await printed(name, edition);
    const refs = new Set([...page.marks, ...page.notes.flatMap(({marks}) => marks)].map(({ref}) => ref));
    expect(page.notes.map(({number}) => number)).toEqual(page.notes.map((_, at) => at + 1));
    for (const {number, back} of page.notes)
      expect([back, refs.has(back)]).toEqual([`ref-${number}-1`, true]);
    expect(page.notes.filter(({text, where}) => text === '' && where === null)).toEqual([]);
  });

  test('tells in the note of a worked figure what it was worked out from', async () => {
    const {document, clean, page} = await printed(name, edition);
    const worked = knownWithin(document).flatMap(({figure}) =>
      figure.figure === 'worked' && isOpen(figure) && !isOnlyNamed(figure) ? [figure] : [],
    );
    // In the order of the formula each input with its tier and place.
    const expected = new Set(
      worked.map(one => JSON.stringify(namedIn(one).map(figure => saidOf(figure, clean)))),
    );
    const told = page.notes
      .filter(({text, marks}) => text.startsWith('worked out: ') && marks.length > 0)
      .map(({marks}) =>
        marks.map(({text, note}) =>
          JSON.stringify([text, noteOf(page, note).tier, noteOf(page, note).where]),
        ),
      )
      .map(one => JSON.stringify(one));
    expect(told.filter(one => !expected.has(one))).toEqual([]);
  });

  test('holds no digit without a source but those of days, counts and words of others', async () => {
    const {document, clean} = await printed(name, edition);
    const html = await printHtml(withoutDigits(document), {clean});
    const {body} = parse(html);
    for (const aside of all(body, 'data, sup, nav, .notes, h2 > .no'))
      (aside as unknown as {remove(): void}).remove();
    // C4: the number of a claim.
    const left = body.textContent.replace(/\bC\d+\b/g, '').match(/\S*\p{N}\S*/gu) ?? [];
    expect(left).toEqual([]);
  });

  test('says the same words in a terminal', async () => {
    const {of, document, clean} = await printed(name, edition);
    const terminal = (one: Document) =>
      wordsOfTerminal(printTerminal(one, {width: 20_000, colour: false, clean}));
    const beside = comparable(document);
    expect(terminal(beside)).toEqual(wordsOfHtml(await printHtml(beside, {clean})));
    const whole = withoutStrips(planDocument(of.planned.for(edition).report, {edition, full: false}));
    expect(terminal(whole).toSorted()).toEqual(wordsOfHtml(await printHtml(whole, {clean})).toSorted());
  });
});

test('the brief of the example has at least 214 figures with a note, 144 of them with a place', async () => {
  const {page} = await printed('the example', 'call');
  expect(page.marks.length).toBeGreaterThanOrEqual(214);
  expect(page.marks.filter(({note}) => noteOf(page, note).where !== null).length).toBeGreaterThanOrEqual(144);
});

test('a guess is printed as one', async () => {
  for (const [name, edition] of EVERY) {
    const {document, page, of} = await printed(name, edition);
    for (const {figure} of knownWithin(document)) {
      if (figure.figure !== 'assumed') continue;
      expect(faultOf(figure, of.grounds)).toBeNull();
      expect(page.notes).toContainEqual(
        expect.objectContaining({tier: 'assumed', text: figure.why, where: null}),
      );
    }
  }
});

/** A number that a formula only hands on has the note of what it is, but for one that would lead to a place. */
function isOnlyNamed({formula, inputs}: WorkedFigure): boolean {
  const [only, more] = inputs;
  return more === undefined && only?.name === formula && only.figure.figure !== 'read';
}

/** What a formula names, once for each time, in its order. */
function namedIn({formula, inputs}: WorkedFigure): readonly Known[] {
  const names = formula.replace(/\[[^\]]*\]/g, '').match(/[A-Za-z]\w*/g) ?? [];
  return names
    .flatMap(name => inputs.find(one => one.name === name)?.figure ?? [])
    .filter(one => isKnown(one));
}

/** What is wrong with a place: a printed number that does not stand on the line, from its column on. */
function standingFault(shown: string, where: string, textOf: (file: string) => string): string | null {
  const [, file = '', line = '', column = ''] = /^(.*):(\d+):(\d+)$/.exec(where) ?? [];
  const from = (textOf(file).split('\n')[Number(line) - 1] ?? '').slice(Number(column) - 1);
  const there = numbersIn(from).flatMap(({values, others}) => [...values, ...others]);
  const clocks: readonly string[] = from.match(/\d\d:\d\d/g) ?? [];
  // In minutes what stands there in hours, as a share what stands in percent.
  const stands = (value: number) =>
    there.some(one =>
      [one, one * 60, one * 100, one / 100].some(said => Math.abs(said - value) <= 5e-4 * Math.abs(value)),
    );
  const missing = numbersIn(shown).filter(({values}) => !values.some(stands));
  return missing.length === 0 || clocks.includes(shown)
    ? null
    : `${shown} is not at ${where}: "${from.slice(0, 60)}"`;
}

/** The document with another sign for every digit of days, counts, names and words of others. */
function withoutDigits(document: Document): Document {
  const walk = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null || isFigure(value)) return value;
    if (Array.isArray(value)) return value.map(walk);
    if ('count' in value && typeof value.count === 'number') return {name: '#'};
    return Object.fromEntries(
      Object.entries(value).map(([key, one]) => [
        key,
        SAID.has(key) && typeof one === 'string' ? one.replace(/\p{N}/gu, '#') : walk(one),
      ]),
    );
  };
  return walk(document) as Document;
}

/** Of parts of a text: what is not our own. */
const SAID: ReadonlySet<string> = new Set(['quote', 'name', 'day']);
