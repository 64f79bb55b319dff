import {phrases, Vocabulary} from './vocabulary.ts';

/** What a sum pays: parts of pay by their names, `other` for one that has a name of its own ("profit sharing"). */
export type Pays = 'base' | 'bonus' | 'equity' | 'signOn' | 'total' | 'pnl' | 'other';

export const PAYS = new Vocabulary<Pays>([
  [
    'signOn',
    'sign on (bonus/grant/payment/cash) | signing (bonus/payment/cash/grant) | joining/welcome/starting bonus | make whole (payment/bonus/grant) | sign on/signing equity',
  ],
  [
    'total',
    `total (comp/compensation/cash/package/target/annual/pay/remuneration/ctc) | tc | ctc | all in (comp/compensation) | package/packages | ote
    | first year/annual/yearly/overall/year comp/compensation/total/tc/package/cash | year # comp/compensation/tc/total | on target earnings | total first year/annual comp/compensation/cash
    | total comp package | compensation package | comp package | total target comp/compensation`,
  ],
  ['base', 'all cash | base (salary/pay/comp/compensation) | salary | fixed (pay/salary/comp) | base cash'],
  [
    'equity',
    `rsu/rsus (grant) | equity (grant/package/value/award) | option/options (grant) | stock (grant/options/units) | grant/grants | ppu/ppus | psu/psus
    | phantom (equity/stock/shares/units) | virtual shares/options/stock | esop/esops | vsop | sars | units | bspce/bspces | stock appreciation rights | warrants | share/shares | lti | ltip | long term incentive/incentives`,
  ],
  [
    'bonus',
    'bonus/bonuses (target) | target bonus | annual/performance/guaranteed/target/cash/discretionary bonus',
  ],
  ['pnl', 'participation | pnl (participation/share/payout) | p & l'],
  [
    'other',
    `profit sharing | profit share | carry | carried interest | allocation | retention grant/bonus/award/payment | stipend | relocation (package/assistance/bonus/allowance)
    | housing allowance | allowance | budget | refresh/refresher/refreshers/refreshes (grant) | rsu/equity/option/stock refresh/refresher/refreshers (grant) | milestone (bonus/payment/grant)
    | completion bonus | on call (premium/pay/bonus) | premium | severance | commission/commissions | raise/raises | uplift | lift | bump | increase | increases | gap | difference`,
  ],
]);

/** Sums that are nobody's pay, or a side promise: looked for right behind a sum, up to three words on. */
export const NO_PAY =
  phrases(`valuation | revenue/revenues | arr | acv | gmv | tam | aum | market cap | savings | economy | payout/payouts | funding | capital | engine | opportunity | backlog | budget/budgets
    | refresh/refresher/refreshers/refreshes | stipend | milestone/milestones | raise | lift | uplift | bump | increase/increases | run rate | portfolio | balance sheet | assets | trades | transactions
    | users | customers | investment | acquisition | buyback | per share | a share | share price | stock price | price | deal/deals | fleet | contracts | allowance | annual recurring | round | in funding | pipeline
    | spend | volume | decisions | income | profit/profits | losses | loss | fund | book | rise | premium | gap | difference`);
export const NO_PAY_BEFORE = phrases(
  'valued (at) (~) | valuation of | increase of | lift of | price of | price (~) | by (~) | adding (~) | increased/raised/grown by | gap of | worth of | at # valuation | year # at | is/are worth',
);

export const VALUED = phrases('valued (at) | worth');

/** Words behind which a sum is no longer spoken of. */
export const STOPS =
  phrases(`and | plus | with | for | or | only | yielding | reflect/reflects/reflecting | better | if | to | over | at | as | when | unless | bringing | putting | while | because | since | given | from | against
    | versus | vs | than | that | which | is | are | would | but | so | before | after | by | on | in which | alongside | including | structured | landing`);
/** "in RSUs", "of equity", "worth of stock": go on speaking of the sum. */
export const LINKS = phrases(
  'in | of | worth of | as | annual/annually/annualized | a year | per year | total',
);

/** "$15K base lift": a change of pay and no pay, though a word of pay stands before. */
export const RAISES = phrases(
  'raise | lift | uplift | bump | increase/increases | gap | difference | budget/budgets | refresh/refresher/refreshers/refreshes | milestone/milestones',
);
export const OF = phrases('of');
export const TO = phrases('to');
/** "a 14% target": of a percent without a noun a bonus. */
export const TARGET = phrases('target | on target | (annual) bonus | at target');
