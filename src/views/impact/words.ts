import {
  count,
  day,
  type Figure,
  type Finding,
  type Insert,
  named,
  type Prose,
  quote,
  say,
  styled,
  textOf,
  valueOf,
} from '../../figure/index.ts';
import {showShare} from '../../base/index.ts';
import type {BaselineImpact, Figures, ImpactFigures} from '../../impact/index.ts';
import {type Block, type FactList, type TableColumn, type Tone, toned} from '../../page/index.ts';
import {dayIn} from '../../intake/index.ts';
import {type Estimate, LEVEL} from '../../stats/index.ts';

/** What every section is made from. */
export interface Told {
  readonly report: ImpactFigures;
  /** Every pod, every outage and every quarter. */
  readonly full: boolean;
}

export type MoneyTold = NonNullable<ImpactFigures['money']>;

/** Nine in ten, as a point of a distribution. */
export const NINE = named('9 in 10');

/** `95%`. */
export function levelWords(level: number = LEVEL): Insert {
  return named(showShare(level));
}

/** The day of an instant, as the zone of the record counts it. */
function dayOf(instant: string, zone: string, before = 0): Insert {
  return day(dayIn(Date.parse(instant) - before, zone));
}

/** `2025-10-01 to 2026-09-30`, both days in it. */
export function spanOfDays({from, to}: {readonly from: string; readonly to: string}, zone: string): Prose {
  return say`${dayOf(from, zone)} to ${dayOf(to, zone, 1)}`;
}

/**
 * `155 min (145 min to 166 min; n 1,772)`. An interval of another level than 95% says so, and one without an upper end
 * says that; `of` names what n counts.
 */
export function ranged({low, mid, high, level, n}: Figures<Estimate>, of: string | null = null): Prose {
  const ends = Number.isFinite(valueOf(high))
    ? say`${low} to ${high}`
    : say`${low} or more, without an upper bound`;
  const odd = Math.abs(level - LEVEL) < 1e-9 ? null : say` at ${styled(mid, 'level')}`;
  return say`${mid} (${ends}${odd}; ${of === null ? say`n ${count(n)}` : say`${count(n)} ${of}`})`;
}

/** Whether nothing in it was left to chance. */
export function isExact({low, mid, high}: Figures<Estimate>): boolean {
  return valueOf(high) - valueOf(low) <= 1e-9 * Math.abs(valueOf(mid));
}

/** An uptime, where anything is known of it. */
export function uptimeOf(of: Figure | null): Insert {
  return of ?? say`unknown`;
}

/** What a baseline is called in a table; its day is one of the zone. */
export function baselineName({baseline}: Figures<BaselineImpact>, zone: string): Prose {
  switch (baseline.kind) {
    case 'own':
      return say`before ${dayOf(baseline.until, zone)}`;
    case 'control':
      return say`control: ${namesOf(baseline.systems)}`;
    case 'target':
    case 'reference':
      return say`${baseline.kind} ${baseline.uptime} (${quote(baseline.source)})`;
  }
}

/** Names as the record has them: `order-router, market-data`. */
export function namesOf(names: readonly string[]): Insert {
  return names.length === 0 ? null : named(names.join(', '));
}

/** `1 pod`, `85 pods`. */
export function many(of: Figure | number, one: string): Prose {
  const [shown, n] = typeof of === 'number' ? [count(of), of] : [of, valueOf(of)];
  return say`${shown} ${one}${n === 1 ? '' : 's'}`;
}

/** Labels, each with what there is to say of it; a null row is left out. */
export function facts(...rows: readonly (readonly [label: Prose, text: Prose] | null)[]): FactList {
  return {
    block: 'facts',
    rows: rows.flatMap(row => (row === null ? [] : [{label: row[0], text: [toned('plain', row[1])]}])),
  };
}

/** A table whose first column names the row, and whose others are figures. */
export function tabled(
  caption: Prose,
  heads: readonly (Prose | TableColumn)[],
  rows: readonly {readonly cells: readonly Insert[]; readonly tone?: Tone}[],
): Block {
  return {
    block: 'table',
    caption,
    columns: heads.map((head, at) =>
      'prose' in head ? {head, figures: at > 0, least: at > 0 ? 6 : 9} : head,
    ),
    rows: rows.map(({cells, tone = 'plain'}) => ({
      cells: cells.map(cell => ({text: [toned(tone, say`${cell}`)]})),
    })),
  };
}

/** What has to be known beside figures, each once. */
export function caveats(findings: readonly Finding[]): readonly Block[] {
  const said = [...new Map(findings.map(one => [`${one.rule} ${textOf(one.message)}`, one])).values()];
  if (said.length === 0) return [];
  const items = said.map(({rule, severity, message}) => ({
    text: [toned(severity === 'note' ? 'muted' : 'unknown', say`${rule}: ${message}`)],
  }));
  return [{block: 'list', items}];
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
