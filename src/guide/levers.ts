import {normalized} from './bare.ts';
import {bodyOf, type MarkdownBlock, type Page} from './blocks.ts';
import {hitsIn} from './hits.ts';
import {NOTHING, type BlockRule, type Portion} from './portion.ts';
import {opensBold, sentencesOf} from './prose.ts';
import {slotsOf} from './slots.ts';
import {isStrategy} from './strategy.ts';
import type {Lever, Read} from './types.ts';

/** The title of a lever and where its body goes on in the same block. */
interface Opening {
  readonly title: string;
  readonly after: number;
}

/** A lever as it is found: how it opens, and the blocks up to the next. */
interface Found {
  readonly opening: Opening;
  readonly blocks: MarkdownBlock[];
}

const LISTS = /\blevers\b/i;
const LEVER = /\blevers?\b/i;
const LIST_OF_LEVERS =
  /\b(?:global|negotiation|four|\d+)\b.*\blevers\b|\blevers\b.*\b(?:language|scripts?|negotiation)\b|^levers$/i;
const NUMBERED =
  /^(?:(?:global|negotiation)\s+)*lever\s+(?:#?\d+|one|two|three|four|five|six|seven|eight|[A-H])\b\s*[:.—–-]*\s*/i;
/** `1. **Lever: Title**`: the word alone, which says no more than the list does. */
const LABEL = /^lever\s*[:—–-]\s+/i;
const SHORTEST_SCRIPT = 40;
const LONGEST_TITLE = 120;
const QUOTE_MARK = /["“”]/g;

/**
 * The ways a lever begins, most telling first. `anywhere` also outside a list of levers: a "Lever 2" says of itself
 * what it is, a bold number does not.
 */
const SHAPES: readonly {
  readonly anywhere: boolean;
  readonly open: (page: Page, block: MarkdownBlock) => Opening | null;
}[] = [
  {
    // #### Global Lever 1: Title, and all in the heading: #### Lever 1: Title — "script"
    anywhere: true,
    open(page, block) {
      if (block.kind !== 'heading') return null;
      const words = bodyOf(page, block);
      if (!NUMBERED.test(words)) return null;
      const quote = page.bare.indexOf('"', block.start);
      const scripted = quote > 0 && quote < block.to && /\s[—–-]\s*"/.test(words);
      const title = words.replace(NUMBERED, '');
      return scripted
        ? {title: tidy(title.slice(0, title.search(/\s*[—–-]\s*"/))), after: quote}
        : {title: tidy(title), after: block.to};
    },
  },
  {
    // **Lever 1 — Title:** "script"
    anywhere: true,
    open(page, block) {
      const label = block.kind === 'paragraph' || block.kind === 'quote' ? boldAt(page, block) : null;
      return label !== null && NUMBERED.test(label.title)
        ? {...label, title: tidy(label.title.replace(NUMBERED, ''))}
        : null;
    },
  },
  {
    // **1. Title**
    anywhere: false,
    open(page, block) {
      const label = block.kind === 'paragraph' ? boldAt(page, block) : null;
      return label !== null && /^\d+[.)]\s/.test(label.title)
        ? {...label, title: tidy(label.title.replace(/^\d+[.)]\s+/, ''))}
        : null;
    },
  },
  {
    // 1. **Title:** "script"
    anywhere: false,
    open(page, block) {
      const label = block.kind === 'item' && block.ordered ? boldAt(page, block) : null;
      return label === null
        ? null
        : {...label, title: tidy(label.title.replace(NUMBERED, '').replace(LABEL, ''))};
    },
  },
  {
    // ### 1. Title
    anywhere: false,
    open(page, block) {
      if (block.kind !== 'heading') return null;
      const words = bodyOf(page, block);
      return /^\d+[.)]\s/.test(words)
        ? {title: tidy(words.replace(/^\d+[.)]\s+/, '')), after: block.to}
        : null;
    },
  },
];

/** In a list that says it is one of levers and numbers none in bold: bullets with a label, and numbers with a plain one. */
const LOOSE: typeof SHAPES = [
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
      return hit === null
        ? null
        : {title: tidy(normalized(hit[1] ?? '')), after: block.start + hit[0].length};
    },
  },
];

function isOutermost(page: Page, block: MarkdownBlock): boolean {
  return block.kind === 'item' && /\S/.test(page.source.text[block.from] ?? '');
}

/**
 * The list of levers; where none is titled so, the numbered ones under a heading that speaks of levers, or of a lever;
 * and where there is no such heading either, paragraphs that are nothing but a bold number and a title.
 */
export const levers: BlockRule = {
  part: 'levers',
  read(page, left) {
    const ways: readonly (() => Portion)[] = [
      () => collect(page, left, SHAPES, block => LIST_OF_LEVERS.test(bodyOf(page, block))),
      () => collect(page, left, LOOSE, block => LIST_OF_LEVERS.test(bodyOf(page, block))),
      () => collect(page, left, SHAPES, block => LISTS.test(bodyOf(page, block))),
      () => collect(page, left, SHAPES, block => LEVER.test(bodyOf(page, block))),
      () => {
        const blocks = left.filter(block => block.kind !== 'item');
        return collect(page, blocks, SHAPES, () => true, scripted);
      },
    ];
    for (const way of ways) {
      const found = way();
      if (found.claims.length > 0) return found;
    }
    return NOTHING;
  },
};

function collect(
  page: Page,
  left: readonly MarkdownBlock[],
  shapes: typeof SHAPES,
  isList: (block: MarkdownBlock) => boolean,
  pick: (page: Page, found: readonly Found[]) => readonly Found[] = (_, found) => found,
): Portion {
  const found: Found[] = [];
  const anywhere = shapes.filter(shape => shape.anywhere);
  let inList = false;
  let open = false;
  for (const block of left) {
    const opening = openingOf(page, block, inList ? shapes : anywhere);
    if (opening !== null) {
      found.push({opening, blocks: [block]});
      open = true;
    } else if (block.titles) {
      inList = isList(block);
      open = false;
    } else if (isStrategy(page, block) || block.kind === 'table') {
      open = false;
      inList = inList && block.kind === 'table';
    } else if (open && block.kind !== 'rule') found.at(-1)?.blocks.push(block);
  }
  if (found.length === 0) return NOTHING;
  const picked = pick(page, found);
  return {
    claims: picked.flatMap(({blocks}) => blocks),
    parts: {
      levers: picked.map(({opening, blocks}) => leverOf(page, entitled(page, opening, blocks), blocks)),
    },
  };
}

function openingOf(page: Page, block: MarkdownBlock, shapes: typeof SHAPES): Opening | null {
  for (const shape of shapes) {
    const opening = shape.open(page, block);
    if (opening !== null) return opening;
  }
  return null;
}

/** Of several lists, each of which begins again at 1, those that are mostly scripts; all where none is. */
function scripted(page: Page, found: readonly Found[]): readonly Found[] {
  const lists: Found[][] = [];
  let last = Number.POSITIVE_INFINITY;
  for (const one of found) {
    const first = one.blocks[0] as MarkdownBlock;
    const number = Number(/\d+/.exec(page.bare.slice(first.start, first.start + 40))?.[0] ?? 0);
    if (number <= last) lists.push([]);
    lists.at(-1)?.push(one);
    last = number;
  }
  const spoken = lists.filter(
    list => list.filter(({blocks}) => blocks.some(block => isScript(page, block))).length * 2 > list.length,
  );
  return (spoken.length === 0 ? lists : spoken).flat();
}

function isScript(page: Page, block: MarkdownBlock): boolean {
  const text = page.bare.slice(block.start, block.to);
  return (
    text.lastIndexOf('"') - text.indexOf('"') > SHORTEST_SCRIPT ||
    text.lastIndexOf('”') - text.indexOf('“') > SHORTEST_SCRIPT
  );
}

/** A lever that opens with its bare number has the words behind it for a title, or those of the paragraph beneath. */
function entitled(page: Page, opening: Opening, blocks: readonly MarkdownBlock[]): Opening {
  const [first, second] = blocks;
  if (opening.title !== '' || first === undefined) return opening;
  const behind = page.bare.slice(opening.after, first.to);
  const beneath = second?.kind === 'paragraph' ? page.bare.slice(second.start, second.to) : '';
  const title = [behind, beneath].map(titleIn).find(words => words !== '');
  return {...opening, title: title ?? tidy(bodyOf(page, {start: first.start, to: opening.after}))};
}

/** The words up to the end of the line, a colon or the script, if they are short enough to be a title. */
function titleIn(text: string): string {
  const words = /^[\s\uFEFF:.—–-]*([^\n:"“”]*)/.exec(text)?.[1] ?? '';
  return words.length > LONGEST_TITLE || /[.!?]\s/.test(words)
    ? ''
    : tidy(normalized(words).replace(/[\s>—–-]+$/, ''));
}

function leverOf(page: Page, opening: Opening, blocks: readonly MarkdownBlock[]): Lever {
  const first = blocks[0] as MarkdownBlock;
  const span = page.source.span(first.from, blocks.at(-1)?.to ?? first.to);
  const bodies = [
    {from: opening.after, to: first.to},
    ...blocks.slice(1).map(({start, to}) => ({from: start, to})),
  ];
  const sentences = bodies.flatMap(({from, to}) => sentencesOf(page, from, to));
  const titled = /\d/.test(opening.title)
    ? sentencesOf(page, titleStart(page, first), Math.min(opening.after, first.to))
    : [];
  return {
    title: opening.title,
    script: scriptOf(page, bodies, blocks),
    passage: {section: first.section, label: opening.title, span, sentences: [...titled, ...sentences]},
    slots: slotsOf(page, span),
    span,
  };
}

/** Behind "1." and "Lever 2 —": the number of a lever is not a figure of it. */
function titleStart(page: Page, block: MarkdownBlock): number {
  const lead = /^[\s\uFEFF]*(?:(?:(?:global|negotiation)\s+)*lever\s+#?)?\d+[.):]?/i.exec(
    page.bare.slice(block.start, block.to),
  );
  return block.kind === 'item' ? block.start : block.start + (lead?.[0].length ?? 0);
}

/** What stands in quotes: from the first mark to the last where the body opens with one, else the longest pair. */
function scriptOf(
  page: Page,
  bodies: readonly {from: number; to: number}[],
  blocks: readonly MarkdownBlock[],
): Read<string> | null {
  for (const {from, to} of bodies) {
    const text = page.bare.slice(from, to);
    const marks = hitsIn(text, QUOTE_MARK).map(({index}) => index);
    const [first, last] = [marks[0], marks.at(-1)];
    if (first === undefined || last === undefined || first === last) continue;
    const opens = /^[\s\uFEFF:>—–-]*$/.test(text.slice(0, first));
    const pairs = marks.flatMap((mark, at) =>
      at % 2 === 0 && marks[at + 1] !== undefined ? [{a: mark, b: marks[at + 1] as number}] : [],
    );
    const longest = pairs.reduce((one, other) => (other.b - other.a > one.b - one.a ? other : one), {
      a: 0,
      b: 0,
    });
    const {a, b} = opens ? {a: first, b: last} : longest;
    if (b - a > SHORTEST_SCRIPT)
      return {value: normalized(text.slice(a + 1, b)), span: page.source.span(from + a + 1, from + b)};
  }
  const quote = blocks.find(block => block.kind === 'quote');
  if (quote === undefined) return null;
  return {value: bodyOf(page, quote), span: page.source.span(quote.start, quote.to)};
}

function boldAt(page: Page, block: MarkdownBlock): Opening | null {
  const from = block.start;
  if (!opensBold(page, from)) return null;
  const hit = /^[\s>]{0,6}\*\*([^\n]{1,300}?)\*\*[ \t]{0,2}:?/.exec(
    page.source.text.slice(from, Math.min(block.to, from + 320)),
  );
  return hit === null
    ? null
    : {title: normalized((hit[1] ?? '').replaceAll('*', '')), after: from + hit[0].length};
}

function tidy(title: string): string {
  return title
    .replace(/^["“]+|["”]+$/g, '')
    .replace(/[\s:.]+$/, '')
    .trim();
}
