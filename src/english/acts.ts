import {amountAt, isMark, MARK, type Tokens} from './tokens.ts';
import {type Match, phrases, Vocabulary} from './vocabulary.ts';

/** Who does something with a sum: I, the firm that is talked to, another firm, or the market at large. */
export type Speaker = 'me' | 'firm' | 'rival' | 'market';

/** What is done with it: I open with it, accept or walk away at it, ask for it by the way; others offer it; it is claimed. */
export type Act = 'open' | 'accept' | 'walk' | 'ask' | 'offer' | 'claim';

/** Whether an act states a position of mine; what is asked for by the way is none. */
export function isMine(act: Act | null): act is 'open' | 'accept' | 'walk' {
  return act === 'open' || act === 'accept' || act === 'walk';
}

/** How a word that does something stands to the sums: some speak of those before them too. */
interface Sense {
  readonly who: Speaker | null;
  readonly act: Act | null;
  /** "$180K is my floor", "at $180K I am ready to sign": speaks of the sums before it where none is behind it. */
  readonly back?: true;
  /** "To $185K": goes on from what the firm said, and opens nothing once the firm has countered. */
  readonly later?: true;
  /** "I commit", "we have a deal": takes what is before it, and only where no floor is named. */
  readonly closing?: true;
  /** "If we get to $236K, I'll accept": opens, unless something behind it accepts. */
  readonly iffy?: true;
  /** "Accept at $320K if base exceeds $225K": behind a floor, a condition that is part of it. */
  readonly soft?: true;
}

const NONE = {who: null, act: null} as const;
const OPEN = {who: 'me', act: 'open'} as const;
const ACCEPT = {who: 'me', act: 'accept'} as const;
const WALK = {who: 'me', act: 'walk'} as const;
const FIRM = {who: 'firm', act: 'offer'} as const;

const ACTS = new Vocabulary<Sense>([
  // what looks like an act and is none
  [
    NONE,
    `bonus/payout/performance/guarantee/guaranteed floor (of) | band/bands/range/market floor/minimum | floor percentage | target bonus | bonus target | # target | holding firm/steady/out
    | on target | pay band/bands/range | base pay | pay mix | # base pay | total pay | pay package | equity pay | variable pay | open to | open role/req/source
    | # floor | not/never open/anchor/start/target/accept/aim | don't/won't open/anchor/start/target/accept/aim | avoid opening/anchoring/starting/targeting/accepting/aiming | not/never walk away (at/from) | don't/won't walk away (at/from)
    | if my/your/our | bringing/raising/lifting/moving my/your/the floor`,
  ],
  [
    ACCEPT,
    `walk away floor : accept at | accept at (floor) (is/should/of/be) (be) | accept floor (is/should/of) (be)
    | accept/accepting no lower/less than | accept/accepting (only) if | accept only | accept/accepting at
    | accept a minimum/floor | accept (a/the) (minimum) of | accept minimum/above/anything | accept # | accept base/total/equity/options
    | do/would/will/should not accept (anything/less/lower) below/under/than | never accept (anything/less/lower) below/under/than
    | not accept (anything/less/lower) (less/lower) below/under/than | don't/won't/can't/wouldn't accept (anything) (less/lower) below/under/than
    | settle for no less/lower (than) | settle at/for | never/not go below/under/lower | don't/won't/can't go below/under
    | take no less/lower than | no less/lower than | not less/lower than | nothing below/under/less
    | bottom line (is/of) | minimum acceptable | floor (is/of/should/at/for/stands/sits) | floor : | floor # | floor ~ # | floor ( # | ( # floor/minimum/min | ( # total/base/tc floor/minimum/min | ( minimum/min #
    | ready/happy/prepared/willing to accept/sign/commit at/with | (be) ready/prepared/willing to accept/take # | my/your floor | i'd/i'll accept | i would/will/can accept | i'd be happy/ready/prepared/willing to accept/sign/commit at/with | would be happy/ready/prepared/willing to accept/sign/commit at/with
    | minimum is/of # | minimum : | my/your minimum (is) | least i/you would/will/can/could take/accept | least i'd/i'll/you'd/you'll take/accept | i'd/i'll take # | would/will take # | sign/commit/close at/for #
    | reservation point/price/number (is) | (do/would/will) not sign/go/close/commit/agree below/under | don't/won't sign/go/close below/under | not sign (for) (anything) below/under/less
    | take/taking/close/closing (the/this/a) deal/offer/package/role/job at/for | say/saying yes at/to | i (can/could/would/will) say yes at/to | i'd/i'll say yes at/to | agree/agreeing at/to # | sign/signing/commit/committing/close/closing at/for/from #
    | lowest _ (_) you/i (should/would/will/can) (sign/accept/take) (is) | least you/i (should/would/will/can) (sign/accept/take) (is)
    | accept/accepting in _ (_) (_) at | accept/accepting nothing/anything under/below/less | accept/accepting | finish : | i'll/i'd sign/commit/join/close at/for | i would/will/can/could sign/commit/join/close at/for | floors are/is
    | never below/under # | not/never drop/fall/dip below/under | don't/won't drop/fall/dip below/under | lowest number/figure (is) | settle (at/on) # | good enough at | yes at # | is/are acceptable/fine/enough/good (at/from/above) | be content/satisfied with | minimum package/base/total/offer (is/of) | not less than | bar is # | threshold is #`,
  ],
  [
    {...ACCEPT, closing: true},
    'hold/holding (firm/out/steady) at | hold/holding the line at | stop/stopping at # | stand/standing firm at',
  ],
  [
    {...ACCEPT, back: true},
    `is the/my/your/an (absolute/hard/firm) floor | is where my/the/your floor is/sits | as my/your/the/a floor | floor | is the least i/you | is the minimum (i/we)
    | is my/your minimum | ready/happy/prepared/willing to accept | is a deal/package/number/figure/offer i (would/will/can/could) (happily) take/accept/sign | you/they have my signature/yes | , sign . | , say yes . | , take it . | i (would/will/can) accept | i'd/i'll accept | i (can/would/will) say yes | i'd/i'll say yes | base/total/bonus/equity accepted | # accepted | where you sign/settle/accept | where i (would) sign/settle/accept | and sign | , accept . | , accept ; | : accept . | is (good) enough | works for me | is acceptable
    | gets/earns/has/wins my signature/yes | is a yes/deal | take it | to move forward | is the floor | is the lowest/least (i/you) | and no less | or better | or more , and | is the number at which`,
  ],
  [
    {...ACCEPT, back: true, closing: true},
    `i'll/i'd commit (to) | i (would/will/can) commit (to) | ready/happy/prepared/willing to sign/commit/join | i'll/i'd sign | i (would/will/can) sign | we have a deal
    | i'm committed | i am committed | i'm in | i am in | i'll/i'd join | i (would/can/will) join`,
  ],
  [
    WALK,
    `walk away (floor/floors/point/number/threshold/line/price) (is/are/of/should/at) (be) | walk/walking away (below/under/if/at) | walk/walking away from # | walk away from (the/any/all) table/offer/offers/anything/less (below/under/at/if/than) | walk below/under/if/at | walk :
    | decline (anything/offers) (less/lower) below/under/than | reject (anything/offers) (less/lower) below/under/than | turn down (anything/offers) (less/lower) below/under/than | leave (the) table (below/under/at/if)
    | my/your walk away (floor/point/number/threshold/line/price) (is/of/should/at) (be)`,
  ],
  [
    {...WALK, back: true},
    'is my/your/the/a walk away (floor/point/number/threshold/line) | walk away (floor/point/number/threshold/line)',
  ],
  [
    {...FIRM, soft: true},
    `if | if the | only if | if base/equity/rsus/rsu/options/total/tc/bonus | provided/assuming (that)`,
  ],
  [
    FIRM,
    `will (likely/probably/usually/typically) counter | expect/expecting (a) counter/counters | counter/counters/counteroffer/counteroffers/countered
    | counter offer/offers/offered | if (the/their/his/her) company/firm/recruiter/team/employer/hr | if (the/their/his/her) initial/first/final/opening/offer/counter
    | if they/hr/it | if (the/their) initial/first/final/opening base/offer/number | if _ counters/offers/pushes/caps/lowballs/cannot/can't/comes/opens/starts/holds/says/responds
    | initial/first/opening/current/standard offer | current (total) comp/compensation/salary/base/tc/package/pay | currently
    | i (currently) make/earn | i'm at | unless | the/your/this/their offer of/at/is | thank you for the offer | offers/offered me
    | (will/may/usually/typically/often/generally/normally/likely) (tends/tend/to) answer/answers/reply/replies/respond/responds/replying/come/comes (back) with/at/near/around/in
    | expect a reply/response/counter (of/at/around) | should they/the/it/hr | they/it will/may/might/would (probably/likely) say/offer/answer/tell/reply/open/come | they'll say/offer/answer/reply/open/come | they say/offer/answer/reply | expect # | their reply | first number (will/is/of) | their opening | lowball | opens near/around | usually/typically opens/starts
    | their counter | they (will) offer/open/come`,
  ],
  [
    {who: 'rival', act: 'offer'},
    `competing | i have a/an # | offer/offers from/at/with/in | holding | i hold | leverage/leveraging | rival/rivals | other/another/outside offer/offers
    | offers | an _ offer | a _ offer | my _ offer | my _ _ offer | alternatives (stand/are/is/at) | in hand from | leaving | counterparts at
    | on the table | walk/walking away from | giving up | turning down | have offered | has offered | offered | evaluating | weighing against | comparing | alternative offer/offers`,
  ],
  [
    {who: 'market', act: 'claim'},
    `benchmark/benchmarks/benchmarked/benchmarking (against) | anchor/anchored/anchoring against | cite/citing | reference/referencing (the)
    | emphasi~ | fram~ | pay/pays/paying/paid | range/ranges is/are/of | band/bands is/are/for/of | levels.fyi | unlock~ | can add | adds | highlight~ | present | flexible | layer | at a # valuation
    | survey/market/levels.fyi/salary data | surveys | according to | to reach | will/would cost | priced at`,
  ],
  [OPEN, 'push/pushing (for) (the/your/my) base (salary) to | push/pushing _ to | push/pushing to'],
  [
    {who: 'me', act: 'ask'},
    `push/pushing for/back/hard | push/pushing options/equity/rsu/rsus | request/requests/requesting | demand/demanding | negotiate/negotiating | ask/asking for
    | insist/insisting (on) | needs/need to (be) reflect/reflected | must/should (be) reflect/reflected | secure/securing | press/pressing for | fight for | seek/seeking | pursue | add/adding/include/including a/an | layer in | fall back to | pivot/shift to | trade`,
  ],
  [
    OPEN,
    `anchor/anchored/anchoring/anchors (at/on/to/around) | anchor/anchored/anchoring/anchors _ at/on/to/around | anchor/anchored/anchoring/anchors your/the/my _ (_) (_) at/on/to/around | anchor/anchored/anchoring/anchors your/the/my (_) | open/opens/opening (_) (_) at | open/opens/opening (_) with/your/the/by/ask/for | opening ask/number/position/anchor/numbers/figures (is/are/of/at/should)
    | go/going in at/with | start/starting/starts (_) at/with/your/the/by/from/out | start/starting/starts the negotiation/negotiations/conversation/discussion at/with
    | begin/begins/beginning (_) at/with/by/from | lead/leading (off) at/with # | lead with a/an # | lead with _ # | enter/entering (negotiations/the) (at/with) | set/setting (your/the) anchor/ask/opening
    | target/targeting/targets | total target | bonus target : | target of | my target is | my target to accept/join _ (_) is | aim/aiming/aims (for/at) | shoot/shooting for
    | i/i'd/we need | i/i'd (also/really) like/want/love | i would (also) like/love/want | i'd need | i would need | i'm (also) looking/asking/requesting/seeking (for/at)
    | i am (also) looking/asking/requesting/seeking (for/at) | i believe | i (would) expect | i'd expect | i'd/i propose | i would propose | propose/proposing | i (would) propose | to align with
    | to join : | to say yes | we could/can get/reach/achieve/land | specifically : | looking for | i was/am hoping for | i'm hoping for | hoping for | my ask (is/would/for) | the ask is
    | my number/expectation/expectations is/are | my expectation/expectations (is/are) at | expecting (a) base/total | i'd be excited/thrilled to join at | would make this/it (an) easy
    | requesting | i'm after | i am after | set/setting (the/your/my) (initial/opening) base/total/tc/rsu/rsus/equity/grant/bonus/anchor/ask/opening/option/options (grant/salary/target/pool) at
    | my number (is) | my number for _ (_) is/would | my figure (is) | i'd/i'll/i ask for | i would ask for | let me ask for | i would like to ask for | i'd like to ask for | i'm expecting | i am expecting | my opening (_) is | opening figure/number (is/of) | high : | stretch : | stretch is | start : | add : | open : | anchor : | ask : | name the total (_) (_) (_) (_) :
    | could/can we get/come/go/move to | i'd be looking at/for | i would be looking at/for | in money that is | i have in mind | in mind is | would be right at | i see # | i'd be at | i'm at # | i had in mind
    | pitch/pitching (at) # | quote # | name # | say # | put # on the table | ask is | ask of | ask/asks at | ask #`,
  ],
  [
    {...OPEN, iffy: true},
    `if we (can/could) get/come/land/meet/agree (to/at/on) | if you (can) get/come/meet/make (me/it) (to/at)
    | (bring/bringing/get/getting/move/moving/take/taking/raise/raising/lift/lifting) (the/your/my) base/total/tc/package/rsus/equity (up) to`,
  ],
  [
    {...OPEN, back: true},
    `base/total/bonus/equity asked | # asked | is the figure/number to open with | to open with | where you open/start | is the/my/your/an opening (figure/number/ask/position/bid/anchor) | is my/the/your ask/target/number/anchor | is what i'm asking/after/seeking | is what i want/need | is the one | is the (right) (opening) ask
    | would be my (opening) ask | as (my/your/the/an) (opening) ask/anchor/target | is where i'd/you open/start | get a bonus/base of | to open | to start | is the anchor/target/opening | is my opening`,
  ],
]);

/** What one word or phrase of a sentence does, and where. */
export interface ActAt extends Match<Sense> {
  /** Whether the sentence opens with it, but for a place or a time before it: an order to the reader, or a first word. */
  readonly opens: boolean;
}

/** The acts of a sentence, left to right. */
export function actsIn(tokens: Tokens): ActAt[] {
  return ACTS.all(tokens)
    .filter(({sense}) => sense.act !== null)
    .map(match => ({...match, opens: isFirst(tokens, match.from)}));
}

/** Whether nothing but signs and a word or two ("Also", "Then", "Finally,") stands before. */
function isFirst(tokens: Tokens, at: number): boolean {
  let words = 0;
  for (let before = 0; before < at && words < 2; before++) if (tokens.kinds[before] !== MARK) words++;
  return words === 0 || (words === 1 && isShortLead(tokens, at));
}

const LEADS = phrases('also|then|finally|next|always|and|additionally|separately|otherwise|instead');

function isShortLead(tokens: Tokens, at: number): boolean {
  for (let before = 0; before < at; before++) if (LEADS.at(tokens, before) !== null) return true;
  return false;
}

/** Whether a sentence puts its sums under a condition on the firm: "If they counter at $250K, …". */
export function isAnswer(tokens: Tokens, acts: readonly ActAt[]): boolean {
  return acts[0]?.sense.who === 'firm' && IF.at(tokens, firstWord(tokens)) !== null;
}

const IF = phrases('if|should|when|once');

function firstWord(tokens: Tokens): number {
  let at = 0;
  while (at < tokens.count && tokens.kinds[at] === MARK) at++;
  return at;
}

/** "Osprey will counter at": from here on the firm has answered. */
export function foretellsCounter(tokens: Tokens): boolean {
  return FORETELLS.first(tokens) !== null;
}

const FORETELLS = phrases('will (likely/probably/usually/typically) counter');

/**
 * The tokens without brackets that state no money and name no place: they explain a word and do nothing, as in "TC (base +
 * bonus + 5% of the grant)".
 */
export function withoutRemarks(tokens: Tokens, isSpared: (from: number, to: number) => boolean): Tokens {
  const kept: number[] = [];
  for (let at = 0; at < tokens.count; at++) {
    const end = isMark(tokens, at, '(') ? endOfRemark(tokens, at) : at;
    if (end > at && !isSpared(at, end)) at = end;
    else kept.push(at);
  }
  if (kept.length === tokens.count) return tokens;
  return {
    text: tokens.text,
    count: kept.length,
    kinds: kept.map(at => tokens.kinds[at] as number),
    starts: kept.map(at => tokens.starts[at] as number),
    ends: kept.map(at => tokens.ends[at] as number),
    values: kept.map(at => tokens.values[at] as number),
    amounts: tokens.amounts,
  };
}

/** The token that closes a bracket in which no money stands; the opening one where it is none or holds some. */
function endOfRemark(tokens: Tokens, open: number): number {
  for (let at = open + 1; at < tokens.count && !isMark(tokens, at, '('); at++) {
    if (isMark(tokens, at, ')')) return at;
    const amount = amountAt(tokens, at);
    if (amount !== null && (amount.currency !== null || amount.atoms.some(({scale}) => scale > 1)))
      return open;
  }
  return open;
}
