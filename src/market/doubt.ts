import {type Equation, isBelow, type LevelCell, type LevelGraph} from './graph.ts';
import {neighbours, type Step, wayTo} from './path.ts';

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

/** The levels that some row equates with a level, without a range between them; each is looked up once. */
export function equals(graph: LevelGraph): (id: string) => ReadonlySet<string> {
  const found = new Map<string, ReadonlySet<string>>();
  return id => {
    const there = found.get(id);
    if (there !== undefined) return there;
    const made = new Set(neighbours(graph, id).flatMap(({to, range}) => (range ? [] : [to])));
    found.set(id, made);
    return made;
  };
}

/** Longer ways than this inflate anything into anything. */
const MOST_STEPS = 4;

/**
 * The cycles that inflate the level `id`: each higher level of its company that equivalences lead to, by the shortest
 * way. Which is higher is told by the order of the guides' own rows; ranges lead nowhere. `next` is `equals` of the
 * graph, for whoever asks of many levels.
 */
export function inflations(graph: LevelGraph, id: string, next = equals(graph)): readonly Inflation[] {
  const company = graph.nodes.get(id)?.company.id;
  const back = new Map<string, string>();
  const seen = new Set([id]);
  const found: Inflation[] = [];
  let edge = [id];
  for (let step = 0; step < MOST_STEPS && edge.length > 0; step++) {
    const reached: string[] = [];
    for (const from of edge) {
      for (const to of next(from)) {
        if (seen.has(to)) continue;
        seen.add(to);
        back.set(to, from);
        // a way that has come home goes no further
        if (graph.nodes.get(to)?.company.id !== company) reached.push(to);
        else if (isBelow(graph, id, to)) found.push({low: id, high: to, steps: wayTo(graph, to, back)});
      }
    }
    edge = reached;
  }
  return found;
}
