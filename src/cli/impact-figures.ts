import {dayIn} from '../intake/index.ts';
import {EMPTY, type Line, run, wrap} from '../page/index.ts';
import {type Currency, showMoneyShort} from '../base/index.ts';
import {type Finding, say, textOf} from '../figure/index.ts';
import type {Period} from '../record/index.ts';
import {type Estimate, LEVEL} from '../stats/index.ts';
import {count, percent} from './record-figures.ts';

/** `2025-10-01 to 2026-09-30`, both days of the zone in it. */
export function spanOfDays({from, to}: Period, zone: string): string {
  return `${dayIn(from, zone)} to ${dayIn(to - 1, zone)}`;
}

/** A share to three figures, with its sign where it is a loss: `−91.8%`, `0.0841%`. */
export function points(share: number): string {
  if (!Number.isFinite(share)) return 'unknown';
  return `${share < 0 ? '−' : ''}${Number(Math.abs(100 * share).toPrecision(3))}%`;
}

/** Minutes to three figures: `1,560 min`, `15.5 min`. */
export function spent(minutes: number): string {
  return Number.isFinite(minutes) ? `${count(Number(minutes.toPrecision(3)))} min` : 'unknown';
}

/**
 * `155 min (145 min to 166 min; n 1,772)`. An interval of another level than 95% says so, and one without an upper end
 * says that; `of` names what n counts.
 */
export function ranged(
  {low, mid, high, level, n}: Estimate,
  show: (of: number) => string,
  of: string | null = null,
): string {
  const ends =
    high === Infinity ? `${show(low)} or more, without an upper bound` : `${show(low)} to ${show(high)}`;
  const counted = of === null ? `n ${count(n)}` : `${count(n)} ${of}`;
  const odd = Math.abs(level - LEVEL) < 1e-9 ? '' : ` at ${percent(Number(level.toFixed(3)))}`;
  return `${show(mid)} (${ends}${odd}; ${counted})`;
}

/** Whether nothing in it was left to chance. */
export function isExact({low, mid, high}: Estimate): boolean {
  return high - low <= 1e-9 * Math.abs(mid);
}

/** A name in the margin, and what there is to say of it beside. */
export function entry(head: string, text: string, width: number): readonly Line[] {
  return wrap([run(text)], width, {
    first: [run(`  ${head.padEnd(20)}`, 'muted')],
    rest: [run(' '.repeat(22))],
  });
}

/** What has to be known beside figures, each once. */
export function caveatLines(findings: readonly Finding[], width: number): readonly Line[] {
  const said = [...new Map(findings.map(one => [`${one.rule} ${textOf(one.message)}`, one])).values()];
  return said.flatMap(({rule, severity, message}) =>
    wrap([run(`${rule}: ${textOf(message)}`, severity === 'note' ? 'muted' : 'unknown')], width, {
      first: [run('    ')],
      rest: [run('      ')],
    }),
  );
}

/** What has to be known beside several figures, each once, with the figures that it is of unless it is of them all. */
export function caveatsOf(
  told: readonly {readonly figure: string; readonly findings: readonly Finding[]}[],
): readonly Finding[] {
  const of = new Map<string, {readonly finding: Finding; readonly figures: string[]}>();
  for (const {figure, findings} of told)
    for (const finding of findings) {
      const key = `${finding.rule} ${textOf(finding.message)}`;
      const known = of.get(key) ?? {finding, figures: []};
      known.figures.push(figure);
      of.set(key, known);
    }
  return [...of.values()].map(({finding, figures}) =>
    figures.length === told.length
      ? finding
      : {...finding, message: say`${figures.join(', ')}: ${finding.message}`},
  );
}

/** Parts with an empty line between them. */
export function apart(parts: readonly (readonly Line[])[]): readonly Line[] {
  return parts.flatMap((lines, at) => (at === 0 ? lines : [EMPTY, ...lines]));
}

/** Amounts of a currency to three figures: `$1.15M`. */
export function moneyOf(currency: Currency): (amount: number) => string {
  return amount => showMoneyShort({amount, currency}, 3);
}

/** A sentence that begins as one. */
export function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
