import {createHash} from 'node:crypto';
import {isAbsolute, join} from 'node:path';
import {isDeepStrictEqual} from 'node:util';
import {packageRoot} from '../base/index.ts';
import {type LoadedCase, measureFacts} from '../case/index.ts';
import {type Cache, filesPrint, folderPrint} from '../files/index.ts';
import type {Situation} from '../strategy/index.ts';
import {watchFacts} from './reading.ts';
import type {World} from './world.ts';

/** The facts of a case as they were measured. */
interface Kept {
  /** The digest of all that they depend on. */
  readonly key: string;
  /** Patterns of files outside of the case, which record.yaml alone tells. */
  readonly elsewhere: readonly string[];
  readonly facts: Situation['facts'];
  readonly findings: LoadedCase['findings'];
}

const FACTS = 'facts';

/**
 * `measureFacts` of a case, or its answer of another time where not a byte has changed that it could depend on. What a
 * server says is asked each time.
 */
export async function situationOf(
  loaded: LoadedCase,
  {cache, progress}: Pick<World, 'cache' | 'progress'>,
): Promise<Pick<LoadedCase, 'situation' | 'findings'>> {
  const {situation, measures} = loaded;
  const watch = watchFacts(progress);
  const inside = cache === null || situation === null || measures.length === 0 ? null : insideOf(loaded);
  if (cache === null || situation === null || inside === null) return measureFacts(loaded, watch);
  const known = keptIn(cache);
  if (known !== null && known.key === keyOf(inside, known.elsewhere))
    return {situation: {...situation, facts: known.facts}, findings: known.findings};

  let [elsewhere, key]: [readonly string[], string | null] = [[], null];
  const answer = await measureFacts(loaded, {
    ...watch,
    places: (plan, patterns) => {
      watch.places?.(plan, patterns);
      if (plan.sources.some(({kind}) => kind === 'prometheus')) return;
      elsewhere = patterns.filter(isAbsolute);
      key = keyOf(inside, elsewhere);
    },
  });
  const {situation: measured, findings} = answer;
  // What was changed while it was read is neither what it was nor what it is.
  const now = measured === null || key === null ? null : insideOf(loaded);
  if (measured !== null && key !== null && now !== null && key === keyOf(now, elsewhere))
    keep(cache, {key, elsewhere, facts: measured.facts, findings});
  return answer;
}

function keptIn(cache: Cache): Kept | null {
  const text = cache.read(FACTS);
  return text === null ? null : (JSON.parse(text) as Kept);
}

/** Only what comes back as it was: JSON has no word for a number that is none. */
function keep(cache: Cache, kept: Kept): void {
  const text = JSON.stringify(kept);
  if (isDeepStrictEqual(JSON.parse(text), kept)) cache.write(FACTS, text);
}

/**
 * Every byte of the case but what Parley writes there, texts that were read from elsewhere, and the facts that ship: which
 * days an exchange is open. Null of a case too large for it.
 */
function insideOf({folder, situation, measures, sources}: LoadedCase): string | null {
  const isOurs = (name: string) => name === 'out' || name.startsWith('.parley');
  const prints = [folderPrint(folder, isOurs), folderPrint(join(packageRoot(), 'data'))];
  if (prints.includes(null)) return null;
  const texts = sources.map(({file, text}) => [file, text]);
  return digestOf([folder, situation?.today, situation?.seed, measures, texts, prints]);
}

function keyOf(inside: string, elsewhere: readonly string[]): string | null {
  const outside = filesPrint(elsewhere);
  return outside === null ? null : digestOf([inside, outside]);
}

function digestOf(of: unknown): string {
  return createHash('sha256').update(JSON.stringify(of)).digest('hex');
}
