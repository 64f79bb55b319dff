import {
  type Alias,
  Composer,
  CST,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  Lexer,
  Parser,
  YAMLParseError,
} from 'yaml';
import type {Document, Node, Pair, YAMLError, YAMLMap} from 'yaml';
import type {Source, Span} from '../base/index.ts';
import {count, type Finding, finding, say, type Severity} from '../figure/index.ts';
import {LIMITS} from './text-file.ts';
import {inspect, type NodeFault} from './yaml-nodes.ts';

/** Levels of nesting that are read. A case needs six; the parser beneath recurses, and a hostile file may not drown it. */
const MAX_DEPTH = 32;
/** Slips of syntax after which nobody reads on: each of them is told at some cost, and a hostile file has one on each line. */
const MOST_SLIPS = 100;

/** What is read of a large text to see whether it is such a flood: to cut all of it takes longer than to tell a hundred. */
const HEAD = 50_000;

export type Path = readonly PropertyKey[];

/** A YAML text as plain values, able to tell where each of them stands. */
export interface Yaml {
  readonly value: unknown;
  /** The key, or the list item, at `path`; where the path leads nowhere, the nearest thing above it. */
  keySpan(path: Path): Span;
  valueSpan(path: Path): Span;
  /** The scalar at `path` as it is typed, quotes left out: `210.000`. */
  typed(path: Path): string | undefined;
}

export interface YamlReading {
  /** Null where the text cannot be trusted to say what it seems to say. */
  readonly yaml: Yaml | null;
  readonly findings: readonly Finding[];
}

/** Reads one YAML document (or one JSON value, which is YAML too). Every slip of syntax is a finding; nothing throws. */
export function readYaml(source: Source): YamlReading {
  if (source.text.length > LIMITS.yaml) {
    const message = say`${String(source.text.length)} characters in one piece, more than the ${String(LIMITS.yaml)} that are read`;
    const hint = 'check that it is the file you mean';
    return {yaml: null, findings: [finding('huge-file', 'error', message, {span: source.span(0, 0), hint})]};
  }
  const {text} = source;
  const isFlooded = text.length > 2 * HEAD && isGivenUp(text.slice(0, HEAD));
  const {tokens, deep} = tokensOf(isFlooded ? text.slice(0, HEAD) : text);
  if (deep !== undefined) {
    const span = source.span(deep, deep + 1);
    const message = say`nested more than ${count(MAX_DEPTH)} levels deep`;
    return {
      yaml: null,
      findings: [finding('too-deep', 'error', message, {span, hint: 'a case needs six levels at most'})],
    };
  }
  const {document, errors, warnings} = composed(tokens, source.text.length);
  const syntax = syntaxFindings(errors, warnings, source);
  if (document === null || errors.length > 0) return {yaml: null, findings: syntax};
  if (document.contents === null || (isScalar(document.contents) && document.contents.value === null)) {
    const hint = 'write the keys it needs, or delete the file';
    return {
      yaml: null,
      findings: [
        ...syntax,
        finding('empty-file', 'error', 'nothing stands in the file', {span: source.span(0, 0), hint}),
      ],
    };
  }
  const {faults, targets} = inspect(document);
  const findings = [...syntax, ...faults.map(fault => faultFinding(fault, source))];
  // Of two equal keys the last counts, so that whatever else is wrong can be told at once.
  if (faults.some(({rule}) => rule !== 'duplicate-key')) return {yaml: null, findings};
  // How often aliases are followed was counted above.
  const value: unknown = document.toJS({maxAliasCount: -1});
  return {yaml: {value, ...locator(document, targets, source)}, findings};
}

/** Whether a text is one of those that nobody reads on. */
function isGivenUp(text: string): boolean {
  const {tokens, deep} = tokensOf(text);
  return deep === undefined && composed(tokens, text.length).document === null;
}

/** The text cut into tokens, or where it nests too deep: flow collections are told while they open, before they cost anything. */
function tokensOf(text: string): {readonly tokens: readonly CST.Token[]; readonly deep: number | undefined} {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  let [at, depth, astray, scalar] = [0, 0, 0, false];
  const take = (more: Iterable<CST.Token>) => {
    for (const token of more) {
      tokens.push(token);
      if (token.type === 'error' || token.type === 'directive') astray++;
    }
  };
  for (const lexeme of new Lexer().lex(text)) {
    if (!scalar && (lexeme === '[' || lexeme === '{') && ++depth > MAX_DEPTH) return {tokens, deep: at};
    if (!scalar && (lexeme === ']' || lexeme === '}')) depth--;
    scalar = lexeme === CST.SCALAR;
    // Marks of the lexer's own stand for nothing in the text.
    if (lexeme.length > 1 || !MARKS.includes(lexeme)) at += lexeme.length;
    take(parser.next(lexeme));
    if (astray > MOST_SLIPS) return {tokens, deep: undefined};
    // `a: a: a:` nests without a bracket. Far beyond the limit it is told here, for the parser recurses on the way back.
    if (parser.stack.length > 2 * MAX_DEPTH) return {tokens, deep: at - 1};
  }
  take(parser.end());
  return {tokens, deep: tooDeep(tokens)};
}

const MARKS: readonly string[] = [CST.DOCUMENT, CST.FLOW_END, CST.SCALAR];

/** The offset where nesting exceeds the limit. Walks tokens without recursion: this is what guards the recursion. */
function tooDeep(tokens: readonly CST.Token[]): number | undefined {
  const stack: {token: CST.Token; depth: number}[] = [];
  for (const token of tokens) {
    stack.push({token, depth: 0});
    for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
      const {token: of, depth} = top;
      if (depth > MAX_DEPTH) return of.offset;
      if (of.type === 'document' && of.value !== undefined) stack.push({token: of.value, depth});
      if (!CST.isCollection(of)) continue;
      for (const {key, value} of of.items) {
        if (key) stack.push({token: key, depth: depth + 1});
        if (value) stack.push({token: value, depth: depth + 1});
      }
    }
  }
  return undefined;
}

/** A document and what is wrong with its syntax. The document is null where it was given up. */
interface Composed {
  readonly document: Document.Parsed | null;
  readonly errors: readonly YAMLError[];
  readonly warnings: readonly YAMLError[];
}

/** The document of tokens that are known not to be too deep: what `parseDocument` makes, without cutting the text again. */
function composed(tokens: readonly CST.Token[], length: number): Composed {
  // Equal keys are looked for by `inspect`, in the time of one walk.
  const composer = new Composer({
    logLevel: 'error',
    stringKeys: true,
    prettyErrors: false,
    uniqueKeys: false,
  });
  const flood = giveUp(composer);
  let documents: Document.Parsed[];
  try {
    // Of further documents it is enough to know that there is one.
    documents = withoutTraces(() => {
      const [one, another] = composer.compose(tokens, true, length);
      return [one, another].filter(each => each !== undefined);
    });
  } catch (error) {
    if (error !== flood) throw error;
    return {document: null, ...composer.streamInfo()};
  }
  const [document, second] = documents;
  if (document === undefined) throw new Error('a composer that gives no document, though it is told to');
  const {errors, warnings} = document;
  if (second === undefined) return {document, errors, warnings};
  const [from, to] = second.range;
  const several = new YAMLParseError([from, to], 'MULTIPLE_DOCS', 'Source contains multiple documents');
  return {document, errors: [...errors, several], warnings};
}

/** Makes a composer stop at its hundredth slip, which it has no option for: what it then throws. */
function giveUp(composer: Composer): Error {
  const flood = new Error(`more than ${MOST_SLIPS} slips`);
  const inner = composer as unknown as {onError: (...slip: readonly unknown[]) => void};
  const {onError} = inner;
  let slips = 0;
  inner.onError = (...slip) => {
    // The composer catches what is thrown in a collection, and tells it as a slip: it is thrown on from there.
    if (slips === MOST_SLIPS) throw flood;
    onError(...slip);
    if (++slips === MOST_SLIPS) throw flood;
  };
  return flood;
}

/** A hostile file makes an error of each letter, and where in the parser it was made is told to nobody. */
function withoutTraces<T>(of: () => T): T {
  const {stackTraceLimit} = Error;
  Error.stackTraceLimit = 0;
  try {
    return of();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/** The first error of each line: what follows on a line mostly follows from it. */
function syntaxFindings(
  errors: readonly YAMLError[],
  warnings: readonly YAMLError[],
  source: Source,
): Finding[] {
  const seen = new Set<number>();
  const fresh = (error: YAMLError) => {
    const {line} = source.span(error.pos[0], error.pos[0]);
    return !seen.has(line) && seen.add(line);
  };
  return [
    ...errors.filter(fresh).map(error => syntaxFinding(error, source, 'error')),
    ...warnings.filter(fresh).map(warning => syntaxFinding(warning, source, 'warning')),
  ];
}

function syntaxFinding(error: YAMLError, source: Source, severity: Severity): Finding {
  const [from, to] = error.pos;
  if (error.code === 'TAB_AS_INDENT') {
    const hint = 'put spaces in the place of the tab, two for each level';
    const message = 'a tab at the start of a line, expected spaces';
    return finding('tab', 'error', message, {
      span: source.span(from, to),
      hint,
    });
  }
  // The parser quotes a token whole, and one that a slip opens may be the rest of the file: its first line is told.
  const [first = ''] = error.message.replace(/\\[rn].*"/s, '…"').split('\n');
  return finding(
    'yaml-syntax',
    severity,
    say`not valid YAML: ${first.charAt(0).toLowerCase()}${first.slice(1)}`,
    {
      span: source.span(from, to),
      hint: 'a value with ": ", " #" or a leading sign wants quotes around it; lists and keys want even indents',
    },
  );
}

function faultFinding({rule, node, message, hint}: NodeFault, source: Source): Finding {
  const [from, to] = node.range ?? [0, 0];
  return finding(rule, 'error', message, {span: source.span(from, to), hint});
}

function locator(document: Document, targets: ReadonlyMap<Alias, Node>, source: Source): Omit<Yaml, 'value'> {
  const spanOf = (node: Node | null | undefined): Span => {
    const range = node?.range;
    if (!range) return source.span(0, 0);
    const [from, to] = range;
    return source.span(from, from + source.text.slice(from, to).trimEnd().length);
  };
  const known = new Map<YAMLMap, ReadonlyMap<string, Pair>>();
  /** The pairs of a map by key; of two equal keys the last, since its value is the one that counts. */
  const pairsOf = (map: YAMLMap): ReadonlyMap<string, Pair> => {
    const found =
      known.get(map) ??
      new Map(
        map.items.flatMap(pair => (isScalar(pair.key) ? [[String(pair.key.value), pair] as const] : [])),
      );
    known.set(map, found);
    return found;
  };
  const step = (from: unknown, part: PropertyKey): {key: Node | null; value: Node | null} | undefined => {
    const of = isAlias(from) ? targets.get(from) : from;
    if (isSeq(of) && typeof part === 'number') {
      const item = of.items[part];
      return isNode(item) ? {key: item, value: item} : undefined;
    }
    if (!isMap(of)) return undefined;
    const pair = pairsOf(of).get(String(part));
    if (pair === undefined) return undefined;
    return {key: pair.key as Node, value: isNode(pair.value) ? pair.value : null};
  };
  const walk = (path: Path): {key: Node | null; value: Node | null; whole: boolean} => {
    let at: {key: Node | null; value: Node | null} = {
      key: document.contents,
      value: document.contents,
    };
    for (const part of path) {
      const next = step(at.value, part);
      if (next === undefined) return {...at, whole: false};
      at = next;
    }
    return {...at, whole: true};
  };
  const headSpan = (node: Node | null): Span => {
    // Of a whole map or list, its first line: a span over pages helps nobody.
    const span = spanOf(node);
    const end = source.text.indexOf('\n', span.from);
    return end >= 0 && end < span.to ? source.span(span.from, end) : span;
  };
  return {
    keySpan: path => headSpan(walk(path).key),
    valueSpan: path => {
      const {key, value} = walk(path);
      return headSpan(value ?? key);
    },
    typed: path => {
      const {value, whole} = walk(path);
      return whole && isScalar(value) ? value.source : undefined;
    },
  };
}
