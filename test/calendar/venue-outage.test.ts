import {describe, expect, test} from 'vitest';
import {isFinding} from '../../src/figure/index.ts';
import {exchange, minuteOfDay, sessions, venueOutage} from '../../src/calendar/index.ts';
import {messageOf} from '../findings.ts';

describe('the hours in which an exchange stood still', () => {
  test('those of the NYSE in 2015 lay within a session, and lasted as long as is told', () => {
    const outage = venueOutage('XNYS-2015-07-08');
    expect(minuteOfDay(outage.to) - minuteOfDay(outage.from)).toBe(218);
    const calendar = exchange('XNYS');
    if (isFinding(calendar)) throw new Error(messageOf(calendar));
    const held = sessions(calendar, outage.day, outage.day);
    if (isFinding(held)) expect(messageOf(held)).toContain('2015');
    else expect(held).toHaveLength(1);
    expect(outage.from > '09:30' && outage.to < '16:00').toBe(true);
    expect(outage.source).toMatch(/finextra\.com\/pressarticle\/\d+/);
  });

  test('of another id there are none', () => {
    expect(() => venueOutage('XNYS-1999-01-01')).toThrow(/no outage/);
  });
});
