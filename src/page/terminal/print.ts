import {showSpan} from '../../base/index.ts';
import {isEmpty} from '../../figure/index.ts';
import type {Document, Section} from '../document.ts';
import {footnotes, groundText, noteText} from '../notes.ts';
import {piecesOf} from '../pieces.ts';
import {blocks, NOTES} from './blocks.ts';
import {EMPTY, type Line, margin, render, run, STAY, widthOfLine, wrap} from './line.ts';
import {hung, marked, markedProse, type TerminalContext} from './text.ts';

/** Narrower than this, nothing is readable; the lines are then of this width. */
const LEAST = 40;

/**
 * A document for a terminal `width` columns wide: no line is wider, whatever stands in it. With `colour`, ANSI colours
 * underline what signs and words say already. The words are those of `printHtml`, in the same order, and the notes have
 * the same numbers.
 */
export function printTerminal(
  document: Document,
  {width, colour, clean}: {width: number; colour: boolean; clean: (text: string) => string},
): string {
  const sheet: TerminalContext = {
    clean,
    notes: footnotes(document.ground),
    width: Math.max(LEAST, Math.floor(width)),
    indent: 0,
  };
  const body = [
    ...headline(sheet, document),
    ...answer(sheet, document),
    ...document.sections.flatMap((one, at) => section(sheet, one, at + 1)),
  ];
  const noted = notes(sheet, 0);
  const footer = isEmpty(document.footer)
    ? []
    : [EMPTY, ...wrap(markedProse(sheet, document.footer, 'muted'), sheet.width)];
  const ground = groundText(document.ground);
  const grounded = isEmpty(ground) ? [] : wrap(markedProse(sheet, ground, 'muted'), sheet.width);
  const list = [...noted, ...notes(sheet, noted.length)].flat();
  const printed = [
    ...(list.length === 0 ? [] : wrap(list, sheet.width, margin('  '))),
    ...(list.length > 0 && grounded.length > 0 ? [EMPTY] : []),
    ...grounded,
  ];
  return `${render([...placed(body, printed), ...footer], colour)}\n`;
}

/** The lines with the notes in their place; at the end where they have none. */
function placed(body: readonly Line[], notes: readonly Line[]): readonly Line[] {
  const at = body.indexOf(NOTES);
  if (at < 0) return notes.length === 0 ? body : [...body, EMPTY, ...notes];
  return [...body.slice(0, at), ...notes, ...body.slice(at + 1).filter(line => line !== NOTES)];
}

/** What it is, for whom, of whom and when. */
function headline(sheet: TerminalContext, {kind, heading, lines}: Document): readonly Line[] {
  const {width} = sheet;
  const kinds = kind.flatMap((one, at) => [
    ...(at === 0 ? [] : [run(`${STAY}${STAY} `)]),
    ...marked(sheet, [one], 'muted'),
  ]);
  return [
    ...(kinds.length === 0 ? [] : wrap(kinds, width)),
    ...wrap(markedProse(sheet, heading, 'bold'), width),
    ...lines.flatMap(line => wrap(marked(sheet, line, 'muted'), width)),
    [run('═'.repeat(width), 'muted')],
  ];
}

/** The answer in capitals, and what it rests on. */
function answer(sheet: TerminalContext, {answer: given}: Document): readonly Line[] {
  if (given === null) return [];
  const heading = piecesOf(sheet, [{text: given.heading}]).flatMap(({pieces}) =>
    pieces.flatMap(piece =>
      piece.piece === 'figure'
        ? [
            run(piece.text, 'accent'),
            ...(piece.mark === null ? [] : [run(`[${piece.mark.number}]`, 'muted')]),
          ]
        : [run(piece.piece === 'words' ? piece.text.toUpperCase() : piece.text, 'accent')],
    ),
  );
  return [EMPTY, ...wrap(heading, sheet.width), ...blocks(sheet, given.blocks)];
}

/** `━━ 1 Where each offer stands ━━━━`, with an empty line around it. */
function section(
  sheet: TerminalContext,
  {heading, blocks: within}: Section,
  number: number,
): readonly Line[] {
  const before = run(`━━ ${number} `, 'accent');
  const lines = hung(sheet, [before], markedProse(sheet, heading, 'accent'));
  const last = lines.at(-1) ?? EMPTY;
  const left = sheet.width - widthOfLine(last) - 1;
  const ruled = left > 0 ? [...last, run(` ${'━'.repeat(left)}`, 'accent')] : last;
  return [EMPTY, ...lines.slice(0, -1), ruled, EMPTY, ...blocks(sheet, within)];
}

/** `[3] documented offer letter of 2026-11-12 offers/citadel.yaml:14:5`, its number kept together with what follows it. */
function notes(sheet: TerminalContext, from: number): readonly Line[] {
  const list: Line[] = [];
  // Walking over the notes goes on to those that notes cite.
  for (const {number, note} of sheet.notes.all()) {
    if (number <= from) continue;
    const where = note.where === null ? [] : [run(` ${sheet.clean(showSpan(note.where))}`)];
    list.push([
      run(`[${number}]${STAY}`, 'muted'),
      ...marked(sheet, noteText(note)),
      ...where,
      run(`${STAY}${STAY} `),
    ]);
  }
  return list;
}
