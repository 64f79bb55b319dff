import {type NamedLevel, textOf} from './firms.ts';
import type {TokenRange} from './text-range.ts';
import {isMark, type Tokens} from './tokens.ts';
import {phrases} from './vocabulary.ts';

/** "Osprey calls it P3". */
const CALLS = phrases(
  'calls/call/names/labels/titles/styles/dubs/terms/grades/ranks (it/this/that/them) (level/rank/grade/role/job) (a/an/the)|has it as|puts it at|would call (it/this/that/them)',
);
const WHAT = phrases('what');
const AT = phrases('at');
/** "At Osprey it is a P3". */
const IT_IS = phrases(
  "it/this/that/they/you is/are/becomes (a/an/the)|it/this/that/they/you is/are called/titled/named (a/an/the)|it/this/that/they/you is/are known as|it/this/that/they/you would be (a/an/called/titled)|it's (a/an/called)|that's (a/an/called)|you'd be (a/an)|it reads",
);
/** Words of another clause, which are in no name. */
const CLAUSE = phrases('is|are|be|that|which|what|who|it|they|to|maps|equals|means');
const LONGEST_NAME = 6;

/** Who calls a level what: "Osprey calls it P3", "what Osprey calls P3", "at Osprey it is P3". */
export function calledLevel(tokens: Tokens, {from, to}: TokenRange): NamedLevel | null {
  const calls = CALLS.first(tokens, from, to);
  if (calls !== null) {
    const name = {from: WHAT.at(tokens, from)?.to ?? from, to: calls.from};
    return toldBy(tokens, name, {from: calls.to, to});
  }
  const at = AT.at(tokens, from);
  if (at === null) return null;
  const is = IT_IS.first(tokens, at.to, to);
  return is === null ? null : toldBy(tokens, {from: at.to, to: is.from}, {from: is.to, to});
}

/** Whether here begins what tells who calls a level what. */
export function saysCalled(tokens: Tokens, at: number): boolean {
  return CALLS.at(tokens, at) !== null || IT_IS.at(tokens, at) !== null;
}

function toldBy(tokens: Tokens, name: TokenRange, level: TokenRange): NamedLevel | null {
  const end = isMark(tokens, name.to - 1, ',') ? name.to - 1 : name.to;
  const isName = end > name.from && end - name.from <= LONGEST_NAME;
  if (!isName || level.from >= level.to || AT.first(tokens, name.from, end) !== null) return null;
  if (CLAUSE.first(tokens, name.from, end) !== null || CLAUSE.first(tokens, level.from, level.to) !== null)
    return null;
  return {company: textOf(tokens, {from: name.from, to: end}), level: textOf(tokens, level)};
}
