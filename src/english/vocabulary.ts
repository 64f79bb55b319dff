import {learn, small} from './lexicon.ts';
import {AMOUNT, MARK, type Tokens, tokensOf, WORD} from './tokens.ts';

/** Where words of a vocabulary stand: tokens `from` up to `to`, and what they mean. */
export interface Match<Sense> {
  readonly sense: Sense;
  readonly from: number;
  readonly to: number;
}

interface Node<Sense> {
  /** What of phrases lies behind this node, until a text first comes here; null once it is laid out. */
  ahead: Rest<Sense>[] | null;
  next: Map<number, Node<Sense>> | null;
  /** Beginnings of words, "reduc~", by their first characters; null for none. */
  stems: Map<number, {readonly stem: string; readonly node: Node<Sense>}[]> | null;
  any: Node<Sense> | null;
  end: {readonly sense: Sense} | null;
}

/** A phrase from one of its elements on. */
interface Rest<Sense> {
  readonly elements: readonly Element[];
  readonly from: number;
  readonly end: {readonly sense: Sense};
}

/** One place of a phrase: "(do/did)" is optional and has two choices, each a code, a beginning of words or any word. */
interface Element {
  readonly isOptional: boolean;
  readonly choices: readonly (number | string | null)[];
}

/** Codes of what is no word; words have theirs from the lexicon, from 1 on. */
const ANY_AMOUNT = -1;
const OPENING = -2;
const markCode = (code: number) => -10 - code;

/**
 * Phrases and what they mean, as one automaton over tokens. A phrase is written as words with blanks between; within it
 *
 *     a/b      one of these words            walk-away/floor
 *     (a/b)    one of them, or none          (do) not accept
 *     word~    a word that so begins         reduc~
 *     #        an amount                     i have a #
 *     _        any one word                  base _ to
 *     ^        the sentence opens here       ^ push for
 *     : , /    the mark itself (a slash is written \)
 *
 * and `|` parts phrases of one meaning. The longest phrase at a place wins, and of equals the one written first.
 */
export class Vocabulary<Sense> {
  readonly #root: Node<Sense> = node();

  /** Learns every word at once, so that texts are read alike whichever phrases were looked for before. */
  constructor(entries: Iterable<readonly [Sense, string]>) {
    for (const [sense, phrases] of entries)
      for (const phrase of phrases.split('|')) {
        const words = phrase.trim();
        if (words === '') continue;
        this.#root.ahead?.push({elements: words.split(/\s+/).map(elementOf), from: 0, end: {sense}});
      }
    layOut(this.#root);
    this.#opening = this.#root.next?.get(OPENING) ?? null;
  }

  /** The longest phrase that begins at a token; null where none does. */
  at(tokens: Tokens, from: number): Match<Sense> | null {
    this.#end = null;
    this.#to = from;
    this.#walk(this.#root, tokens, from);
    const opening = this.#opening;
    if (opening !== null && isOpening(tokens, from)) this.#walk(opening, tokens, from);
    const end = this.#end as {readonly sense: Sense} | null;
    return end === null ? null : {sense: end.sense, from, to: this.#to};
  }

  /** The best end of a phrase so far while one is looked for, and the token behind it. */
  #end: {readonly sense: Sense} | null = null;
  #to = 0;
  readonly #opening: Node<Sense> | null;

  #walk(one: Node<Sense>, tokens: Tokens, at: number): void {
    layOut(one);
    if (one.end !== null && (this.#end === null || at > this.#to)) {
      this.#end = one.end;
      this.#to = at;
    }
    if (at >= tokens.count) return;
    const value = tokens.values[at] as number;
    if (tokens.kinds[at] !== WORD) {
      const behind = one.next?.get(tokens.kinds[at] === AMOUNT ? ANY_AMOUNT : markCode(value));
      if (behind !== undefined) this.#walk(behind, tokens, at + 1);
      return;
    }
    const known = value === 0 ? undefined : one.next?.get(value);
    if (known !== undefined) this.#walk(known, tokens, at + 1);
    if (one.stems !== null) {
      const begun = one.stems.get(small(tokens.text.charCodeAt(tokens.starts[at] as number)));
      if (begun !== undefined)
        for (const {stem, node: behind} of begun)
          if (opensWith(tokens, at, stem)) this.#walk(behind, tokens, at + 1);
    }
    if (one.any !== null) this.#walk(one.any, tokens, at + 1);
  }

  /** Every phrase from token `from` up to `to`, left to right; the next is looked for behind the last. */
  all(tokens: Tokens, from = 0, to = tokens.count): Match<Sense>[] {
    const found: Match<Sense>[] = [];
    for (let at = from; at < to; ) {
      const match = this.at(tokens, at);
      if (match !== null && match.to <= to) found.push(match);
      at = match !== null && match.to <= to ? Math.max(match.to, at + 1) : at + 1;
    }
    return found;
  }

  /** The first phrase from token `from` up to `to`. */
  first(tokens: Tokens, from = 0, to = tokens.count): Match<Sense> | null {
    for (let at = from; at < to; at++) {
      const match = this.at(tokens, at);
      if (match !== null && match.to <= to) return match;
    }
    return null;
  }

  /** What a text says first that this vocabulary knows; null for nothing. */
  in(text: string): Sense | null {
    return this.first(tokensOf(text))?.sense ?? null;
  }
}

/** A vocabulary of phrases of one meaning. */
export function phrases(written: string): Vocabulary<true> {
  return new Vocabulary([[true, written]]);
}

function node<Sense>(): Node<Sense> {
  return {ahead: [], next: null, stems: null, any: null, end: null};
}

function elementOf(written: string): Element {
  const isOptional = written.length > 2 && written.startsWith('(') && written.endsWith(')');
  const choices = (isOptional ? written.slice(1, -1) : written).split('/').map(choiceOf);
  return {isOptional, choices};
}

function choiceOf(written: string): Element['choices'][number] {
  if (written === '_') return null;
  if (written.length > 1 && written.endsWith('~')) return written.slice(0, -1);
  if (written === '#') return ANY_AMOUNT;
  if (written === '^') return OPENING;
  if (written === '\\') return markCode(47);
  return /^[^\p{L}\d]$/u.test(written) ? markCode(written.charCodeAt(0)) : learn(written);
}

/**
 * Makes the nodes right behind one, the first time that a text comes there. "(level/rank/grade) (it/this/that) (is/as)" has a
 * node for every way to say it, and a text comes to few of them.
 */
function layOut<Sense>(at: Node<Sense>): void {
  const {ahead} = at;
  if (ahead === null) return;
  at.ahead = null;
  for (const rest of ahead) lay(at, rest);
}

function lay<Sense>(at: Node<Sense>, {elements, from, end}: Rest<Sense>): void {
  const element = elements[from];
  if (element === undefined) {
    at.end ??= end;
    return;
  }
  const rest = {elements, from: from + 1, end};
  if (element.isOptional) lay(at, rest);
  for (const choice of element.choices) follow(at, choice).ahead?.push(rest);
}

function follow<Sense>(at: Node<Sense>, choice: Element['choices'][number]): Node<Sense> {
  if (choice === null) return (at.any ??= node());
  if (typeof choice === 'string') {
    at.stems ??= new Map();
    const begun = at.stems.get(choice.charCodeAt(0)) ?? [];
    const known = begun.find(one => one.stem === choice);
    if (known !== undefined) return known.node;
    const made = node<Sense>();
    at.stems.set(choice.charCodeAt(0), [...begun, {stem: choice, node: made}]);
    return made;
  }
  at.next ??= new Map();
  const known = at.next.get(choice);
  if (known !== undefined) return known;
  const made = node<Sense>();
  at.next.set(choice, made);
  return made;
}

/** Marks that may open a sentence: a run of more is no sentence. */
const MOST_MARKS = 12;

/** Whether nothing but quotes, brackets and the like stands before a token. */
function isOpening(tokens: Tokens, at: number): boolean {
  for (let before = at - 1; before >= Math.max(0, at - MOST_MARKS); before--) {
    if (tokens.kinds[before] !== MARK) return false;
    const mark = tokens.values[before] as number;
    if (mark === 46 || mark === 33 || mark === 63) return true;
    if (mark === 44 || mark === 59) return false;
  }
  return true;
}

function opensWith({text, starts, ends}: Tokens, at: number, stem: string): boolean {
  const from = starts[at] as number;
  if ((ends[at] as number) - from < stem.length) return false;
  for (let index = 0; index < stem.length; index++)
    if (small(text.charCodeAt(from + index)) !== stem.charCodeAt(index)) return false;
  return true;
}
