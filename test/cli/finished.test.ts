import {appendFileSync, existsSync} from 'node:fs';
import {join} from 'node:path';
import {beforeEach, describe, expect, test, vi} from 'vitest';
import {line} from './line.ts';
import {copyOf} from '../desk.ts';

// A seal that has forgotten how to take a number out of somebody's words.
vi.mock('../../src/figure/secrets.ts', async original => ({
  ...(await original<typeof import('../../src/figure/secrets.ts')>()),
  redact: (text: string) => text,
  secretPlaces: () => [],
}));

let folder = '';
beforeEach(() => {
  folder = copyOf('test/fixtures/frozen/rival-and-log', {
    'case.yaml': text =>
      text.replace(
        'claims:',
        `  pods: {label: what I run, value: 7313, unit: pod, evidence: {tier: stated, source: x}, disclosure: confidential}
  open: {label: "one of our 7,313 pods", value: 12, unit: minute, evidence: {tier: documented, source: a list}, disclosure: private}
claims:`,
      ),
  });
});

describe('where the seal fails, nothing is written', () => {
  test.each([[[]], [['--json']], [['--html', 'page.html']], [['--no-write']]])('by plan %j', async flags => {
    const args = flags.map(flag => (flag === 'page.html' ? join(folder, flag) : flag));
    const {code, out, err} = await line('plan', folder, ...args);
    expect([code, out]).toEqual([70, '']);
    expect(err).toContain('nothing was written');
    expect(err).not.toMatch(/7.?313/);
    expect(existsSync(join(folder, 'out'))).toBe(false);
    expect(existsSync(join(folder, 'page.html'))).toBe(false);
  });

  test('not even what was asked for the desk, for out/ is not', async () => {
    const {code, out} = await line('plan', folder, '--full');
    expect([code, out]).toEqual([70, '']);
    expect(existsSync(join(folder, 'out'))).toBe(false);
    const desk = await line('plan', folder, '--full', '--no-write');
    expect(desk.out).toContain('7,313');
  });

  test.each([[[]], [['--json']]])('by move %j', async flags => {
    appendFileSync(
      join(folder, 'moves.jsonl'),
      `${JSON.stringify({at: '2026-06-11', by: 'me', kind: 'note', says: 'for 7313 pods'})}\n`,
    );
    const {code, out, err} = await line('move', folder, ...flags);
    expect([code, out]).toEqual([70, '']);
    expect(err).not.toMatch(/7.?313/);
  });
});
