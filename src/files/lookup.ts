import type {Span} from '../base/index.ts';
import {say, type Words} from '../figure/index.ts';
import {showValue, valueAt} from './check.ts';
import type {Path, Yaml} from './yaml.ts';

/**
 * A YAML that is looked through key by key, for whoever has no schema to hold it against: a value that is not what was
 * expected is told, and its neighbours are read all the same.
 */
export interface Lookup {
  readonly yaml: Yaml;
  readonly wrong: (span: Span, message: Words, hint: Words) => void;
}

/** A text of the YAML and where it stands. */
interface Found {
  readonly value: string;
  readonly span: Span;
}

/** A value that holds no others, and what leads to it: `internal`, `[0].url`, `author.name`. */
export interface YamlScalar {
  readonly key: string;
  readonly value: string | number | boolean;
  readonly span: Span;
}

/** Deeper, a value holds itself, by an alias. */
const DEEPEST = 32;

/** Says that the value at a path is something else than expected. */
export function unlike(look: Lookup, path: Path, expected: string, hint: Words): void {
  const value = valueAt(look.yaml.value, path);
  const typed = typeof value === 'number' ? look.yaml.typed(path) : undefined;
  const last = path.at(-1);
  const place = typeof last === 'string' ? last : 'this entry';
  look.wrong(
    look.yaml.valueSpan(path),
    say`${place} is ${typed ?? showValue(value)}, expected ${expected}`,
    hint,
  );
}

/** The words at a path; null where there are none. A number or a truth is told as it is typed. */
export function wordsAt(look: Lookup, path: Path): Found | null {
  const value = valueAt(look.yaml.value, path);
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'object') {
    unlike(look, path, 'words', 'write them on one line');
    return null;
  }
  const words = typeof value === 'string' ? value : (look.yaml.typed(path) ?? showValue(value));
  return {value: words.trim(), span: look.yaml.valueSpan(path)};
}

/** The quarter at a path, `2025-Q4`, however it is written. */
export function quarterAt(look: Lookup, path: Path): Found | null {
  const found = wordsAt(look, path);
  if (found === null) return null;
  const [, before, first, second, behind] =
    /^(?:(\d{4})[- ]?Q([1-4])|Q([1-4])[- ]?(\d{4}))$/i.exec(found.value) ?? [];
  const year = before ?? behind;
  if (year !== undefined) return {...found, value: `${year}-Q${first ?? second}`};
  unlike(look, path, 'a quarter', say`write it like ${'2026-Q1'}`);
  return null;
}

/**
 * Every scalar at a path and below, in order; nothing where nothing stands. What is looked at is taken off `budget`, lists
 * and groups too, for an alias may stand for many: where that is used up, the rest is left out.
 */
export function* scalarsIn(
  yaml: Yaml,
  path: Path,
  key: string,
  budget: {left: number},
): Generator<YamlScalar> {
  const value = valueAt(yaml.value, path);
  if (value === null || value === undefined || path.length > DEEPEST || --budget.left < 0) return;
  if (typeof value !== 'object') {
    yield {key, value: plain(value, yaml.typed(path)), span: yaml.valueSpan(path)};
    return;
  }
  for (const one of Object.keys(value)) {
    if (budget.left < 0) return;
    if (Array.isArray(value)) yield* scalarsIn(yaml, [...path, Number(one)], `${key}[${one}]`, budget);
    else yield* scalarsIn(yaml, [...path, one], key === '' ? one : `${key}.${one}`, budget);
  }
}

/** A number that JSON can say; an infinite one as it is typed. */
function plain(value: unknown, typed: string | undefined): YamlScalar['value'] {
  if (typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))) return value;
  return typeof value === 'string' ? value : (typed ?? showValue(value));
}
