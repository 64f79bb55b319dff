import type {Finding} from '../base/index.ts';
import {type Equation, isBelow, type LevelCell, type LevelGraph, nameOf} from './graph.ts';
import {neighbours, type Step, wayTo} from './path.ts';

export type MarketRule = 'levels-contradict' | 'level-inflation';

/** One level equated with two different levels of one company. */
export interface Contradiction {
  readonly node: string;
  readonly company: string;
  readonly says: readonly {readonly cell: LevelCell; readonly equation: Equation}[];
}

/**
 * Where guides equate the level `id` with levels of one company that cannot all be right. Ranges count as what they
 * allow, and a code is never held against a title: "E4" and "Production Engineer" may be one level.
 */
export function contradictions(graph: LevelGraph, id: string, company?: string): readonly Contradiction[] {
  const said = new Map<string, {cell: LevelCell; equation: Equation}[]>();
  for (const index of graph.at.get(id) ?? []) {
    const equation = graph.equations[index];
    const own = equation?.cells.find(cell => cell.nodes.includes(id));
    if (equation === undefined || own === undefined || own.range) continue;
    for (const cell of equation.cells) {
      if (cell.company === own.company || (company !== undefined && cell.company !== company)) continue;
      said.set(cell.company, [...(said.get(cell.company) ?? []), {cell, equation}]);
    }
  }
  return [...said].flatMap(([other, cells]) => {
    const apart = disjoint(graph, cells);
    return apart.length < 2 ? [] : [{node: id, company: other, says: apart}];
  });
}

/** One statement for each of the levels that exclude each other. */
function disjoint(graph: LevelGraph, cells: readonly {cell: LevelCell; equation: Equation}[]) {
  for (const kind of ['code', 'title'] as const) {
    const alike = cells.filter(({cell}) => graph.nodes.get(cell.nodes[0] ?? '')?.level.kind === kind);
    const apart: {cell: LevelCell; equation: Equation}[] = [];
    for (const one of alike)
      if (apart.every(other => other.equation !== one.equation && differ(graph, other.cell, one.cell)))
        apart.push(one);
    if (apart.length > 1) return apart;
  }
  return [];
}

/** Levels of one ladder differ where they share none; other titles where a guide's rows put one above the other. */
function differ(graph: LevelGraph, a: LevelCell, b: LevelCell): boolean {
  if (a.nodes.some(node => b.nodes.includes(node))) return false;
  const [one, other] = [graph.nodes.get(a.nodes[0] ?? ''), graph.nodes.get(b.nodes[0] ?? '')];
  if (one === undefined || other === undefined) return false;
  if (one.level.ladder === other.level.ladder) return true;
  return one.level.kind === 'title' && (isBelow(graph, one.id, other.id) || isBelow(graph, other.id, one.id));
}

/** A way along equivalences from a level back to its company, at a higher level. */
export interface Inflation {
  readonly low: string;
  readonly high: string;
  readonly steps: readonly Step[];
}

/** Longer ways than this inflate anything into anything. */
const MOST_STEPS = 4;

/**
 * The cycles that inflate the level `id`: each higher level of its company that equivalences lead to, by the shortest
 * way. Which is higher is told by the order of the guides' own rows; ranges lead nowhere.
 */
export function inflations(graph: LevelGraph, id: string, most = MOST_STEPS): readonly Inflation[] {
  const company = graph.nodes.get(id)?.company.id;
  const back = new Map<string, string>();
  const seen = new Set([id]);
  const found: Inflation[] = [];
  let edge = [id];
  for (let step = 0; step < most && edge.length > 0; step++) {
    const next: string[] = [];
    for (const from of edge) {
      for (const {to, range} of neighbours(graph, from)) {
        if (range || seen.has(to)) continue;
        seen.add(to);
        back.set(to, from);
        // a way that has come home goes no further
        if (graph.nodes.get(to)?.company.id !== company) next.push(to);
        else if (isBelow(graph, id, to)) found.push({low: id, high: to, steps: wayTo(graph, to, back)});
      }
    }
    edge = next;
  }
  return found;
}

/** Contradictions and inflations as findings, each with the rows that say so. */
export function levelFindings(
  graph: LevelGraph,
  found: {readonly contradictions: readonly Contradiction[]; readonly inflations: readonly Inflation[]},
): readonly Finding<MarketRule>[] {
  const name = (id: string) => {
    const node = graph.nodes.get(id);
    return node === undefined ? id : nameOf(node);
  };
  const companyName = (says: Contradiction['says']) =>
    graph.nodes.get(says[0]?.cell.nodes[0] ?? '')?.company.name ?? '';
  return [
    ...found.contradictions.map(
      ({node, says}): Finding<MarketRule> => ({
        rule: 'levels-contradict',
        severity: 'warning',
        message: `${name(node)} is equated with different levels of ${companyName(says)}: ${says.map(({cell, equation}) => `${cell.label} (${equation.path}:${equation.span.line})`).join(', ')}`,
        ...(says[0] === undefined ? {} : {span: says[0].equation.span}),
        hint: 'guides disagree here: quote neither as a fact',
      }),
    ),
    ...found.inflations.map(
      ({low, high, steps}): Finding<MarketRule> => ({
        rule: 'level-inflation',
        severity: 'warning',
        message: `equivalences lead from ${name(low)} up to ${name(high)}: ${steps.map(({from, to, equation}) => `${name(from)} = ${name(to)} (${equation.path}:${equation.span.line})`).join(', ')}`,
        ...(steps[0] === undefined ? {} : {span: steps[0].equation.span}),
        hint: 'at least one of these equations is wrong, or holds only roughly',
      }),
    ),
  ];
}
