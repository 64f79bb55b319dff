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
