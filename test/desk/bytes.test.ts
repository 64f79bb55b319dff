import {expect, test} from 'vitest';
import {EXAMPLE, MADE_UP, measured} from './cases.ts';
import {printedAs} from './editions.ts';

/** Numbers with a fraction that are told to more digits than machines and versions of their libraries agree on. */
function tooLong(text: string): readonly string[] {
  const numbers = text.match(/(?<![\w.])-?\d+\.\d+(?:e[+-]?\d+)?/g) ?? [];
  return numbers.filter(one => one.replace(/e.*/, '').replace(/\D/g, '').replace(/^0+/, '').length > 12);
}

test.each([EXAMPLE, ...MADE_UP])('%s: no number is written to more than twelve digits', async folder => {
  const {situation} = await measured(folder);
  for (const edition of ['desk', 'call', 'share'] as const) {
    const {json, html, terminal} = await printedAs(situation, edition);
    expect([JSON.stringify(json), html, terminal].flatMap(tooLong)).toEqual([]);
  }
});
