import {leverLabel, leverNumber} from '../english/index.ts';
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

/** "1. Title" and "2) Title". */
const COUNTED = /^(\d{1,4})[.)]\s+/;

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

/** In a list that says it is one of levers and numbers none in bold: bullets with a label, and numbers with a plain one. */
export const LOOSE: readonly Shape[] = [
  {
    // - **Title:** "script"
    anywhere: false,
    open(page, block) {
      const label = isOutermost(page, block) ? boldAt(page, block) : null;
      if (label === null) return null;
      const around = `${page.source.text.slice(label.after - 4, label.after)}${page.bare.slice(label.after, label.after + 3)}`;
      return /[:.]\*\*|\*\*[\s\uFEFF]*[:—–-]/.test(around) ? {...label, title: tidy(label.title)} : null;
    },
  },
  {
    // 1. Title: "script"
    anywhere: false,
    open(page, block) {
      if (!block.ordered || !isOutermost(page, block)) return null;
      const hit = /^([^:"“”\n]{3,100}?)(?::|\s[—–-])\s/.exec(page.bare.slice(block.start, block.start + 110));
      if (hit === null) return null;
      const title = tidy(normalized(hit[1] ?? ''));
      return {title, number: numberBefore(page, block), after: block.start + hit[0].length};
    },
  },
];

/** What the first shape that fits makes of a block. */
export function openingOf(page: Page, block: MarkdownBlock, shapes: readonly Shape[]): Opening | null {
  for (const shape of shapes) {
    const opening = shape.open(page, block);
    if (opening !== null) return opening;
  }
  return null;
}

function countedBold(label: Opening | null): Opening | null {
  const counted = label === null ? null : COUNTED.exec(label.title);
  if (label === null || counted === null) return null;
  return {...label, number: Number(counted[1]), title: tidy(label.title.slice(counted[0].length))};
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
  const hit = /^[\s>]{0,6}\*\*([^\n]{1,300}?)\*\*[ \t]{0,2}:?/.exec(
    page.source.text.slice(from, Math.min(block.to, from + 320)),
  );
  if (hit === null) return null;
  return {title: normalized((hit[1] ?? '').replaceAll('*', '')), number: 0, after: from + hit[0].length};
}

/** A title without its quotes, and the colon or point behind it. */
export function tidy(title: string): string {
  return title
    .replace(/^["“]+|["”]+$/g, '')
    .replace(/[\s:.]+$/, '')
    .trim();
}
