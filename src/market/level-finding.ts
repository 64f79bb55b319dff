import type {Span} from '../base/index.ts';
import {type Finding, finding, type RuleOf, say} from '../figure/index.ts';
import {type Contradiction, contradictions, equals, type Inflation, inflations} from './doubt.ts';
import {type LevelGraph, nameOf} from './graph.ts';

/** One row of a guide that a finding rests on, in its own words. */
interface LevelSource {
  readonly says: readonly [string, string];
  readonly path: string;
  readonly span: Span;
}

/** A contradiction or an inflation with the level it is about, what it comes to, and every row that says so. */
export interface LevelFinding extends Finding<RuleOf<'market'>> {
  readonly level: string;
  /** The levels that exclude each other, or the higher one of the same company. */
  readonly becomes: readonly string[];
  /** In the order of the way, or one for each of the levels. */
  readonly sources: readonly LevelSource[];
}

/** Contradictions and inflations as findings, each with the rows that say so. */
export function levelFindings(
  graph: LevelGraph,
  found: {readonly contradictions: readonly Contradiction[]; readonly inflations: readonly Inflation[]},
): readonly LevelFinding[] {
  return [
    ...found.contradictions.map(one => contradictionFinding(graph, one)),
    ...found.inflations.map(one => inflationFinding(graph, one)),
  ];
}

/**
 * Every contradiction and every inflation in a graph, by company and level; with `companies`, those that are about one
 * of their levels. An inflation is told once, by its shortest way.
 */
export function allLevelFindings(
  graph: LevelGraph,
  companies: ReadonlySet<string> | null,
): readonly LevelFinding[] {
  const asked = [...graph.nodes.values()]
    .filter(({company}) => companies === null || companies.has(company.id))
    .map(({id}) => id)
    .sort();
  const next = equals(graph);
  return asked.flatMap(id =>
    levelFindings(graph, {
      contradictions: contradictions(graph, id),
      inflations: inflations(graph, id, next),
    }),
  );
}

function contradictionFinding(graph: LevelGraph, {node, says}: Contradiction): LevelFinding {
  const level = levelName(graph, node);
  const company = graph.nodes.get(says[0]?.cell.nodes[0] ?? '')?.company.name ?? '';
  const sources = says.map(({cell, equation}): LevelSource => {
    const own = equation.cells.find(({nodes}) => nodes.includes(node));
    return {says: [own?.label ?? level, cell.label], path: equation.path, span: equation.span};
  });
  const listed = sources.map(({says: [, label], ...source}) => `${label} (${placeOf(source)})`).join(', ');
  const message = say`${level} is equated with different levels of ${company}: ${listed}`;
  const hint = 'guides disagree here: quote neither as a fact';
  return {
    ...finding('levels-contradict', 'warning', message, {hint}),
    ...spanOf(sources),
    level,
    becomes: says.map(({cell}) => `${company} ${cell.label}`),
    sources,
  };
}

function inflationFinding(graph: LevelGraph, {low, high, steps}: Inflation): LevelFinding {
  const [level, higher] = [levelName(graph, low), levelName(graph, high)];
  const listed = steps
    .map(
      ({from, to, equation}) =>
        `${levelName(graph, from)} = ${levelName(graph, to)} (${placeOf({path: equation.path, span: equation.span})})`,
    )
    .join(', ');
  const sources = steps.map(({says, equation: {path, span}}): LevelSource => ({says, path, span}));
  const message = say`equivalences lead from ${level} up to ${higher}: ${listed}`;
  const hint = 'at least one of these equations is wrong, or holds only roughly';
  return {
    ...finding('level-inflation', 'warning', message, {hint}),
    ...spanOf(sources),
    level,
    becomes: [higher],
    sources,
  };
}

function levelName(graph: LevelGraph, id: string): string {
  const node = graph.nodes.get(id);
  return node === undefined ? id : nameOf(node);
}

function placeOf({path, span}: Pick<LevelSource, 'path' | 'span'>): string {
  return `${path}:${span.line}`;
}

function spanOf([first]: readonly LevelSource[]): {readonly span?: Span} {
  return first === undefined ? {} : {span: first.span};
}
