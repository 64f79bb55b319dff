import {countOf} from '../../base/index.ts';
import {count, named, type Prose, type RuleOf, say} from '../../figure/index.ts';
import type {LevelAnswer, LevelReport, PlacedFinding, Way} from '../../market/index.ts';
import {type Block, type Document, type ListItem, type Text, toned} from '../../page/index.ts';
import {SEVERITY_SIGNS} from '../words.ts';
import {type PlaceName, placesIn, shortPath} from './words.ts';

/** More answers than these for one company say no more. */
const MOST_ANSWERS = 4;

const RULE_WORDS: Readonly<Record<RuleOf<'market'>, string>> = {
  'levels-contradict': 'equated with different levels of one company',
  'level-inflation': 'equations lead from it to a higher level of its own company',
};

/** What a level is elsewhere, with the rows that say so, and what speaks against them. */
export function levelBlocks(
  answers: readonly LevelAnswer[],
  findings: readonly PlacedFinding[],
  folders: readonly string[],
): readonly Block[] {
  return [
    {block: 'list', items: answers.map(one => answerItem(one, folders))},
    ...findingBlocks(findings, placesIn(folders)),
  ];
}

/** Every contradiction and inflation of some guides: how many of each, and each with the rows that say so. */
export function levelsDocument(
  {counts, findings, guides}: LevelReport,
  {folders}: {readonly folders: readonly string[]},
): Document {
  const heading = say`Where equations of levels cannot all be right`;
  return {
    title: heading,
    kind: [toned('plain', say`What level maps of guides say of each other`)],
    heading,
    lines: Object.entries(counts).map(([rule, n]) => [
      toned('bold', say`${count(n)}`),
      toned('plain', say` ${rule}: ${RULE_WORDS[rule as RuleOf<'market'>]}`),
    ]),
    answer: null,
    sections:
      findings.length === 0
        ? []
        : [{id: 'findings', heading: say`Findings`, blocks: findingBlocks(findings, placesIn(folders))}],
    footer: say`${count(guides.read)} ${guides.read === 1 ? 'guide' : 'guides'} read.`,
    dated: heading,
  };
}

function answerItem(
  {from, company, among, answers, namesakes}: LevelAnswer,
  folders: readonly string[],
): ListItem {
  const asked: Text = [
    toned('plain', say`${named(from)}`),
    toned('muted', say` at `),
    toned('plain', say`${named(company)}: `),
  ];
  if (answers.length === 0) {
    const alike = namesakes.map(({role, path}) => `${role} (${shortPath(path, folders)})`).join(', ');
    const guess = alike === '' ? say`` : say`; a like title there, which is a guess: ${named(alike)}`;
    return {text: [...asked, toned('unknown', say`no chain of guides leads there${guess}`)]};
  }
  const exact = answers.filter(({range}) => !range);
  const shown = (exact.length > 0 ? exact : answers).slice(0, MOST_ANSWERS);
  return {
    text: [
      ...asked,
      toned('bold', say`${named(shown.map(levelWord).join(' or '))}`),
      ...(shown.length > 1 ? [toned('unknown', say`; guides name ${count(shown.length)} levels`)] : []),
      ...(among === 'all guides' ? [toned('unknown', say`; through guides on other roles`)] : []),
    ],
    under: shown.flatMap(way => wayTexts(way, placesIn(folders))),
  };
}

/** What guides call a level most. */
export function levelWord({written, level}: Pick<Way, 'written' | 'level'>): string {
  return written[0] ?? level;
}

function wayTexts({steps, range, witnesses}: Way, place: PlaceName): readonly Text[] {
  const by = countOf(witnesses, 'company', 'companies');
  return [
    ...steps.map((step, at): Text => {
      const more = step.guides.length - 1;
      return [
        toned('muted', say`${count(at + 1)}. `),
        toned('plain', equation(step)),
        toned('muted', say` ${place(step)}${more > 0 ? say` and ${count(more)} more` : null}`),
      ];
    }),
    [
      toned(
        'muted',
        say`${stepsWord(steps.length)}, ${steps.length > 1 ? 'the weakest ' : ''}said by the guides of ${named(by)}${range ? '; through a range of levels, so only one of these' : ''}`,
      ),
    ],
  ];
}

/** `1 step`, `2 steps`. */
export function stepsWord(steps: number): Prose {
  return say`${count(steps)} ${steps === 1 ? 'step' : 'steps'}`;
}

/** What an edition leaves out of a row, it says less. */
function equation({says}: {readonly says: readonly string[]}): Prose {
  return say`${named(says.join(' = '))}`;
}

/** What each finding comes to, and beneath it each row that it rests on. */
function findingBlocks(findings: readonly PlacedFinding[], place: PlaceName): readonly Block[] {
  if (findings.length === 0) return [];
  const items = findings.map(({rule, severity, level, becomes, sources}): ListItem => {
    const joint = rule === 'levels-contradict' ? say` is called both ` : say` leads up to `;
    return {
      sign: {text: SEVERITY_SIGNS[severity], tone: 'unknown'},
      text: [
        toned('unknown', say`${rule} `),
        toned('bold', say`${named(level)}`),
        toned('plain', say`${joint}${named(becomes.join(' and '))}`),
      ],
      under: sources.map(source => [
        toned('plain', equation(source)),
        toned('muted', say` ${place(source)}`),
      ]),
    };
  });
  return [{block: 'list', items}];
}
