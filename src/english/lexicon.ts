/**
 * The words that some vocabulary knows, each with a number from 1 on. Looked up by their characters, without cutting a
 * string out of the text: a guide has thousands of words, and most of them are in no vocabulary.
 */

const SEED = 0x811c9dc5;
const PRIME = 0x01000193;

const words: string[] = [''];
let slots = new Int32Array(8192);

/** The number of a word in small letters; a new one where it has none yet. Straight apostrophes only. */
export function learn(word: string): number {
  let hash = SEED;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), PRIME);
  const slot = slotOf(hash, word, 0, word.length);
  if (slots[slot] !== 0) return slots[slot] as number;
  slots[slot] = words.push(word) - 1;
  if (words.length * 2 > slots.length) grow();
  return words.length - 1;
}

/** The number of the word that stands from `from` to `to`, in whatever capitals; 0 where no vocabulary has it. */
export function wordNumber(text: string, from: number, to: number): number {
  let hash = SEED;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ small(text.charCodeAt(at)), PRIME);
  return slots[slotOf(hash, text, from, to)] as number;
}

/** A capital as its small letter, a curled apostrophe as a straight one; the marks of Latin-1 letters stay. */
export function small(code: number): number {
  return code < 128 ? (SMALL[code] as number) : smallBeyond(code);
}

const SMALL = Uint8Array.from({length: 128}, (_, code) => (code > 64 && code < 91 ? code + 32 : code));

function smallBeyond(code: number): number {
  if (code === 0x2019) return 39;
  return code > 0xbf && code < 0xdf && code !== 0xd7 ? code + 32 : code;
}

/** The slot of a word, or the empty one where it would go. */
function slotOf(hash: number, text: string, from: number, to: number): number {
  const mask = slots.length - 1;
  let slot = (hash ^ (hash >>> 15)) & mask;
  while (slots[slot] !== 0 && !isWord(words[slots[slot] as number] as string, text, from, to))
    slot = (slot + 1) & mask;
  return slot;
}

function isWord(word: string, text: string, from: number, to: number): boolean {
  if (word.length !== to - from) return false;
  for (let at = 0; at < word.length; at++)
    if (word.charCodeAt(at) !== small(text.charCodeAt(from + at))) return false;
  return true;
}

function grow(): void {
  slots = new Int32Array(slots.length * 2);
  for (let number = 1; number < words.length; number++) {
    const word = words[number] as string;
    let hash = SEED;
    for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), PRIME);
    slots[slotOf(hash, word, 0, word.length)] = number;
  }
}
