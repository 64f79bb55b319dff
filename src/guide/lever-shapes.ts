import {isLeverPart, leverLabel, leverNumber, leversHeading} from '../english/index.ts';
import {normalized} from './bare.ts';
import {bodyOf, type MarkdownBlock, type Page} from './blocks.ts';
import {opensBold} from './prose.ts';

/** How a lever begins: its title, its number and where its body goes on in the same block. */
export interface Opening {
  readonly title: string;
  /** 0 where it has none. */
  readonly number: number;
  readonly after: number;
}

/** A way in which levers begin. `anywhere` also outside a list: a "Lever 2" says what it is, a bold number does not. */
export interface Shape {
  readonly anywhere: boolean;
  readonly open: (page: Page, block: MarkdownBlock) => Opening | null;
}

/** "1. Title", "2) Title", "3 – Title", and a number alone. */
const COUNTED = /^(\d{1,4})(?:[.)](?:\s+|$)|\s+(?=[—–-]\s))(?:[—–-]\s+)?/;
/** "#1 Title", "#2: Title", "No. 3 – Title". */
const HASHED = /^(?:#|N[o°]\.)\s?(\d{1,4})[.):]?(?:\s+|$)(?:[—–-]\s+)?/;

/** The ways a lever begins, most telling first. */
export const SHAPES: readonly Shape[] = [
  {
    // #### Global Lever 1: Title, and all in the heading: #### Lever 1: Title — "script"
    anywhere: true,
    open(page, block) {
      if (block.kind !== 'heading') return null;
      const words = bodyOf(page, block);
      const counted = leverNumber(words);
      if (counted === null) return null;
      const {number} = counted;
      const quote = page.bare.indexOf('"', block.start);
      const title = words.slice(counted.after);
      const scripted = quote > 0 && quote < block.to && /\s[—–-]\s*"/.test(words);
      return scripted
        ? {number, title: tidy(title.slice(0, title.search(/\s*[—–-]\s*"/))), after: quote}
        : {number, title: tidy(title), after: block.to};
    },
  },
  {
    // **Lever 1 — Title:** "script"
    anywhere: true,
    open(page, block) {
      const label = block.kind === 'paragraph' || block.kind === 'quote' ? boldAt(page, block) : null;
      const counted = label === null ? null : leverNumber(label.title);
      if (label === null || counted === null) return null;
      return {...label, number: counted.number, title: tidy(label.title.slice(counted.after))};
    },
  },
  {
    // **1. Title**
    anywhere: false,
    open: (page, block) => countedBold(block.kind === 'paragraph' ? boldAt(page, block) : null),
  },
  {
    // 1. **Title:** "script"
    anywhere: false,
    open(page, block) {
      const label = block.kind === 'item' && block.ordered ? boldAt(page, block) : null;
      if (label === null) return null;
      const from = leverNumber(label.title)?.after ?? leverLabel(label.title);
      return {...label, number: numberBefore(page, block), title: tidy(label.title.slice(from))};
    },
  },
  {
    // ### 1. Title
    anywhere: false,
    open(page, block) {
      if (block.kind !== 'heading') return null;
      return countedBold({title: bodyOf(page, block), number: 0, after: block.to});
    },
  },
];

/** In a list that says it is one of levers and numbers none in bold: bullets with a label, and plain words before a script. */
export const LOOSE: readonly Shape[] = [
  {
    // - **Title:** "script", - **#1 Title** — "script"
    anywhere: false,
    open(page, block) {
      const label = isOutermost(page, block) ? boldAt(page, block) : null;
      if (label === null || !isLabel(page, block, label)) return null;
      return countedBold(label) ?? {...label, title: tidy(label.title)};
    },
  },
  {
    // 1. Title: "script"
    anywhere: false,
    open(page, block) {
      if (!block.ordered || !isOutermost(page, block)) return null;
      const hit = /^([^:"“”\n]{3,100}?)(?::|\s[—–-])\s/.exec(page.bare.slice(block.start, block.start + 110));
      return hit === null ? null : plainly(page, block, hit);
    },
  },
  {
    // 1. Title "script", - Title: "script", the script on the next line or in the next paragraph too
    anywhere: false,
    open(page, block) {
      if (!isOutermost(page, block)) return null;
      const hit = BEFORE_A_SCRIPT.exec(page.bare.slice(block.start, block.start + 160));
      return hit === null || hit[1] === undefined ? null : plainly(page, block, hit);
    },
  },
];

/** The words up to a quotation mark, on one line and no sentence. */
const BEFORE_A_SCRIPT = /^([^:"“”.!?\n]{3,100}?)[\s\uFEFF]*[:—–→-]?[\s\uFEFF]*(?=["“])/;

/** In a list that neither numbers nor bullets its levers: by headings beneath its own, bold titles, or bold labels. */
export const PLAIN: readonly Shape[] = [
  {
    // ### Title
    anywhere: false,
    open: (page, block) =>
      block.kind === 'heading' ? unnumbered({title: bodyOf(page, block), number: 0, after: block.to}) : null,
  },
  {
    // **Title**
    anywhere: false,
    open(page, block) {
      const label = block.kind === 'paragraph' && block.titles ? boldAt(page, block) : null;
      return label === null ? null : unnumbered(label);
    },
  },
  {
    // **Title:** "script"
    anywhere: false,
    open(page, block) {
      const label = block.kind === 'paragraph' && !block.titles ? boldAt(page, block) : null;
      return label === null || !isLabel(page, block, label) ? null : unnumbered(label);
    },
  },
];

/** A title that opens a lever, and no part of one and no other list. */
function unnumbered(label: Opening): Opening | null {
  const says = leversHeading(label.title);
  if (isLeverPart(label.title) || (says !== null && says !== 'lever')) return null;
  return {...label, title: tidy(label.title.slice(leverLabel(label.title)))};
}

/** What the first shape that fits makes of a block. */
export function openingOf(page: Page, block: MarkdownBlock, shapes: readonly Shape[]): Opening | null {
  for (const shape of shapes) {
    const opening = shape.open(page, block);
    if (opening !== null) return opening;
  }
  return null;
}

function countedBold(label: Opening | null): Opening | null {
  const counted = label === null ? null : (COUNTED.exec(label.title) ?? HASHED.exec(label.title));
  if (label === null || counted === null) return null;
  return {...label, number: Number(counted[1]), title: tidy(label.title.slice(counted[0].length))};
}

/** Where the number of a title ends, "1." or "#1". */
export function endOfNumber(words: string): number {
  const marks = /^[\s\uFEFF]*/.exec(words)?.[0].length ?? 0;
  const title = words.slice(marks);
  return marks + ((COUNTED.exec(title) ?? HASHED.exec(title))?.[0].length ?? 0);
}

/** A title in plain words, which open an item. */
function plainly(page: Page, block: MarkdownBlock, [whole, words = '']: RegExpExecArray): Opening {
  const number = block.ordered ? numberBefore(page, block) : 0;
  return {title: tidy(normalized(words)), number, after: block.start + whole.length};
}

/**
 * Whether the bold words that open a block are a label: a colon or a point ends them, or there follows a dash, an arrow, a
 * bracket, a script or the end of the line.
 */
function isLabel(page: Page, block: MarkdownBlock, {after}: Opening): boolean {
  const {text} = page.source;
  if (/[:.?!]\*\*|:$/.test(text.slice(after - 4, after))) return true;
  return /^[ \t]*(?:[:—–→("“-]|\s*\n|$)/.test(
    text.slice(after, Math.min(block.to, after + 80)).replace(/[*_]/g, ''),
  );
}

/** Of an item its own number: "2." */
function numberBefore(page: Page, {from, start}: MarkdownBlock): number {
  return Number(/\d{1,9}/.exec(page.source.text.slice(from, start))?.[0] ?? 0);
}

function isOutermost(page: Page, block: MarkdownBlock): boolean {
  return block.kind === 'item' && /\S/.test(page.source.text[block.from] ?? '');
}

function boldAt(page: Page, block: MarkdownBlock): Opening | null {
  const from = block.start;
  if (!opensBold(page, from)) return null;
  const hit =
    /^[\s>]{0,6}(?:\p{Extended_Pictographic}\uFE0F?[ \t]{0,2})?\*\*([^\n]{1,300}?)\*\*[ \t]{0,2}:?/u.exec(
      page.source.text.slice(from, Math.min(block.to, from + 320)),
    );
  if (hit === null) return null;
  return {title: normalized((hit[1] ?? '').replaceAll('*', '')), number: 0, after: from + hit[0].length};
}

/** A title without its quotes, and the colon or point behind it. */
export function tidy(title: string): string {
  return title
    .replace(/^["“_]+|["”_]+$/g, '')
    .replace(/[\s:.]+$/, '')
    .trim();
}
