import {type Batches, DEEPEST_ROW, LONGEST_ROW, type TextPiece, tooLong, Unreadable} from './piece.ts';
import type {Pages} from './pages.ts';

export interface JsonCut {
  /** The keys that lead to each list: `[['data', 'items']]`. No way where the list is the file itself. */
  readonly at: readonly (readonly string[])[];
  /** Whether a value that holds no such list is a row itself, in the place of an error. */
  readonly bare: boolean;
  /** Told of what stands beside the rows. */
  readonly pages?: Pages | undefined;
}

/** What is being cut: the text at hand, and how far it is read. */
interface Tape {
  text: string;
  at: number;
  line: number;
  ended: boolean;
  /** The row that is being kept, and a key within it; null while there is none. */
  row: Kept | null;
  key: Kept | null;
}

interface Kept {
  /** Where in the text at hand it goes on. */
  from: number;
  parts: string[];
  length: number;
  readonly line: number;
}

/** A cutter asks for more text by yielding `MORE`, or hands out a piece. */
const MORE = Symbol('more');
type Cutting<T = void> = Generator<TextPiece | typeof MORE, T, void>;

/**
 * Cuts the rows of a JSON text out of it without ever holding more than one: the elements of the list at `at`, or of
 * the list that the text is. A single value is one row; values that follow one another, as paged exports write them,
 * are read in turn. Throws `Unreadable` where the text between the rows is no JSON or ends too soon.
 */
export async function* cutJson(pieces: AsyncIterable<string>, cut: JsonCut): Batches<TextPiece> {
  const tape: Tape = {text: '', at: 0, line: 1, ended: false, row: null, key: null};
  const cutting = documents(tape, cut);
  const rows = function* (): Generator<TextPiece> {
    for (let step = cutting.next(); step.done !== true && step.value !== MORE; step = cutting.next())
      yield step.value;
  };
  for await (const text of pieces) {
    turn(tape, text);
    yield rows();
  }
  tape.ended = true;
  turn(tape, '');
  yield rows();
}

/** Puts the next text on the tape, and what is being kept of the last one aside. */
function turn(tape: Tape, next: string): void {
  for (const kept of [tape.row, tape.key]) {
    if (kept === null) continue;
    keep(kept, tape.text.slice(kept.from));
    kept.from = 0;
  }
  tape.text = next;
  tape.at = 0;
}

function keep(kept: Kept, part: string): void {
  kept.length += part.length;
  if (kept.length > LONGEST_ROW) kept.parts = [];
  else kept.parts.push(part);
}

function* documents(tape: Tape, cut: JsonCut): Cutting {
  let code = yield* peek(tape);
  if (code < 0) throw new Unreadable('nothing stands in it', 1, 'export it again, or leave it out');
  do {
    yield* descend(tape, cut, cut.at, 0, false);
    code = yield* peek(tape);
    if (code >= 0 && code !== LIST && code !== GROUP) throw unexpected(tape, code, 'the end');
  } while (code >= 0);
}

const TORN = 'export it again, or mend it where the line says';
const [QUOTE, COMMA, COLON, BACKSLASH] = [0x22, 0x2c, 0x3a, 0x5c];
const [LIST, LIST_END, GROUP, GROUP_END] = [0x5b, 0x5d, 0x7b, 0x7d];

/** Hands out the rows of the value that begins here, `depth` keys down the `ways`; false where it holds none. */
function* descend(
  tape: Tape,
  cut: JsonCut,
  ways: JsonCut['at'],
  depth: number,
  paged: boolean,
): Cutting<boolean> {
  const code = yield* peek(tape);
  const further = ways.filter(way => way.length > depth);
  if (further.length === 0 || (further.length < ways.length && code !== GROUP)) {
    tape.row = null;
    if (code === LIST)
      yield* elements(tape, function* () {
        cut.pages?.row();
        yield yield* taken(tape, 'row');
      });
    else yield* lone(tape, depth > 0);
    return true;
  }
  // A list above the way: pages of an export, each with its list.
  if (code === LIST && depth === 0 && !paged) {
    yield* elements(tape, () => descend(tape, cut, ways, 0, true));
    return true;
  }
  const {line} = tape;
  if (depth === 0 && cut.bare) tape.row = keptFrom(tape);
  const keys: string[] = [];
  let found = false;
  if (code === GROUP) {
    if (depth === 0) cut.pages?.open(line);
    tape.at++;
    for (let more = (yield* peek(tape)) !== GROUP_END; more; ) {
      const key = yield* keyHere(tape);
      if (keys.length < 8) keys.push(key.slice(0, 40));
      const inner = further.filter(way => way[depth] === key);
      if (inner.length === 0 && cut.pages?.asks(key)) {
        const said = yield* taken(tape, 'key');
        if ('text' in said) cut.pages.say(key, said.text);
      } else if (inner.length === 0) yield* skip(tape);
      else if (yield* descend(tape, cut, inner, depth + 1, paged)) found = true;
      const after = yield* peek(tape);
      if (after !== COMMA && after !== GROUP_END) throw unexpected(tape, after, ', or }');
      more = after === COMMA;
      if (more) tape.at++;
    }
    tape.at++;
  } else yield* skip(tape);
  if (found || depth > 0) return found;
  if (!cut.bare) {
    const isError = keys.some(key => ['error', 'errors', 'message', 'errorType'].includes(key));
    const what = isError ? 'it looks like the error of an API in the place of its answer: ' : '';
    const hint =
      keys.length > 0 ? `${what}its keys are ${keys.join(', ')}` : 'say at: the keys that lead to the list';
    throw new Unreadable(`no list at ${ways.map(way => way.join('.')).join(' or ')}`, line, hint);
  }
  yield cutOff(tape, tape.row);
  tape.row = null;
  return true;
}

function* elements(tape: Tape, one: (tape: Tape) => Cutting<unknown>): Cutting {
  tape.at++;
  if ((yield* peek(tape)) === LIST_END) {
    tape.at++;
    return;
  }
  for (;;) {
    yield* one(tape);
    const code = yield* peek(tape);
    if (code !== COMMA && code !== LIST_END) throw unexpected(tape, code, ', or ]');
    tape.at++;
    if (code === LIST_END) return;
  }
}

/** A value in the place of the list. Null is an empty one: some programs write it so. */
function* lone(tape: Tape, within: boolean): Cutting {
  const piece = yield* taken(tape, 'row');
  if (!within || !('text' in piece) || piece.text !== 'null') yield piece;
}

function* taken(tape: Tape, as: 'row' | 'key'): Cutting<TextPiece> {
  yield* peek(tape);
  tape[as] = keptFrom(tape);
  yield* skip(tape);
  const piece = cutOff(tape, tape[as]);
  tape[as] = null;
  return piece;
}

function keptFrom(tape: Tape): Kept {
  return {from: tape.at, parts: [], length: 0, line: tape.line};
}

function cutOff(tape: Tape, kept: Kept | null): TextPiece {
  if (kept === null) return {text: '', line: tape.line};
  keep(kept, tape.text.slice(kept.from, tape.at));
  return kept.length > LONGEST_ROW
    ? tooLong(kept.line, 'a row')
    : {text: kept.parts.join(''), line: kept.line};
}

function* keyHere(tape: Tape): Cutting<string> {
  const code = yield* peek(tape);
  if (code !== QUOTE) throw unexpected(tape, code, 'a key in quotes');
  const key = yield* taken(tape, 'key');
  const colon = yield* peek(tape);
  if (colon !== COLON) throw unexpected(tape, colon, ':');
  tape.at++;
  try {
    return 'text' in key ? String(JSON.parse(key.text)) : '';
  } catch {
    throw new Unreadable('a key that is no text', key.line, TORN);
  }
}

/** Passes over the blanks before the next sign and returns its code; -1 at the end of the text. */
function* peek(tape: Tape): Cutting<number> {
  for (;;) {
    while (tape.at < tape.text.length) {
      const code = tape.text.charCodeAt(tape.at);
      if (code > 0x20 && code !== 0xfeff) return code;
      if (code === 0x0a) tape.line++;
      tape.at++;
    }
    if (tape.ended) return -1;
    yield MORE;
  }
}

/** Passes over one value, whatever it holds. */
function* skip(tape: Tape): Cutting {
  const code = yield* peek(tape);
  const {line} = tape;
  if (code === COMMA || code === LIST_END || code === GROUP_END || code === COLON || code < 0) {
    throw unexpected(tape, code, 'a value');
  }
  const scalar = code !== LIST && code !== GROUP && code !== QUOTE;
  let [depth, quoted, escaped] = [0, false, false];
  for (;;) {
    const {text} = tape;
    let at = tape.at;
    for (; at < text.length; at++) {
      const sign = text.charCodeAt(at);
      if (escaped) escaped = false;
      else if (quoted) {
        if (sign === BACKSLASH) escaped = true;
        else if (sign === QUOTE) {
          quoted = false;
          if (depth === 0) break;
        } else if (sign === 0x0a) tape.line++;
      } else if (sign === QUOTE && !scalar) quoted = true;
      else if (sign === LIST || sign === GROUP) {
        depth++;
        if (depth > DEEPEST_ROW) {
          tape.at = at;
          throw new Unreadable(`nested more than ${DEEPEST_ROW} levels deep`, tape.line, TORN);
        }
      } else if (sign === LIST_END || sign === GROUP_END) {
        if (depth === 0) break;
        depth--;
        if (depth === 0) break;
      } else if (depth === 0 && (sign === COMMA || sign <= 0x20)) break;
      else if (sign === 0x0a) tape.line++;
    }
    tape.at = at;
    if (at < text.length) {
      if (!scalar) tape.at++;
      return;
    }
    if (tape.ended) {
      if (scalar && depth === 0) return;
      throw new Unreadable(`it ends within the value that begins on line ${line}`, tape.line, TORN);
    }
    yield MORE;
  }
}

function unexpected(tape: Tape, code: number, expected: string): Unreadable {
  const found = code < 0 ? 'it ends' : JSON.stringify(String.fromCodePoint(code));
  return new Unreadable(`${found} where ${expected} is expected`, tape.line, TORN);
}
