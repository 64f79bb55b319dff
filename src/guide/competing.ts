import type {Currency, Span} from '../base/index.ts';
import {type Amount, amountsOf} from '../english/index.ts';
import {normalized} from './bare.ts';
import type {Page} from './blocks.ts';
import type {StrategyClause} from './clauses.ts';
import {isNotPay} from './pay-words.ts';
import {employer, isLevelWord} from '../english/index.ts';
import type {CompetingOffer} from './types.ts';

const NOBODY =
  /^(?:company|companies|firm|rival|competitor|another|other|peer|x|y|z|the|a|my|your|i|to|offers?|competing|faang|hyperscaler|big|(?:public|other|previous|rival|current|new|peer|tech|private|large) (?:company|firm|tech)|competitor \d)$/i;
/** What tells a sentence from a name. */
const VERB = /\s(?:are|is|were|was|have|has|been|would|will|seeing|pays?)\b/;
/** "$500K from a late-stage startup" */
const UNNAMED =
  /^\+?[\s\uFEFF]*(?:tc[\s\uFEFF]+|total[\s\uFEFF]+comp(?:ensation)?[\s\uFEFF]+)?from[\s\uFEFF]+(?:an?|the|my|another)\b/i;
const TRAILING =
  /[\s\uFEFF]*(?:\(|\[|:|\bat\b|\bin the\b|\bis\b|\bof\b|\boffers?\b|\boffering\b|\bboth\b|\bwith\b|\bfor\b|\baround\b|\babove\b|\btotal\b|\bpackages?\b|\bare\b|\bcompensation\b|\bcomp\b|\btc\b|[~≈,])[\s\uFEFF]*$/i;

/** Named offers with a number in the strategy. "A or B" under one number is one entry; of a range the low end. */
export function competingIn(
  page: Page,
  clauses: readonly StrategyClause[],
  own: readonly string[],
): CompetingOffer[] {
  return clauses.flatMap(clause => (clause.mode === 'competing' ? offersIn(page, clause, own) : []));
}

/** An amount with its currency: a bare figure is nobody's offer. */
type Told = Amount & {readonly currency: Currency};

function offersIn(page: Page, clause: StrategyClause, own: readonly string[]): CompetingOffer[] {
  const text = page.bare.slice(clause.from, clause.to);
  const amounts = amountsOf(text).filter(
    (amount): amount is Told => amount.currency !== null && !isNotPay(text.slice(amount.to, amount.to + 60)),
  );
  // "my competing Okta offer at $340K": the name may stand before the word that opens the clause
  const lead = page.bare
    .slice(Math.max(0, clause.from - 60), clause.from)
    .replace(/^[^]*(?:[.!?;:"“]|[$£€₹][\d.,]{1,12}[KMB]?\+?)/, '');
  const offers: CompetingOffer[] = [];
  for (const [at, amount] of amounts.entries()) {
    const previous = amounts[at - 1];
    const left = (previous === undefined ? lead : '') + text.slice(previous?.to ?? 0, amount.from);
    const right = text.slice(amount.to, amounts[at + 1]?.from ?? text.length);
    const last = offers.at(-1);
    const more =
      previous !== undefined &&
      /^[+\s\uFEFF]*[A-Za-z\s\uFEFF]{0,24}[+/,][\s\uFEFF~]*$/.test(left) &&
      !/\btc\b/i.test(left);
    if (more && last !== undefined) {
      const key = /^\+?[\s\uFEFF]*sign/i.test(right) ? 'equity' : (kindOf(right) ?? 'bonus');
      if (key !== 'equity' && last[key] === null && amount.currency === last.currency)
        offers[offers.length - 1] = {
          ...last,
          [key]: amount.low,
          places: {...last.places, [key]: spanOf(page, clause, amount)},
        };
      continue;
    }
    const name = UNNAMED.test(right) ? null : (nameBehind(right) ?? nameBefore(left, own));
    if (name === null || /\b(?:equity|rsus?|stock|options)[\s\uFEFF]+(?:at|of|worth)[\s\uFEFF]*$/i.test(left))
      continue;
    const second = amounts[at + 1];
    const bare = kindOf(right) === null && second !== undefined && isBaseBeside(text, amount, second);
    offers.push(offer(page, clause, amount, name, bare ? 'base' : (kindOf(right) ?? 'total')));
  }
  return offers.filter(one => one.base !== null || one.bonus !== null || one.total !== null);
}

/** "$190K + $80K", and "$190K / $300K RSUs": the first is the base. */
function isBaseBeside(text: string, amount: Amount, second: Amount): boolean {
  const between = text.slice(amount.to, second.from);
  return (
    /^[+\s\uFEFF]*\+[\s\uFEFF]*$/.test(between) ||
    (/^[+\s\uFEFF]*\/[\s\uFEFF]*$/.test(between) &&
      amount.currency === second.currency &&
      kindOf(text.slice(second.to)) === 'equity')
  );
}

function offer(
  page: Page,
  clause: StrategyClause,
  amount: Told,
  company: string,
  key: 'base' | 'bonus' | 'total' | 'equity',
): CompetingOffer {
  const nothing = {base: null, bonus: null, total: null, places: {}};
  const span = spanOf(page, clause, amount);
  return {
    company,
    ...nothing,
    ...(key === 'equity' ? {} : {[key]: amount.low, places: {[key]: span}}),
    currency: amount.currency,
    span,
  };
}

function spanOf(page: Page, clause: StrategyClause, {from, to}: Amount): Span {
  return page.source.span(clause.from + from, clause.from + to);
}

function kindOf(right: string): 'base' | 'bonus' | 'total' | 'equity' | null {
  const words = right.slice(0, 40).replace(/[,;)\]][^]*$/, '');
  if (/\btotal\b|\btc\b|\bcash\b|\bpackage\b/i.test(words)) return 'total';
  if (/^\+?[\s\uFEFF]*(?:guaranteed[\s\uFEFF]+)?base\b/i.test(words)) return 'base';
  if (/^\+?[\s\uFEFF]*(?:[a-z-]+[\s\uFEFF]+){0,2}bonus\b/i.test(words)) return 'bonus';
  return /\b(?:rsus?|equity|options?|stock)\b/i.test(words) ? 'equity' : null;
}

/** "$240K TC from Splunk", "$480K+ at Google/Meta Staff level". */
function nameBehind(right: string): string | null {
  const hit =
    /^\+?[\s\uFEFF]*(?:tc|total|comp|total comp|total compensation|all-in|package)?[\s\uFEFF]*(?:range[\s\uFEFF]+)?(?:(?:offer[\s\uFEFF]+)?from|at)[\s\uFEFF]+\[?([A-Z][^,;()\].]*)/i.exec(
      right,
    );
  return hit === null || !/^[A-Z]/.test(hit[1] ?? '')
    ? null
    : named(
        normalized(hit[1] ?? '')
          .replace(/\s+(?:and|or|for|with)\b.*$/, '')
          .replace(/\s+level$/, ''),
        [],
      );
}

/** The name right before the number: behind "from", a comma, a slash or a bracket. */
function nameBefore(left: string, own: readonly string[]): string | null {
  let words = left.replace(
    /^[+\s\uFEFF]*(?:tc|total comp(?:ensation)?|total|base|comp|rsus?|equity|options|stock)\b(?:\s?\/\s?\d?-?(?:yr|year)s?\b)?/i,
    '',
  );
  for (let shorter = words.replace(TRAILING, ''); shorter !== words; shorter = words.replace(TRAILING, ''))
    words = shorter;
  // "[Osprey Foundation / Heron Labs] at $580K": two names under one number
  const either = /\[([A-Z][^[\]/$]*(?:\s\/\s[A-Z][^[\]/$]*)+)\]\s*$/.exec(words)?.[1]?.split(/\s\/\s/);
  if (either !== undefined) {
    const names = either.map(one => named(one, own));
    return names.includes(null) ? null : names.join(' / ');
  }
  words = normalized(words)
    .replace(
      /^.*\b(?:from|against|cit(?:e|ing)|reference|use|hold(?:ing)?|evaluating|weighing|considering|comparing|received|have|including|are|offers?:|competing offers? at|leverage|competing)\b\s*(?:offers?\s*)?[:[]*\s*/i,
      '',
    )
    .replace(/^.*(?:(?<!\b[SJ]r)\.|;)\s|^.*\band\s+an?\s+/, '');
  const pieces = words.split(/[,[\]]|\s\/\s|\)\s/).filter(one => one.trim() !== '');
  // "[Osprey/Heron] EM roles at …": the role behind the bracket is nobody
  const piece = pieces.findLast(one => !isRole(one)) ?? '';
  return named(
    piece
      .replace(/^[\s/|,+&]+/, '')
      .replace(/^(?:\s*(?:and|or|an?|the|both)\s+)+/i, '')
      .trim(),
    own,
  );
}

/** Whether words are a role and nothing else: "EM roles". */
function isRole(words: string): boolean {
  const bare = words.trim().replace(/\s+(?:roles?|offers?|at|for|with)\b.*$/i, '');
  return bare.split(/\s+/).every(word => isLevelWord(word));
}

function named(words: string, own: readonly string[]): string | null {
  const trimmed = words
    .replace(/^[\s[(]+|(?<![\s\])])[\s\])]+$/g, '')
    .replace(/\s+(?:offers?|for|at|and|or|pre-IPO)$|['’]s\s.*$|['’]s$/i, '');
  if (
    !/^[A-Z0-9]|^[a-z]+[A-Z\d]/.test(trimmed) ||
    VERB.test(trimmed) ||
    /^(?:thank|given|based|i|we)\b/i.test(trimmed) ||
    /\$|\d{3}/.test(trimmed)
  )
    return null;
  const parts = trimmed.split(/\s+(?:or|and)\s+/).map(part => employer(part, own));
  const name =
    parts.length > 1
      ? `${parts[0]}${/\sor\s/.test(trimmed) ? ' or ' : ' and '}${parts.slice(1).join(' or ')}`
      : (parts[0] ?? '');
  return NOBODY.test(name) ? null : name;
}
