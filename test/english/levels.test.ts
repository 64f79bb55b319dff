import {describe, expect, test} from 'vitest';
import {employer, isLevelWord} from '../../src/english/firms.ts';
import {isRank, levelChain, levelHeading, ownNames} from '../../src/english/index.ts';
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
  ])('%s', (line, rows) => expect(told(line)).toEqual(rows));
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
    ['Internal Level', 'own'],
    ['Level', 'own'],
    ['Job Grade', 'own'],
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

test('the names of a company', () => {
  expect(own).toEqual({
    short: 'Osprey Harbor',
    all: ['Osprey Harbor (Defence)', 'Osprey Harbor', 'Osprey', 'OH'],
  });
});
