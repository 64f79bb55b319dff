import {mkdirSync, symlinkSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, expect, test} from 'vitest';
import {glob} from '../../src/files/index.ts';
import {temporary} from '../desk.ts';

const folder = temporary({}, afterAll);

const long = `${'a'.repeat(200)}.csv`;
const deep = Array.from({length: 14}, (_, at) => `d${at}`);
mkdirSync(join(folder, ...deep), {recursive: true});
writeFileSync(join(folder, ...deep, 'last.json'), '{}');
for (const name of [long, 'Ünicode💷.csv', 'one.json', 'a[1].csv', 'a.b.csv', '.hidden.csv'])
  writeFileSync(join(folder, name), 'x');
symlinkSync('/etc', join(folder, 'away'));

function named(pattern: string): readonly string[] {
  const found = glob(folder, pattern);
  return found.ok ? found.files.map(({name}) => name) : [found.message];
}

test.each([
  ['*.csv', ['a.b.csv', 'a[1].csv', long, 'Ünicode💷.csv']],
  ['?????????.csv', []],
  ['????????.csv', ['Ünicode💷.csv']],
  ['a*', ['a.b.csv', 'a[1].csv', long]],
  ['a*b*v', ['a.b.csv']],
  ['a[1]*', ['a[1].csv']],
  ['**/last.json', [`${deep.join('/')}/last.json`]],
  ['**/**/*.json', [`${deep.join('/')}/last.json`, 'one.json']],
  ['d0/*/d2/**/l?st.json', [`${deep.join('/')}/last.json`]],
  ['../x', ['../x leads out of the folder of record.yaml']],
  ['away/passwd', ['away/passwd is a link that leads out of the folder of record.yaml']],
])('%s', (pattern, names) => {
  expect(named(pattern)).toEqual(names);
});

test.each([`${'*a'.repeat(60)}b`, `${'a*'.repeat(60)}b`, '*?'.repeat(60), `${'**/*/'.repeat(12)}none`])(
  'many stars take no time: %s',
  pattern => {
    const before = performance.now();
    named(pattern);
    expect(performance.now() - before).toBeLessThan(1000);
  },
);
