import {endOfKnownName} from './firm-names.ts';
import {headingOf} from './pay-headings.ts';
import {opensSmallName, textOf} from './firms.ts';
import type {TokenRange} from './text-range.ts';
import {isRank} from './ranks.ts';
import {isCapital, isMark, MARK, type Tokens, tokensOf, wordAt} from './tokens.ts';
import type {Vocabulary} from './vocabulary.ts';
import {phrases} from './vocabulary.ts';

/** What a column or a row of a level map is of: a company's levels, levels under a heading of their own, or what describes them. */
export type LevelHeading =
  | {readonly kind: 'company'; readonly name: string}
  | {readonly kind: 'own'}
  | {readonly kind: 'label'; readonly name: string}
  | {readonly kind: 'attribute'};

/** How a heading opens that describes a level instead of naming one. */
const ATTRIBUTES = phrases(
  '^ (role) scope|^ ic \\ manager|^ focus|^ yoe|^ years|^ (total) experience|^ comp|^ comp parity|^ compensation|^ description|^ responsib~|^ tc|^ total comp/compensation|^ salary|^ base|^ notes/note|^ key skills/differences/responsibilities/milestones/projects/deliverables/traits|^ domain|^ reports|^ headcount|^ impact|^ remarks|^ comments|^ expectations|^ pay|^ typical yoe/experience/reports/scope/years/tenure/team/range/comp/size/report/yr/yrs',
);
/** Names of one's own ladder, that name no company. */
const OWN = phrases(
  '^ (internal/job/career/ic/company/our/pay/salary) (grade) level/levels/grade/grades/band/bands/tier/tiers|^ internal title/titles|^ internal|^ leveling|^ ladder',
);
/** Headings that name no company and no ladder of one's own. */
const LABELS = phrases(
  '^ (external/public/common/official/job/working/business/market/industry/typical/equivalent/closest/comparable) title/titles|^ (closest/nearest/comparable) (industry/market/external/faang/peer/public/general/closest/typical) (role) equivalent/equivalents/equivalence/level/levels/benchmark/tier/tiers/peer/peers (level/title)|^ comparable/closest role|^ equivalent title/role|^ role|^ position|^ market|^ industry',
);
const EQUIVALENT = phrases('equivalent/equivalents|equiv');
/** What stands before a company: "Equivalent at Osprey", "Closest peer at Osprey", "@ Osprey". */
const BEFORE = phrases(
  '(closest/nearest/comparable/corresponding/similar) (peer/job/corporate) (equivalent/level/levels/title/equiv/eq/band/grade/role/tier/peer/peers/counterpart/match) (.) at/@|(closest/nearest/comparable/similar) (level) to|equivalent to|equivalent|vs (.)',
);
/** "Closest Osprey Level". */
const LIKE = phrases('closest|nearest|comparable|corresponding|similar|matching|approximate|approx (.)');
/** What stands behind it: "Osprey Internal Level", "Osprey Equiv.", "Osprey Pay Band", one behind the other too. */
const BEHIND = phrases(
  '(internal/job/career/ic/engineering/technical/seniority) level/levels/leveling/levelling/lvl/grade/grades/grading/band/bands/ladder/rank/tier/tiers/rung/step|level/band/grade/tier ( internal )|internal (job) (level/grade/band/title/code)|(level/title/role) equivalent/equivalents (level/title)|equiv/eq/eqv/equivalence/counterpart/counterparts/peer/peers/match (.)|(job/corporate) title/titles|level/title/grade/role \\ level/title/grade/role/equivalent|level name/code|seniority|( approx/approximate (.) )',
);
/** "Osprey Salary Band" is no salary. */
const PAY_BAND = phrases(
  'pay/salary/comp/compensation level/levels/grade/grades/band/bands/tier/tiers/scale',
);
const ATTRIBUTE_COLUMN = phrases('^ attribute/attributes|^ dimension|^ category|^ aspect');
const NAMING_ROW = phrases('^ title/titles|^ level/levels|^ grade|^ band');
const COMPANIES = phrases('^ company/companies|^ employer|^ firm|^ peer|^ competitor');
/** Titles and labels over a level map. */
const TITLES = phrases('level/levels/leveling|ladder/ladders|equivalen~|crosswalk');
const MAPPINGS = phrases(
  '^ level/levels/leveling/title/grade/ladder map/mapping/mappings/equivalents/equivalence/equivalency/equivalencies/alignment/comparison/crosswalk/translation|^ equivalent/equivalents levels|^ internal levels',
);
/** "Osprey Level Mapping", "Approximate Level Equivalents". */
const LEVEL_MAP = phrases(
  'level/levels/leveling/grade/ladder map/mapping/mappings/equivalents/equivalence/equivalency/crosswalk',
);
const LONGEST_LABEL = 8;
const LONGEST_NOTHING = 5;
const NOTHING = phrases('^ n \\ a|^ na|^ none');

/**
 * What the heading of a column, or the first cell of a row, is of. `cells` are those beneath it: a heading of pay over levels and
 * no sums is a company's name, "Base Power".
 */
export function levelHeading(heading: string, cells: readonly string[] = []): LevelHeading {
  const tokens = tokensOf(heading);
  const whole = unquoted(tokens, {from: 0, to: tokens.count});
  if (covers(OWN, tokens, whole)) return {kind: 'own'};
  if (covers(LABELS, tokens, whole)) {
    // "Equivalent Title" is a title
    const named = EQUIVALENT.at(tokens, whole.from) !== null && whole.to - whole.from > 1;
    return {kind: 'label', name: textOf(tokens, named ? {from: whole.from + 1, to: whole.to} : whole)};
  }
  const name = withoutAround(tokens, whole);
  const isOverLevels = whole.to - whole.from > 1 && isPay(heading) && cells.length > 0 && cells.every(isRank);
  const isOfBand = PAY_BAND.first(tokens, name.to) !== null;
  const isSure = name.from < name.to && (EQUIVALENT.first(tokens) !== null || isOfBand || isOverLevels);
  if (!isSure && (ATTRIBUTES.at(tokens, whole.from) !== null || isPay(heading))) return {kind: 'attribute'};
  const isBare = name.to === whole.to && BEFORE.at(tokens, whole.from) === null;
  if (!isSure && isBare && describes(tokens, whole)) return {kind: 'attribute'};
  if (name.from >= name.to) return {kind: 'label', name: textOf(tokens, whole)};
  const words = textOf(tokens, unquoted(tokens, name));
  return {kind: 'company', name: isBare ? words : words.replace(/['’]s$/, '')};
}

/** "Months to promotion", "Approx. YOE": a heading that is no name, for it has words in small letters or counts years. */
function describes(tokens: Tokens, {from, to}: TokenRange): boolean {
  if (endOfKnownName(tokens, from) === to || isSmallName(tokens, {from, to})) return false;
  for (let at = from; at < to; at++) {
    if (YEARS.at(tokens, at) !== null) return true;
    if (/^[a-z]+$/.test(wordAt(tokens, at)) && WITHIN_NAMES.at(tokens, at) === null) return true;
  }
  return false;
}

/** "trivago", "ams OSRAM", "digibank by Osprey": of a heading that describes no word stands in capitals behind small letters. */
function isSmallName(tokens: Tokens, {from, to}: TokenRange): boolean {
  if (!opensSmallName(tokens, from) || YEARS.at(tokens, from) !== null) return false;
  return to - from === 1 || isCapital(tokens, to - 1);
}

const YEARS = phrases('yoe|years');
const WITHIN_NAMES = phrases('and|of|by|the|de|at|com|io|ai');

/** "Total Comp", "Base Salary Range": a column of money beside the levels. */
function isPay(heading: string): boolean {
  const {pays} = headingOf(heading);
  return pays === 'base' || pays === 'total';
}

function withoutAround(tokens: Tokens, {from, to}: TokenRange, most = 3): TokenRange {
  const before = BEFORE.at(tokens, from) ?? LIKE.at(tokens, from);
  const start = before === null || before.to > to ? from : before.to;
  if (most === 0 || endOfKnownName(tokens, start) === to) return {from: start, to};
  for (let at = start; at < to; at++) {
    const match = PAY_BAND.at(tokens, at) ?? BEHIND.at(tokens, at);
    if (match === null) continue;
    if (match.to === to) return withoutAround(tokens, {from: start, to: at}, most - 1);
    if (match.to === to - 1 && isMark(tokens, at - 1, '(') && isMark(tokens, to - 1, ')'))
      return withoutAround(tokens, {from: start, to: at - 1}, most - 1);
  }
  return {from: start, to};
}

/** Without quotes and signs of equality around. */
function unquoted(tokens: Tokens, {from, to}: TokenRange): TokenRange {
  const isQuote = (at: number) => tokens.kinds[at] === MARK && `"'“”‘’«»≈~=`.includes(wordAt(tokens, at));
  let [start, end] = [from, to];
  while (start < end && isQuote(start)) start++;
  while (end > start && isQuote(end - 1)) end--;
  return {from: start, to: end};
}

function covers(vocabulary: Vocabulary<true>, tokens: Tokens, {from, to}: TokenRange): boolean {
  const match = vocabulary.at(tokens, from);
  return match !== null && match.to === to;
}

/** Whether the first cell of a row says that the row describes levels instead of naming them: "Typical YOE", "Comp Parity". */
export function describesLevels(heading: string): boolean {
  return ATTRIBUTES.at(tokensOf(heading), 0) !== null;
}

/** Whether the first column of a table names attributes of levels, its rows, rather than levels. */
export function isOfAttributes(heading: string): boolean {
  return ATTRIBUTE_COLUMN.at(tokensOf(heading), 0) !== null;
}

/** Whether a row of such a table names the levels: "Title". */
export function namesLevels(heading: string): boolean {
  return NAMING_ROW.at(tokensOf(heading), 0) !== null;
}

/** Whether the first column of a table names companies, one to a row. */
export function isOfCompanies(heading: string): boolean {
  return COMPANIES.at(tokensOf(heading), 0) !== null;
}

/** Whether a title over a table lets it be a level map. */
export function titlesLevels(title: string): boolean {
  return TITLES.first(tokensOf(title)) !== null;
}

/** Whether a label or title says that a level map follows. */
export function opensLevelMap(label: string): boolean {
  const tokens = tokensOf(label);
  const end = OWN.at(tokens, 0)?.to ?? -1;
  if (MAPPINGS.at(tokens, 0) !== null || end === tokens.count || isMark(tokens, end, '(')) return true;
  return tokens.count <= LONGEST_LABEL && LEVEL_MAP.first(tokens) !== null;
}

/** Whether a cell says that there is no level: empty, a dash, "N/A". */
export function isNoLevel(cell: string): boolean {
  if (cell.length > LONGEST_NOTHING) return false;
  const tokens = tokensOf(cell);
  if (tokens.count === 0) return true;
  if (covers(NOTHING, tokens, {from: 0, to: tokens.count})) return true;
  return tokens.count === 1 && tokens.kinds[0] === MARK;
}
