import {type Alias, type Document, isAlias, isMap, isScalar, isSeq, type Node, Scalar} from 'yaml';

/** What aliases may put into a file beside what is typed there, in nodes: beyond it they count as a bomb. */
const MOST_REPEATED = 10_000;
/** How many faults are looked for: more help nobody. */
const MOST_FAULTS = 200;

/** Something that is valid YAML, and that nobody may rely on. */
export interface NodeFault {
  readonly rule: 'duplicate-key' | 'yaml-syntax' | 'too-many-aliases';
  readonly node: Node;
  readonly message: string;
  readonly hint: string;
}

export interface Inspection {
  /** In the order of the text. */
  readonly faults: readonly NodeFault[];
  /** What each alias stands for. */
  readonly targets: ReadonlyMap<Alias, Node>;
}

/** A node with an anchor, and how many nodes an alias of it puts in its place. `open` while one is still inside of it. */
interface Anchored {
  readonly node: Node;
  size: number;
  open: boolean;
}

/**
 * Walks the nodes of a document that is known not to be deep, once: keys that stand twice, merge keys, and aliases that
 * lead nowhere, into themselves, or to more than anybody would write. The parser's own checks take the square of the file.
 */
export function inspect(document: Document): Inspection {
  const faults: NodeFault[] = [];
  const targets = new Map<Alias, Node>();
  const anchors = new Map<string, Anchored>();
  let repeated = 0;
  const fault = (rule: NodeFault['rule'], node: Node, words: Pick<NodeFault, 'message' | 'hint'>) => {
    if (faults.length < MOST_FAULTS) faults.push({rule, node, ...words});
  };

  function visit(node: unknown): number {
    if (isAlias(node)) return follow(node);
    if (!isScalar(node) && !isMap(node) && !isSeq(node)) return 1;
    const own: Anchored = {node, size: 1, open: true};
    if (node.anchor !== undefined) anchors.set(node.anchor, own);
    if (isSeq(node)) for (const item of node.items) own.size += visit(item);
    if (isMap(node)) {
      const keys = new Set<unknown>();
      for (const {key, value} of node.items) {
        const name = isScalar(key) ? key.value : key;
        if (isMerge(key)) fault('yaml-syntax', key, MERGE);
        else if (isScalar(key) && keys.has(name)) fault('duplicate-key', key, twice(key));
        keys.add(name);
        own.size += visit(key) + visit(value);
      }
    }
    own.open = false;
    return own.size;
  }

  function follow(alias: Alias): number {
    const found = anchors.get(alias.source);
    if (found === undefined) {
      fault('yaml-syntax', alias, NOWHERE);
      return 1;
    }
    if (found.open) {
      fault('yaml-syntax', alias, CIRCLE);
      return 1;
    }
    targets.set(alias, found.node);
    const before = repeated;
    repeated += found.size;
    if (before <= MOST_REPEATED && repeated > MOST_REPEATED) fault('too-many-aliases', alias, BOMB);
    return found.size;
  }

  visit(document.contents);
  return {faults, targets};
}

const WRITE_OUT = 'write the values out where they are needed';
const MERGE = {message: 'a merge key, which is not read', hint: 'write its keys out where they are needed'};
const NOWHERE = {message: 'an alias without its anchor', hint: WRITE_OUT};
const CIRCLE = {message: 'an alias inside of its own anchor', hint: WRITE_OUT};
const BOMB = {
  message: `aliases repeat more than ${MOST_REPEATED} values up to this one`,
  hint: WRITE_OUT,
};

function isMerge(key: unknown): key is Scalar {
  return isScalar(key) && key.value === '<<' && key.type === Scalar.PLAIN;
}

function twice(key: Scalar): Pick<NodeFault, 'message' | 'hint'> {
  return {
    message: `the key ${String(key.value).slice(0, 60)} stands here a second time`,
    hint: 'keep one of the two',
  };
}
