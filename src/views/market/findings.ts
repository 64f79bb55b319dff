import {type RuleOf, RULES} from '../../figure/index.ts';
import type {LevelFinding} from '../../market/index.ts';
import {SEVERITY_SIGNS} from '../words.ts';
import {EMPTY, type Line, margin, render, run, wrap} from '../../page/index.ts';
import {shortPath} from './path.ts';

const RULE_WORDS: Readonly<Record<RuleOf<'market'>, string>> = {
  'levels-contradict': 'equated with different levels of one company',
  'level-inflation': 'equations lead from it to a higher level of its own company',
};

/** Every contradiction and inflation of a folder for a terminal: the rule, the level, and each row that says so. */
export function levelFindingsText(
  findings: readonly LevelFinding[],
  {width, colour, folders}: {width: number; colour: boolean; folders: readonly string[]},
): string {
  const counts = RULES.market.map(rule => ({rule, n: findings.filter(one => one.rule === rule).length}));
  const lines = [
    ...wrap([run('Where equations of levels cannot all be right', 'bold')], width),
    ...counts.flatMap(({rule, n}) =>
      wrap(
        [run(n.toLocaleString('en-US'), 'bold'), run(` ${rule}: ${RULE_WORDS[rule]}`)],
        width,
        margin('  '),
      ),
    ),
    EMPTY,
    ...findings.flatMap(one => levelFinding(one, width, path => shortPath(path, folders))),
  ];
  return `${render(lines, colour)}\n`;
}

/** One finding on its lines: what it comes to, and beneath it each row that it rests on. */
export function levelFinding(
  {rule, severity, level, becomes, sources}: LevelFinding,
  width: number,
  short: (path: string) => string,
): readonly Line[] {
  const joint = rule === 'levels-contradict' ? ' is called both ' : ' leads up to ';
  return [
    ...wrap(
      [run(rule, 'unknown'), run(` ${level}`, 'bold'), run(`${joint}${becomes.join(' and ')}`)],
      width,
      margin(`  ${SEVERITY_SIGNS[severity]} `, '    ', 'unknown'),
    ),
    ...sources.flatMap(({says: [one, other], path, span}) =>
      wrap(
        [run(`${one} = ${other}`), run(` ${short(path)}:${span.line}`, 'muted')],
        width,
        margin('      ', '        '),
      ),
    ),
  ];
}
