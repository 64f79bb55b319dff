import type {Component} from '../base/index.ts';
import {type GrantPeriod, grantOfHeading, isGrant, magnitudeOfHeading, periodOfHeading} from './grants.ts';
import {isMark, type Tokens, tokensOf} from './tokens.ts';
import {phrases, Vocabulary} from './vocabulary.ts';

/** A component of pay, or a heading that pays for what has no word here. */
export type Pays = Component | `other:${string}`;

/**
 * What headings of pay say. Where one says several things the first of these is meant: a "Base Salary + Bonus" is none of
 * them, a "Signing Bonus" is no bonus.
 */
const PAYS: readonly (readonly [Component | 'apart', string])[] = [
  ['apart', 'carry|carried interest|profit share/sharing|profits interest/share|relocation (bonus)'],
  [
    'base',
    '^ base|^ fixed|base salary/pay/comp/compensation/wage|salary/salaries|(annual) gross pay/salary|fixed pay/comp/compensation/salary|total base|wage/wages',
  ],
  ['signOn', 'sign on|signon|signing|sign on bonus|signing bonus|joining bonus'],
  ['pnl', 'pnl|p & l'],
  [
    'total',
    '^ total|^ tc|^ all in|^ annual total|total comp/compensation/cash/package/pay/reward/rewards/remuneration/direct/target/annual|tdc|ote|on target earnings|ctc',
  ],
  [
    'equity',
    'stock/stocks|rsu/rsus|psu/psus|equity|option/options|ppu/ppus|share/shares|ltip/lti|long term incentive/incentives|total equity/stock/rsu/rsus|gsu/gsus|iso/isos|nso/nsos|espp|esop/esops|vsop|phantom|warrant/warrants|refresher/refreshers|^ (initial/new) (hire) grant/grants',
  ],
  [
    'bonus',
    'bonus/bonuses|variable|incentive/incentives|total bonus/variable/incentive/incentives|ote/tc/total variable/bonus/incentive|on target variable/bonus/incentive',
  ],
];
const LATE_TOTAL = phrases('total/totals|tc');
const COMPONENT = new Vocabulary<Component | 'apart'>(PAYS);
const ORDER = ['apart', 'base', 'signOn', 'pnl', 'total', 'equity', 'bonus'];
/** What is paid under a name of the firm's own. */
const OTHER = phrases(
  'carry|medallion|secondary|profit/profits|partnership|premium|participation|allocation|allowance|access|value|commission/commissions|stipend',
);
const PREMIUM = phrases('premium');
const ADDED = phrases('w \\|with|+');

export type HeadingKind = 'region' | 'level' | 'title' | 'currency' | 'attribute' | 'company' | 'component';

/** Kinds of headings that stand over or beside pay and are none, by how they open. */
const KINDS = new Vocabulary<HeadingKind>([
  [
    'region',
    '^ region/regions/regional|^ location/locations|^ office/offices|^ market/markets|^ city/cities|^ hub/hubs|^ geo/geos/geography|^ country/countries|^ site/sites|^ zone/zones|^ metro/metros|^ area/areas|^ work location|^ state',
  ],
  [
    'level',
    '^ (job/career/experience/internal/ic/external/company/pay) level/levels/leveling|^ (job/career/internal/pay/salary) grade/grades|^ (job/career/pay/salary) band/bands|^ seniority|^ rank|^ rung|^ step|^ tier|^ ladder',
  ],
  [
    'title',
    '^ (job/public/external/internal/official/common/typical) title/titles|^ role/roles|^ position/positions|^ designation',
  ],
  ['currency', '^ (local) currency|^ ccy'],
  [
    'attribute',
    '^ (typical) yoe|^ years|^ (typical/yrs/years/work) experience|^ exp|^ track|^ (job) family|^ function|^ department|^ team/teams|^ org|^ discipline|^ focus|^ scope|^ notes/note|^ remarks/comment/comments|^ description|^ source/sources|^ headcount|^ reports|^ vesting (schedule/terms)',
  ],
  [
    'company',
    '^ (peer/competing/rival) company/companies|^ employer/employers|^ competitor/competitors|^ firm/firms|^ peer/peers',
  ],
  ['component', '^ component/components|^ element/elements|^ pay component/element|^ part|^ item'],
]);

/** Headings of tables that set one's own figures side by side, and no pay of a region or level. */
const SCENARIOS = phrases(
  'target/targets|accept/acceptable|walk|start~|floor|initial|stretch|offer/offers/offered|ask/asks|anchor|goal|minimum|opening|counter/counteroffer|your',
);
const BASE = phrases('base');
const TOTAL = phrases('total');
const BONUS = phrases('bonus');

/** What a heading of a pay table says. */
export interface Heading {
  readonly words: string;
  /** What stands beside pay under it; null for a component of pay and for what nobody has a word for. */
  readonly kind: HeadingKind | null;
  /** What it pays for; null where it names a region, a level or nothing that is known. */
  readonly pays: Pays | null;
  /** What its figures are counted in: 1000 for "($K)". */
  readonly magnitude: number;
  /** The period it names, where that is no year. */
  readonly period: 'month' | 'other' | null;
  /** Of a grant, how long it runs. */
  readonly grant: GrantPeriod;
  /** Whether what it pays is a grant by another name than equity: "Token Grant". */
  readonly isGrant: boolean;
  /** Whether it names a bonus beside what else it names: "Sign-On / Bonus". */
  readonly isOfBonus: boolean;
}

/** Thousands of guides have a few hundred headings between them. */
const HEADINGS = new Map<string, Heading>();
const MOST_HEADINGS = 1000;

/** Reads a heading of a pay table. */
export function headingOf(words: string): Heading {
  const known = HEADINGS.get(words);
  if (known !== undefined) return known;
  if (HEADINGS.size >= MOST_HEADINGS) HEADINGS.clear();
  const tokens = tokensOf(words);
  const heading: Heading = {
    words,
    kind: KINDS.at(tokens, 0)?.sense ?? null,
    pays: componentOf(words),
    magnitude: magnitudeOfHeading(words),
    period: periodOfHeading(words),
    grant: grantOfHeading(words),
    isGrant: isGrant(words),
    isOfBonus: BONUS.first(tokens) !== null,
  };
  HEADINGS.set(words, heading);
  return heading;
}

function componentOf(heading: string): Pays | null {
  const tokens = tokensOf(withoutBrackets(heading));
  if (tokens.count === 0 || KINDS.at(tokens, 0) !== null) return null;
  const found = COMPONENT.all(tokens);
  const premium = PREMIUM.first(tokens);
  if (premium !== null && ADDED.first(tokens, 0, premium.from) !== null) return `other:${heading}`;
  const [first, ...others] = found
    .map(({sense}) => sense)
    .sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b));
  if (first === 'apart' || (first === 'base' && others.some(one => one !== 'base') && isSum(tokens)))
    return `other:${heading}`;
  if (first !== undefined) return first;
  if (LATE_TOTAL.first(tokens) !== null) return 'total';
  return OTHER.first(tokens) === null ? null : `other:${heading}`;
}

/** "Base + Bonus", "Salary & Bonus". */
function isSum(tokens: Tokens): boolean {
  for (let at = 1; at < tokens.count; at++)
    if (isMark(tokens, at, '+') || isMark(tokens, at, '&')) return true;
  return false;
}

/** Whether a heading is of a scenario: what is asked, accepted or walked away from. */
export function isScenario(heading: string): boolean {
  return SCENARIOS.first(tokensOf(heading)) !== null;
}

/** The component that a title over a table of bare levels and regions names: its total, unless it says base alone. */
export function impliedComponent(title: string): 'base' | 'total' {
  const tokens = tokensOf(title);
  return BASE.first(tokens) !== null && TOTAL.first(tokens) === null ? 'base' : 'total';
}

function withoutBrackets(heading: string): string {
  const bracket = heading.indexOf('(');
  return (bracket < 0 ? heading : heading.slice(0, bracket)).trim();
}
