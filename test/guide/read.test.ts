import {describe, expect, test} from 'vitest';
import {type Guide, guideJson, readGuide} from '../../src/guide/index.ts';
import {LAYOUTS, type MadeUp, madeUp} from './made-up.ts';
import {messageOf} from '../findings.ts';

function guideOf(changes: Partial<MadeUp> = {}): Guide {
  const {guide, findings} = readGuide('made-up.md', madeUp(changes));
  if (guide === null) throw new Error(messageOf(findings[0]));
  return guide;
}

describe('the title', () => {
  test.each([
    ['### SRE / Platform | Larkspur Global Negotiation Guide', 'SRE / Platform', 'Larkspur'],
    [
      '### Front-End Engineer (L3-L4) — Larkspur & Sons Salary Negotiation Guide',
      'Front-End Engineer',
      'Larkspur & Sons',
    ],
    ['# Engineer - Larkspur Negotiation Guide', 'Engineer', 'Larkspur'],
    [
      '# SIGNATURE ROLE\n\n### Rails Engineer | Larkspur Global Negotiation Guide',
      'Rails Engineer',
      'Larkspur',
    ],
  ])('%s', (title, role, company) => {
    const guide = guideOf({title});
    expect([guide.role.value, guide.company.value]).toEqual([role, company]);
  });
});

describe('the DNA', () => {
  test.each([
    ['**Negotiation DNA:** `Pods` `CI/CD`', ['Pods', 'CI/CD']],
    [
      '**Negotiation DNA:** Cash + Grants | Rails | **RAILS PREMIUM**',
      ['Cash + Grants', 'Rails', 'RAILS PREMIUM'],
    ],
    [
      '**Negotiation DNA**: Rails carry the firm, and pay says so.',
      ['Rails carry the firm, and pay says so.'],
    ],
  ])('%s', (dna, tags) => expect(guideOf({dna}).dna.map(({value}) => value)).toEqual(tags));
});

describe('the level map', () => {
  const mapped = (levels: string) =>
    guideOf({levels}).levels.map(row => row.map(({company, level}) => `${company}: ${level}`).join(' = '));
  test.each([
    [
      '**Level Mapping:** Larkspur PE = Foxglove L4 = Teasel Senior PE',
      ['Larkspur: PE = Foxglove: L4 = Teasel: Senior PE'],
    ],
    [
      '**Level Mapping:** PE at Larkspur (P1-P2) = L3-L4 at Foxglove, E3 at Teasel',
      ['Larkspur: PE (P1-P2) = Foxglove: L3-L4 = Teasel: E3'],
    ],
    [
      '**Level Mapping:** PE at Larkspur = L3 at Foxglove | SPE at Larkspur = L4 at Foxglove',
      ['Larkspur: PE = Foxglove: L3', 'Larkspur: SPE = Foxglove: L4'],
    ],
    [
      '**Level Mapping:** Larkspur PE ~ Foxglove L3 | Teasel Senior PE / Lead PE',
      ['Larkspur: PE = Foxglove: L3 = Teasel: Senior PE / Lead PE'],
    ],
    [
      '**Level Mapping:** Engineer (IC3) | Larkspur Band 3 | Equivalent: Foxglove L4 SRE, Teasel IC4',
      ['Larkspur Capital: Engineer (IC3) = Larkspur: Band 3 = Foxglove: L4 SRE = Teasel: IC4'],
    ],
    [
      '**Level Mapping:**\n- Larkspur PE = Foxglove L3 / Teasel E3\n- Larkspur SPE = Foxglove L4 / Teasel E4',
      ['Larkspur: PE = Foxglove: L3 = Teasel: E3', 'Larkspur: SPE = Foxglove: L4 = Teasel: E4'],
    ],
    [
      '**Level Mapping:** Larkspur PE = Foxglove LMTS = Teasel AI Engineer = Sorrel SDE-I = rail9 DS = Yarrow Inference = Enterprise Tools Senior PM',
      [
        'Larkspur: PE = Foxglove: LMTS = Teasel: AI Engineer = Sorrel: SDE-I = rail9: DS = Yarrow: Inference = Enterprise Tools: Senior PM',
      ],
    ],
    [
      '**Level Mapping:** PE at Larkspur maps to IC2 (a Senior PE at Foxglove or a PE at Teasel)',
      ['Larkspur: PE = Larkspur Capital: IC2 = Foxglove: Senior PE = Teasel: PE'],
    ],
    [
      '**Level Mapping:** Larkspur PE = Foxglove Safety Engineer = Teasel AI Software Engineer = Sorrel Managing Director = L5 at Yarrow but wider in scope',
      [
        'Larkspur: PE = Foxglove: Safety Engineer = Teasel: AI Software Engineer = Sorrel: Managing Director = Yarrow: L5',
      ],
    ],
    [
      '**Level Mapping:** P1 (Junior) maps to Foxglove L3 / Teasel E3; P2 maps to Foxglove L4. Most hires enter at P2.',
      ['Larkspur Capital: P1 (Junior) = Foxglove: L3 = Teasel: E3', 'Larkspur Capital: P2 = Foxglove: L4'],
    ],
    [
      '**Level Mapping:** Engineer at Larkspur maps to IC2 (L4 equivalent at Foxglove, E4 at Teasel) and L5 at most firms.',
      ['Larkspur: Engineer = Larkspur Capital: IC2 = Foxglove: L4 = Teasel: E4 = most firms: L5'],
    ],
    [
      '**Level Mapping:** Larkspur PE ~ C.H. Sorrel SWE = Foxglove L3 (none equal — as yet) = L4 across the industry',
      ['Larkspur: PE = C.H. Sorrel: SWE = Foxglove: L3 (none equal — as yet) = industry: L4'],
    ],
    [
      '**Level Mapping:** Larkspur PE = Foxglove Firmware Engineer = Teasel Trading Systems Engineer = Sorrel Senior/Advisory Designer = Yarrow Build/Release Engineer II = Quoin D (IC4)',
      [
        'Larkspur: PE = Foxglove: Firmware Engineer = Teasel: Trading Systems Engineer = Sorrel: Senior/Advisory Designer = Yarrow: Build/Release Engineer II = Quoin: D (IC4)',
      ],
    ],
    [
      '**Level Mapping:** Larkspur PE = Sorrel Research Senior SWE = Sorrel Research Scientist = Teasel Robotics Staff Engineer = Yarrow Robotics Engineer',
      [
        'Larkspur: PE = Sorrel Research: Senior SWE = Sorrel: Research Scientist = Teasel Robotics: Staff Engineer = Yarrow: Robotics Engineer',
      ],
    ],
    [
      '**Level Mapping:** Larkspur PE = Foxglove L4 = Teasel SRE III — Note: no firm has quite this role',
      ['Larkspur: PE = Foxglove: L4 = Teasel: SRE III'],
    ],
    [
      '**Level Mapping:** P1 maps to Foxglove L3 PE / Teasel SDE 2 equivalent; P2 maps to Foxglove L4 PE / Teasel SDE 3 equivalent.',
      [
        'Larkspur Capital: P1 = Foxglove: L3 PE = Teasel: SDE 2',
        'Larkspur Capital: P2 = Foxglove: L4 PE = Teasel: SDE 3',
      ],
    ],
    [
      '**Level Mapping:** PE at Larkspur maps to P2 at peer firms (Foxglove PE, Teasel SRE) and P3 at large banks (Sorrel L5, Yarrow E5).',
      [
        'Larkspur: PE = peer firms: P2 = Foxglove: PE = Teasel: SRE = large banks: P3 = Sorrel: L5 = Yarrow: E5',
      ],
    ],
    [
      '**Level Mapping:** PE at Larkspur maps to P2 at peer firms (Foxglove, Teasel Woods Farms) and P3 at most banks.',
      ['Larkspur: PE = peer firms: P2 = most banks: P3'],
    ],
    [
      '**Level Mapping:** Larkspur PE corresponds roughly to Foxglove L4 and Teasel E4.',
      ['Larkspur: PE = Foxglove: L4 = Teasel: E4'],
    ],
    [
      '**Level Mapping:** Larkspur PE is equivalent to L4 at Foxglove and E4 at Teasel.',
      ['Larkspur: PE = Foxglove: L4 = Teasel: E4'],
    ],
    [
      '**Level Mapping:** P1 = Foxglove L3 = Teasel E3; P2 = Foxglove L4 = Teasel E4',
      [
        'Larkspur Capital: P1 = Foxglove: L3 = Teasel: E3',
        'Larkspur Capital: P2 = Foxglove: L4 = Teasel: E4',
      ],
    ],
  ])('%s', (levels, rows) => expect(mapped(levels)).toEqual(rows));
  test('sentences behind it are narrative, and a piece without a company is unread', () => {
    const {narrative, unread} = guideOf({
      levels: '**Level Mapping:** Larkspur PE = Foxglove L3 = Senior PE. Pay rises 5% a year.',
    });
    expect(narrative.flatMap(({sentences}) => sentences.map(({text}) => text))).toContain(
      'Pay rises 5% a year.',
    );
    expect(unread.map(({text, why}) => [text, why])).toEqual([
      ['Senior PE', 'a level of no company that could be told'],
    ]);
  });
  test('what a table says of pay beside the levels is narrative, and a cell too many is unread', () => {
    const {levels, narrative, unread} = guideOf({
      levels:
        '#### Level Mapping\n\n| Larkspur Level | Foxglove | Scope |\n|---|---|---|\n| P1 | L3 | 20% travel | L33 |\n| Comp Parity | $150K - $190K | |',
    });
    expect(levels.map(row => row.map(({level}) => level))).toEqual([['P1', 'L3']]);
    expect(
      narrative.flatMap(({label, sentences}) =>
        label === 'P1' || label === 'Comp Parity' ? sentences.map(({text}) => text) : [],
      ),
    ).toEqual(['20% travel', '$150K - $190K']);
    expect(unread.map(({text}) => text)).toEqual(['L33']);
  });
  test('a chain beneath a table says more of the same, and a sentence is narrative', () => {
    const table =
      '#### Level Mapping\n\n| Internal Level | Title | Foxglove Equivalent |\n|---|---|---|\n| P1 | PE | L3 |';
    const {levels, narrative} = guideOf({
      levels: `${table}\n\nP2 Senior = Foxglove L4 = Teasel E4\n\nP1 maps to Foxglove L3, which pays $180K.`,
    });
    expect(levels.map(row => row.map(({company, level}) => `${company}: ${level}`).join(' = '))).toEqual([
      'Larkspur Capital: P1 = Title: PE = Foxglove: L3',
      'Larkspur Capital: P2 Senior = Foxglove: L4 = Teasel: E4',
    ]);
    expect(
      narrative.flatMap(({sentences}) => sentences.flatMap(one => one.figures.map(({low}) => low))),
    ).toContain(180_000);
  });
  test('a row for each company', () => {
    const levels =
      '#### Level Mapping\n\n| Company | Level | Typical YOE |\n|---|---|---|\n| Larkspur | P1 | 2 |\n| Foxglove | L3 | 2 |';
    expect(mapped(levels)).toEqual(['Larkspur: P1 = Foxglove: L3']);
  });
  test('a label before a list', () => {
    const levels =
      '**Level Mapping:** roughly as follows\n\n- P1 = Foxglove L3 = Teasel E3\n- P2 = Foxglove L4 = Teasel E4';
    expect(mapped(levels)).toEqual([
      'Larkspur Capital: P1 = Foxglove: L3 = Teasel: E3',
      'Larkspur Capital: P2 = Foxglove: L4 = Teasel: E4',
    ]);
  });
  test('each level has its place', () => {
    const text = '**Level Mapping:** Larkspur **PE** = Foxglove L4, Teasel E4';
    const {levels} = guideOf({levels: text});
    const whole = madeUp({levels: text});
    expect(levels[0]?.map(({span}) => whole.slice(span.from, span.to))).toEqual([
      'Larkspur **PE**',
      'Foxglove L4',
      'Teasel E4',
    ]);
  });
  test('a table, without what describes a level', () => {
    const levels = `#### Level Mapping\n\n| Larkspur Level | Foxglove Equivalent | Scope |\n|---|---|---|\n| P1 | L3 | one team |\n| Typical YOE | 2 | |`;
    expect(mapped(levels)).toEqual(['Larkspur: P1 = Foxglove: L3']);
  });
});

describe('the levers', () => {
  const SCRIPT = 'My rails carry forty teams, and each of them waits when they stop.';
  test.each([
    ['#### Global Levers\n\n1. **Rails:** "§"'],
    ['### The Rails Premium\n\n**Lever 1 — Rails:** "§"'],
    ['#### Global Levers\n\n**Lever 1: Rails**\n> "§"'],
    ['#### Levers\n\n**Lever 1 — Rails:** > "§"'],
    ['#### Global Lever 1: Rails\n\nUse this lever: "§"'],
    ['#### Lever 1: Rails — "§"'],
    ['#### Global Levers\n\n**1. Rails**\n\n> *"§"*'],
    ['### The Rails Premium\n\n**1. Rails**\n\n> "§"'],
  ])('%s', levers => {
    const [lever, ...others] = guideOf({levers: levers.replace('§', SCRIPT)}).levers;
    expect(others).toEqual([]);
    expect([lever?.title, lever?.script?.value]).toEqual(['Rails', SCRIPT]);
  });
  test('amounts of title and body, in order, each once', () => {
    const levers =
      '#### Global Levers\n\n1. **On Call (Value: $10K-$20K):** "Pay $10K, then $[25K-30K], for 99.95% and 3x the load of 2,000 users, or $X."';
    expect(guideJson({guide: guideOf({levers}), findings: []}, 'x').levers[0]?.amounts).toEqual([
      10_000, 20_000, 25_000, 30_000, 99.95,
    ]);
  });
  test('advice without a script', () => {
    expect(
      guideOf({levers: '#### Global Levers\n\n1. **Team:** Ask which team hires.'}).levers[0]?.script,
    ).toBeNull();
  });
  test('a heading that only speaks of a lever, and its list, are narrative', () => {
    const narrative = '#### The Rails Lever\n\n1. **Reach**: forty teams';
    expect(guideOf({narrative}).levers.map(({title}) => title)).toEqual(['Uptime in Money', 'Other Offers']);
  });
});

describe('the sources', () => {
  test.each([
    ['- [Pay 2025 — Gazette](https://a.example/p)', 'Pay 2025 — Gazette', 'https://a.example/p', [2025]],
    ['- [Pay survey 2024-2026]', 'Pay survey 2024-2026', null, [2024, 2026]],
    [
      '1. Annual report FY2025: [https://a.example/r](https://a.example/r)',
      'Annual report FY2025',
      'https://a.example/r',
      [2025],
    ],
    ['[1] Pay threads, 2025', 'Pay threads, 2025', null, [2025]],
    ['- [Base, 2024](https://a.example/Base_(pay)) ', 'Base, 2024', 'https://a.example/Base_(pay)', [2024]],
    ['- Base 2024 (https://a.example/Base_(pay)).', 'Base 2024 .', 'https://a.example/Base_(pay)', [2024]],
    ['- [Pay — Gazette, 2024] [3]', 'Pay — Gazette, 2024', null, [2024]],
    ['- Careers page (larkspur.example)', 'Careers page (larkspur.example)', null, []],
  ])('%s', (line, text, url, years) => {
    const [read] = guideOf({
      sources: `**Evidence & Sources**\n${line.startsWith('[1]') ? '\n' : ''}${line}`,
    }).sources;
    expect([read?.text, read?.url, read?.years]).toEqual([text, url, years]);
  });
});

describe('nothing is dropped', () => {
  test('narrative keeps labels and figures', () => {
    const {narrative} = guideOf();
    expect(narrative.map(({label}) => label)).toEqual([null, 'Outage cost', null]);
    expect(narrative[1]?.sentences[0]?.figures.map(({text}) => text)).toEqual(['10', '30', '$300K', '$250K']);
  });
  test('a table that no rule reads is unread, with a finding', () => {
    const {guide, findings} = readGuide(
      'x.md',
      madeUp({narrative: '#### Peers\n\n| Firm | Pays |\n|---|---|\n| Foxglove | $1M |'}),
    );
    expect(guide?.unread.map(({why}) => why)).toEqual([
      'a table that is neither the compensation table nor the level map',
    ]);
    expect(findings.map(({rule, severity}) => `${rule} ${severity}`)).toEqual(['unread-block note']);
  });
  test('every span stands where its value does', () => {
    for (const [layout, text] of Object.entries(LAYOUTS)) {
      const guide = readGuide('x.md', text).guide as Guide;
      for (const {span, low} of guide.bands)
        expect(text.slice(span.from, span.to), layout).toContain(String(low).replace(/0+$/, '').slice(0, 2));
      for (const {value, span} of [guide.role, guide.company, ...guide.dna])
        expect(text.slice(span.from, span.to).replace(/\*/g, '')).toBe(value);
      for (const {value, span} of guide.levers.flatMap(({script}) => script ?? []))
        expect(text.slice(span.from, span.to)).toBe(value);
    }
  });
  test('line ends of other systems read the same', () => {
    const strip = (text: string) =>
      JSON.stringify(guideJson(readGuide('x', text), 'x'), (key, value: unknown) =>
        key === 'span' || key === 'spans' ? undefined : value,
      );
    expect(strip(madeUp().replaceAll('\n', '\r\n'))).toBe(strip(madeUp()));
    expect(strip(`\uFEFF${madeUp()}`)).toBe(strip(madeUp()));
  });
});

describe('what is no guide says why', () => {
  const GERMAN = `### Ingenieur | Rittersporn Negotiation Guide\n\n${'Wer hier arbeitet, haelt die Schienen instand und verdient daher mehr als andere Leute. '.repeat(10)}`;
  test.each([
    ['nothing', '', 'empty'],
    ['a binary', 'PK\u0003\u0004\0\0\0', 'not text'],
    ['other Markdown', '# Notes\n\nBuy milk for $3.', 'no heading says'],
    ['a title alone', '### Engineer | Larkspur Negotiation Guide\n\nSoon.', 'no compensation table'],
    ['another language', GERMAN, 'not in English'],
  ])('%s', (_, text, why) => {
    const reading = readGuide('x.md', text);
    expect(reading.guide).toBeNull();
    expect(reading.findings[0]).toMatchObject({rule: 'not-a-guide', severity: 'error'});
    expect(messageOf(reading.findings[0])).toContain(why);
    expect(guideJson(reading, 'x.md')).toMatchObject({path: 'x.md', bands: [], levers: [], unread: []});
  });
});
