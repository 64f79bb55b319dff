import type {Source, Span} from '../base/index.ts';
import {count, finding, type Finding, say} from '../figure/index.ts';
import {type Path, withoutTraces, type Yaml, type YamlReading} from './yaml.ts';

/** Levels of nesting that are read, as of YAML. */
const MAX_DEPTH = 32;

/** Where a value stands, and those in it by key or by number, each with its own place as one of them. */
interface Place {
  readonly from: number;
  to: number;
  readonly inner: Map<string, {readonly key: Place; readonly value: Place}>;
}

/**
 * Reads one JSON value, in the shape in which YAML is read: JSON is a part of it, but a log of moves may be a thousand
 * times as long as any YAML. Null where it is no JSON.
 */
export function readJson(source: Source): YamlReading | null {
  let value: unknown;
  try {
    value = withoutTraces((): unknown => JSON.parse(source.text));
  } catch {
    return null;
  }
  const findings: Finding[] = [];
  const root = placesIn(source, findings);
  if (root === null) return {yaml: null, findings};
  return {yaml: {value, ...locator(root, source)}, findings};
}

/** Where everything stands in a text that is known to be JSON; null where it nests too deep. */
function placesIn(source: Source, findings: Finding[]): Place | null {
  const {text} = source;
  const span = (from: number, to: number) => source.span(from, to);
  let at = 0;
  let isDeep = false;

  function next(): string {
    while (/\s/.test(text.charAt(at))) at++;
    return text.charAt(at);
  }

  function scalar(): Place {
    const from = at;
    if (text.charAt(at) === '"') at = stringEnd(text, at);
    else while (at < text.length && !/[\s,\]}]/.test(text.charAt(at))) at++;
    return {from, to: at, inner: new Map()};
  }

  function value(depth: number): Place {
    const opening = next();
    if (opening !== '{' && opening !== '[') return scalar();
    const own: Place = {from: at, to: at, inner: new Map()};
    if (depth === MAX_DEPTH && !isDeep) {
      isDeep = true;
      const hint = 'a move needs three levels at most';
      const message = say`nested more than ${count(MAX_DEPTH)} levels deep`;
      findings.push(finding('too-deep', 'error', message, {span: span(at, at + 1), hint}));
    }
    if (isDeep) return own;
    at++;
    for (let index = 0; next() !== '}' && text.charAt(at) !== ']' && !isDeep; index++) {
      if (text.charAt(at) === ',') at++;
      if (opening === '{') pair(own, depth);
      else {
        const item = value(depth + 1);
        own.inner.set(String(index), {key: item, value: item});
      }
    }
    own.to = ++at;
    return own;
  }

  function pair(own: Place, depth: number): void {
    next();
    const key = scalar();
    const name = JSON.parse(text.slice(key.from, key.to)) as string;
    if (own.inner.has(name)) {
      const message = say`the key ${name.slice(0, 60)} stands here a second time`;
      const place = span(key.from, key.to);
      findings.push(finding('duplicate-key', 'error', message, {span: place, hint: 'keep one of the two'}));
    }
    next();
    at++;
    own.inner.set(name, {key, value: value(depth + 1)});
  }

  const root = value(0);
  return isDeep ? null : root;
}

/** Behind the quote that ends a string: one with an even number of backslashes before it. */
function stringEnd(text: string, from: number): number {
  for (let at = text.indexOf('"', from + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    let before = at;
    while (text.charAt(before - 1) === '\\') before--;
    if ((at - before) % 2 === 0) return at + 1;
  }
  return text.length;
}

function locator(root: Place, source: Source): Omit<Yaml, 'value'> {
  const walk = (path: Path): {key: Place; value: Place; whole: boolean} => {
    let at = {key: root, value: root};
    for (const part of path) {
      const step = at.value.inner.get(String(part));
      if (step === undefined) return {...at, whole: false};
      at = step;
    }
    return {...at, whole: true};
  };
  const spanOf = ({from, to}: Place): Span => source.span(from, to);
  return {
    keySpan: path => spanOf(walk(path).key),
    valueSpan: path => spanOf(walk(path).value),
    typed: path => {
      const {value, whole} = walk(path);
      const text = source.text.slice(value.from, value.to);
      if (!whole || value.inner.size > 0 || /^[{[]/.test(text)) return undefined;
      return text.startsWith('"') ? (JSON.parse(text) as string) : text;
    },
  };
}
