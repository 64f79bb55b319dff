import {describe, expect, test} from 'vitest';
import {command as calendar} from '../../src/cli/commands/calendar.ts';
import {call, desk} from './desk.ts';

async function told(id: string | undefined, flags: {year?: number; json?: boolean} = {}) {
  const {told: said, context} = desk();
  await call(calendar, context, {json: false, ...flags}, id);
  return said;
}

describe('parley calendar', () => {
  test('tells how long an exchange is open in a year, and what four nines of a quarter allow', async () => {
    const {out, err, code} = await told('xnys');
    expect({err, code}).toEqual({err: '', code: 0});
    expect(out).toContain('251 sessions, 97,530 open minutes (America/New_York)');
    expect(out).toMatch(/^Q2 +62 +24,180 +2 min 25 s$/m);
    expect(out).toContain('2026-11-27   210 minutes, closes early: Day after Thanksgiving');
    expect(out).toContain('2026-06-19   Juneteenth');
  });

  test('63 sessions of 390 minutes allow 2 min 27 s', async () => {
    const {quarters} = JSON.parse((await told('XNYS', {year: 2021, json: true})).out);
    expect(quarters[1]).toMatchObject({quarter: 'Q2', sessions: 63, minutes: 24_570});
    expect(quarters[1].allows).toBeCloseTo(147.42, 6);
    expect((await told('XNYS', {year: 2021})).out).toMatch(/^Q2 +63 +24,570 +2 min 27 s$/m);
  });

  test('keeps a failure of the exchange apart from its holidays', async () => {
    expect((await told('XTKS', {year: 2020})).out).toMatch(/^ {2}2020-10-01 .*\(venue\)$/m);
  });

  test('says which hours are not certain', async () => {
    expect((await told('CME:energy', {year: 2024})).out.replace(/\s+/g, ' ')).toContain(
      'closes early: Day after Thanksgiving; not certain:',
    );
  });

  test('lists every exchange, and says which facts do not reach the year', async () => {
    const {out, err, code} = await told(undefined, {year: 2027});
    expect(out).toMatch(/^XNYS +New York Stock Exchange +\d+/m);
    expect(out).not.toContain('XSES');
    expect(err).toContain('XSES ends with 2026-12-31');
    expect(code).toBe(0);
    expect(JSON.parse((await told(undefined, {json: true})).out)).toHaveLength(18);
  });

  test.each([
    ['an exchange that is none', 'XNYZ', {}, /unknown-calendar.*XLON/],
    ['a year without facts', 'XNYS', {year: 2031}, /XNYS ends with 2027-12-31/],
  ])('%s is refused in a line', async (_what, id, flags, message) => {
    const {out, err, code} = await told(id, flags);
    expect(out).toBe('');
    expect(err).toMatch(message);
    expect(code).toBe(2);
  });
});
