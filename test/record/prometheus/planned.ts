import type {SourceSpec} from '../../../src/record/index.ts';
import type {PrometheusSource} from '../../../src/record/plan.ts';
import type {Entry} from '../../../src/record/types.ts';
import {plannedSource} from '../planned.ts';
import {messageOf} from '../../findings.ts';

/** What record.yaml would say of a server. */
export function planned(
  url: string,
  said: Partial<Pick<PrometheusSource, 'query' | 'step'>> & Partial<SourceSpec> = {},
): PrometheusSource {
  const {query = 'probe_success', step = 60, ...source} = said;
  return {
    kind: 'prometheus',
    answers: null,
    url,
    query,
    step,
    covers: null,
    source: plannedSource('edge', source),
  };
}

/** Entries in short: `router down 03-05 14:31 to 03-05 15:13`, and `! rule: message` for what is wrong. */
export function told(entries: readonly Entry[]): string[] {
  return entries.map(entry => {
    if (entry.table === 'interval') {
      const {system, state, start, end} = entry.row;
      return `${system} ${state} ${short(start)} to ${end === null ? 'open' : short(end)}`;
    }
    if (entry.table === 'fault') return `! ${entry.row.rule}: ${messageOf(entry.row)}`;
    return entry.table;
  });
}

function short(at: number): string {
  return new Date(at)
    .toISOString()
    .replace(/^\d{4}-/, '')
    .replace('T', ' ')
    .replace(/(?::00)?\.000Z$/, '');
}
