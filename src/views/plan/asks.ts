import {count, listed, type Prose, say} from '../../figure/index.ts';
import {type Block, text} from '../../page/index.ts';
import type {AskSum, SpokenAsk} from '../../strategy/index.ts';
import {begun, isThere, type Told, told} from './words.ts';

/** What to ask for, in the order to ask it, each with the floor beneath it and the sentence to say. */
export function asks({brief}: Told): readonly Block[] {
  if (brief.asks.length === 0) return [{block: 'paragraph', text: text`The guide’s strategy names no ask.`}];
  return [
    ...brief.asks.map(one),
    ...(brief.sum === null ? [] : [{block: 'paragraph', text: told(sumWords(brief.sum))} as const]),
  ];
}

function one({text: asked, now, floor, why, say: said}: SpokenAsk, at: number): Block {
  return {
    block: 'group',
    look: 'ask',
    blocks: [
      {block: 'heading', level: 'part', number: say`${count(at + 1)}`, text: told(asked)},
      {
        block: 'facts',
        rows: [
          {label: say`on the table`, text: told(now)},
          ...(floor === null ? [] : [{label: say`floor`, text: told(floor)}]),
        ],
      },
      ...(isThere(why) ? [{block: 'paragraph', text: begun(why)} as const] : []),
      ...(said === null ? [] : [{block: 'say', sentences: [said.text]} as const]),
    ],
  };
}

/** "All granted, that comes to $350,000 in a year (base, bonus and on-call), beside $275,000 on the table (base and bonus) …" */
function sumWords({asked, parts, table, tableParts, band, bandParts, without, besides}: AskSum): Prose {
  const others = [
    ...(table === null ? [] : [say`${table} on the table${inBrackets(tableParts)}`]),
    ...(band === null ? [] : [say`the guide’s ${band}${inBrackets(bandParts)}`]),
  ];
  const beside = others.length === 0 ? null : say`, beside ${listed(others)}`;
  const missing = without.length === 0 ? null : say`; without ${listed(without.map(one => say`${one}`))}`;
  const single =
    besides.length === 0 ? null : say` Not in it, for it is no pay of one year: ${listed(besides)}.`;
  return say`All granted, that comes to ${asked} in a year${inBrackets(parts)}${beside}${missing}.${single}`;
}

/** What a sum counts, so that unlike ones are not taken for like. */
function inBrackets(parts: readonly string[]): Prose | null {
  return parts.length === 0 ? null : say` (${listed(parts.map(one => say`${one}`))})`;
}
