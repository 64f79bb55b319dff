import {isMark, type Tokens, tokensOf} from './tokens.ts';
import {namedLevel, plain, textOf} from './firms.ts';
import type {TokenRange} from './text-range.ts';
import {phrases} from './vocabulary.ts';

/** The role and the company that a guide's title names, as it writes them. */
export interface Titled {
  readonly role: string;
  readonly company: string;
}

/** One word before it belongs to it: "Larkspur Global Salary Negotiation Guide" is of Larkspur Global. */
const GUIDE = phrases('(global/salary/compensation/comp/offer/pay) negotiation guide/playbook/handbook');
/** What a title may open with instead. */
const FOR = phrases(':|for (the/a/an)|—|–|of|to');
const AT = phrases('at|@');
const DNA = phrases('^ negotiation dna');
/** A role ends with one of these, where a company may not. */
const ROLE_NOUNS = phrases(
  'engineer|scientist|architect|designer|researcher|developer|manager|analyst|programmer|specialist|consultant|strategist|trader|swe|sre|pm|tpm|artist|administrator|lead',
);
/** Between blanks, for roles hold hyphens and slashes of their own; the first that a title has parts it. */
const SEPARATORS = ['|', '—–·', '-', '/'];

/**
 * "Role | Company Global Negotiation Guide", with a bar, a dash, a colon or "at" between, and the words of a guide before or
 * behind. Null where a text says nothing of a guide, or names one thing only.
 */
export function guideTitle(text: string): Titled | null {
  const tokens = tokensOf(text);
  const guide = GUIDE.first(tokens);
  if (guide === null) return null;
  const named = guide.from === 0 ? behind(tokens, guide.to) : {from: 0, to: guide.from};
  const sides = parted(tokens, named);
  if (sides === null) return unparted(tokens, named);
  const [first, second] = sides;
  const isTurned = !hasNoun(tokens, first) && hasNoun(tokens, second);
  const [role, company] = isTurned ? [second, first] : [first, second];
  const told = {role: withoutBracket(stretch(tokens, role)), company: stretch(tokens, company)};
  return told.role === '' || told.company === '' ? null : told;
}

/** "Cobalt Harbor Platform Engineer": a company and a role with nothing between. */
function unparted(tokens: Tokens, range: TokenRange): Titled | null {
  if (!hasNoun(tokens, range)) return null;
  const named = namedLevel(tokens, range, []);
  return named === null ? null : {role: withoutBracket(named.level), company: named.company};
}

/** Whether a label is "Negotiation DNA", and no more. */
export function isDnaLabel(label: string): boolean {
  const tokens = tokensOf(label);
  const end = DNA.at(tokens, 0)?.to;
  return end === tokens.count || (end === tokens.count - 1 && isMark(tokens, end, ':'));
}

/** "Negotiation Guide: Role at Company", "Negotiation Guide for …". */
function behind(tokens: Tokens, from: number): TokenRange {
  const start = isMark(tokens, from, '|') || isMark(tokens, from, '-') ? from + 1 : FOR.at(tokens, from)?.to;
  return {from: start ?? from, to: tokens.count};
}

/** The two sides of the first separator, strongest first. A colon, a comma or "at" parts only where one side is a role. */
function parted(tokens: Tokens, {from, to}: TokenRange): readonly [TokenRange, TokenRange] | null {
  const sidesAt = (at: number) =>
    [
      {from, to: at},
      {from: at + 1, to},
    ] as const;
  const hasRole = (at: number) => sidesAt(at).some(side => hasNoun(tokens, side));
  for (const marks of SEPARATORS)
    for (let at = from + 1; at < to - 1; at++)
      if ([...marks].some(mark => isMark(tokens, at, mark)) && isSeparator(tokens, at)) return sidesAt(at);
  for (const isWeak of [isColonOrComma, isAt])
    for (let at = from + 1; at < to - 1; at++) if (isWeak(tokens, at) && hasRole(at)) return sidesAt(at);
  return null;
}

function isColonOrComma(tokens: Tokens, at: number): boolean {
  return (isMark(tokens, at, ':') || isMark(tokens, at, ',')) && isSeparator(tokens, at);
}

function isAt(tokens: Tokens, at: number): boolean {
  return AT.at(tokens, at) !== null;
}

/** Between blanks; a colon and a comma may stand at the word before. */
function isSeparator(tokens: Tokens, at: number): boolean {
  const isBehind = /\s/.test(tokens.text[tokens.ends[at] as number] ?? ' ');
  const isBefore = /\s/.test(tokens.text[(tokens.starts[at] as number) - 1] ?? ' ');
  return isBehind && (isBefore || isMark(tokens, at, ':') || isMark(tokens, at, ','));
}

/** With the marks at its end that are part of a name: "Lark&Spur Inc." */
function stretch(tokens: Tokens, {from, to}: TokenRange): string {
  if (from >= to) return '';
  let end = to;
  while (end > from && [':', '—', '–', '-', '|', ','].some(mark => isMark(tokens, end - 1, mark))) end--;
  return textOf(tokens, {from, to: end});
}

/** Without the parenthesis behind a role: "(L3-L4)", "(SIGNATURE ROLE)". */
function withoutBracket(role: string): string {
  return plain(role.replace(/\s*\([^()]*\)\s*$/, ''));
}

function hasNoun(tokens: Tokens, {from, to}: TokenRange): boolean {
  return ROLE_NOUNS.first(tokens, from, to) !== null;
}
