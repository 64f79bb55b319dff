import {count, type Finding, finding, say} from '../../figure/index.ts';
import type {Deployment, Interval} from '../../record/index.ts';
import {type Estimate, shareOf} from '../../stats/index.ts';

/** How many deployments hurt their users. */
export interface ChangeFailure {
  /** Deployments that are declared to have caused an incident, of all that went out. */
  readonly failed: number;
  readonly of: number;
  /** Null where no source says what caused what: a rate of nothing would be made up. */
  readonly rate: Estimate | null;
  /** Incidents that deployments are declared to have caused, each once. */
  readonly incidents: readonly string[];
  /** Deployments that the tool itself calls failed. Apart: one that never went out hurt nobody. */
  readonly failedResults: number;
}

/**
 * Change-failure rate: deployments that caused an incident over all deployments. The cause is the one declared
 * (`caused`), never the deployment that came last before the incident. `recorded` says that the sources name causes
 * wherever there are any, so that none named means none. The interval is exact (Clopper and Pearson 1934).
 */
export function changeFailureOf(
  deployments: readonly Deployment[],
  intervals: readonly Interval[],
  recorded: boolean,
  level: number,
  findings: Finding[],
): ChangeFailure {
  const failures = deployments.filter(({caused}) => caused !== null);
  const incidents = [...new Set(failures.flatMap(({caused}) => caused ?? []))];
  const known = new Set(intervals.map(({evidence}) => evidence.id));
  const strangers = incidents.filter(id => !known.has(id));
  if (strangers.length > 0) {
    const message = say`${count(strangers.length)} incidents that deployments are said to have caused are not in the record: ${strangers.slice(0, 3).join(', ')}`;
    const hint = 'mend the id, or add the export that has them';
    findings.push(finding('unknown-incident', 'warning', message, {hint}));
  }
  const of = deployments.filter(({result, caused}) => result === 'success' || caused !== null).length;
  const tells = recorded || failures.length > 0;
  if (!tells && of > 0) {
    const message = say`change-failure rate: none of ${count(of)} deployments says which incident it caused, so the rate is unknown and not nought`;
    const hint = 'map a column to caused, or say that causes are recorded and there were none';
    findings.push(finding('no-declared-cause', 'warning', message, {hint}));
  }
  return {
    failed: failures.length,
    of,
    rate: tells && of > 0 ? shareOf(failures.length, of, level) : null,
    incidents,
    failedResults: deployments.filter(({result, caused}) => result === 'failure' && caused === null).length,
  };
}
