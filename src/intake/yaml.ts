import {isMap, isScalar, isSeq, LineCounter, type Node, parseDocument} from 'yaml';
import {inspect} from '../files/index.ts';
import {type TextPiece, Unreadable} from './piece.ts';

/** A row of a YAML text, or why it cannot be read. */
export type YamlRow =
  | {readonly value: unknown; readonly line: number}
  | Extract<TextPiece, {problem: string}>;

/** Characters of one document: as the tree that it is read into it takes some two hundred times as many bytes. */
const LONGEST_DOCUMENT = 2 * 2 ** 20;

/** Brackets left open one in the other, beyond which no tree is made: texts may hold some that never close. */
const DEEPEST_BRACKETS = 1000;

/**
 * The rows of a YAML text: its documents, or the entries of the list at `at` in each (or that each is). A document that
 * cannot be read is a problem, and those behind it are read.
 */
export async function* readYamlRows(
  lines: AsyncIterable<TextPiece>,
  at: readonly (readonly string[])[],
  bare: boolean,
): AsyncGenerator<YamlRow> {
  let any = false;
  for await (const piece of documents(lines)) {
    any = true;
    if ('problem' in piece) yield piece;
    else yield* rows(piece.text, piece.line, at, bare);
  }
  if (!any) throw new Unreadable('nothing stands in it', 1, 'export it again, or leave it out');
}

/** Cuts a text at its `---` lines. */
async function* documents(lines: AsyncIterable<TextPiece>): AsyncGenerator<TextPiece> {
  let parts: string[] = [];
  let length = 0;
  let begun = 1;
  const cut = (next: number): TextPiece | undefined => {
    const says = parts.some(line => /^\s*[^\s#]/.test(line));
    const piece = says ? {text: parts.join('\n'), line: begun} : undefined;
    [parts, length, begun] = [[], 0, next];
    return piece;
  };
  for await (const piece of lines) {
    if ('problem' in piece) {
      yield piece;
      continue;
    }
    if (/^(?:---|\.\.\.)(?:\s|$)/.test(piece.text)) {
      const whole = cut(piece.line);
      if (whole !== undefined) yield whole;
      parts.push(piece.text.replace(/^(?:---|\.\.\.)/, '   '));
      continue;
    }
    length += piece.text.length + 1;
    if (length > LONGEST_DOCUMENT) {
      const hint = 'part it into documents with --- lines, or export it as JSON';
      throw new Unreadable('a YAML document too long to be held', begun, hint);
    }
    parts.push(piece.text);
  }
  const whole = cut(0);
  if (whole !== undefined) yield whole;
}

function rows(text: string, begun: number, at: readonly (readonly string[])[], bare: boolean): YamlRow[] {
  if (bracketsIn(text) > DEEPEST_BRACKETS) return [{problem: DEEP, line: begun, hint: CHECK}];
  const counter = new LineCounter();
  const lineOf = (offset: number) => begun - 1 + counter.linePos(offset).line;
  try {
    const document = parseDocument(text, {
      lineCounter: counter,
      stringKeys: true,
      prettyErrors: false,
      logLevel: 'error',
      // Equal keys are looked for by `inspect`, in the time of one walk.
      uniqueKeys: false,
    });
    const [error] = document.errors;
    if (error !== undefined) {
      const [first = ''] = error.message.split('\n');
      const hint = 'a value with ": " or " #" wants quotes around it; lists and keys want even indents';
      return [{problem: `not valid YAML: ${first}`, line: lineOf(error.pos[0]), hint}];
    }
    const [fault] = inspect(document).faults;
    if (fault !== undefined)
      return [{problem: fault.message, line: lineAt(fault.node, lineOf), hint: fault.hint}];
    const ways = at.length === 0 ? [[]] : at;
    const nodes = ways.map(way => nodeAt(document.contents, way)).filter(one => one !== undefined);
    const node = nodes[0] ?? (bare ? document.contents : undefined);
    if (node === undefined) {
      const problem = `no list at ${ways.map(way => way.join('.')).join(' or ')}`;
      return [{problem, line: begun, hint: 'correct at, or leave it out'}];
    }
    if (node === null || (isScalar(node) && node.value === null)) return [];
    const value: unknown = (node as Node).toJS(document, {maxAliasCount: -1});
    if (!isSeq(node) || !Array.isArray(value)) return [{value, line: lineAt(node, lineOf)}];
    return node.items.map((item, index) => ({value: value[index] as unknown, line: lineAt(item, lineOf)}));
  } catch (error) {
    if (error instanceof RangeError) {
      return [{problem: DEEP, line: begun, hint: CHECK}];
    }
    throw error;
  }
}

const DEEP = 'nested too deep to be read';
const CHECK = 'check that it is the file you mean';

/** How many brackets stand open at once, at most. */
function bracketsIn(text: string): number {
  let [open, most] = [0, 0];
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at);
    if (sign === 0x5b || sign === 0x7b) most = Math.max(most, ++open);
    else if ((sign === 0x5d || sign === 0x7d) && open > 0) open--;
  }
  return most;
}

function nodeAt(from: unknown, way: readonly string[]): unknown {
  let node = from;
  for (const key of way) node = isMap(node) ? node.get(key, true) : undefined;
  return node;
}

function lineAt(node: unknown, lineOf: (offset: number) => number): number {
  return lineOf((node as Node).range?.[0] ?? 0);
}
