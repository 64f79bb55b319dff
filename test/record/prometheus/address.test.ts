import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {addressOf, shownAddress, withoutLogin, withoutLogins} from '../../../src/record/index.ts';
import {times} from '../../strength.ts';

const MISTYPED = [
  ['htp://user:pw@h', 'htp://…@h'],
  ['http://user:pw@h:99999', 'http://…@h:99999'],
  ['http://user:pw@', 'http://…@'],
  ['user:pw@host:9090', '…@host:9090'],
  ['http:/user:pw@h', 'http:/…@h'],
  ['http//user:pw@h', '…@h'],
  ['http://user:p/w@h:x', 'http://…@h:…'],
  ['http://user:p@w@h:x/api', 'http://…@h:…/api'],
  ['http://user:pw', 'http://user:…'],
  ['http://user:pw h:9090', 'http://user:…'],
  ['http://user:pw%40h', 'http://user:…'],
  ['htp://h/prometheus?token=pw#pw', 'htp://h/prometheus?…'],
  ['localhost:9090', 'localhost:9090'],
  ['htp://h:9090/prometheus', 'htp://h:9090/prometheus'],
] as const;

test.each(MISTYPED)('%s is quoted as %s', (typed, shown) => {
  expect(withoutLogin(typed)).toBe(shown);
  expect(withoutLogin(shown)).toBe(shown);
});

describe('an address that can be asked', () => {
  test.each([
    ['http://user:pw@h:9090/x?token=pw#pw', 'http://h:9090/x'],
    // With a slash, a query or a hash in a password the host is another one.
    ['http://user:12/pw@h', 'http://…@h'],
    ['http://user:12?pw@h', 'http://…@h'],
    ['http://user:12#pw@h', 'http://…@h'],
    ['http://u:x@user:12/pw@h', 'http://…@h'],
  ])('%s is called %s', (url, shown) => {
    expect(addressOf(url)).toBeDefined();
    expect(shownAddress(url)).toBe(shown);
  });
});

test('a text loses the logins of its addresses, and nothing else', () => {
  const text =
    'two sources are called "htp://user:my pw@h", see http://127.0.0.1:9090, or ask ops@firm.com at 10:30 (a:b@c)';
  expect(withoutLogins(text)).toBe(
    'two sources are called "htp://…@h", see http://127.0.0.1:9090, or ask ops@firm.com at 10:30 …@c)',
  );
});

test('no password before an @ is ever quoted', () => {
  const part = fc.string({unit: fc.constantFrom(...'htp:/@?#[]%. 09'), maxLength: 12});
  fc.assert(
    fc.property(part, part, part, (before, middle, after) => {
      const url = `${before}SECRET${middle}@${after}`;
      expect(withoutLogin(url)).not.toContain('SECRET');
      expect(shownAddress(url)).not.toContain('SECRET');
    }),
    {
      numRuns: times(20_000),
      examples: [
        ['', ':/', ''],
        ['', '://', 'h'],
      ],
    },
  );
});

test('half a megabyte of colons is looked through once', () => {
  const line = 'subject:'.repeat(60_000);
  const {user: before} = process.cpuUsage();
  expect(withoutLogins(line)).toBe(line);
  // Looked through from each colon it took more than a minute.
  expect((process.cpuUsage().user - before) / 1e6).toBeLessThan(1);
});
