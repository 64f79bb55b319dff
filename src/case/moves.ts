import {join} from 'node:path';
import {type Evidence, type Source, source as sourceOf, type Span} from '../base/index.ts';
import {type Finding, finding, say} from '../figure/index.ts';
import type {Term} from '../terms/index.ts';
import {check} from './check.ts';
import {appendLine, capped, readYaml, showValue, type Yaml} from '../files/index.ts';
import {termFindings, toTerm} from './offer.ts';
import {MOVE, type MoveLine} from './schema.ts';

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
  readonly span: Span;
}

export interface MovesReading {
  /** In the order of the file; a line with an error is left out. */
  readonly moves: readonly Move[];
  readonly findings: readonly Finding[];
}

/** Reads moves.jsonl. A line that is no JSON (a crash tore it) is a warning and left out: the others are not lost. */
export function readMoves(source: Source): MovesReading {
  const moves: Move[] = [];
  const findings: Finding[] = [];
  let from = 0;
  for (const line of source.text.split('\n')) {
    if (line.trim() !== '') {
      const reading = readLine(line, from, source);
      findings.push(...capped(reading.findings));
      if (reading.move !== null) moves.push(reading.move);
    }
    from += line.length + 1;
  }
  return {moves, findings: capped(findings)};
}

/** Adds `move` as one line at the end of moves.jsonl, where nothing is wrong with it. Several programs may do so at once. */
export function appendMove(folder: string, move: MoveLine): readonly Finding[] {
  const line = JSON.stringify(move);
  const {findings} = readLine(line, 0, sourceOf('the move', line));
  return findings.length > 0 ? findings : appendLine(join(folder, MOVES_FILE), line);
}

function readLine(line: string, from: number, source: Source): {move: Move | null; findings: Finding[]} {
  const here = source.span(from, from + line.trimEnd().length);
  if (!isJson(line)) {
    const message = 'this line is no JSON and is left out: a crash may have torn it';
    const hint = 'log the move again, or delete the line';
    return {move: null, findings: [finding('torn-line', 'warning', message, {span: here, hint})]};
  }
  // JSON is YAML, and the YAML reader knows where each value stands.
  const {yaml: alone, findings: syntax} = readYaml(within(source, from, line));
  if (alone === null) return {move: null, findings: [...syntax]};
  if (typeof alone.value !== 'object' || alone.value === null || Array.isArray(alone.value)) {
    const hint = 'a move looks like {"at":"2026-11-22","by":"me","kind":"note","says":"…"}';
    const message = say`this line is ${showValue(alone.value)}, expected one move in braces`;
    return {move: null, findings: [finding('broken-move', 'error', message, {span: here, hint})]};
  }
  const parsed = MOVE.safeParse(alone.value);
  const findings = [...syntax, ...check(MOVE, alone), ...termFindings(alone, parsed.data?.currency ?? null)];
  if (!parsed.success || findings.length > 0) return {move: null, findings};
  return {move: toMove(parsed.data, alone, here), findings};
}

function toMove({currency, ...file}: ReturnType<typeof MOVE.parse>, yaml: Yaml, span: Span): Move {
  const who = file.by === 'me' ? 'I' : 'they';
  const evidence: Evidence = {
    tier: 'stated',
    source: `${MOVES_FILE}: ${who} said so on ${file.at.slice(0, 10)}`,
  };
  const defaults = {currency, evidence, disclosure: 'private'} as const;
  return {
    ...file,
    terms: file.terms.map((term, at) => toTerm(term, yaml, ['terms', at], defaults)),
    span,
  };
}

/** One line as a source of its own, whose spans are those of the file. */
function within(source: Source, from: number, line: string): Source {
  return {file: source.file, text: line, span: (start, end) => source.span(from + start, from + end)};
}

function isJson(line: string): boolean {
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}
