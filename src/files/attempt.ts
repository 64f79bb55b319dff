import {count, type Finding, type Rule, say, SEVERITIES} from '../figure/index.ts';

/** A value, or why there is none. */
export type Attempt<T> =
  | {readonly ok: true; readonly value: T}
  | {readonly ok: false; readonly findings: readonly Finding[]};

/** Something that did not work out, for one reason. */
export function failed(one: Finding): {readonly ok: false; readonly findings: readonly Finding[]} {
  return {ok: false, findings: [one]};
}

/** How many findings of one file are told: more help nobody, and a hostile file could make millions. */
const MOST = 100;

/** The gravest hundred where there are more; the last of them says how many are left out, with those `uncounted` ones. */
export function capped<R extends Rule>(
  findings: readonly Finding<R>[],
  uncounted = 0,
): readonly Finding<R>[] {
  const more = findings.length - MOST + uncounted;
  if (more <= 0) return findings;
  const gravest = [...SEVERITIES]
    .reverse()
    .flatMap(severity => findings.filter(one => one.severity === severity))
    .slice(0, MOST);
  return gravest.map((one, at) =>
    at < MOST - 1
      ? one
      : {...one, message: say`${one.message} (and ${count(more)} more findings in this file)`},
  );
}
