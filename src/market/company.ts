import {bareCompany} from '../english/index.ts';
import {idOf, type Named, type Names, normalizedName} from './names.ts';

/** The companies a spelling names, and what it says beyond a name: "Meta DS" is Meta, with `DS` left over. */
export interface CompanyReading {
  readonly companies: readonly Named[];
  readonly rest: string;
}

const NOBODY: CompanyReading = {companies: [], rest: ''};
/** A name longer than this is a sentence. */
const MOST_WORDS = 4;

/**
 * Which companies `spelling` names; `own` is the company of the guide it stands in, which settles a spelling of two.
 * "BofA/JPMorgan" names both. What is in no list is a company by itself where it can be a name, and nobody otherwise.
 */
export function companyIn(names: Names, spelling: string, own?: Named): CompanyReading {
  const bare = bareCompany(spelling);
  if ([spelling, bare].some(one => names.notCompanies.has(normalizedName(one)))) return NOBODY;
  const known =
    lookUp(names, spelling, own) ?? lookUp(names, bare, own) ?? lookUp(names, unbracketed(bare), own);
  if (known !== undefined) return {companies: [known], rest: ''};
  if (bare.includes('/')) {
    const parts = bare.split('/').map(part => lookUp(names, part, own));
    if (parts.every(part => part !== undefined)) return {companies: parts, rest: ''};
  }
  const words = bare.split(/\s+/);
  for (let end = words.length - 1; end > 0; end--) {
    const found = lookUp(names, words.slice(0, end).join(' '), own);
    if (found !== undefined) return {companies: [found], rest: words.slice(end).join(' ')};
  }
  const name = unbracketed(bare);
  if (own !== undefined && isBegun(own.name, name)) return {companies: [own], rest: ''};
  if (!/^[\p{Lu}\p{N}]|^\p{Ll}+\p{Lu}/u.test(name) || words.length > MOST_WORDS || /[/:]/.test(name))
    return NOBODY;
  return {companies: [{id: idOf(name), name}], rest: ''};
}

/** The company that a guide is on, by its title. */
export function companyOfTitle(names: Names, title: string): Named {
  const bare = unbracketed(title);
  return lookUp(names, title) ?? lookUp(names, bare) ?? {id: idOf(bare), name: bare};
}

/** Whether `text` is the first words of a company's name: "Zorblatt" of "Zorblatt & Sons". */
export function isBegun(name: string, text: string): boolean {
  return normalizedName(text) !== '' && normalizedName(name).startsWith(`${normalizedName(text)} `);
}

/** A spelling of several companies names none of them, unless one is the guide's own. */
function lookUp(names: Names, spelling: string, own?: Named): Named | undefined {
  const key = normalizedName(spelling);
  if (own !== undefined && (key === normalizedName(own.name) || key === normalizedName(own.id))) return own;
  const found = names.companies.get(key);
  if (found === undefined) return undefined;
  const same = found.find(one => one.id === own?.id);
  if (same !== undefined) return same;
  return found.length === 1 ? found[0] : {id: idOf(spelling), name: spelling.trim()};
}

function unbracketed(text: string): string {
  return text.replace(/\s*\([^()]*\)/g, '').trim();
}
