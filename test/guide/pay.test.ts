import {readdirSync, readFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {readGuide, readPay} from '../../src/guide/index.ts';
import {eachPart} from '../strength.ts';
import {beside} from '../beside.ts';

const LIBRARY = '../shared/guides';
const EXAMPLE = 'examples/millennium-devops/guide.md';

/** The part of a whole reading that a reading of pay is. */
function payOf(path: string, text: string) {
  const {guide} = readGuide(path, text);
  return guide === null
    ? null
    : {path, role: guide.role, company: guide.company, bands: guide.bands, levels: guide.levels};
}

describe('a reading of pay', () => {
  test('is what a whole reading has', () => {
    const text = readFileSync(EXAMPLE, 'utf8');
    expect(readPay(EXAMPLE, text)?.bands.length).toBeGreaterThan(5);
    expect(readPay(EXAMPLE, text)).toEqual(payOf(EXAMPLE, text));
  });

  test('is none of what is no guide', () => {
    for (const text of [
      '',
      '# A dossier\n\nOn nobody.',
      '### Engineer | Acme Negotiation Guide\n\nNo figures.',
    ])
      expect(readPay('x.md', text)).toBeNull();
  });
});

const {isThere: there} = beside(
  'guides',
  'a reading of pay is what a whole reading has, in a guide of every firm',
);
test.skipIf(!there)('is the same in a whole library', () => {
  const names = readdirSync(LIBRARY, {recursive: true, encoding: 'utf8'}).filter(name =>
    name.endsWith('.md'),
  );
  // Guides of one firm are laid out alike.
  const tried = eachPart(names.map(name => ({name, parts: [dirname(name)]})));
  const other = tried.filter(({name}) => {
    const text = readFileSync(join(LIBRARY, name), 'utf8');
    return JSON.stringify(readPay(name, text)) !== JSON.stringify(payOf(name, text));
  });
  expect(other).toEqual([]);
});
