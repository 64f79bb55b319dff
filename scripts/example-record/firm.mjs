// The made-up firm: which pods it has, which systems they lean on, and how much.
import {draws} from './draws.mjs';

/** The record covers a year before the candidate came, and the first year with them. All days are New York's. */
export const RECORD = {from: '2024-10-01', to: '2026-09-30'};
export const TENURE = '2025-10-01';

/** What the pods trade, and how many of them do. */
const BOOKS = /** @type {const} */ ({
  'equity long-short': 34,
  'statistical arbitrage': 16,
  'index rebalance': 8,
  volatility: 9,
  macro: 10,
  credit: 8,
});
/** @typedef {keyof typeof BOOKS} Book */

/** @typedef {{readonly id: string, readonly book: Book, readonly since: string, readonly wave: 0 | 1 | 2}} Pod */

/** Two pods are younger than the record. The wave is that in which their deployments moved to the new pipeline. */
const YOUNGER = /** @type {Readonly<Record<string, string>>} */ ({p34: '2025-01-06', p58: '2025-06-02'});

/** @type {readonly Pod[]} */
export const PODS = /** @type {Book[]} */ (Object.keys(BOOKS))
  .flatMap(book => Array.from({length: BOOKS[book]}, () => book))
  .map((book, index) => {
    const id = `p${String(index + 1).padStart(2, '0')}`;
    const wave = /** @type {0 | 1 | 2} */ (index % 3);
    return {id, book, since: YOUNGER[id] ?? RECORD.from, wave};
  });

/**
 * `team`: path, what trades and is the candidate's; support, theirs too; other, run by others, and so a control.
 * `tells`: who writes its tickets. `watch`: what looks at it. `shares`: what stops with it, by book, in their order.
 *
 * @typedef {object} System
 * @property {string} id
 * @property {string} title
 * @property {'path' | 'support' | 'other'} team
 * @property {'pagerduty' | 'opsgenie' | 'statuspage'} tells
 * @property {'prober' | 'upptime' | null} watch
 * @property {readonly number[]} shares
 */

/** @type {readonly System[]} */
export const SYSTEMS = [
  system('order-router', 'Order Router', 'path', 'pagerduty', 'prober', [0.35, 0.9, 0.8, 0.6, 0.3, 0]),
  system('market-data', 'Market Data', 'path', 'pagerduty', 'prober', [0.3, 0.9, 0.7, 0.8, 0.4, 0.2]),
  system('risk-engine', 'Risk Engine', 'path', 'pagerduty', 'prober', [0.2, 0.4, 0.4, 0.6, 0.3, 0.3]),
  system('position-keeper', 'Position Keeper', 'path', 'pagerduty', null, [0.15, 0.3, 0.3, 0.3, 0.2, 0.2]),
  system('fix-gateway', 'FIX Gateway', 'path', 'pagerduty', 'prober', [0.3, 0.8, 0.9, 0.5, 0.1, 0]),
  system('signal-store', 'Signal Store', 'path', 'pagerduty', 'prober', [0.05, 0.7, 0.2, 0.2, 0.05, 0]),
  system(
    'research-cluster',
    'Research Cluster',
    'support',
    'opsgenie',
    'upptime',
    [0, 0.05, 0, 0.02, 0.01, 0],
  ),
  system('ci', 'CI', 'support', 'opsgenie', 'upptime', [0, 0.02, 0, 0, 0, 0]),
  system('sso', 'Single Sign-on', 'support', 'opsgenie', 'upptime', [0.1, 0.1, 0.1, 0.1, 0.1, 0.1]),
  system('trade-archive', 'Trade Archive', 'other', 'pagerduty', null, [0.02, 0.02, 0.05, 0.02, 0.02, 0.02]),
  system('prime-feed', 'Prime Broker Feed', 'other', 'pagerduty', null, [0.1, 0.05, 0.1, 0.1, 0.15, 0.2]),
  system('reference-data', 'Reference Data', 'other', 'statuspage', null, [0.05, 0.2, 0.3, 0.1, 0.05, 0.1]),
];

/**
 * @param {string} id
 * @param {string} title
 * @param {System['team']} team
 * @param {System['tells']} tells
 * @param {System['watch']} watch
 * @param {readonly number[]} shares
 * @returns {System}
 */
function system(id, title, team, tells, watch, shares) {
  return {id, title, team, tells, watch, shares};
}

/** What PagerDuty and Opsgenie call a system inside. @param {System} system */
export function toolId({id, tells}) {
  const {code} = draws(`id of ${id}`);
  if (tells === 'pagerduty') return `P${code(6)}`;
  return [8, 4, 4, 4, 12].map(length => code(length, '0123456789abcdef')).join('-');
}

/** The share of each pod's PnL that stops with a system: that of its book, and a pod more or less. @param {System} system */
export function exposures({id, shares}) {
  const {between} = draws(`exposures to ${id}`);
  const books = Object.keys(BOOKS);
  return PODS.flatMap(pod => {
    const share = (shares[books.indexOf(pod.book)] ?? 0) * between(0.75, 1.25);
    const rounded = share >= 0.1 ? Math.round(share * 20) / 20 : Math.round(share * 100) / 100;
    return rounded > 0 ? [{pod: pod.id, share: Math.min(1, rounded)}] : [];
  });
}
