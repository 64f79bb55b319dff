import {isMap, isScalar, isSeq, LineCounter, type Node, parseDocument} from 'yaml';
import {inspect} from '../files/index.ts';
import {LONGEST_ROW, type TextPiece, Unreadable} from './piece.ts';

/** A row of a YAML text, or why it cannot be read. */
export type YamlRow =
  | {readonly value: unknown; readonly line: number}
  | Extract<TextPiece, {problem: string}>;

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
    const text = parts.join('\n');
    const piece = /^\s*(?!#)\S/m.test(text) ? {text, line: begun} : undefined;
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
    if (length > LONGEST_ROW) {
      const hint = 'part it into documents with --- lines, or export it as JSON';
      throw new Unreadable('a YAML document too long to be held', begun, hint);
    }
    parts.push(piece.text);
  }
  const whole = cut(0);
  if (whole !== undefined) yield whole;
}

function rows(text: string, begun: number, at: readonly (readonly string[])[], bare: boolean): YamlRow[] {
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
      return [
        {problem: 'nested too deep to be read', line: begun, hint: 'check that it is the file you mean'},
      ];
    }
    throw error;
  }
}

function nodeAt(from: unknown, way: readonly string[]): unknown {
  let node = from;
  for (const key of way) node = isMap(node) ? node.get(key, true) : undefined;
  return node;
}

function lineAt(node: unknown, lineOf: (offset: number) => number): number {
  return lineOf((node as Node).range?.[0] ?? 0);
}
