import type {Source} from '../base/index.ts';
import {readYaml, type YamlReading} from './yaml.ts';

/** The YAML at the very top of a text, and where it stands with its dashes. */
export interface FrontMatterText {
  readonly from: number;
  readonly to: number;
  /** Whether a second line of dashes ends it; else it ends where Markdown begins, or at the first blank line. */
  readonly closed: boolean;
  /** What stands between the dashes, each value with its place in the whole text. */
  readonly reading: YamlReading;
}

interface Place {
  readonly from: number;
  readonly to: number;
  /** Of the YAML alone. */
  readonly start: number;
  readonly end: number;
  readonly closed: boolean;
}

/** Deeper, a line of dashes is code to Markdown. */
const DEEPEST_FENCE = 3;
const KEY = /^["']?([A-Za-z_][\w.-]*)["']?[ \t]*:(?=\s|$)/;
/** A comment to YAML: a heading only if what stands below it is no YAML. */
const HEADING = /^#{1,6} /;
const MARKUP = /^(?:\*\*|\||>)/;
/** What else a line of YAML may begin with, where no key does. */
const YAML_LINE = /^(?:[ \t]|[-?&!"'{[\]}])/;

/**
 * The front matter at the very top of a source, behind blank lines and a byte order mark at most. One of `keys` tells it
 * from a rule with words below it; without any, what stands right under the dashes must be a key. Null where there is
 * none. `text` is that of the source, or one of the same length. Linear, and never throws.
 */
export function frontMatterOf(
  source: Source,
  keys: readonly string[],
  text = source.text,
): FrontMatterText | null {
  const place = placeOf(text, keys);
  if (place === null) return null;
  const {from, to, start, end, closed} = place;
  const above = text.slice(0, start).replace(/[^\n]/g, ' ');
  const reading = readYaml({
    file: source.file,
    text: above + text.slice(start, end),
    span: (low, high) => source.span(low, high),
  });
  return {from, to, closed, reading};
}

function placeOf(text: string, keys: readonly string[]): Place | null {
  const top = text.search(/\S/);
  if (top < 0) return null;
  const from = text.lastIndexOf('\n', top) + 1;
  const start = lineEnd(text, from) + 1;
  if (!isFence(text.slice(from, start).trimEnd())) return null;
  let known = -1;
  let keyed = false;
  let heading = -1;
  let blank = -1;
  const unclosed = (end: number): Place | null => {
    if (known < 0 || known >= end) return null;
    const to = from + text.slice(from, end).trimEnd().length;
    return {from, to, start, end: to, closed: false};
  };
  for (let at = start; at < text.length; at = lineEnd(text, at) + 1) {
    const line = text.slice(at, lineEnd(text, at)).trimEnd();
    const key = KEY.exec(line.trimStart())?.[1];
    if (key !== undefined && known < 0 && keys.includes(key)) known = at;
    if (key !== undefined && at === start) keyed = true;
    if (line === '') blank = blank < 0 ? at : blank;
    else if (isFence(line) && !(heading >= 0 && text.startsWith('##', heading)))
      return known >= 0 || keyed ? {from, to: at + line.length, start, end: at, closed: true} : null;
    else if (HEADING.test(line)) heading = heading < 0 ? at : heading;
    else if (
      MARKUP.test(line) ||
      (heading >= 0 && (isFence(line) || (key === undefined && !YAML_LINE.test(line))))
    )
      return unclosed(heading < 0 ? at : heading);
    else heading = -1;
  }
  return unclosed(blank < 0 ? text.length : blank);
}

function isFence(line: string): boolean {
  const words = line.trimStart();
  return (words === '---' || words === '...') && line.length - words.length <= DEEPEST_FENCE;
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}
