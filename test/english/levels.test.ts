import {describe, expect, test} from 'vitest';
import {employer, isLevelWord} from '../../src/english/firms.ts';
import {heardIn, isRank, levelChain, levelHeading, ownNames} from '../../src/english/index.ts';
import {namedLevel, trimmed} from '../../src/english/firms.ts';
import {tokensOf} from '../../src/english/tokens.ts';

const own = ownNames('Osprey Harbor (Defence)');

describe('a chain of levels', () => {
  const told = (line: string) => {
    const {rows, end, lost} = levelChain(line, own.all);
    const read = rows.map(row => row.map(({company, level}) => `${company}: ${level}`).join(' = '));
    const left = lost.map(({from, to}) => `lost: ${line.slice(from, to)}`);
    const rest = rows.length > 0 && end < line.length ? [`rest:${line.slice(end)}`] : [];
    return [...read, ...left, ...rest];
  };
  test.each([
    ['Osprey P3 ≈ Google L4 | Meta E4', ['Osprey: P3 = Google: L4 = Meta: E4']],
    ['Osprey P3 ~ Google L4 · Meta E4', ['Osprey: P3 = Google: L4 = Meta: E4']],
    ['Osprey P3 | Google L4 | Meta E4', ['Osprey: P3 = Google: L4 = Meta: E4']],
    ['Osprey P3 → Google L4 ↔ Meta E4', ['Osprey: P3 = Google: L4 = Meta: E4']],
    ['P3 Senior = Google L4 = Meta E4', ['Osprey Harbor (Defence): P3 Senior = Google: L4 = Meta: E4']],
    ['P3: Google L4, Meta E4', ['Osprey Harbor (Defence): P3 = Google: L4 = Meta: E4']],
    ['P3: Google L4 = Meta E4', ['Osprey Harbor (Defence): P3 = Google: L4 = Meta: E4']],
    ['Senior: Osprey P3 = Google L4 = Meta E4', ['Osprey: P3 = Google: L4 = Meta: E4']],
    ['iOS Engineer II = Google L4', ['Osprey Harbor (Defence): iOS Engineer II = Google: L4']],
    ['OH SWE II = Google L4', ['OH: SWE II = Google: L4']],
    [
      'Osprey P3 = Amazon Systems Development Engineer, Meta Production Engineer and Google SRE',
      ['Osprey: P3 = Amazon: Systems Development Engineer = Meta: Production Engineer = Google: SRE'],
    ],
    ['Osprey P3 = L4 (Google), E4 (Meta)', ['Osprey: P3 = Google: L4 = Meta: E4']],
    ["Osprey P3 = Google's L4 or Meta’s E4", ['Osprey: P3 = Google: L4 = Meta: E4']],
    [
      'Osprey P3 = Google L4 / L5 (Infra, SRE) = Meta E4',
      ['Osprey: P3 = Google: L4 / L5 (Infra, SRE) = Meta: E4'],
    ],
    [
      'Osprey PM = Google L6 PM-T. Directors exist.',
      ['Osprey: PM = Google: L6 PM-T', 'rest:. Directors exist.'],
    ],
    ['P3 primarily maps to L4 at Google', ['Osprey Harbor (Defence): P3 = Google: L4']],
    ['Osprey P3 = Lead PE = Google L4', ['Osprey: P3 = Google: L4', 'lost: Lead PE']],
    ['Osprey P3 = no direct equivalent = Google L4', ['Osprey: P3 = Google: L4']],
    ['Pay rises with about 5 levels.', []],
    // names in small letters, with digits, with an ampersand, "by" another
    [
      'Osprey P3 = trivago L5 = ams OSRAM Senior Engineer',
      ['Osprey: P3 = trivago: L5 = ams OSRAM: Senior Engineer'],
    ],
    [
      'Osprey P3 = thatgamecompany Engineer = monday.com Senior',
      ['Osprey: P3 = thatgamecompany: Engineer = monday.com: Senior'],
    ],
    [
      'Osprey P3 = 3M Advanced Engineer = 84.51° Data Scientist II',
      ['Osprey: P3 = 3M: Advanced Engineer = 84.51°: Data Scientist II'],
    ],
    [
      'Osprey P3 = Marks & Spencer Data Scientist = M&T Bank Officer',
      ['Osprey: P3 = Marks & Spencer: Data Scientist = M&T Bank: Officer'],
    ],
    [
      'Osprey P3 = digibank by DBS Senior Engineer = Quux by Zorb L4',
      ['Osprey: P3 = digibank by DBS: Senior Engineer = Quux by Zorb: L4'],
    ],
    [
      'Osprey P3 = Writer Senior Engineer = Platform Science Staff SWE',
      ['Osprey: P3 = Writer: Senior Engineer = Platform Science: Staff SWE'],
    ],
    ['Osprey P3 = Škoda Engineer II = Ørsted Expert', ['Osprey: P3 = Škoda: Engineer II = Ørsted: Expert']],
    [
      'Osprey P3 = Consultant II at Zorblatt, Senior Consultant at delaware',
      ['Osprey: P3 = Zorblatt: Consultant II = delaware: Senior Consultant'],
    ],
    ['Osprey P3 = typical L4 = Google L4', ['Osprey: P3 = Google: L4', 'lost: typical L4']],
    // ranks and roles in other languages and trades
    [
      'Osprey P3 = Bosch Entwicklungsingenieur II = Thales Ingénieur Confirmé = Itaú Engenheiro Pleno',
      ['Osprey: P3 = Bosch: Entwicklungsingenieur II = Thales: Ingénieur Confirmé = Itaú: Engenheiro Pleno'],
    ],
    [
      'Osprey P3 = Heron Engagement Manager = Zorblatt Practice Lead = Quux Responsible Engineer',
      ['Osprey: P3 = Heron: Engagement Manager = Zorblatt: Practice Lead = Quux: Responsible Engineer'],
    ],
    [
      'Osprey P3 = Heron Planner (Grade 4) = Zorblatt Knowmaster II',
      ['Osprey: P3 = Heron: Planner (Grade 4) = Zorblatt: Knowmaster II'],
    ],
    // what separates entries
    ['Osprey P3 / Google L4 / Meta E4', ['Osprey: P3 = Google: L4 = Meta: E4']],
    ['Osprey P3 – Google L4 – Meta E4', ['Osprey: P3 = Google: L4 = Meta: E4']],
    ['Osprey P3, Google L4, Meta E4', ['Osprey: P3 = Google: L4 = Meta: E4']],
    ['Osprey P3 vs. Google L4 vs. Meta E4', ['Osprey: P3 = Google: L4 = Meta: E4']],
    ['Osprey P3 (≈ Google L4, Meta E4)', ['Osprey: P3 = Google: L4 = Meta: E4']],
    ['Osprey P3 -> Google L4 <-> Meta E4', ['Osprey: P3 = Google: L4 = Meta: E4']],
    ['P3 (Osprey) = L4 (Google) = E4 (Meta)', ['Osprey: P3 = Google: L4 = Meta: E4']],
    // prose, of one sentence and of more
    [
      'An Osprey P3 is an L4 at Google and a Senior Engineer at id Software',
      ['Osprey: P3 = Google: L4 = id Software: Senior Engineer'],
    ],
    ['A P3 at Osprey is what Google calls L4 and Meta calls E4', ['Osprey: P3 = Google: L4 = Meta: E4']],
    ['What Osprey calls P3 is L4 at Google and E4 at Meta', ['Osprey: P3 = Google: L4 = Meta: E4']],
    [
      'Osprey calls it P3; at Google it is L4 and at 3M it is Advanced Engineer',
      ['Osprey: P3 = Google: L4 = 3M: Advanced Engineer'],
    ],
    [
      'At Osprey you would be a P3, which is L4 at Google and E4 at Meta',
      ['Osprey: P3 = Google: L4 = Meta: E4'],
    ],
    [
      'Osprey’s P3 matches Google’s L4 and the BBC’s Senior Engineer',
      ['Osprey: P3 = Google: L4 = BBC: Senior Engineer'],
    ],
    [
      'P3 here sits level with L4 at Google and E4 at Meta',
      ['Osprey Harbor (Defence): P3 = Google: L4 = Meta: E4'],
    ],
    ['Think of P3 as Google L4 or Meta E4', ['Osprey Harbor (Defence): P3 = Google: L4 = Meta: E4']],
    [
      'P3 at Osprey maps to L4 at Google. P4 maps to L5 at Google. Most join as P3.',
      ['Osprey: P3 = Google: L4', 'Osprey Harbor (Defence): P4 = Google: L5', 'rest:. Most join as P3.'],
    ],
    ['The level is a good one at Osprey', []],
    ['P3 is common at Osprey and P4 is rare', []],
    ['P3 is where most join, and L4 at Google is one rung up', []],
  ])('%s', (line, rows) => expect(told(line)).toEqual(rows));
  test('names that the rest of the guide says', () => {
    const heard = heardIn(
      'Kettle Drum Software has offered $200K; Marble ($90K) too, and the Quill Senior Engineers say so.',
    );
    const {rows} = levelChain(
      'Osprey P3 = Kettle Drum Software Engineer II = Marble Knower (G4) = Quill Senior Engineer',
      own.all,
      heard,
    );
    expect(rows[0]?.map(({company}) => company)).toEqual([
      'Osprey',
      'Kettle Drum Software',
      'Marble',
      'Quill',
    ]);
  });
  test('rows of one map name a company alike', () => {
    const {rows} = levelChain('Osprey P3 = Heron Senior Engineer | Osprey P4 = Heron Knower Lead', own.all);
    expect(rows.map(row => row[1]?.company)).toEqual(['Heron', 'Heron']);
  });
});

describe('the end of a name', () => {
  const cut = (text: string) => {
    const tokens = tokensOf(text);
    const read = namedLevel(tokens, trimmed(tokens, {from: 0, to: tokens.count}), own.all);
    return read === null ? 'nobody' : `${read.company} | ${read.level}`;
  };
  test.each([
    // known names, although their later words are of roles
    ['Palo Alto Networks DE3', 'Palo Alto Networks | DE3'],
    ['Lam Research SWE', 'Lam Research | SWE'],
    ['Google DeepMind Research Scientist', 'Google DeepMind | Research Scientist'],
    ['AT&T Senior Engineer', 'AT&T | Senior Engineer'],
    // what stands behind a known name is a level, even where it is a product
    ['Microsoft Xbox Security', 'Microsoft | Xbox Security'],
    ['Cash App Payments Sr SWE', 'Cash App | Payments Sr SWE'],
    // names that nobody has listed
    ['Zorblatt Dynamics Senior Engineer', 'Zorblatt Dynamics | Senior Engineer'],
    ['Zorblatt Systems L4', 'Zorblatt Systems | L4'],
    ['Zorblatt Systems Engineer', 'Zorblatt | Systems Engineer'],
    ['Zorblatt Firmware Engineer', 'Zorblatt | Firmware Engineer'],
    ['Zorblatt & Sons Band 7', 'Zorblatt & Sons | Band 7'],
    ['Zor-Blatt/Quux Data Engineer', 'Zor-Blatt/Quux | Data Engineer'],
    ['zorblatt.com Staff SWE', 'zorblatt.com | Staff SWE'],
    ['About You Senior Engineer', 'About You | Senior Engineer'],
    ['Staff Engineer at Zorblatt (Z6)', 'Zorblatt | Staff Engineer (Z6)'],
    ['L4 across the industry', 'industry | L4'],
    ['Senior Engineer', 'nobody'],
    ['no equivalent', 'nobody'],
  ])('%s', (text, read) => expect(cut(text)).toBe(read));
  test.each([
    ['Okta SRE', 'Okta'],
    ['Big Tech SRE roles', 'Big Tech SRE roles'],
    ['Palo Alto Networks — I', 'Palo Alto Networks'],
    ['Google SRE/Amazon', 'Google SRE/Amazon'],
    ['Zorblatt', 'Zorblatt'],
  ])('the employer of %s', (text, read) => expect(employer(text)).toBe(read));
  test('words of a level', () => {
    expect(['Senior/Staff', 'DevOps/SRE', 'L4-L5', '(L4)', 'SDE-I'].filter(isLevelWord)).toHaveLength(5);
    expect(['Osprey', 'Take-Two'].filter(isLevelWord)).toEqual([]);
    expect(['Senior (L4)', 'IC3', 'vp'].filter(isRank)).toHaveLength(3);
    expect(['Boston (HQ)', 'Remote US'].filter(isRank)).toEqual([]);
  });
});

describe('the heading of a level map', () => {
  const said = (heading: string) => {
    const read = levelHeading(heading);
    return 'name' in read ? `${read.kind} ${read.name}` : read.kind;
  };
  test.each([
    ['Osprey Internal Level', 'company Osprey'],
    ['Osprey Internal', 'company Osprey'],
    ['Osprey (Internal)', 'company Osprey'],
    ['Osprey Band', 'company Osprey'],
    ['Osprey Grade', 'company Osprey'],
    ['Osprey Career Level', 'company Osprey'],
    ['"Osprey Woods" Level', 'company Osprey Woods'],
    ['Equivalent at Osprey', 'company Osprey'],
    ['Level @ Osprey', 'company Osprey'],
    ['@ Osprey', 'company Osprey'],
    ['Osprey Equiv.', 'company Osprey'],
    ['Total Osprey Equivalent', 'company Total Osprey'],
    ['Osprey (Legacy) Equivalent', 'company Osprey (Legacy)'],
    ['Osprey Pay Band', 'company Osprey'],
    ['Osprey Salary Band', 'company Osprey'],
    ['Osprey Compensation Grade', 'company Osprey'],
    ['Osprey Grade Level', 'company Osprey'],
    ['Osprey Tier', 'company Osprey'],
    ['Osprey Job Title', 'company Osprey'],
    ['Osprey Eq.', 'company Osprey'],
    ['Osprey Eqv.', 'company Osprey'],
    ['Osprey Level Equiv', 'company Osprey'],
    ['Osprey Counterpart', 'company Osprey'],
    ['Comparable Osprey Level', 'company Osprey'],
    ['Closest Osprey Level', 'company Osprey'],
    ['Approx. Osprey Grade', 'company Osprey'],
    ['Nearest Osprey Equivalent', 'company Osprey'],
    ['Closest level at Osprey', 'company Osprey'],
    ['Peer at Osprey', 'company Osprey'],
    ['Counterpart at Osprey', 'company Osprey'],
    ['Comparable to Osprey', 'company Osprey'],
    ['Closest Osprey', 'company Osprey'],
    ['Osprey’s Level', 'company Osprey'],
    ['Osprey Peer Level', 'company Osprey'],
    ['Osprey Level (approx.)', 'company Osprey'],
    ['Osprey Title', 'company Osprey'],
    ['Osprey Level / Title', 'company Osprey'],
    ['Closest YOE', 'attribute'],
    ['Closest Industry Level', 'label Closest Industry Level'],
    ['Pay Tier', 'own'],
    ['Salary Band', 'own'],
    ['Salary', 'attribute'],
    ['Osprey Salary', 'attribute'],
    ['Internal Level', 'own'],
    ['Level', 'own'],
    ['Job Grade', 'own'],
    ['trivago', 'company trivago'],
    ['ams OSRAM', 'company ams OSRAM'],
    ['digibank by Osprey', 'company digibank by Osprey'],
    ['84.51° Equivalent', 'company 84.51°'],
    ['≈ Osprey', 'company Osprey'],
    ['Closest at Osprey', 'company Osprey'],
    ['typical years', 'attribute'],
    ['Title', 'label Title'],
    ['External Title', 'label External Title'],
    ['Industry Equivalent', 'label Industry Equivalent'],
    ['Typical YOE', 'attribute'],
    ['Approx. YOE', 'attribute'],
    ['Months to promotion', 'attribute'],
    ['Scope', 'attribute'],
    ['Total Comp', 'attribute'],
  ])('%s', (heading, read) => expect(said(heading)).toBe(read));
});

test('a heading of pay over levels is a name', () => {
  expect(levelHeading('Base Power', ['Senior Engineer', 'Staff Engineer'])).toEqual({
    kind: 'company',
    name: 'Base Power',
  });
  expect(levelHeading('Base Salary', ['$180K', '$210K'])).toEqual({kind: 'attribute'});
});

test('the names of a company', () => {
  expect(own).toEqual({
    short: 'Osprey Harbor',
    all: ['Osprey Harbor (Defence)', 'Osprey Harbor', 'Osprey', 'OH'],
  });
  expect(ownNames('Osprey Harbor Marine').all).toEqual([
    'Osprey Harbor Marine',
    'Osprey Harbor',
    'Osprey',
    'OHM',
  ]);
  expect(ownNames('Bankhaus Osprey').all).toEqual(['Bankhaus Osprey', 'Osprey', 'BO']);
});
