import {isMark, type Tokens, tokensOf} from './tokens.ts';
import {phrases} from './vocabulary.ts';
import {wordSet} from './words.ts';

// Names without the words beside them that only say what they are names of.

const OF_COLUMN = wordSet('internal title band equiv equivalent level levels');

/** A company's name without what the heading of a column adds: "Meta" of "Meta Levels". */
export function bareCompany(heading: string): string {
  const tokens = tokensOf(heading);
  const last = isMark(tokens, tokens.count - 1, '.') ? tokens.count - 2 : tokens.count - 1;
  const isAdded = last > 0 && OF_COLUMN.has(tokens, last) && isApart(tokens, last);
  return isAdded ? heading.slice(0, tokens.ends[last - 1]).trim() : heading.trim();
}

function isApart({text, starts}: Tokens, at: number): boolean {
  return text[(starts[at] as number) - 1]?.trim() === '';
}

const AROUND = wordSet('greater metro metropolitan area');

/** A city's name without the words for the towns around it: "Boston" of "Greater Boston Area". */
export function bareCity(place: string): string {
  const tokens = tokensOf(place);
  let name = '';
  let from = 0;
  for (let at = 0; at < tokens.count; at++) {
    if (!AROUND.has(tokens, at)) continue;
    name += place.slice(from, tokens.starts[at]);
    from = tokens.ends[at] as number;
  }
  return name + place.slice(from);
}

const COUNTY = wordSet('county parish borough');

/** A county's name without the word for one, of a name in small letters: "orleans" of "orleans parish". */
export function bareCounty(name: string): string {
  const tokens = tokensOf(name);
  const last = tokens.count - 1;
  return last > 0 && COUNTY.has(tokens, last) ? name.slice(0, tokens.ends[last - 1]) : name;
}

const LEGAL_FORMS =
  phrases(`llc/llp/lp/pc/pllc/inc/incorporated/corp/corporation/co/company/ltd/limited/plc/na/gmbh/holding/holdings/and
    |l l c|ll c|l lc|l l p|ll p|l lp|l p|p c|p l l c|p l lc|p ll c|pl l c|pll c|pl lc|p llc|n a|national association`);
const THE = wordSet('the');

/** A legal name without its article and its forms, of a name in small letters: "two sigma investments" of "the two sigma investments lp". */
export function bareLegalName(name: string): string {
  const tokens = tokensOf(name);
  const first = tokens.count > 1 && THE.has(tokens, 0) ? 1 : 0;
  let end = tokens.count;
  for (let form = formBefore(tokens, first, end); form < end; form = formBefore(tokens, first, end))
    end = form;
  return end === first ? '' : name.slice(tokens.starts[first], tokens.ends[end - 1]);
}

/** Where the longest legal form begins that ends before token `end`; `end` where none does. */
function formBefore(tokens: Tokens, first: number, end: number): number {
  for (let at = Math.max(first + 1, end - 4); at < end; at++)
    if (LEGAL_FORMS.at(tokens, at)?.to === end) return at;
  return end;
}
