import {describe, expect, test} from 'vitest';
import {readGuide} from '../../src/guide/index.ts';
import {madeUp} from './made-up.ts';

const SCRIPT = '"I kept the rails up for a year, and each quiet minute of it was worth $90K to you."';
const OTHER = '"I hold an offer from Foxglove at $195K base, and would rather stay with the rails here."';

/** The levers of a made-up guide, each as `title: amounts`. */
function read(levers: string): string[] {
  const {guide} = readGuide('g.md', madeUp({levers}));
  return (guide?.levers ?? []).map(({title, passage}) => {
    const figures = passage.sentences.flatMap(sentence => sentence.figures.map(({text}) => text));
    return `${title}: ${figures.join(' ')}`.trim();
  });
}

describe('levers are found', () => {
  test.each([
    [
      'as bold numbers and quotes, where no title names levers',
      `### Shared Rails — The Rails Premium\n\n**1. Uptime**\n> ${SCRIPT}\n\n**2. Offers**\n> ${OTHER}`,
    ],
    [
      'the first of them under a premium, the next in the list',
      `### Shared Rails — The Rails Premium\n\n**1. Uptime**\n\n> ${SCRIPT}\n\n#### Global Levers\n\n**2. Offers**\n\n> ${OTHER}`,
    ],
    [
      'in sections that name no levers, by their numbers',
      `### Rails Premium\n\nWords.\n\n**1. Uptime**\n\n> ${SCRIPT}\n\n### How to ask\n\n**2. Offers**\n\n> ${OTHER}`,
    ],
    [
      'as numbered items that are all scripts',
      `### Rails Premium\n\n1. **Uptime**: ${SCRIPT}\n2. **Offers**: ${OTHER}`,
    ],
  ])('%s', (_, levers) => expect(read(levers)).toEqual(['Uptime: $90K', 'Offers: $195K']));

  test('a numbered list of steps is none', () =>
    expect(read('### Rails Premium\n\n1. **Ask**: first.\n2. **Wait**: for $5K.')).toEqual([]));
});

describe('what stands in bullets beneath a lever is of it', () => {
  test.each([
    [
      'under a label',
      '**Lever 1: Uptime**\n\nKey Data Points:\n\n- $90K a minute\n\n**Lever 2: Offers**\n\n- Foxglove at $195K',
    ],
    [
      'under a bold title',
      '**Lever 1: Uptime**\n\n**Key Data Points:**\n- $90K a minute\n\n**Lever 2: Offers**\n\n**Key Data Points:**\n- Foxglove at $195K',
    ],
    [
      'under a deeper heading',
      '#### Lever 1: Uptime\n\n##### Key Data Points\n\n- $90K a minute\n\n#### Lever 2: Offers\n\n##### What others pay you\n\n##### Data points\n\n- Foxglove at $195K',
    ],
    [
      'under a title of its own, where the next number follows',
      '1. **Uptime**: up.\n\n**What the desk loses**\n\n- $90K a minute\n\n2. **Offers**: held.\n\n**Proof points**\n\n1. $195K base',
    ],
    [
      'within the item',
      '1. **Uptime**\n   - **Key Data Points:** $90K a minute\n2. **Offers**\n   - Foxglove at $195K',
    ],
  ])('%s', (_, levers) =>
    expect(read(`#### Global Levers\n\n${levers}`)).toEqual(['Uptime: $90K', 'Offers: $195K']),
  );

  test('what stands under the next title is not', () =>
    expect(
      read('#### Global Levers\n\n1. **Uptime**: up.\n\n**Market in brief**\n\n- Foxglove pays $195K'),
    ).toEqual(['Uptime:']));
});

describe('levers of a section that says so are found', () => {
  const both = (uptime: string, offers: string, between = '\n') =>
    `${uptime} ${SCRIPT}${between}${offers} ${OTHER}`;
  test.each([
    ['plain words, and the script behind them', both('1. Uptime', '2. Offers')],
    ['plain words, and the script on the next line', both('1. Uptime\n  ', '2. Offers\n  ')],
    ['plain words, and the script in a quote', both('1. Uptime\n\n   >', '2. Offers\n\n   >', '\n\n')],
    ['bullets in plain words', both('- Uptime –', '- Offers:')],
    ['bullets, and the script on the next line', both('- **Uptime**\n ', '- **Offers**\n ')],
    ['bullets with a remark', both('* **Uptime** (first) –', '* **Offers** (then) –')],
    ['bullets with a number in bold', both('- **#1 Uptime:**', '- **#2 Offers:**')],
    ['#1', both('**#1 Uptime** —', '**#2: Offers** —', '\n\n')],
    ['1 –', both('**1 – Uptime** –', '**2 – Offers** –', '\n\n')],
    ['1.', both('**1.** Uptime –', '**2.** Offers –', '\n\n')],
    ['headings with #1', both('#### #1 Uptime\n', '#### #2 – Offers\n', '\n\n')],
    ['headings without a number', both('#### Uptime\n\n>', '#### Offers\n\n>', '\n\n')],
    [
      'headings over labels',
      both('#### Uptime\n\n**Script:**', '#### Offers\n\n**Note:** soon.\n\n**Say:**', '\n\n'),
    ],
    ['titles in bold', both('**Uptime**\n', '**Offers**\n', '\n\n')],
    ['titles in bold over quotes', both('**Uptime**\n\n>', '**Offers**\n\n>', '\n\n')],
    ['labels', both('**Uptime:**', '**Offers:**', '\n\n')],
    ['labels line by line, behind a tip', both('**Tip:** be kind.\n**Uptime:**', '**Offers** —')],
    ['labels that say lever', both('**Lever: Uptime**\n\n>', '**Lever: Offers**\n\n>', '\n\n')],
    ['labels behind a picture', both('🔑 **Uptime** —', '💰 **Offers** —', '\n\n')],
    ['labels in italics', both('**_Uptime_** —', '**_Offers:_**', '\n\n')],
    ['labels before advice', both('**Uptime:** say it.\n', '**Offers:** show them.\n', '\n\n')],
  ])('%s', (_, levers) => {
    for (const title of ['Global Levers', 'Top 3 Levers', 'Negotiation Levers', 'Your Levers'])
      expect(read(`### ${title}\n\n${levers}`)).toEqual(['Uptime: $90K', 'Offers: $195K']);
  });

  test.each([
    ['labels', both('**Uptime:**', '**Offers:**', '\n\n')],
    ['titles', both('**Uptime**\n', '**Offers**\n', '\n\n')],
  ])('%s under a title in bold, which the next title ends', (_, levers) =>
    expect(read(`**Levers:**\n\n${levers}\n\n**Market in brief**\n\nFoxglove pays $5K.`)).toEqual([
      'Uptime: $90K',
      'Offers: $195K',
    ]),
  );

  test('titles in bold alone where they come first: behind a list they are of its last', () =>
    expect(
      read(
        `### Global Levers\n\n- **Uptime:** ${SCRIPT}\n\n**How to order them**\n\nAs you like.\n\n**When to stop**\n\nSoon.`,
      ),
    ).toEqual(['Uptime: $90K']));
});

describe('a section of levers that yields none stands in unread with its words', () => {
  const unread = (levers: string) =>
    (readGuide('g.md', madeUp({levers})).guide?.unread ?? []).map(({text, why}) => `${why}: ${text}`);
  const WHY = 'a section of levers in which none could be told';
  test.each([
    ['prose', 'Say what a minute costs.', 'Say what a minute costs.'],
    ['prose with a figure', 'A minute costs $90K.', 'A minute costs $90K.'],
    ['bullets without a label', '- say it\n- hold $195K', 'say it hold $195K'],
    [
      'a table',
      '| Lever | Say |\n|---|---|\n| Uptime | $90K |',
      '| Lever | Say | |---|---| | Uptime | $90K |',
    ],
    ['scripts alone', `1. ${SCRIPT}`, SCRIPT],
  ])('%s', (_, words, said) => {
    expect(unread(`#### Global Levers\n\n${words}`)).toEqual([`${WHY}: ${said}`]);
    expect(unread(`### Negotiation Levers\n\n${words}\n\n### What else\n\nNothing.`)).toEqual([
      `${WHY}: ${said}`,
    ]);
  });
  test('also where another section has some', () =>
    expect(
      unread(`#### Global Levers\n\nSay it.\n\n#### The firm\n\nOld.\n\n#### Lever 1: Uptime\n\n> ${SCRIPT}`),
    ).toEqual([`${WHY}: Say it.`]));
  test('what comes before the first of a list is no such section', () =>
    expect(unread(`#### Global Levers\n\nSay it.\n\n#### Lever 1: Uptime\n\n> ${SCRIPT}`)).toEqual([]));
});
