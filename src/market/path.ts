import type {Equation, LevelGraph, LevelNode} from './graph.ts';

/** One step from a level to another that a guide's row calls equal. */
export interface Step {
  readonly from: string;
  readonly to: string;
  /** The words of the row for the two. */
  readonly says: readonly [string, string];
  /** The row that says so, the first of them where several do. */
  readonly equation: Equation;
  /** Whether either end stands in a range of levels ("L4-L5"): the step then only says "one of these". */
  readonly range: boolean;
  /** The guides that say it, and the companies they are on: guides on one company are one witness. */
  readonly guides: readonly string[];
  readonly witnesses: readonly string[];
}

/** A level that another is said to be equal to, with the way there. */
export interface Equivalent {
  readonly node: LevelNode;
  readonly steps: readonly Step[];
  readonly range: boolean;
  /** The witnesses of the way's weakest step. */
  readonly witnesses: number;
}

/** A step through a range says less: it counts as much as this many steps. */
const RANGE_COST = 1.5;
/** Ways longer than this say nothing any more. */
const MOST_STEPS = 8;

/**
 * What the level `from` is at `company`: every level there that the shortest way leads to, the one with the most
 * witnesses first. Empty where no way leads there.
 */
export function equivalents(graph: LevelGraph, from: string, company: string): readonly Equivalent[] {
  const {cost, back} = reach(graph, from, company);
  const there = [...cost].filter(([id]) => id !== from && graph.nodes.get(id)?.company.id === company);
  const least = Math.min(...there.map(([, value]) => value));
  return there
    .filter(([, value]) => value <= least)
    .map(([id]) => equivalent(graph, id, back))
    .sort(
      (a, b) =>
        b.witnesses - a.witnesses || Number(a.range) - Number(b.range) || (a.node.id < b.node.id ? -1 : 1),
    );
}

/** Costs and last steps of the cheapest ways from `from`, no further than where `company` is first reached. */
function reach(graph: LevelGraph, from: string, company: string) {
  const cost = new Map([[from, 0]]);
  const back = new Map<string, string>();
  const cameBy = new Map<string, number>();
  const rounds: string[][] = [[from]];
  let enough = MOST_STEPS * RANGE_COST;
  // costs are multiples of a half, so a bucket for each is a queue in order
  for (let at = 0; at < rounds.length && at / 2 <= enough; at++) {
    for (const id of rounds[at] ?? []) {
      if (cost.get(id) !== at / 2) continue;
      if (id !== from && graph.nodes.get(id)?.company.id === company) {
        enough = Math.min(enough, at / 2);
        continue;
      }
      for (const {to, range, row} of neighbours(graph, id)) {
        // back through the row it came by, a way would reach the other levels of a range
        if (row === cameBy.get(id)) continue;
        const next = at / 2 + (range ? RANGE_COST : 1);
        if (next >= (cost.get(to) ?? Number.POSITIVE_INFINITY)) continue;
        cost.set(to, next);
        back.set(to, id);
        cameBy.set(to, row);
        (rounds[next * 2] ??= []).push(to);
      }
    }
  }
  return {cost, back};
}

/** Every level that some row calls equal to `id`, another cell of the same row. */
export function neighbours(
  graph: LevelGraph,
  id: string,
): readonly {to: string; range: boolean; row: number}[] {
  return (graph.at.get(id) ?? []).flatMap(index => {
    const cells = graph.equations[index]?.cells ?? [];
    const own = cells.find(cell => cell.nodes.includes(id));
    return cells.flatMap(cell =>
      cell === own ? [] : cell.nodes.map(to => ({to, range: cell.range || own?.range === true, row: index})),
    );
  });
}

function equivalent(graph: LevelGraph, id: string, back: ReadonlyMap<string, string>): Equivalent {
  const steps = wayTo(graph, id, back);
  return {
    node: graph.nodes.get(id) as LevelNode,
    steps,
    range: steps.some(step => step.range),
    witnesses: Math.min(...steps.map(step => step.witnesses.length)),
  };
}

/** The steps to `id`, told by the last step to each level on the way. */
export function wayTo(graph: LevelGraph, id: string, back: ReadonlyMap<string, string>): readonly Step[] {
  const steps: Step[] = [];
  for (let to = id, from = back.get(to); from !== undefined; to = from, from = back.get(to)) {
    const step = stepOf(graph, from, to);
    if (step !== null) steps.unshift(step);
  }
  return steps;
}

/** The step between two levels with every row that says it; the plainest row is the one shown. Null where none does. */
function stepOf(graph: LevelGraph, from: string, to: string): Step | null {
  const said = (graph.at.get(from) ?? []).flatMap(index => {
    const equation = graph.equations[index];
    const a = equation?.cells.find(cell => cell.nodes.includes(from));
    const b = equation?.cells.find(cell => cell !== a && cell.nodes.includes(to));
    if (equation === undefined || a === undefined || b === undefined) return [];
    return [{equation, says: [a.label, b.label] as const, range: a.range || b.range}];
  });
  const exact = said.filter(({range}) => !range);
  const shown = exact[0] ?? said[0];
  if (shown === undefined) return null;
  const counted = exact.length > 0 ? exact : said;
  return {
    from,
    to,
    ...shown,
    guides: [...new Set(counted.map(({equation}) => equation.path))],
    witnesses: [...new Set(counted.map(({equation}) => equation.by))],
  };
}
