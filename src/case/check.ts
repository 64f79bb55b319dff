import type * as z from 'zod';
import type {Finding} from '../figure/index.ts';
import {check as checkAgainst, type Slip, showValue, type Wording, type Yaml} from '../files/index.ts';
import {readAmount, unknownCurrency} from './amount.ts';
import {dateProblem} from './day.ts';
import {RECORD_FORMAT} from './vocabulary.ts';
import {jsonSchemaOf} from './json-schema.ts';
import {FORMAT} from './schema.ts';

/** Holds `yaml` against a schema: what is wrong, each with the span of its key or value. */
export function check(schema: z.ZodType, yaml: Yaml): Finding[] {
  return checkAgainst(schema, () => jsonSchemaOf(schema), yaml, WORDING);
}

const WORDING: Wording = {
  told,
  numberOf(typed) {
    const number = readAmount(typed, {home: null});
    return 'amount' in number ? number.amount : null;
  },
};

/** Versions, currencies, days and pay, in the words of a case. */
function told({path, key, value, code, formats, hint}: Slip): ReturnType<Wording['told']> {
  if (key === 'parley') {
    const message = `parley is ${showValue(value)}, expected ${FORMAT}`;
    return {rule: 'unknown-version', message, hint: 'a newer Parley may read this case'};
  }
  if (key === 'format' && path.length === 1) {
    const message = `format is ${showValue(value)}, expected ${RECORD_FORMAT}`;
    return {rule: 'unknown-version', message, hint: 'a newer Parley may read this file'};
  }
  if (key === 'currency') return unknownCurrency(typeof value === 'string' ? value : showValue(value));
  if (formats.includes('date')) {
    const message = `${key} is ${showValue(value)}${dateProblem(value)}`;
    return {rule: typeof value === 'string' ? 'impossible-date' : 'wrong-type', message, hint};
  }
  if (code === 'too_small' && key === 'amount') {
    const message = `pay of ${showValue(value)} is negative`;
    return {rule: 'negative-pay', message, hint: 'write what is paid, 0 or more'};
  }
  return null;
}
