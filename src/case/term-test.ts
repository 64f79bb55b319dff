import type {Currency} from '../base/index.ts';
import type {Style} from '../figure/index.ts';
import {readLength, type TermTest} from '../terms/index.ts';
import {readAmount} from './amount.ts';

/** The bound of a test, in the unit of what it is on. */
interface Bound {
  readonly value: number;
  readonly unit: string;
  readonly style: Style;
}

interface Slip {
  readonly rule: 'wrong-type' | 'out-of-range';
  readonly hint: string;
}

/**
 * Reads the bound of a test: `99.99%` of uptime, `5 minutes` of an incident or a deployment, `12 months` of tenure, a sum of
 * costs.
 */
export function readBound(
  what: TermTest['what'],
  typed: number | string,
  currency: Currency | null,
): Bound | Slip {
  switch (what) {
    case 'uptime': {
      const text = String(typed).trim();
      const value = Number(text.endsWith('%') ? `${text.slice(0, -1).trim()}e-2` : Number.NaN);
      if (!(value > 0 && value <= 1))
        return {rule: 'out-of-range', hint: 'write a share of market minutes, like 99.99%'};
      return {value, unit: '1', style: {as: 'share', digits: 12}};
    }
    case 'longestIncident':
    case 'deploymentTime': {
      const minutes = minutesIn(String(typed));
      if (minutes === null) return {rule: 'wrong-type', hint: 'write minutes, like 5 minutes'};
      return {value: minutes, unit: 'minute', style: {as: 'full'}};
    }
    case 'cost': {
      const amount = typeof typed === 'number' ? {amount: typed} : readAmount(typed, {home: currency});
      if ('rule' in amount || currency === null) return {rule: 'wrong-type', hint: 'write a sum, like 400K'};
      return {value: amount.amount, unit: currency, style: {as: 'money'}};
    }
    case 'tenure': {
      const length = readLength(String(typed));
      const months = length === null ? null : length.unit === 'year' ? 12 * length.count : length.count;
      if (
        months === null ||
        (length?.unit !== 'year' && length?.unit !== 'month') ||
        !Number.isInteger(months)
      )
        return {rule: 'wrong-type', hint: 'write months or years, like 12 months'};
      return {value: months, unit: 'month', style: {as: 'full'}};
    }
  }
}

const MINUTES: Readonly<Record<string, number>> = {m: 1, min: 1, minute: 1, h: 60, hr: 60, hour: 60};

function minutesIn(text: string): number | null {
  const [number = '', word = '', ...more] = text.trim().toLowerCase().split(/\s+/);
  const each = MINUTES[word.replace(/s$/, '')];
  const value = Number(number);
  return each !== undefined && more.length === 0 && value > 0 && Number.isFinite(value) ? value * each : null;
}
