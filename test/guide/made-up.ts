/** Guides of the family's layouts, about firms that do not exist. Tests compose them and change a part. */
export interface MadeUp {
  /** The YAML at the very top, with its dashes; none unless told. */
  readonly front: string;
  readonly title: string;
  readonly dna: string;
  readonly pay: string;
  readonly levels: string;
  readonly narrative: string;
  readonly levers: string;
  readonly strategy: string;
  readonly sources: string;
}

const FUND: MadeUp = {
  front: '',
  title: '### Platform Engineer | Larkspur Capital Global Negotiation Guide',
  dna: '**Negotiation DNA:** `Pods` `Shared Rails` `CI/CD`',
  pay: `#### Compensation Overview

| Region | Base Salary | Bonus | PnL Participation | Total Comp |
|--------|-------------|-------|-------------------|------------|
| Boston (HQ) | $150K - $200K | $60K - $90K | $20K - $40K | $230K - $330K |
| London (GBP/USD) | £100K - £140K / $127K - $178K | £40K - £60K / $51K - $76K | £10K - £20K / $13K - $25K | £150K - £220K / $191K - $279K |`,
  levels: `#### Level Mapping

| Larkspur | Foxglove | Teasel & Sons |
|----------|----------|---------------|
| Platform Engineer | SRE II | Systems Engineer |
| Senior Platform Engineer | SRE III | Director, Systems |`,
  narrative: `#### Why the rails matter

A release takes 20 minutes where it took two days.

- **Outage cost**: A 10-minute outage over 30 pods, each pod averaging $300K in daily PnL, costs $250K in lost revenue
- **Target 1-2% blended PnL participation** across the pods you serve`,
  levers: `#### Global Levers

1. **Uptime in Money**: "I kept 99.98% uptime on 40 pods. Each minute of downtime costs about $90K. I ask for 1.5% PnL participation."

2. **Other Offers**: "I have a competing offer from Foxglove at $195K base with a $85K bonus. I need $205K base."`,
  strategy:
    '> **Negotiate Up Strategy:** Anchor at $195K base with an $85K guaranteed first-year bonus. Lead with the cost of an outage. Present competing offers from Foxglove ($190K + $80K). Request a $20K on-call premium. **Accept at $170K+ base and $70K+ guaranteed bonus** with written participation of at least 1%. Walk away below $155K base, or if the role is tied to one pod.',
  sources: `#### Evidence & Sources

- [Pay at funds 2025 — The Gazette](https://gazette.example/pay)
- Hiring survey, Teasel Institute`,
};

export function madeUp(changes: Partial<MadeUp> = {}): string {
  const {front, title, dna, pay, levels, narrative, levers, strategy, sources} = {...FUND, ...changes};
  return [
    front,
    title,
    dna,
    '---',
    pay,
    '---',
    narrative,
    levels,
    '---',
    levers,
    '---',
    strategy,
    '---',
    sources,
  ]
    .filter(part => part !== '')
    .join('\n\n');
}

/** What newer guides open with. */
const FRONT = `---
company: larkspur-capital
company_display: Larkspur Capital
role: platform-engineer
role_display: Platform Engineer
role_type: standard
last_updated: 2026-02-23
data_quality: high
salary_data_quarter: 2025-Q4
next_review_due: 2026-05-23
compensation:
  - region: Boston (HQ)
    base_low: 150000
    base_high: 200000
    stock_low: null
    stock_high: null
    bonus_low: 60000
    bonus_high: 90000
    total_comp_low: 230000
    total_comp_high: 330000
    currency: USD
  - region: ":gb: London (GBP/USD)"
    base_low: "£100,000"
    base_high: "£140K"
    bonus_pct: 40
    total_comp_low: 150000
    total_comp_high: 225000
    currency: GBP
level_mapping:
  internal: L3-L4
  raw: Larkspur L3 = Foxglove L4
data_sources:
  - The Gazette
  - name: Hiring survey
    answers: 412
author: {name: J. Doe, guides: 12}
negotiation_dna_summary: "Pods | Shared Rails"
---`;

/** The same firm in other layouts of the family: a table of components by region, one of levels by region, one-pagers. */
export const LAYOUTS: Readonly<Record<string, string>> = {
  'bank or fund': madeUp(),
  'one-pager': madeUp({
    dna: '**Negotiation DNA:** Large grants + Fast growth | **RAILS PREMIUM**',
    pay: `| Region | Base Salary | Stock (RSU/4yr) | Bonus | Total Comp |
|---|---|---|---|---|
| Boston | $150K–$200K | $80K–$160K | 10–15% | $185K–$270K |
| Pune | ₹30L–₹45L | ₹12L–₹20L | 15% | ₹37.5L–₹56.8L |`,
    levels: '**Level Mapping:** Larkspur PE = Foxglove L4 = Teasel E4',
    levers:
      '**Global Levers**\n\n1. **Grant:** "Please raise the grant by $[20K-30K]."\n2. **Team:** Ask which team hires.',
    strategy:
      '> **Negotiate Up Strategy:** "I\'m targeting $195K base and $150K RSUs over 4 years. I have competing offers from [Foxglove at $260K TC / Teasel at $255K TC]." Accept at $175K+ base and $120K+ RSUs.',
    sources: '**Evidence & Sources**\n- Teasel Institute pay survey (2024-2026)\n- [Foxglove careers, 2025]',
  }),
  'front matter over a table': madeUp({front: FRONT}),
  'front matter alone': madeUp({front: FRONT, title: '', pay: ''}),
  'component by region': madeUp({
    pay: `#### Compensation Benchmarks

| Component | Boston (USD) | London (GBP £) |
|---|---|---|
| Base Salary | $150,000 – $200,000 | £90,000 – £120,000 |
| Annual Bonus | 10% target ($15,000 – $20,000) | 10% target (£9,000 – £12,000) |
| RSU Grant (4-yr vest) | $80,000 – $160,000 | £40,000 – £80,000 |
| Total Comp (Year 1) | $185,000 – $260,000 | £109,000 – £152,000 |`,
  }),
  'level by region': madeUp({
    title: '### Platform Engineer — Larkspur Salary Negotiation Guide',
    dna: '**Negotiation DNA**: Larkspur pays for rails that 40 teams share.',
    pay: `#### Compensation Benchmarks (2026)

| Level | Boston (USD) | Toronto (CAD C$) |
|-------|--------------|------------------|
| Mid (L3) | $150,000–$185,000 | C$130,000–C$160,000 |
| Senior (L4) | $190,000–$240,000 | C$165,000–C$210,000 |`,
    levers:
      '#### Global Lever 1: Shared Rails\n\nUse this lever: "My rails carry 40 teams, and a slow release costs each of them a day."',
    strategy:
      '> **Negotiate Up Strategy**: Open at $180,000 base with 500 RSUs ($60,000 at LRK ~$120). Accept-at floor: $230,000 total comp. For Senior (L4), open at $225,000 base.',
  }),
};
