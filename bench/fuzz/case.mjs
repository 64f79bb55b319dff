// A case that is nearly sound: case.yaml, an offer or moves.jsonl is mutated, and the rest of the case is as it should be.
import {mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {stream} from '../stream.mjs';
import {encoded, mutant} from './edit.mjs';

const TODAY = '2026-11-22';
/** The moves are asked for once in so many mutants of the other two files, and what offers are worth, which takes a second. */
const SELDOM = 10;
const RARELY = 250;

const CASE = `parley: 1
who: Sam
role: DevOps Engineer
company: Example Capital
region: New York
guides: [guide.md]
today: ${TODAY}
deadline: 2026-12-04
seed: 7
facts:
  uptime:
    label: uptime of my systems
    value: 99.997
    unit: percent
    subject: uptime
    evidence: &paper {tier: documented, source: export of 2026-10-01}
    disclosure: private
  dailyPnl: {label: daily PnL, value: 19700000, unit: USD/day, evidence: *paper, disclosure: confidential}
  deskPnl: {label: PnL of a desk, value: 4000000, unit: USD/day, evidence: *paper, disclosure: confidential}
claims:
  - id: downtime
    says: my systems were down a minute a month
    formula: (1 - uptime) * 1000
disclosure:
  confidential: omit
  facts: {dailyPnl: {ratio: deskPnl}, deskPnl: round}
  neverSay: [current pay]
`;
const OFFER = `party: Example Capital
kind: target
role: DevOps Engineer
region: New York
made: 2026-11-18
expires: 2026-12-04
currency: USD
evidence: {tier: documented, source: letter of 2026-11-18}
scope:
  - {text: cross-pod scope, included: true}
terms:
  - component: base
    amount: $180K
    per: year
    guaranteed: true
    written: true
  - {component: bonus, amount: "95,000", per: year, condition: first year only}
  - component: pnl
    share: {percent: 2, of: PnL of the pods I run}
    per: year
  - {component: signOn, amount: 30000, per: once, disclosure: confidential, repay: {full: 12 months, until: 24 months}}
  - {component: deferral, share: {percent: 40, of: any bonus}, above: 0, vesting: {over: 3 years}, lostOn: [quit, cause]}
  - {component: equity, amount: 400K, per: once, vesting: {parts: [33, 33, 22, 12], every: month}}
  - {component: options, units: 66000, per: once, strike: 1.84, preferred: 7.11, vesting: {over: 4 years, cliff: 1 year}, window: 90 days}
  - {component: onCall, amount: 5000, per: quarter, when: [{what: longestIncident, atMost: 5 minutes}], measuredBy: the monitor}
  - {component: milestone, amount: 50K, per: once, metric: all of it, by: 2027-12-31}
  - {component: gardenLeave, length: 9 months, share: {percent: 100, of: base}}
  - {component: notice, length: 60 days}
`;
const MOVES = `{"at":"2026-11-18","by":"them","kind":"offer","currency":"USD","terms":[{"component":"base","amount":"$190K","per":"year"}]}
{"at":"2026-11-20T09:00:00-05:00","by":"me","kind":"ask","terms":[{"component":"signOn","amount":"$25K","per":"once"}]}
{"at":"2026-11-21","by":"me","kind":"note","says":"they run 143 pods"}
`;
const GUIDE = `# DevOps Engineer | Example Capital Negotiation Guide

## Compensation

| Region | Base | Bonus | Total |
|---|---|---|---|
| New York | $175,000 - $225,000 | $80,000 - $135,000 | $255,000 - $360,000 |
| London | £120,000 - £150,000 | £60,000 - £90,000 | £180,000 - £240,000 |

> **Negotiate Up Strategy:** Anchor at $215K base and $120K bonus. Accept at $190K base. Walk away below $175K.
`;
const TEXTS = {'case.yaml': CASE, 'offers/example.yaml': OFFER, 'moves.jsonl': MOVES};

/** What files break by: YAML's and JSON's own signs, words, numbers and days that are none, and floods. */
const PIECES = [
  ...'\t|: |- |{|}|[|]|"|\'|#|&a |*a|*paper|!x |? |>|\n|\n\n|\n  |\r|\r\n|---\n|<<: *paper|,|%|@|`|\0|\u2028|\uFEFF|é|\u001b'.split(
    '|',
  ),
  ...'2026-02-30|2062-01-01|-1|1e999|.nan|null|true|0x1F|__proto__|constructor|$|£195K|210,000|185|15%|195-205K'.split(
    '|',
  ),
  ...'../../etc/passwd|{"undoes":"0"}|"kind":"undo"|}{|\\u0000|\\ud800|1+1+1+|(1/0)|uptime|base|current|confidential'.split(
    '|',
  ),
  '['.repeat(300),
  '{'.repeat(300),
  '1+'.repeat(4096),
  '9'.repeat(400),
  ' '.repeat(2000),
  '*'.repeat(60),
  'q: &q [*q]\n',
];

/** @param {keyof typeof TEXTS} name @returns {import('./kinds.mjs').Kind} */
function caseWith(name) {
  return {
    keep(folder, seed) {
      const next = stream(seed);
      const text = mutant(TEXTS[name], next, {pieces: PIECES, others: Object.values(TEXTS), most: 5});
      mkdirSync(join(folder, 'offers'), {recursive: true});
      writeFileSync(join(folder, 'guide.md'), GUIDE);
      for (const [place, sound] of Object.entries(TEXTS)) writeFileSync(join(folder, place), sound);
      writeFileSync(join(folder, name), encoded(text, next));
    },
    commands(folder, seed) {
      const form = [[], ['--json'], ['--full'], ['--full', '--json']][seed % 4] ?? [];
      const plan = ['plan', folder, '--no-write', ...form];
      if (name === 'offers/example.yaml' && seed % RARELY === 1)
        return [plan, ['value', folder, ...form.slice(-1).filter(one => one === '--json')]];
      if (name !== 'moves.jsonl' && seed % SELDOM > 0) return [plan];
      const note = ['move', folder, '--by', 'me', '--says', 'they run 143 pods', 'base=$195K'];
      return [
        plan,
        ['move', folder, ...(form.length === 1 ? ['--json'] : [])],
        ['move', folder, '--undo'],
        note,
      ];
    },
  };
}

export const ofCase = caseWith('case.yaml');
export const offer = caseWith('offers/example.yaml');
export const moves = caseWith('moves.jsonl');
