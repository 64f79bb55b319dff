import type * as z from 'zod';
import {closestSpelling} from '../base/index.ts';
import {type Finding, finding, type Rule, say, type Words} from '../figure/index.ts';
import {type JsonSchema, keysOf, schemaAt} from './json-schema.ts';
import type {Path, Yaml} from './yaml.ts';

type Issue = z.core.$ZodIssue;

/** A value that is not what its schema wants. */
export interface Slip {
  readonly path: Path;
  /** The last of the path, as a message calls it. */
  readonly key: string;
  readonly value: unknown;
  readonly code: Issue['code'];
  /** What formats the schema names there: `date`. */
  readonly formats: readonly string[];
  /** What the schema says of the place. */
  readonly hint: string;
}

/** What is said of values by those who know what they mean: versions, currencies, days, pay. */
export interface Wording {
  /** Null where the words that go for any value will do. */
  readonly told: (slip: Slip) => {readonly rule: Rule; readonly message: Words; readonly hint: Words} | null;
  /** The number that digits with separators were meant to be; null where they can be read in two ways. */
  readonly numberOf: (typed: string) => number | null;
}

/** Holds `yaml` against a schema and the JSON Schema that it is published as: what is wrong, each with the span of its key or value. */
export function check(
  schema: z.ZodType,
  published: () => JsonSchema,
  yaml: Yaml,
  wording: Wording,
): Finding[] {
  const result = schema.safeParse(yaml.value);
  const findings: Finding[] = [...unsafeKeys(yaml)];
  if (!result.success) {
    const asked: Asked = {yaml, published: published(), wording};
    findings.push(...result.error.issues.flatMap(issue => tell(innermost(issue), asked)));
  }
  return findings;
}

interface Asked {
  readonly yaml: Yaml;
  readonly published: JsonSchema;
  readonly wording: Wording;
}

/** The branch of a union that the value is meant to be: the one that complains of its parts, not of the whole. */
function innermost(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const inside = issue.errors.filter(branch =>
    branch.every(one => one.path.length > 0 || one.code === 'unrecognized_keys'),
  );
  const meant = inside.toSorted((a, b) => slips(a) - slips(b))[0];
  return meant?.map(one => ({...one, path: [...issue.path, ...one.path]})).flatMap(innermost) ?? [issue];
}

/** How far a value is from a branch: a key that does not belong there counts as one that is missing. */
function slips(branch: readonly Issue[]): number {
  return branch.reduce((sum, one) => sum + (one.code === 'unrecognized_keys' ? one.keys.length : 1), 0);
}

function tell(issues: readonly Issue[], asked: Asked): Finding[] {
  const {yaml, published} = asked;
  return issues.flatMap((issue): Finding[] => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map(key => unknownKey([...issue.path, key], yaml, published));
    }
    if (issue.code === 'invalid_key') {
      const hint = 'letters and digits only, a letter first, like dailyPnl';
      const message = say`${last(issue.path)} cannot be a name`;
      return [
        finding('bad-name', 'error', message, {
          span: yaml.keySpan(issue.path),
          hint,
        }),
      ];
    }
    const value = valueAt(yaml.value, issue.path);
    return [
      value === undefined || value === null
        ? missing(issue.path, value, yaml, published)
        : wrong(issue, value, asked),
    ];
  });
}

function unknownKey(path: Path, yaml: Yaml, published: JsonSchema): Finding {
  const key = last(path);
  const span = yaml.keySpan(path);
  const parent = schemaAt(published, path.slice(0, -1));
  const keys = parent === undefined ? [] : keysOf(parent);
  if (/^\d{3}$/.test(key) && valueAt(yaml.value, path) === null) {
    const hint = 'inside braces a comma ends the value: write it without commas, or in quotes';
    const message = say`",${key}" is cut off from the amount before it`;
    return finding('ambiguous-amount', 'error', message, {
      span,
      hint,
    });
  }
  const meant = closestSpelling(key, keys);
  const hint =
    meant === undefined ? say`the keys here are ${list(keys, 'and')}` : say`did you mean ${meant}?`;
  return finding('unknown-key', 'error', say`unknown key ${showValue(key)}`, {span, hint});
}

function missing(path: Path, value: unknown, yaml: Yaml, published: JsonSchema): Finding {
  const key = typeof path.at(-1) === 'number' ? 'this entry' : last(path);
  const span = yaml.keySpan(path);
  const hint = say`add ${key}: ${describe(published, path)}`;
  const message = value === null ? say`${key} is empty` : say`${key} is missing`;
  return finding('missing-key', 'error', message, {
    span,
    hint,
  });
}

function wrong(issue: Issue, value: unknown, {yaml, published, wording}: Asked): Finding {
  const {path} = issue;
  const key = typeof path.at(-1) === 'number' ? 'this entry' : last(path);
  const amiss = (rule: Rule, message: Words, hint: Words) =>
    finding(rule, 'error', message, {span: yaml.valueSpan(path), hint});
  const hint = describe(published, path);
  const formats = schemaFormats(published, path);
  const told = wording.told({path, key, value, code: issue.code, formats, hint});
  if (told !== null) return amiss(told.rule, told.message, told.hint);
  const words = wordsAt(published, path);
  if (words.length > 0 && typeof value === 'string') {
    const meant = closestSpelling(value, words);
    const message = say`${key} is ${showValue(value)}, expected ${list(words, 'or')}`;
    return amiss('unknown-word', message, meant === undefined ? hint : say`did you mean ${meant}?`);
  }
  if (issue.code === 'too_small' || issue.code === 'too_big') {
    if (value === '' || (Array.isArray(value) && value.length === 0))
      return amiss('missing-key', say`${key} is empty`, hint);
    const bound = issue.code === 'too_small' ? `at least ${issue.minimum}` : `at most ${issue.maximum}`;
    return amiss('out-of-range', say`${key} is ${showValue(value)}, expected ${bound}`, hint);
  }
  if (issue.code === 'custom') return amiss('wrong-type', say`${key} holds a control character`, 'retype it');
  if (issue.code === 'invalid_format')
    return amiss('bad-name', say`${key} is ${showValue(value)}, which cannot be a name`, hint);
  const typed = yaml.typed(path) ?? '';
  const number = /^[\d_,]+$/.test(typed) ? wording.numberOf(typed.replaceAll('_', '')) : null;
  const mend = number === null ? hint : say`write ${String(number)}`;
  return amiss('wrong-type', say`${key} is ${showValue(value)}, expected ${expected(published, path)}`, mend);
}

/** `__proto__` is dropped by readers of objects: it may not pass in silence. */
function* unsafeKeys(yaml: Yaml): Generator<Finding> {
  const open: {of: unknown; path: Path}[] = [{of: yaml.value, path: []}];
  for (let top = open.pop(); top !== undefined; top = open.pop()) {
    const {of, path} = top;
    if (typeof of !== 'object' || of === null) continue;
    for (const [key, value] of Object.entries(of)) {
      const inner = [...path, Array.isArray(of) ? Number(key) : key];
      if (key === '__proto__') {
        const message = say`${key} cannot be a name`;
        const hint = 'choose another name';
        yield finding('bad-name', 'error', message, {
          span: yaml.keySpan(inner),
          hint,
        });
      } else open.push({of: value, path: inner});
    }
  }
}

export function valueAt(value: unknown, path: Path): unknown {
  let at = value;
  for (const part of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, part)) return undefined;
    at = (at as Record<PropertyKey, unknown>)[part];
  }
  return at;
}

function last(path: Path): string {
  return String(path.at(-1) ?? 'the file');
}

/** A value as a message quotes it, never longer than a line. */
export function showValue(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'object' && value !== null) return 'a group of keys';
  const text = typeof value === 'string' ? JSON.stringify(value) : String(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

function list(words: readonly string[], and: 'and' | 'or'): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${and} ${words.at(-1)}`;
}

function describe(published: JsonSchema, path: Path): string {
  return schemaAt(published, path)?.description ?? 'see docs/case.md';
}

function branches(schema: JsonSchema | undefined): readonly JsonSchema[] {
  return schema === undefined ? [] : [schema, ...(schema.anyOf ?? []).flatMap(branches)];
}

function schemaFormats(published: JsonSchema, path: Path): readonly string[] {
  return branches(schemaAt(published, path)).flatMap(one => one.format ?? []);
}

function wordsAt(published: JsonSchema, path: Path): readonly string[] {
  return branches(schemaAt(published, path)).flatMap(one =>
    (one.enum ?? []).filter(word => typeof word === 'string'),
  );
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of keys',
};

function expected(published: JsonSchema, path: Path): string {
  const types = branches(schemaAt(published, path)).flatMap(one => one.type ?? []);
  const kinds = types.flatMap(type => KINDS[type] ?? []);
  return kinds.length === 0 ? 'something else' : list([...new Set(kinds)], 'or');
}

/**
 * The parts of a mapping that are right in themselves, whatever is wrong with the others: so that what can be checked
 * between parts is checked at once, and not only after the first round of mending.
 */
export function soundParts<S extends z.ZodRawShape>(
  schema: z.ZodObject<S>,
  value: unknown,
): {readonly [K in keyof S]?: z.output<S[K]>} {
  // Mostly all of it is right, which one look tells.
  const whole = schema.safeParse(value);
  if (whole.success) return whole.data as {readonly [K in keyof S]?: z.output<S[K]>};
  const parts: Record<string, unknown> = {};
  for (const [key, part] of Object.entries(schema.shape)) {
    const result = (part as z.ZodType).safeParse(valueAt(value, [key]));
    if (result.success && result.data !== undefined) parts[key] = result.data;
  }
  return parts as {readonly [K in keyof S]?: z.output<S[K]>};
}
