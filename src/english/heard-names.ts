import type {TokenRange} from './text-range.ts';
import {closesName, endsRole, goesOnAsName, isCode, isLevelAt} from './ranks.ts';
import {MARK, type Tokens, tokensOf, WORD, wordAt} from './tokens.ts';
import {phrases} from './vocabulary.ts';

/**
 * Where a name that the rest of the guide also says ends, if it begins at the first of these tokens; 0 for none. "Grafana Labs
 * has you at $243K" says that "Grafana Labs Senior" is of Grafana Labs.
 */
export type Heard = (tokens: Tokens, range: TokenRange) => number;

export const NOTHING_HEARD: Heard = () => 0;

/** Longer than any name. */
const LONGEST_NAME = 60;
const MOST_PLACES = 24;

/** What follows a name where it is not a part of a longer one: "Osprey has offered", "Osprey at $X", "Osprey and Heron". */
const BEHIND =
  phrases(`at | and | or | has | have | had | is | was | are | will | would | can | does | did | offered | offers | came | comes | wrote | writes | put | sent | says | said | pays | paid | stands | sits | adds | published | publishes | gave | gives | reached | quoted | made | promised | went
    | letter/letters | paper/papers | offer/offers | number | term | contract | proposal | which | who | in | for | on | to | 's | than | with | moves | already | too | both`);

/** The names that the rest of a guide says, as one asks for them. */
export function heardIn(rest: string): Heard {
  const text = rest.replaceAll('\uFEFF', '');
  return (tokens, {from, to}) => {
    const start = tokens.starts[from] as number;
    const first = wordAt(tokens, from);
    let longest = 0;
    let place = -1;
    for (let tries = 0; tries < MOST_PLACES; tries++) {
      place = text.indexOf(first, place + 1);
      if (place < 0) break;
      if (isInWord(text, place - 1)) continue;
      let end = 0;
      for (let at = from; at < to; at++) {
        const said = tokens.text.slice(start, tokens.ends[at]);
        if (!text.startsWith(said, place)) break;
        if (isWhole(text, place + said.length)) end = at + 1;
      }
      longest = Math.max(longest, end);
    }
    return longest < to && !isOfRole(tokens, {from, to: longest}) ? longest : 0;
  };
}

/** Whether no longer name goes on here. */
function isWhole(text: string, at: number): boolean {
  if (isInWord(text, at)) return false;
  const behind = tokensOf(text.slice(at, at + LONGEST_NAME));
  return behind.count === 0 || behind.kinds[0] !== WORD || BEHIND.at(behind, 0) !== null;
}

function isInWord(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === HYPHEN ? /[\p{L}\d]/u.test(text[at + 1] ?? '') : /[\p{L}\d]/u.test(text[at] ?? '');
}

const HYPHEN = 45;

/** "Osprey Engineer", "Osprey Senior", "L4": what is said again is a level of a company, or no name at all. */
function isOfRole(tokens: Tokens, {from, to}: TokenRange): boolean {
  if (to <= from) return true;
  const last = to - 1;
  if (tokens.kinds[last] === MARK || isCode(tokens, last)) return true;
  if (last === from) return isLevelAt(tokens, from);
  return endsRole(tokens, last) && !closesName(tokens, last) && !goesOnAsName(tokens, last);
}
