import {describe, expect, test} from 'vitest';
import {readGuide} from '../../src/guide/index.ts';
import {madeUp} from './made-up.ts';

const MID = 'Larkspur PE = Foxglove L4 = Teasel E4';
const SENIOR = 'Larkspur Senior PE = Foxglove L5 = Teasel E5';
const ONE = ['Larkspur: PE = Foxglove: L4 = Teasel: E4'];
const BOTH = [...ONE, 'Larkspur: Senior PE = Foxglove: L5 = Teasel: E5'];

/** The rows of a level map, each as a line, and what of it is unread. */
function read(levels: string): string[] {
  const {guide} = readGuide('g.md', madeUp({levels}));
  const rows = guide?.levels.map(row => row.map(({company, level}) => `${company}: ${level}`).join(' = '));
  return [...(rows ?? []), ...(guide?.unread.map(({text}) => `unread: ${text}`) ?? [])];
}

describe('a line of a level map', () => {
  test.each([
    ['before a sign', '**Level Mapping:** Larkspur PE = Foxglove L4\n= Teasel E4'],
    ['behind a sign', '**Level Mapping:** Larkspur PE = Foxglove L4 =\nTeasel E4'],
    ['behind a comma', '**Level Mapping:** Larkspur PE = Foxglove L4,\nTeasel E4'],
    ['between a name and its level', '**Level Mapping:** Larkspur PE = Foxglove\nL4 = Teasel\nE4'],
    ['in an item', '**Level Mapping:**\n- Larkspur PE =\n  Foxglove L4 = Teasel\nE4'],
    ['in a sentence', '**Level Mapping:** PE at Larkspur maps to L4 at Foxglove\nand E4 at Teasel'],
  ])('is one row where it is wrapped %s', (_, levels) => expect(read(levels)).toEqual(ONE));

  test('is one row where it is wrapped within a title', () =>
    expect(
      read('**Level Mapping:** Larkspur PE = Foxglove Staff Software\nEngineer = Teasel Staff\nEngineer'),
    ).toEqual(['Larkspur: PE = Foxglove: Staff Software Engineer = Teasel: Staff Engineer']));

  test.each([
    ['under a label', `**Level Mapping:** ${MID}\n${SENIOR}`],
    ['under a label that stands alone', `**Level Mapping:**\n${MID}\n${SENIOR}`],
    ['under a heading', `#### Level Mapping\n\n${MID}  \n${SENIOR}`],
    ['in an item', `**Level Mapping:**\n- ${MID}\n${SENIOR}`],
    ['behind a tag', `**Level Mapping:** ${MID}<br>${SENIOR}`],
    ['in bars', `**Level Mapping:** ${MID}\n${SENIOR}`.replaceAll(' = ', ' | ')],
    ['in words that open it', `**Level Mapping:** as we see it:\n${MID}\n${SENIOR}`],
    ['wrapped', `**Level Mapping:** ${MID}\n${SENIOR}`.replaceAll(' = T', ' =\nT')],
  ])('begins another row, %s', (_, levels) => expect(read(levels)).toEqual(BOTH));

  test.each(['Most people start as PE and stay.', 'Note: titles vary', 'Promotion pays about $20K more.'])(
    'is a remark, and no level: %s',
    remark => {
      const levels = `**Level Mapping:** ${MID}\n${remark}`;
      expect(read(levels)).toEqual(ONE);
      const {narrative} = readGuide('g.md', madeUp({levels})).guide ?? {};
      expect(narrative?.flatMap(({sentences}) => sentences.map(({text}) => text)).join(' ')).toContain(
        remark,
      );
    },
  );
});

describe('a second line of a level map is of it', () => {
  const labels = ['Level Mapping (Senior):', 'Senior Level Mapping:', 'Senior:', 'For senior people:'];
  test.each(labels)('under %s', label => {
    expect(read(`**Level Mapping:** ${MID}\n**${label}** ${SENIOR}`)).toEqual(BOTH);
    expect(read(`**Level Mapping (Mid):** ${MID}\n\n**${label}** ${SENIOR}`)).toEqual(BOTH);
  });
  test.each([
    ['beneath a label', `**Level Mapping:**\n**Mid:** ${MID}\n**Senior:** ${SENIOR}`],
    ['beneath a heading', `#### Level Mapping\n\n**Mid:** ${MID}\n\n**Senior:** ${SENIOR}`],
    ['as items', `**Level Mapping:**\n- **Mid:** ${MID}\n- **Senior:** ${SENIOR}`],
    ['as a paragraph without a label', `**Level Mapping:** ${MID}\n\n${SENIOR}`],
    ['as items behind a line', `**Level Mapping:** ${MID}\n- **Senior:** ${SENIOR}`],
  ])('%s', (_, levels) => expect(read(levels)).toEqual(BOTH));
  test.each([
    ['**P4:** Foxglove L5 = Teasel E5', 'P4'],
    ['**Senior (P4):** Foxglove L5 = Teasel E5', 'Senior (P4)'],
    ['P4 = Foxglove L5 = Teasel E5', 'P4'],
    ['**Senior:** P4 = Foxglove L5 = Teasel E5', 'P4'],
  ])('with a level that names nobody: %s', (line, level) => {
    const row = `Larkspur Capital: ${level} = Foxglove: L5 = Teasel: E5`;
    expect(read(`**Level Mapping:** ${MID}\n\n${line}`)).toEqual([...ONE, row]);
    expect(read(`**Level Mapping:**\n\n- ${MID}\n- ${line}`)).toEqual([...ONE, row]);
  });
  test.each([
    '**Promotion:** two years.',
    '**Market:** Foxglove L5 = Teasel E5',
    '**Pay:** Foxglove = $200K, Teasel = $210K',
  ])('and another is not: %s', line => expect(read(`**Level Mapping:** ${MID}\n${line}`)).toEqual(ONE));
});

test.each(['Levels', 'Level', 'Leveling', 'Internal Levels', 'Job Grades', 'Levels (approximate)'])(
  'a map opens under %s',
  label => {
    expect(read(`**${label}:** ${MID}`)).toEqual(ONE);
    expect(read(`**${label}:**\n\n- ${MID}\n- ${SENIOR}`)).toEqual(BOTH);
  },
);
