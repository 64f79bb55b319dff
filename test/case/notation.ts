import {showSpan} from '../../src/base/index.ts';
import {type Finding} from '../../src/figure/index.ts';
import {hintOf, messageOf} from '../findings.ts';

/** `case.yaml:3:1 unknown-key`: where and what, the way a test states it. */
export function brief(findings: readonly Finding[]): string[] {
  return findings.map(one => `${one.span === undefined ? '-' : showSpan(one.span)} ${one.rule}`);
}

/** The one finding of a rule, in full: `message · hint`. */
export function words(findings: readonly Finding[], rule: Finding['rule']): string {
  return findings
    .filter(one => one.rule === rule)
    .map(one => `${messageOf(one)} · ${hintOf(one)}`)
    .join('\n');
}

export const CASE_YAML = `parley: 1
who: Sam
role: DevOps Engineer
company: Example Capital
region: New York
guides: [guide.md]
today: 2026-11-22
deadline: 2026-12-04
seed: 7
facts:
  uptime:
    label: uptime of my systems
    value: 99.997
    unit: percent
    evidence: {tier: measured, source: export of 2026-10-01}
    disclosure: private
  dailyPnl:
    label: combined daily PnL
    value: 19700000
    unit: USD/day
    evidence: {tier: stated, source: heard at work}
    disclosure: confidential
  deskPnl:
    label: daily PnL of one desk
    value: 4000000
    unit: USD/day
    evidence: {tier: stated, source: heard at work}
    disclosure: confidential
claims:
  - id: downtime
    says: my systems were down a minute a month
    formula: (1 - uptime) * minutes
    stated: {value: 1, unit: minute}
disclosure:
  confidential: omit
  facts: {dailyPnl: {ratio: deskPnl}, deskPnl: round}
  neverSay: [current pay]
`;

export const OFFER_YAML = `party: Example Capital
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
  - component: bonus
    amount: "95,000"
    per: year
    condition: first year only
  - component: pnl
    share: {percent: 2, of: PnL of the pods I run}
    per: year
    evidence: {tier: stated, source: call of 2026-11-19}
  - component: signOn
    amount: £30K
    currency: GBP
    per: once
    disclosure: confidential
`;
