import {cleanLine} from '../chart/clean.ts';

/** A piece of HTML that is known to be safe: made by `html` or drawn by us. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

export type Content = Markup | string | number | null | readonly Content[];

/** A template of HTML. Whatever is put into it is escaped, unless it is markup already; null is nothing. */
export function html(parts: TemplateStringsArray, ...values: readonly Content[]): Markup {
  return new Markup(parts.map((part, index) => part + put(values[index] ?? null)).join(''));
}

/** Nothing where the condition fails. */
export function when(condition: boolean, then: () => Content): Content {
  return condition ? then() : null;
}

function put(value: Content): string {
  if (value === null) return '';
  if (value instanceof Markup) return value.text;
  if (typeof value === 'object') return value.map(put).join('');
  return escape(cleanLine(String(value)));
}

/** Safe between tags and inside quoted attributes. */
function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** A CSS string in quotes: everything but plain letters, digits and spaces as a code, so that nothing ends it. */
export function cssString(text: string): string {
  const coded = [...cleanLine(text)].map(character =>
    /[A-Za-z0-9 ]/.test(character) ? character : `\\${(character.codePointAt(0) ?? 0).toString(16)} `,
  );
  return `"${coded.join('')}"`;
}
