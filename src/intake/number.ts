import {halfWidth} from './amount/numbers.ts';

export const NUMBER_STYLES = ['1234.56', '1,234.56', '1.234,56', '1 234,56', "1'234.56", '1234,56'] as const;
export type NumberStyle = (typeof NUMBER_STYLES)[number];

export type NumberReading =
  | {readonly ok: true; readonly value: number}
  | {readonly ok: false; readonly message: string; readonly hint: string};

/** The sign between thousands and the one before the fraction. */
const SIGNS: Readonly<Record<NumberStyle, readonly [group: string, point: string]>> = {
  '1234.56': ['', '.'],
  '1,234.56': [',', '.'],
  '1.234,56': ['.', ','],
  '1 234,56': [' ', ','],
  "1'234.56": ["'", '.'],
  '1234,56': ['', ','],
};

/**
 * The number that `value` writes: plain digits, or those of the style that is said. With a style, an amount in round
 * brackets is below zero, as books keep it. 1,234 without one is refused: it may be a thousand or little more than one.
 */
export function readNumber(value: unknown, style: NumberStyle | null): NumberReading {
  if (typeof value === 'number') return Number.isFinite(value) ? {ok: true, value} : none(value);
  if (typeof value !== 'string') return none(value);
  if (value.length > LONGEST) return none(value);
  const text = halfWidth(value).trim().replaceAll('\u2212', '-');
  if (/^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text) && plainIn(text, style))
    return finite(text, value);
  if (style === null) {
    if (!/^[+(-]?\d[\d.,' \u00a0\u202f]*\)?$/.test(text)) return none(value);
    const hint = `say numbers: how 1234.56 is written there, as ${Object.keys(SIGNS).slice(1, 4).join(' or ')}`;
    return {
      ok: false,
      message: `${JSON.stringify(value)} has signs that mean either thousands or a fraction`,
      hint,
    };
  }
  const [group, point] = SIGNS[style];
  const below = /^\((.*)\)$/.exec(text);
  const bare = (below?.[1] ?? text).replace(/[\u00a0\u202f]/g, ' ').replaceAll('\u2019', "'");
  const literal = (sign: string) => sign.replace(/[.]/g, '\\.');
  const whole = group === '' ? '\\d+' : `(?:\\d+|\\d{1,3}(?:${literal(group)}\\d{3})+)`;
  if (!new RegExp(`^[+-]?${whole}(?:${literal(point)}\\d+)?$`).test(bare)) {
    const hint = 'correct numbers, or give rows of another style a source of their own';
    return {ok: false, message: `${JSON.stringify(value)} is no number as ${style} is one`, hint};
  }
  const digits = (group === '' ? bare : bare.replaceAll(group, '')).replace(point, '.');
  return finite(below === null ? digits : `-${digits}`, value);
}

/** In characters: no amount is written with more. */
const LONGEST = 100;

/** Whether a point in plain digits means what it does in the style that is said. */
function plainIn(text: string, style: NumberStyle | null): boolean {
  return style === null || SIGNS[style][1] === '.' || !text.includes('.');
}

function finite(text: string, value: unknown): NumberReading {
  const number = Number(text);
  return Number.isFinite(number) ? {ok: true, value: number} : none(value);
}

function none(value: unknown): NumberReading {
  const written = (JSON.stringify(value) ?? 'nothing').slice(0, 60);
  return {ok: false, message: `${written} is not a number`, hint: 'write plain digits: 1234.56'};
}
