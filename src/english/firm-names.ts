import {readFact} from '../base/index.ts';
import {isCapital, isMark, MARK, type Tokens, tokensOf, wordAt} from './tokens.ts';
import {phrases, Vocabulary} from './vocabulary.ts';

/** What data/companies.json says: names of companies, and what else they are called. */
interface Companies {
  readonly companies: readonly {readonly name: string; readonly spellings: readonly string[]}[];
}

let known: Vocabulary<string> | null = null;

/**
 * Where a name that data/companies.json holds ends, if it begins at a token: that "Palo Alto Networks" is one name although
 * "networks" is a word of roles nobody can tell from the words. 0 for none. A name in small letters must stand to the letter.
 */
export function endOfKnownName(tokens: Tokens, from: number): number {
  known ??= new Vocabulary(namesOf().map(name => [name, phraseOf(name)] as const));
  const match = known.at(tokens, from);
  if (match === null) return 0;
  if (isCapital(tokens, from)) return match.to;
  return match.sense.startsWith(wordAt(tokens, from)) ? match.to : 0;
}

/** Whether a text is a name that data/companies.json holds, and no more. */
export function isKnownName(text: string): boolean {
  const tokens = tokensOf(text);
  return tokens.count > 0 && endOfKnownName(tokens, 0) === tokens.count;
}

/** Where one of these names ends, if it begins at a token; the longest. 0 for none. */
export function endOfOwnName(tokens: Tokens, from: number, own: readonly string[]): number {
  const start = tokens.starts[from] as number;
  let longest = 0;
  for (const name of own) {
    if (tokens.text.slice(start, start + name.length).toLowerCase() !== name.toLowerCase()) continue;
    let at = from;
    while (at < tokens.count && (tokens.ends[at] as number) < start + name.length) at++;
    if (tokens.ends[at] === start + name.length) longest = Math.max(longest, at + 1);
  }
  return longest;
}

function namesOf(): string[] {
  const {companies} = readFact('companies.json') as Companies;
  return companies.flatMap(({name, spellings}) => [name, ...spellings]);
}

/** A name as a phrase of a vocabulary: its tokens with blanks between. */
function phraseOf(name: string): string {
  const tokens = tokensOf(name);
  return Array.from({length: tokens.count}, (_, at) => {
    if (isMark(tokens, at, '/')) return '\\';
    return tokens.kinds[at] === MARK ? wordAt(tokens, at) : wordAt(tokens, at).toLowerCase();
  }).join(' ');
}

/** The names that a company goes by. */
export interface OwnNames {
  /** Without what stands in brackets behind it. */
  readonly short: string;
  /** The full one first. */
  readonly all: readonly string[];
}

/**
 * "Fortinet (Security)" also goes by "Fortinet", "Cobalt Harbor" by "Cobalt" and by "CH", "Cobalt Harbor Marine" by "Cobalt
 * Harbor", "Bankhaus Cobalt" by "Cobalt".
 */
export function ownNames(company: string): OwnNames {
  const bracket = company.indexOf('(');
  const short = (bracket > 0 ? company.slice(0, bracket) : company).trim();
  const words = short.split(/\s+/);
  const [first = '', last = ''] = [words[0], words.at(-1)];
  const initials = words.length > 1 ? words.map(word => (/^[A-Z&]/.test(word) ? word[0] : '')).join('') : '';
  const beginnings = words
    .slice(1, -1)
    .map((_, at) => words.slice(0, at + 2).join(' '))
    .filter(name => /[\p{L}\d]$/u.test(name));
  const all = [
    company,
    short,
    ...beginnings.toReversed(),
    ...(first.length > 3 && !isKind(first) ? [first] : []),
    ...(words.length > 1 && isKind(first) && last.length > 3 && !isKind(last) ? [last] : []),
    ...(initials.length > 1 ? [initials] : []),
  ];
  return {short, all: [...new Set(all)].filter(name => name !== '')};
}

/** Words for what a company is, which may stand before its name: "Bankhaus Cobalt", "Banco Cobalt". */
function isKind(word: string): boolean {
  return KINDS.at(tokensOf(word), 0) !== null;
}

const KINDS = phrases(
  'bank|bankhaus|banco|banca|banque|groupe|grupo|gruppo|gruppe|group|group|studio|studios|clinique|klinik|kliniken|stadtwerke|verlag|laboratoires|labs|caisse|crédit|assurances|versicherung|studio|university|house|casa|maison|société|energie|kraft',
);
