import {guideQuote, say} from '../../figure/index.ts';
import type {Guide, Read} from '../types.ts';
import type {AuditCheck, AuditHit} from './rule.ts';

/** A name this short may be one cut short: "Sr", "SWE", "IBM". */
const SHORT = 4;

export const frontMatterAgainstTitle: AuditCheck = {
  name: 'front-matter-against-title',
  severity: 'warning',
  says: 'front matter of another company or role than the title',
  *check({company, role, frontMatter: front}: Guide): Iterable<AuditHit> {
    if (front === null) return;
    yield* otherThan('company', company, [front.companyDisplay, front.company]);
    yield* otherThan('role', role, [front.roleDisplay, front.role]);
  },
};

/** The first of the names that cannot be that of the title. */
function* otherThan(
  what: string,
  title: Read<string>,
  names: readonly (Read<string> | null)[],
): Iterable<AuditHit> {
  const other = names.find(name => name !== null && !isSame(title.value, name.value)) ?? null;
  if (other === null) return;
  yield {
    message: say`the title says ${guideQuote(title.value, title.span)}, and the front matter the ${what} ${guideQuote(other.value, other.span)}`,
    span: other.span,
    hint: 'find out of which of the two the figures are, and mend the other',
  };
}

/**
 * Whether two names may be of one: "AT&T" and `att`, "Site Reliability Engineer (L4)" and `sre`, "Sr. Data Engineer" and
 * `data-engineer`. What stands in brackets may be the name as well as the rest may.
 */
function isSame(one: string, other: string): boolean {
  return variants(one).some(a => variants(other).some(b => agree(a, b)));
}

/** The words of a name: the whole, what stands outside of its brackets, what stands in them, and between its strokes. */
function variants(name: string): string[][] {
  const inside = [...name.matchAll(/\(([^()]*)\)/g)].map(([, words = '']) => words);
  const all = [name, name.replace(/\([^()]*\)/g, ' '), ...inside, ...name.split('/')].map(wordsIn);
  return all.filter(({length}) => length > 0);
}

function wordsIn(name: string): string[] {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}|['’.*]/gu, '')
    .toLowerCase();
  return plain.split(/[^\p{L}\p{N}]+/u).filter(word => word !== '' && word !== AND);
}

const AND = 'and';

function agree(one: readonly string[], other: readonly string[]): boolean {
  const [few, many] = one.length <= other.length ? [one, other] : [other, one];
  const [short, long] = [few.join(''), many.join('')];
  const letters = many.map(word => word.charAt(0)).join('');
  const isTold = (word: string) =>
    many.some(like => isLike(word, like)) || (word.length > 1 && letters.includes(word));
  if (few.every(isTold) || opens(many, short) || opens(few, long)) return true;
  return short.length <= SHORT && isCutShort(short, many);
}

/** Whether the first words, or all of them, written as one are that word: "J.P. Morgan Chase" and `jpmorgan`. */
function opens(words: readonly string[], joined: string): boolean {
  return words.some((_, at) => words.slice(0, at + 1).join('') === joined);
}

/** "sr" and "senior", "eng" and "engineer". */
function isLike(one: string, other: string): boolean {
  if (one === other) return true;
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  return short.length > 1 && short.length <= SHORT && isWithin(short, long);
}

/** Whether a short name has the first letter of each word, in order, and no letter that they do not have: "swe". */
function isCutShort(short: string, words: readonly string[]): boolean {
  return isWithin(words.map(word => word.charAt(0)).join(''), short) && isWithin(short, words.join(''));
}

/** Whether the letters of the one stand in the other, in order, from the first on. */
function isWithin(letters: string, word: string): boolean {
  if (letters.charAt(0) !== word.charAt(0)) return false;
  let at = 0;
  for (const letter of word) if (letter === letters.charAt(at)) at++;
  return at === letters.length;
}
