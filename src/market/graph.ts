import type {Span} from '../base/index.ts';
import {companyIn} from './company.ts';
import {type Level, readLevel} from './level.ts';
import {type Named, type Names, normalizedName} from './names.ts';
import {columnHead, type Listing} from './table.ts';

/** A level of a company. Two guides that name it differently meet here. */
export interface LevelNode {
  /** `millennium-management:devops`. */
  readonly id: string;
  readonly company: Named;
  readonly level: Level;
  /** As guides write it, the most frequent first. */
  readonly labels: readonly string[];
}

/** What one row of a guide's level map says of one company. */
export interface LevelCell {
  /** Ids of nodes: several where the cell names a range of levels, and then it equates none of them for certain. */
  readonly nodes: readonly string[];
  readonly company: string;
  readonly label: string;
  readonly range: boolean;
}

/** One row of a guide's level map: its cells are called equal. */
export interface Equation {
  readonly cells: readonly LevelCell[];
  /** Where it stands. */
  readonly span: Span;
  readonly path: string;
  /** The company that the guide is on: guides on one company are one witness. */
  readonly by: string;
  /** The field of the guide's role. */
  readonly field: string;
}

export interface LevelGraph {
  readonly nodes: ReadonlyMap<string, LevelNode>;
  readonly equations: readonly Equation[];
  /** The equations that a node takes part in, as indices. */
  readonly at: ReadonlyMap<string, readonly number[]>;
  /** How often a guide's rows have the first level of `a < b` below the second, by `a` then `b`. */
  readonly below: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

/** How many other guides' words for a level its own firm's guide outweighs. */
const OWN_WORDS = 100;

/**
 * The equivalences that guides assert, as a graph: one node for a company and level, one equation for a row.
 */
export function graphOf(names: Names, guides: readonly Listing[]): LevelGraph {
  const found = new Map<string, {company: Named; level: Level; labels: Map<string, number>}>();
  const equations: Equation[] = [];
  const at = new Map<string, number[]>();
  const below = new Map<string, Map<string, number>>();
  const readings = new Map<string, ReturnType<typeof readLevel>>();
  const read = (text: string) => kept(readings, text, () => readLevel(names, text));
  const spelled = new Map<string, ReturnType<typeof companyIn>>();
  for (const guide of guides) {
    const {company: firm, role} = columnHead(names, {role: guide.role.value, company: guide.company.value});
    const rows = guide.levels.map(row =>
      row.flatMap(one => {
        const {companies, rest} = kept(spelled, `${firm.id} ${one.company}`, () =>
          companyIn(names, one.company, firm),
        );
        const label = [rest, one.level].filter(part => part !== '').join(' ');
        return companies.map(company => ({company, label, ...read(label)}));
      }),
    );
    const distinct = apart(rows);
    const ladders = new Map<string, string[][]>();
    for (const [index, row] of rows.entries()) {
      const cells = row.flatMap(({company, label, levels, range}): LevelCell[] => {
        if (levels.length === 0) return [];
        const ids = levels.map(level => {
          const own = distinct.has(`${company.id}:${level.key}`)
            ? {...level, key: normalizedName(label)}
            : level;
          const id = `${company.id}:${own.key}`;
          const node = kept(found, id, () => ({company, level: own, labels: new Map<string, number>()}));
          // nobody names a firm's level like the firm's own guide
          if (!range)
            node.labels.set(label, (node.labels.get(label) ?? 0) + (company.id === firm.id ? OWN_WORDS : 1));
          return id;
        });
        if (!range) {
          const ladder = kept(ladders, company.id, () => []);
          (ladder[index] ??= []).push(...ids);
        }
        return [{nodes: ids, company: company.id, label, range}];
      });
      const span = guide.levels[index]?.[0]?.span;
      if (cells.length < 2 || span === undefined) continue;
      for (const node of new Set(cells.flatMap(cell => cell.nodes)))
        kept(at, node, () => []).push(equations.length);
      equations.push({cells, span, path: guide.path, by: firm.id, field: role.field});
    }
    for (const rungs of ladders.values()) order(below, rungs);
  }
  const nodes = new Map(
    [...found].map(([id, {company, level, labels}]) => {
      const written = [...labels].sort((a, b) => b[1] - a[1] || a[0].length - b[0].length);
      return [id, {id, company, level, labels: written.map(([label]) => label)}];
    }),
  );
  return {nodes, equations, at, below};
}

/** `Google L4`, `Point72 DevOps Engineer`: a code stands for itself, a title as most guides write it. */
export function nameOf({company, level, labels}: LevelNode): string {
  return `${company.name} ${level.kind === 'code' ? level.key : (labels[0] ?? level.key)}`;
}

/** Whether the guides' rows put `low` below `high`, and none the other way round. */
export function isBelow({below}: LevelGraph, low: string, high: string): boolean {
  return below.get(low)?.has(high) === true && below.get(high)?.has(low) !== true;
}

/** Rows stand from the lowest level up; what stands in one row is one level by two names. */
function order(
  below: Map<string, Map<string, number>>,
  rows: readonly (readonly string[] | undefined)[],
): void {
  const rungs = rows.filter(row => row !== undefined);
  for (const [at, lower] of rungs.entries()) {
    for (const low of lower) {
      for (const high of rungs.slice(at + 1).flat()) {
        if (high === low) continue;
        const above = kept(below, low, () => new Map<string, number>());
        above.set(high, (above.get(high) ?? 0) + 1);
      }
    }
  }
}

/**
 * The titles that read as one ("SRE", "Platform Engineer") though this guide has them in different rows: here they
 * are two levels, and keep their own words.
 */
function apart(
  rows: readonly (readonly {company: Named; label: string; levels: readonly Level[]; range: boolean}[])[],
): ReadonlySet<string> {
  const words = new Map<string, Set<string>>();
  for (const row of rows)
    for (const {company, label, levels} of row)
      for (const {kind, key} of levels)
        if (kind === 'title')
          kept(words, `${company.id}:${key}`, () => new Set<string>()).add(normalizedName(label));
  return new Set([...words].filter(([, labels]) => labels.size > 1).map(([id]) => id));
}

/** What stands under `key`, made where nothing does. */
function kept<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const there = map.get(key);
  if (there !== undefined) return there;
  const made = make();
  map.set(key, made);
  return made;
}
