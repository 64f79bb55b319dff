import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {contradictions, inflations} from '../../src/market/doubt.ts';
import {allLevelFindings, graphOf, readLevel} from '../../src/market/index.ts';
import {levelFindings} from '../../src/market/level-finding.ts';
import {equivalents} from '../../src/market/path.ts';
import {maps, NAMES, sketch} from './made-up.ts';
import {messageOf} from '../findings.ts';

/** `B:E5 in 1 step by 1`: what a level is at a company. */
function asked(notation: string, from: string, company: string): string[] {
  return equivalents(graphOf(NAMES, maps(notation)), from, company).map(
    ({node, steps, witnesses, range}) =>
      `${node.id} in ${steps.length} by ${witnesses}${range ? ', one of several' : ''}`,
  );
}

describe('a level', () => {
  test.each([
    ['L4', 'L4'],
    ['L4 (SRE)', 'L4'],
    ['Engineer L4', 'L4'],
    ['L4-L5', 'L4 L5 range'],
    ['E4–E6', 'E4 E5 E6 range'],
    ['IC4-5', 'IC4 IC5 range'],
    ['L7+', 'L7 range'],
    ['62-63', '62 63 range'],
    ['Band 9', 'Band 9'],
    ['SRE', 'devops'],
    ['Senior SRE', 'senior devops'],
    ['Sr. Site Reliability Engineer', 'senior devops'],
    ['VP, Infra Engineer', 'vp devops'],
    ['SRE II', 'ii devops'],
    ['Swordsmith', 'swordsmith'],
    ['SRE / VP', 'sre vp'],
  ])('%s is %s', (text, said) => {
    const {levels, range} = readLevel(NAMES, text);
    expect([...levels.map(({key}) => key), ...(range ? ['range'] : [])].join(' ')).toBe(said);
  });

  test('never throws, whatever it is called', () => {
    fc.assert(
      fc.property(fc.string({unit: 'binary'}), text => {
        const {levels, range} = readLevel(NAMES, text);
        expect(levels.every(({key}) => key !== '')).toBe(true);
        expect(range || levels.length < 2).toBe(true);
      }),
      {numRuns: 200},
    );
  });
});

describe('the way from a level to another company', () => {
  test('is one row where a guide equates the two', () => {
    expect(asked('A:L4 = B:E5', 'a:L4', 'b')).toEqual(['b:E5 in 1 by 1']);
  });

  test('is the shortest, and says so of its weakest step', () => {
    expect(asked('A:L4 = B:E5 | A:L4 = B:E5 | B:E5 = C:P3 | C:P3 = D:T1', 'a:L4', 'd')).toEqual([
      'd:T1 in 3 by 1',
    ]);
    expect(asked('A:L4 = B:E5 | B:E5 = C:P3 | A:L4 = C:P4', 'a:L4', 'c')).toEqual(['c:P4 in 1 by 1']);
  });

  test('counts each company’s guides as one witness', () => {
    expect(asked('A:L4 = B:E5 | A:L4 = B:E5 | A:L4 = B:E6', 'a:L4', 'b')).toEqual([
      'b:E5 in 1 by 2',
      'b:E6 in 1 by 1',
    ]);
    const twice = ['one.md', 'two.md'].map(path => sketch({levels: 'A:L4 = B:E5'}, path));
    const [way] = equivalents(graphOf(NAMES, twice), 'a:L4', 'b');
    expect(way?.steps[0]).toMatchObject({guides: ['one.md', 'two.md'], witnesses: ['acme']});
  });

  test('goes through a range only as one of several, and rather goes round it', () => {
    expect(asked('A:L4 = B:E4-E5', 'a:L4', 'b')).toEqual([
      'b:E4 in 1 by 1, one of several',
      'b:E5 in 1 by 1, one of several',
    ]);
    expect(asked('A:L4 = B:E4-E5 = C:P3 | B:E4 = C:P9', 'a:L4', 'c')).toEqual(['c:P3 in 1 by 1']);
    // two levels of one range are not one level
    expect(asked('A:L4-L5 = B:E5', 'a:L4', 'a')).toEqual([]);
  });

  test('is none where no chain leads there', () => {
    expect(asked('A:L4 = B:E5 | C:P1 = D:T1', 'a:L4', 'd')).toEqual([]);
  });

  test('joins a company’s spellings, and a title’s', () => {
    expect(asked('Acme:SRE = Bolt:E5 | Acme Holdings:Infra Engineer = D:T1', 'bolt:E5', 'd')).toEqual([
      'd:T1 in 2 by 1',
    ]);
  });

  test('keeps apart what one guide has in two rows', () => {
    const graph = graphOf(NAMES, maps('A:SRE = B:E4 ; A:Infra Engineer = B:E5'));
    expect(equivalents(graph, 'a:sre', 'b').map(({node}) => node.id)).toEqual(['b:E4']);
    expect(graph.nodes.has('a:devops')).toBe(false);
  });

  test('names the row that says so', () => {
    const [way] = equivalents(graphOf(NAMES, maps('A:L3 = B:E4 ; A:L4 = B:E5')), 'a:L4', 'b');
    expect(way?.steps.map(({says, equation}) => [...says, equation.path, equation.span.line])).toEqual([
      ['L4', 'E5', 'guide-1.md', 21],
    ]);
  });

  test('leads back the way it came', () => {
    const levels = ['L3', 'L4', 'L5'];
    const cell = fc.tuple(fc.constantFrom('A', 'B', 'C', 'D'), fc.constantFrom(...levels));
    const row = fc.tuple(cell, cell).filter(([[a], [b]]) => a !== b);
    fc.assert(
      fc.property(fc.array(row, {minLength: 1, maxLength: 8}), rows => {
        const notation = rows.map(([a, b]) => `${a.join(':')} = ${b.join(':')}`).join(' | ');
        const graph = graphOf(NAMES, maps(notation));
        for (const from of graph.nodes.keys())
          for (const company of ['a', 'b', 'c', 'd'])
            for (const {node, steps} of equivalents(graph, from, company)) {
              const home = equivalents(graph, node.id, from.split(':')[0] ?? '');
              expect(home.every(back => back.steps.length <= steps.length)).toBe(true);
              expect([steps[0]?.from, steps.at(-1)?.to]).toEqual([from, node.id]);
            }
      }),
    );
  });
});

describe('a contradiction', () => {
  const said = (notation: string, id: string) =>
    contradictions(graphOf(NAMES, maps(notation)), id).map(({says}) => says.map(({cell}) => cell.label));

  test('is one level equated with two of one company', () => {
    expect(said('A:L4 = B:E4 | A:L4 = B:E5', 'a:L4')).toEqual([['E4', 'E5']]);
    expect(said('A:L4 = B:SRE | A:L4 = B:Senior SRE', 'a:L4')).toEqual([['SRE', 'Senior SRE']]);
  });

  test('is none where a range allows both, or a code meets a title', () => {
    expect(said('A:L4 = B:E4-E5 | A:L4 = B:E5', 'a:L4')).toEqual([]);
    expect(said('A:L4 = B:E4 | A:L4 = B:SRE', 'a:L4')).toEqual([]);
    expect(said('A:L4-L5 = B:E4 | A:L4 = B:E5', 'a:L4')).toEqual([]);
  });
});

describe('a cycle that inflates', () => {
  const ladder = 'A:L4 = Z:1 ; A:L5 = Z:2';

  test('comes home at a higher level, by the order of a guide’s rows', () => {
    const graph = graphOf(NAMES, maps(`A:L4 ; A:L5 | A:L4 = B:E5 | B:E5 = A:L5`));
    expect(inflations(graph, 'a:L4').map(({low, high, steps}) => [low, high, steps.length])).toEqual([
      ['a:L4', 'a:L5', 2],
    ]);
    // and is told once, from below
    expect(inflations(graph, 'a:L5')).toEqual([]);
  });

  test('is none where no guide orders the two, or a range is on the way', () => {
    expect(inflations(graphOf(NAMES, maps('A:L4 = B:E5 | B:E5 = A:L5')), 'a:L4')).toEqual([]);
    expect(inflations(graphOf(NAMES, maps(`${ladder} | A:L4 = B:E5-E6 | B:E5 = A:L5`)), 'a:L4')).toEqual([]);
  });

  test('is a finding with every row of the way', () => {
    const graph = graphOf(NAMES, maps(`A:L4 ; A:L5 | A:L4 = B:E5 | B:E5 = A:L5`));
    const [finding] = levelFindings(graph, {contradictions: [], inflations: inflations(graph, 'a:L4')});
    expect(finding).toMatchObject({
      rule: 'level-inflation',
      severity: 'warning',
      span: {file: 'guide-2.md', line: 20},
    });
    expect(messageOf(finding)).toContain('A L4 = B E5 (guide-2.md:20), B E5 = A L5 (guide-3.md:20)');
  });
});

describe('everything that speaks against a folder', () => {
  const graph = graphOf(NAMES, maps(`A:L4 ; A:L5 | A:L4 = B:E5 | B:E5 = A:L5 | C:P1 = B:E1 | C:P1 = B:E2`));
  const told = (companies: readonly string[] | null) =>
    allLevelFindings(graph, companies === null ? null : new Set(companies)).map(
      ({rule, level, becomes, sources}) =>
        `${rule} ${level} ${becomes.join(' and ')}: ${sources
          .map(({says, path, span}) => `${says.join('=')} ${path}:${span.line}`)
          .join(', ')}`,
    );

  test('is found at every level, each with its rule and its rows', () => {
    expect(told(null)).toEqual([
      'level-inflation A L4 A L5: L4=E5 guide-2.md:20, E5=L5 guide-3.md:20',
      'levels-contradict B E5 A L4 and A L5: E5=L4 guide-2.md:20, E5=L5 guide-3.md:20',
      'levels-contradict C P1 B E1 and B E2: P1=E1 guide-4.md:20, P1=E2 guide-5.md:20',
    ]);
  });

  test('is that of the companies asked for', () => {
    expect(told(['c'])).toHaveLength(1);
    expect(told(['d'])).toEqual([]);
  });
});
