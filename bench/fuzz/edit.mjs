// What is done to sound files: stretches cut, doubled, moved, put in the place of others, and bytes that no text has.
import {gzipSync} from 'node:zlib';

/** A stream of numbers in [0, 1). @typedef {() => number} Chance */

/** One of a list. @template T @param {readonly T[]} list @param {Chance} next @returns {T} */
export function pick(list, next) {
  return /** @type {T} */ (list[Math.floor(next() * list.length)]);
}

/** What a flooded text grows by, in characters, and of how many edits one is a flood. */
const [FLOOD, SELDOM] = [500_000, 400];

/**
 * A text with some edits. Every other mutant keeps its structure, and only values in it are others: what ruins the structure
 * of a file is told at its first line, and nothing behind it is tried.
 *
 * @param {string} sound
 * @param {Chance} next
 * @param {{pieces: readonly string[], others: readonly string[], most: number}} how what is put in, texts to take a stretch
 *   of, and the most edits
 */
export function mutant(sound, next, {pieces, others, most}) {
  const isGentle = next() < 0.5;
  let text = sound;
  for (let edits = 1 + Math.floor(next() ** 2 * most); edits > 0; edits--)
    text = isGentle ? valueEdited(text, next, pieces) : edited(text, next, pieces, others);
  return text;
}

/**
 * A stretch is cut, doubled, overwritten with a piece or with a stretch of another text, two lines change places, or the
 * line ends are others.
 *
 * @param {string} text
 * @param {Chance} next
 * @param {readonly string[]} pieces
 * @param {readonly string[]} others
 */
export function edited(text, next, pieces, others) {
  const from = Math.floor(next() * text.length);
  const to = Math.min(text.length, from + Math.floor(next() ** 2 * 200));
  const kind = Math.floor(next() * 8);
  if (kind === 0) return text.slice(0, from) + text.slice(to);
  if (kind === 1) return text.slice(0, to) + text.slice(from, to) + text.slice(to);
  if (kind === 2) return text.slice(0, from) + pick(pieces, next) + text.slice(to);
  if (kind === 3) return text.slice(0, from) + pick(pieces, next) + text.slice(from);
  if (kind === 4) {
    const other = pick(others, next);
    const start = Math.floor(next() * other.length);
    return text.slice(0, from) + other.slice(start, start + 300) + text.slice(to);
  }
  if (kind === 5) {
    const lines = text.split('\n');
    const [i, j] = [Math.floor(next() * lines.length), Math.floor(next() * lines.length)];
    [lines[i], lines[j]] = [lines[j] ?? '', lines[i] ?? ''];
    return lines.join('\n');
  }
  if (kind === 6) return text.replaceAll('\n', pick(['\r', '\r\n', '\n\n', ' '], next));
  if (next() * (SELDOM / 8) > 1) return text.slice(0, from);
  const part = text.slice(from, to);
  return text.slice(0, to) + part.repeat(Math.floor(FLOOD / Math.max(1, part.length))) + text.slice(to);
}

/**
 * A value for another, of this file or a piece: what a person, or a program that exports, gets wrong. Keys are values too.
 *
 * @param {string} text
 * @param {Chance} next
 * @param {readonly string[]} pieces
 */
function valueEdited(text, next, pieces) {
  const values = [...text.matchAll(/"[^"\n]*"|[\w.:+$%-]+/g)];
  const value = pick(values, next);
  if (value === undefined) return pick(pieces, next);
  const [whole] = value;
  const put = next() < 0.5 ? (pick(values, next)?.[0] ?? '') : pick(pieces, next);
  // Within its quotes a value breaks nothing around it.
  const isQuoted = whole.startsWith('"') && next() < 0.7;
  const quoted = isQuoted ? `"${put.replaceAll('"', '')}"` : put;
  return text.slice(0, value.index) + quoted + text.slice(value.index + whole.length);
}

/** Mostly UTF-8; now and then another encoding, a mark, packed, or torn. @param {string} text @param {Chance} next @returns {Uint8Array} */
export function encoded(text, next) {
  const chance = next();
  if (chance < 0.02) return Buffer.from(`\ufeff${text}`, 'utf16le');
  if (chance < 0.025) return Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
  if (chance < 0.03) return Buffer.from(text, 'latin1');
  if (chance < 0.04) return gzipSync(text);
  if (chance < 0.05) return bytesEdited(gzipSync(text), next);
  if (chance < 0.06) return Buffer.from(`\ufeff${text}`);
  if (chance < 0.07) return bytesEdited(Buffer.from(text), next);
  return Buffer.from(text);
}

/** Numbers that counts and lengths overflow by. */
const COUNTS = [0, 1, 0x7f, 0xff, 0x7fff_ffff, 0xffff_ffff];

/** Some edits of bytes: flipped, cut, doubled, a count or a length overwritten. @param {Uint8Array} bytes @param {Chance} next @returns {Uint8Array} */
export function bytesEdited(bytes, next) {
  let made = Buffer.from(bytes);
  for (let edits = 1 + Math.floor(next() * 4); edits > 0 && made.length > 8; edits--) {
    const at = Math.floor(next() * (made.length - 4));
    const kind = Math.floor(next() * 5);
    if (kind === 0) made[at] = (made[at] ?? 0) ^ (1 << Math.floor(next() * 8));
    else if (kind === 1) made[at] = Math.floor(next() * 256);
    else if (kind === 2) made.writeUInt32LE(pick(COUNTS, next), at);
    else {
      const to = at + Math.floor(next() ** 2 * Math.min(64, made.length - at));
      const parts = [made.subarray(0, kind === 3 ? at : to), made.subarray(kind === 3 ? to : at)];
      made = Buffer.concat(parts);
    }
  }
  return next() < 0.1 ? made.subarray(0, Math.floor(next() * made.length)) : made;
}
