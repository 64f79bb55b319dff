import type {EpochMs} from '../../calendar/index.ts';
import type {Deployment, Entry, Result} from '../types.ts';
import {say} from '../../figure/index.ts';
import {leftOut, type ToolReading} from './read.ts';
import {amiss, lacks, type Row, shown, textIn} from './row.ts';
import {backwards, yearsLong} from './lasting.ts';

/** What a tool says of one deployment, before it is judged. */
export interface Rollout {
  readonly id: string | null;
  /** What went out, as the tool calls it. */
  readonly service: string | null;
  /** Where it went; null where the tool knows of no environments. */
  readonly environment: string | null;
  readonly committedAt: EpochMs | null;
  readonly startedAt: EpochMs | null;
  readonly finishedAt: EpochMs | null;
  readonly result: Result;
  readonly version: string | null;
}

/** Whether an environment counts where record.yaml names none. */
export type Counts = (environment: string) => boolean;
export const everywhere: Counts = () => true;
/** By its name, as nearly every tool leaves it to its users: prod, production, production-eu, PRODUCTION. */
export const production: Counts = environment => /^prod(?:uction)?(?:[^a-z]|$)/i.test(environment);

/** Judges a deployment: a row, or why there is none. `counts` decides where record.yaml names no environments. */
export function deployment(row: Row, counts: Counts, told: Rollout): ToolReading {
  const {id, environment, startedAt, finishedAt} = told;
  const nothing = {id, entries: []};
  if (environment !== null && !wanted(row, counts, environment)) {
    return {id, entries: [leftOut(row, `environment ${shown(environment)} does not count`)]};
  }
  const {system, systemField} = row.source;
  const service = system ?? (systemField === null ? told.service : textIn(row, systemField));
  if (service === null) {
    lacks(row, 'the name of the service', 'say system: or systemField: for this source');
    return nothing;
  }
  if (startedAt === null) {
    lacks(row, 'the time at which it started');
    return nothing;
  }
  const lasted = {start: startedAt, end: finishedAt};
  if (backwards(row, 'the deployment', lasted) || yearsLong(row, lasted)) return nothing;
  const deployed: Deployment = {
    service,
    environment: environment ?? 'unstated',
    committedAt: told.committedAt,
    startedAt,
    finishedAt,
    result: told.result,
    version: told.version,
    caused: null,
    source: row.source.name,
    evidence: {id, place: row.place},
  };
  return {id, entries: [{table: 'deployment', row: deployed} satisfies Entry]};
}

function wanted(row: Row, counts: Counts, environment: string): boolean {
  const {environments} = row.source;
  if (environments.length === 0) return counts(environment);
  return environments.some(name => name.toLowerCase() === environment.toLowerCase());
}

/** The result that `word` stands for; unknown, and a warning, for a word that the tool is not known to have. */
export function resultOf(row: Row, words: Readonly<Record<string, Result>>, word: string | null): Result {
  const lower = word?.toLowerCase() ?? '';
  const result = Object.hasOwn(words, lower) ? words[lower] : undefined;
  if (result !== undefined) return result;
  const known = Object.keys(words).filter(Boolean).join(', ');
  amiss(row, 'bad-row', 'warning', say`${shown(word)} is none of ${known}: the result is taken for unknown`);
  return 'unknown';
}

/** The last part of the address of a repository: what people call it. */
export function repositoryName(address: string | null): string | null {
  const parts = address?.split(/[/:]/).filter(part => part !== '') ?? [];
  return parts.at(-1)?.replace(/\.git$/, '') || null;
}
