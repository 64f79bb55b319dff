import type {Span} from '../base/index.ts';
import {type Figure, isFigure} from './figure.ts';
import {isProse, type Prose} from './prose.ts';

/** Where a number stands in a report: `['pods', 3, 'lost', 'mid']`. */
export type ReportPath = readonly (string | number)[];

/**
 * A report whose numbers are figures, but for those under the keys in `Bare`: counts, positions. Instants, the numbers under
 * the keys in `Instant`, are ISO 8601.
 */
export type WithFigures<R, Bare extends string, Instant extends string = never> = R extends number
  ? Figure
  : R extends string | boolean | null | undefined | Figure | Prose | Span
    ? R
    : R extends readonly (infer One)[]
      ? readonly WithFigures<One, Bare, Instant>[]
      : {
          readonly [Key in keyof R]: Key extends Bare
            ? R[Key]
            : Key extends Instant
              ? Dated<R[Key]>
              : WithFigures<R[Key], Bare, Instant>;
        };

type Dated<T> = T extends number ? string : T;

/**
 * The report with every number but those under a key of `bare` as the figure that `figureOf` makes of it. For a room that
 * works with thousands of plain numbers and knows by its own report's shape what each of them is: it makes figures of them
 * once, before anybody else sees the report. Instants, in milliseconds since 1970 under the keys of `instants`, become
 * `2025-10-01T04:00:00Z`.
 */
export function sourced<R, Bare extends string, Instant extends string = never>(
  report: R,
  bare: readonly Bare[],
  figureOf: (value: number, path: ReportPath) => Figure,
  instants: readonly Instant[] = [],
): WithFigures<R, Bare, Instant> {
  const [plain, dated]: readonly ReadonlySet<string>[] = [new Set(bare), new Set(instants)];
  const at = (value: unknown, path: ReportPath): unknown => {
    if (typeof value === 'number')
      return dated?.has(String(path.at(-1))) ? isoOf(value) : figureOf(value, path);
    if (typeof value !== 'object' || value === null || isFigure(value) || isProse(value)) return value;
    if (Array.isArray(value)) return value.map((one, index) => at(one, [...path, index]));
    return Object.fromEntries(
      Object.entries(value).map(([key, one]) => [key, plain?.has(key) ? one : at(one, [...path, key])]),
    );
  };
  return at(report, []) as WithFigures<R, Bare, Instant>;
}

function isoOf(at: number): string {
  return new Date(at).toISOString().replace('.000Z', 'Z');
}
