import fc from 'fast-check';
import {quantity} from '../../src/base/index.ts';
import {type Figure, isFigure, named, type Part, type Prose, quote, read} from '../../src/figure/index.ts';
import {isProse} from '../../src/figure/prose.ts';
import type {Document} from '../../src/page/index.ts';

/** Markup, quotes, an escape that clears a terminal, a bell, and marks that turn the direction of writing. */
export const HOSTILE = `"'><script>alert(1)</script><img src=x onerror="x">\u001b[2J\u0007\u009b31m\u202eevil\u200f\u2066 </style>*/}\0`;

/** What acts on a terminal or turns a line. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
export const ACTING = /[\0-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

/** The document with something behind every text, every figure's words and source: `each` makes the next one. */
export function poisoned(document: Document, each: () => string): Document {
  const walk = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map(walk);
    if (isFigure(value)) return figure(value, each);
    if (isProse(value)) return prose(value, each);
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, walk(one)]));
  };
  return walk(document) as Document;
}

function prose(of: Prose, each: () => string): Prose {
  const parts = of.prose.map((part): Part => (isFigure(part) ? figure(part, each) : part));
  const more: readonly Part[] = [quote(each()), hostileFigure(each()), named(each())];
  return {prose: [...parts, ...more]};
}

function figure(of: Figure, each: () => string): Figure {
  if (of.figure === 'sealed') return of;
  return {...of, evidence: {...of.evidence, source: `${of.evidence.source}${each()}`}};
}

/** A figure whose words and place somebody chose. */
function hostileFigure(text: string): Figure {
  const span = {file: `offers/${text}.yaml`, line: 1, column: 1, from: 0, to: 1};
  return read(quantity(1), span, {tier: 'stated', source: text}, {style: {as: 'written', text}});
}

/** Words of all widths and kinds. */
export const word = fc.oneof(
  fc.string({unit: 'grapheme', maxLength: 40}),
  fc.string({unit: 'binary', maxLength: 20}),
  fc.constantFrom(
    '東京証券取引所で働く技術者',
    '👩‍🚀👨‍👩‍👧‍👦🇬🇧',
    'Ünïcödé́́',
    '한국어 문장 하나',
    'x'.repeat(300),
    '\u001b[31mred\u001b[0m',
    '\u202eright to left\u202c',
    'line\r\nbreak\ttab',
    '$215,000 and 2.5%',
    '',
  ),
);

/** The document with texts from a list, one after the other. */
export function poisonedBy(document: Document, texts: readonly string[]): Document {
  let turn = 0;
  return poisoned(document, () => ` ${texts[turn++ % texts.length] ?? ''}`);
}
