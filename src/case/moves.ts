import {createHash} from 'node:crypto';
import {join} from 'node:path';
import {type Evidence, type Source, source as sourceOf, type Span} from '../base/index.ts';
import {type Finding, finding, say} from '../figure/index.ts';
import type {Term} from '../terms/index.ts';
import {check} from './check.ts';
import {
  appendLine,
  type Attempt,
  capped,
  failed,
  LIMITS,
  type LogText,
  readJson,
  readLog,
  showSize,
  showValue,
  straying,
  type Yaml,
} from '../files/index.ts';
import {MOVE, type MoveLine} from './schema.ts';
import {termFindings} from './term-problems.ts';
import {toTerm} from './term-reading.ts';

export const MOVES_FILE = 'moves.jsonl';

/** One step of the real negotiation. */
export interface Move {
  /** A day, `YYYY-MM-DD`, or an instant with its offset. */
  readonly at: string;
  readonly by: 'me' | 'them';
  readonly kind: 'offer' | 'ask' | 'accept' | 'reject' | 'question' | 'answer' | 'note';
  /** Null for the firm of the case. */
  readonly party: string | null;
  readonly terms: readonly Term[];
  readonly says: string | null;
  /** The day on which a later line took it back; null where it stands. */
  readonly undone: string | null;
  readonly span: Span;
}

export interface MovesReading {
  /** By their days, and of one day in the order of the file; a line with an error is left out. */
  readonly moves: readonly Move[];
  /** The mark of the last line that is a move and not taken back, whatever its day; null where none is left. */
  readonly last: {readonly move: Move; readonly mark: string} | null;
  readonly findings: readonly Finding[];
}

/** A line as it was read: a move, the taking back of one, or neither. */
interface Line {
  readonly move: Move | null;
  readonly undo: {readonly mark: string; readonly day: string; readonly span: Span} | null;
  readonly findings: readonly Finding[];
}

/** What a reading has to know beside the text. */
interface Reading {
  readonly today: string;
  /** Whether bytes of the file are no UTF-8, each of which then stands there as U+FFFD. */
  readonly isDamaged?: boolean;
}

/** The day that a move is of, as it was written. */
export function dayOf({at}: {readonly at: string}): string {
  return at.slice(0, 10);
}

/** The log of a case as a text; null where none was begun. A link out of the case is refused. */
export function movesLog(folder: string): Attempt<LogText> | null {
  const astray = straying(folder, MOVES_FILE);
  if (astray !== null)
    return failed(finding('leads-out', 'error', astray.message, {span: TOP, hint: astray.hint}));
  const attempt = readLog(folder, MOVES_FILE, LIMITS.moves);
  const isMissing = !attempt.ok && attempt.findings.every(({rule}) => rule === 'missing-file');
  return isMissing ? null : attempt;
}

const TOP: Span = {file: MOVES_FILE, from: 0, to: 0, line: 1, column: 1};

/** How many findings are kept while a log is read: a hostile one could make millions. */
const MOST_FINDINGS = 1000;

/**
 * Reads moves.jsonl, a line at a time: what is wrong with one says nothing of the others. A line that is no JSON (a crash
 * tore it) is a warning and left out; one of a day after `today` is a warning and stays.
 */
export function readMoves(source: Source, {today, isDamaged = false}: Reading): MovesReading {
  const found: {move: Move; readonly line: string}[] = [];
  const findings: Finding[] = [];
  let uncounted = 0;
  const tell = (more: readonly Finding[]) => {
    if (findings.length < MOST_FINDINGS) findings.push(...more);
    else uncounted += more.length;
  };
  let from = 0;
  for (const whole of source.text.split('\n')) {
    const {line, at} = withoutZeros(whole);
    const here = source.span(from + at, from + at + line.length);
    if (line !== whole.trim()) tell([zeros(here)]);
    if (line !== '') {
      const {move, undo, findings: ofLine} = readLine(line, from + at, source);
      tell(capped(ofLine));
      if (move !== null) {
        found.push({move, line});
        if (isDamaged && line.includes('\uFFFD')) tell([damage(here)]);
        if (dayOf(move) > today) tell([ahead(move, today)]);
      }
      if (undo !== null) {
        const taken = found.findLast(one => one.move.undone === null && markOf(one.line) === undo.mark);
        if (taken === undefined) tell([idle(undo.span)]);
        else taken.move = {...taken.move, undone: undo.day};
      }
    }
    from += whole.length + 1;
  }
  const last = found.findLast(({move}) => move.undone === null);
  const byDay = (a: Move, b: Move) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0);
  return {
    moves: found.map(({move}) => move).sort(byDay),
    last: last === undefined ? null : {move: last.move, mark: markOf(last.line)},
    findings: capped(findings, uncounted),
  };
}

/** A line without the space around it, and without the zeros that a disk shows for what it had not yet written. */
function withoutZeros(whole: string): {readonly line: string; readonly at: number} {
  let [from, to] = [0, whole.length];
  const isNothing = (at: number) => whole.charAt(at) === '\0' || whole.charAt(at).trim() === '';
  while (from < to && isNothing(from)) from++;
  while (to > from && isNothing(to - 1)) to--;
  return {line: whole.slice(from, to), at: from === whole.length ? 0 : from};
}

/** What is wrong with a move before it is logged, without a place: no line of the log holds it. */
export function moveProblems(move: MoveLine): readonly Finding[] {
  const line = JSON.stringify(move);
  const {findings} = readLine(line, 0, sourceOf('', line));
  return findings.map(({rule, severity, message, hint}) => finding(rule, severity, message, {hint}));
}

/** Adds `move` as one line at the end of moves.jsonl, where nothing is wrong with it. Several programs may do so at once. */
export function appendMove(folder: string, move: MoveLine): readonly Finding[] {
  const findings = moveProblems(move);
  if (findings.length > 0) return findings;
  const line = JSON.stringify(move);
  const log = movesLog(folder);
  if (log !== null && !log.ok) return log.findings;
  const size = Buffer.byteLength(log?.value.source.text ?? '') + Buffer.byteLength(line) + 2;
  if (size > LIMITS.moves) {
    const message = say`with this move ${MOVES_FILE} would have more than the ${showSize(LIMITS.moves)} that are read`;
    const hint = 'move it away and begin another: nothing was written';
    return [finding('huge-file', 'error', message, {span: TOP, hint})];
  }
  return appendLine(join(folder, MOVES_FILE), line);
}

/** What a line is known by to a later one that takes it back: the beginning of its digest. */
function markOf(line: string): string {
  return createHash('sha256').update(line).digest('hex').slice(0, 12);
}

function readLine(line: string, from: number, source: Source): Line {
  const here = source.span(from, from + line.length);
  const bad = (findings: readonly Finding[]): Line => ({move: null, undo: null, findings});
  // The NUL bytes around it were cut away; those within it, JSON has no word for.
  const alone = readJson(within(source, from, line));
  if (alone === null) {
    const isTwo = /\}\s*\{/.test(line);
    const message = 'this line is no JSON and is left out: a crash may have torn it';
    const hint = isTwo
      ? 'give each move a line of its own'
      : 'log the move again, and delete the line if you like';
    return bad([finding('torn-line', 'warning', message, {span: here, hint})]);
  }
  const {yaml, findings: syntax} = alone;
  if (yaml === null) return bad(syntax);
  if (typeof yaml.value !== 'object' || yaml.value === null || Array.isArray(yaml.value)) {
    const hint = 'a move looks like {"at":"2026-11-22","by":"me","kind":"note","says":"…"}';
    const message = say`this line is ${showValue(yaml.value)}, expected one move in braces`;
    return bad([finding('broken-move', 'error', message, {span: here, hint})]);
  }
  const parsed = MOVE.safeParse(yaml.value);
  const findings = [
    ...syntax,
    ...(parsed.success ? [] : check(MOVE, yaml)),
    ...termFindings(yaml, parsed.data?.currency ?? null),
  ];
  const isBad = findings.some(({severity}) => severity === 'error');
  if (!parsed.success || isBad) return bad(findings);
  const {undoes, ...file} = parsed.data;
  if ((file.kind === 'undo') !== (undoes !== null)) return bad([halfUndo(here)]);
  if (undoes !== null) return {...bad(findings), undo: {mark: undoes, day: dayOf(file), span: here}};
  return {move: toMove(file, yaml, here), undo: null, findings};
}

type MoveOfFile = Omit<ReturnType<typeof MOVE.parse>, 'undoes'>;

function toMove({currency, kind, ...file}: MoveOfFile, yaml: Yaml, span: Span): Move {
  if (kind === 'undo') throw new Error('the taking back of a move is none itself');
  const who = file.by === 'me' ? 'I' : 'they';
  const evidence: Evidence = {
    tier: 'stated',
    source: `${MOVES_FILE}: ${who} said so on ${dayOf(file)}`,
  };
  const defaults = {currency, evidence, disclosure: 'private'} as const;
  const terms = file.terms.map((term, at) => toTerm(term, yaml, ['terms', at], defaults));
  const {at, by, party, says} = file;
  return {at, by, kind, party, terms, says, undone: null, span};
}

/** One line as a source of its own, whose spans are those of the file. */
function within(source: Source, from: number, line: string): Source {
  return {file: source.file, text: line, span: (start, end) => source.span(from + start, from + end)};
}

function zeros(span: Span): Finding {
  const message = 'zeros stand on this line: a disk lost its power while it was written';
  const hint = 'see whether a move is missing, and log it again';
  return finding('torn-line', 'warning', message, {span, hint});
}

function damage(span: Span): Finding {
  const message = 'this line is not UTF-8: each sign that cannot be read is shown as �';
  return finding('not-utf8', 'warning', message, {span, hint: 'take the move back, and log it again'});
}

function ahead({at, span}: Move, today: string): Finding {
  const message = say`this move is of ${at}, after today, ${today}: it does not count yet`;
  return finding('date-order', 'warning', message, {span, hint: 'correct its day, or leave it until then'});
}

function idle(span: Span): Finding {
  const message = 'this line takes back a move that does not stand above it, or was taken back already';
  return finding('idle-undo', 'warning', message, {span, hint: 'nothing need be done'});
}

function halfUndo(span: Span): Finding {
  const message = 'a line of the kind undo has the key undoes, and no other line has it';
  const hint = 'write it with parley move --undo';
  return finding('broken-move', 'error', message, {span, hint});
}
