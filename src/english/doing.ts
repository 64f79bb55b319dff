import {type Act, type ActAt, isMine, type Speaker} from './acts.ts';
import {isSum} from './groups.ts';
import {payBehind, yearsBehind} from './pay.ts';
import type {Reading} from './reading.ts';
import {amountAt, isMark, MARK} from './tokens.ts';
import {phrases} from './vocabulary.ts';

/** What is done with a sum. */
export interface Doing {
  /** Null where no word says what is done with it. */
  readonly who: Speaker | null;
  readonly act: Act | null;
  readonly closing: boolean;
  readonly needed: boolean;
  /** "At $250K, this reflects the market": an opening, unless what follows accepts it. */
  readonly iffy: boolean;
}

/** What is done with the sum at a token that pays `pays`, by the act before it, or by one behind that speaks back. */
export function doingOf(reading: Reading, token: number, pays: string | null): Doing {
  const before = actBefore(reading, token);
  const behind = reading.acts.find(one => one.from > token && speaksBack(reading, one));
  if (behind !== undefined && isNear(reading, token, behind)) {
    const free =
      before === undefined ||
      before.sense.iffy === true ||
      // "Start at £115K; £100K is acceptable": another clause
      isParted(reading, before.to, token) ||
      (before.sense.who === 'firm' && behind.sense.act === 'accept');
    if (free) return plainly(behind.sense, behind.sense.closing === true);
  }
  if (before === undefined) {
    const like = alongside(reading, token);
    const said = like ?? continued(reading);
    if (said !== null) return plainly({who: 'me', act: said});
    const iffy = isPosed(reading, token);
    const opens = iffy || opensByColon(reading, token);
    return {...plainly(opens ? {who: 'me', act: 'open'} : {who: null, act: null}), iffy};
  }
  const needed = NEED.at(reading.tokens, before.from) !== null;
  const {closing = false, iffy = false} = before.sense;
  return {...plainly(doneBy(reading, before, token, pays), closing), needed, iffy};
}

function doneBy(
  reading: Reading,
  before: ActAt,
  token: number,
  pays: string | null,
): Pick<Doing, 'who' | 'act'> {
  if (isTheirs(reading, before)) return {who: 'firm', act: 'offer'};
  if (isPublished(reading, before)) return {who: 'market', act: 'claim'};
  return {who: before.sense.who, act: settled(reading, before, pays)};
}

function plainly({who, act}: Pick<Doing, 'who' | 'act'>, closing = false): Doing {
  return {who, act, closing, needed: false, iffy: false};
}

/** The last act before a token that speaks of what is behind it. A condition of a floor is part of it, and no act leaves its brackets. */
export function actBefore({acts, tokens}: Reading, token: number): ActAt | undefined {
  const before = (one: ActAt) =>
    one.from < token && one.sense.back !== true && !isShut(tokens, one.from, token);
  const last = acts.findLast(before);
  if (last?.sense.soft !== true) return last;
  const floor = acts.findLast(one => before(one) && one.sense.soft !== true);
  return isFloor(floor?.sense.act ?? null) ? floor : last;
}

/** Whether a bracket that is open at one token, or opens with it, is closed before the other. */
function isShut(tokens: Reading['tokens'], from: number, to: number): boolean {
  let depth = isMark(tokens, from, '(') ? 0 : 1;
  for (let at = from; at < to && depth >= 0; at++) {
    if (isMark(tokens, at, '(')) depth++;
    else if (isMark(tokens, at, ')') && --depth === 0) return true;
  }
  return false;
}

/** "($340K floor)", "(never below £90K)": whether a sum is the first of a bracket that makes it the floor of what stands before. */
export function isFloorInBracket({tokens, acts, made}: Reading, first: number): boolean {
  let open = first - 1;
  while (open >= 0 && !isMark(tokens, open, '(')) {
    if (isMark(tokens, open, ')') || isSum(tokens, open)) return false;
    open--;
  }
  return (
    open > 0 &&
    made.at(-1)?.pays != null &&
    acts.some(({from, sense}) => from >= open && from < first && isFloor(sense.act))
  );
}

function isFloor(act: Act | null): boolean {
  return act === 'accept' || act === 'walk';
}

/** Whether an act speaks of the sums before it: by its words, or as a floor with no sum behind it. */
function speaksBack({tokens}: Reading, {sense, to}: ActAt): boolean {
  if (sense.back === true) return true;
  if (!isFloor(sense.act)) return false;
  for (let at = to - 1; at < tokens.count; at++) if (isSum(tokens, at)) return false;
  return true;
}

/** Whether a semicolon or a dash stands between two tokens. */
function isParted({tokens}: Reading, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (isMark(tokens, at, ';') || isMark(tokens, at, '—')) return true;
  return false;
}

/** A closing remark reaches the sums of its own clause, a floor those close before it. */
function isNear({tokens}: Reading, token: number, behind: ActAt): boolean {
  for (let at = token + 1; at < behind.from; at++)
    if (isMark(tokens, at, ';') || isMark(tokens, at, '—') || isMark(tokens, at, '.')) return false;
  return behind.sense.closing === true || isList(tokens, token, behind.from) || behind.from - token < 12;
}

/** Whether nothing but other sums with their words stands between a sum and an act behind the list. */
function isList(tokens: Reading['tokens'], token: number, to: number): boolean {
  let last = token;
  for (let at = token + 1; at < to; at++) {
    if (isSum(tokens, at)) last = at;
    if (at - last > 11) return false;
  }
  return last > token;
}

/** "Walk away below these numbers. Leeds: £90K base.": a sentence that opens with its place and says no act goes on with the last. */
function continued({acts, mentions, tokens, memory}: Reading): Act | null {
  const [first] = mentions;
  if (acts.length > 0 || first === undefined || first.trailing || !isMine(memory.act)) return null;
  for (let at = 0; at < first.from; at++) if (tokens.kinds[at] !== MARK) return null;
  return memory.act;
}

/** "Anchor on Osprey's published range ($178K to $212K)": what is anchored on is what others publish. */
function isPublished({tokens, context}: Reading, {sense, to}: ActAt): boolean {
  if (sense.act !== 'open') return false;
  let sum = to;
  while (sum < tokens.count && !isSum(tokens, sum)) sum++;
  const published = PUBLISHED.first(tokens, to, sum);
  if (published === null || ACTED.first(tokens, published.to, sum) !== null) return false;
  const words = tokens.text.slice(tokens.starts[to], tokens.starts[sum]);
  return !context.own.some(name => words.includes(name));
}

const PUBLISHED = phrases(
  "published | 's (published/public/posted) range/ranges/band/bands/ladder/median/scale | posted range/band",
);
const ACTED = phrases('at | and | then');

/** What an act comes to in its sentence: what answers a counter opens nothing, and what is asked in one breath with the opening does. */
function settled(reading: Reading, before: ActAt, pays: string | null): Act | null {
  const {act} = before.sense;
  if (act === 'ask') return asked(reading, before, pays);
  if (act !== 'open') return act;
  const pushed = reading.memory.countered && PUSH.at(reading.tokens, before.from) !== null;
  // "If the offer is low, ask for more base: open at $190K"
  const isNew = isMark(reading.tokens, before.from - 1, ':');
  return (reading.answer && !isNew) || pushed ? 'ask' : 'open';
}

/** "Osprey's floor is $220K", "most candidates open at $190K": what others do is no position of mine. */
function isTheirs({tokens, mentions}: Reading, {from, sense}: ActAt): boolean {
  if (!isMine(sense.act)) return false;
  for (let at = from - 1; at >= Math.max(0, from - 4); at--) {
    if (tokens.kinds[at] === MARK || MINE.at(tokens, at) !== null) return false;
    // "Leeds candidates should open at" says where, and not what others do
    if (mentions.some(one => at >= one.from && at < one.to)) return false;
    if (OTHERS.at(tokens, at) !== null) return true;
    if (POSSESSIVE.at(tokens, at) !== null) return true;
  }
  return false;
}

const MINE = phrases("i | i'm | i'd | i'll | we | you | my | your | our | me | if | when | that");
const OTHERS =
  phrases(`they | they'll | he | she | recruiter/recruiters | employer/employers | candidate/candidates | others | peers | people | competitors
    | hr | hiring manager/managers | committee | most engineers | colleagues`);
const POSSESSIVE = phrases("'s");

/**
 * What is asked for in the same breath as the opening belongs to it: "Open at $150K base and push for $110K in RSUs".
 * Where a place leads, it opens for that place: "For Leeds, push for £90K base". Else it is asked by the way.
 */
function asked(reading: Reading, ask: ActAt, pays: string | null): Act {
  const {tokens, acts, mentions, memory, made} = reading;
  if (reading.answer || memory.countered || BY.at(tokens, ask.from - 1) !== null) return 'ask';
  const before = acts.findLast(
    ({from, sense}) => from < ask.from && sense.back !== true && sense.act !== 'ask' && sense.act !== 'claim',
  );
  if (before?.sense.act === 'open' && !ask.opens) {
    const again = made.some(one => one.act === 'open' && one.pays === pays);
    return again || isBut(reading, before.to, ask.from) ? 'ask' : 'open';
  }
  const lead = mentions.findLast(({to, trailing}) => !trailing && to <= ask.from);
  if (lead === undefined || ask.from - lead.to > 2) return isOpening(reading, ask, pays) ? 'open' : 'ask';
  const opened = memory.said.some(
    one =>
      !made.includes(one) &&
      one.act === 'open' &&
      one.scopes.some(({written}) => lead.places.some(place => place.written === written)),
  );
  return opened ? 'ask' : 'open';
}

/** "Ask for a base of $190K": where nothing was opened with before, the whole that is asked for, and what goes with it, opens. */
function isOpening({tokens, memory, made}: Reading, ask: ActAt, pays: string | null): boolean {
  if (ASK_FOR.at(tokens, ask.from) === null) return false;
  if (made.some(({act}) => act === 'open')) return true;
  const whole = pays === 'base' || pays === 'total';
  return whole && !memory.said.some(one => one.act === 'open' && one.pays !== null);
}

const ASK_FOR = phrases('ask/asking for');

function isBut({tokens}: Reading, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (BUT.at(tokens, at) !== null || isMark(tokens, at, '.')) return true;
  return false;
}

/** "In Zurich, CHF 262K is the figure to open with; in Luxembourg it is €188K": for the next place the same is done. */
function alongside({made, mentions}: Reading, token: number): Act | null {
  const last = made.findLast(({pays}) => pays !== null);
  const lead = mentions.findLast(({to}) => to <= token);
  const own = lead !== undefined && !lead.trailing && mentions.indexOf(lead) > 0;
  return last !== undefined && own && isMine(last.act) ? last.act : null;
}

/** "At $250K total comp, this reflects the market": a sum that opens its sentence and of which nothing else is said. */
function isPosed({tokens, acts}: Reading, token: number): boolean {
  let first = 0;
  while (first < token && tokens.kinds[first] === MARK) first++;
  return acts.length === 0 && token === first + 1 && AT.at(tokens, first) !== null;
}

const AT = phrases('at');

/** "…, specifically: $215K base": sums right behind a colon that nothing else speaks of. */
function opensByColon({tokens, acts, answer}: Reading, token: number): boolean {
  if (answer || acts.length > 0) return false;
  const amount = amountAt(tokens, token);
  const named = payBehind(tokens, token, tokens.count).pays !== null;
  if (!named && (amount === null || (yearsBehind(tokens, token, amount) ?? 1) < 2)) return false;
  for (let at = token - 1; at > 0; at--) {
    if (isMark(tokens, at, '.')) return false;
    if (!isMark(tokens, at, ':')) continue;
    const bare = amountAt(tokens, at + 1) !== null || BARE.at(tokens, at + 1) !== null;
    return bare && NOT_COLON.at(tokens, at - 1) === null;
  }
  return false;
}

const NEED = phrases("i/i'd/we need | i would need");
const PUSH = phrases('push/pushing');
const BUT = phrases('but | then | if');
const BY = phrases('by');
const BARE = phrases('a | an | base | total | the | roughly | about');
const NOT_COLON = phrases('floor | at | if | offer | counter');
