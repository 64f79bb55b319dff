import {mkdtempSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {quickText} from '../../src/files/index.ts';

test.each(['a\rb\r', 'a\r\nb\r\n'])(
  'a short text with carriage returns is left to the careful way: %j',
  text => {
    const path = join(mkdtempSync(join(tmpdir(), 'parley-')), 'guide.md');
    writeFileSync(path, text);
    expect(quickText(path, 'guide.md')).toBeNull();
    writeFileSync(path, text.replace(/\r\n?/g, '\n'));
    expect(quickText(path, 'guide.md')?.text).toBe('a\nb\n');
  },
);
