import {count, type Finding, finding, say} from '../../figure/index.ts';
import type {Deployment} from '../../record/index.ts';
import {type Spread, spreadOf} from './spread.ts';

const MINUTE = 60_000;

/** From a change to its being out, in minutes. */
export interface LeadTime extends Spread {
  /** Left out because they were not positive. */
  readonly dropped: number;
  /** Deployments that name no commit time. */
  readonly unknown: number;
}

/**
 * Lead time for changes: median minutes from commit to the end of the deployment, values that are not positive dropped
 * and counted (dora-team/fourkeys, METRICS.md). `commits` says which commit the tool tells: from the last one it is a
 * lower bound, and said so. Null where no deployment tells any.
 */
export function leadTimeOf(
  deployments: readonly Deployment[],
  commits: 'first' | 'last',
  level: number,
  findings: Finding[],
): LeadTime | null {
  const telling = deployments.flatMap(({committedAt, finishedAt, startedAt}) =>
    committedAt === null ? [] : [((finishedAt ?? startedAt) - committedAt) / MINUTE],
  );
  const minutes = telling.filter(one => one > 0);
  const dropped = telling.length - minutes.length;
  if (dropped > 0) {
    const message = say`lead time: ${count(dropped)} of ${count(telling.length)} deployments end no later than their commit, left out`;
    findings.push(finding('not-after', 'note', message));
  }
  if (commits === 'last' && minutes.length > 0) {
    const message = 'lead time: from the last commit of each deployment, a lower bound';
    const hint = 'say commits: first where the source tells the first commit';
    findings.push(
      finding('last-commit', 'note', message, {
        hint,
      }),
    );
  }
  const spread = spreadOf(minutes, 'lead time', level, findings);
  return spread === null ? null : {...spread, dropped, unknown: deployments.length - telling.length};
}

/** How long deployments run: minutes from their start to their end; those of no length are dropped and counted. */
export function runTimeOf(
  deployments: readonly Deployment[],
  level: number,
  findings: Finding[],
): LeadTime | null {
  const telling = deployments.flatMap(({startedAt, finishedAt}) =>
    finishedAt === null ? [] : [(finishedAt - startedAt) / MINUTE],
  );
  if (telling.length < deployments.length) {
    const message = say`${count(deployments.length - telling.length)} of ${count(deployments.length)} deployments tell no end: they count as ended when they started`;
    findings.push(finding('no-finish', 'note', message));
  }
  const minutes = telling.filter(one => one > 0);
  const spread = spreadOf(minutes, 'run time', level, findings);
  return spread === null
    ? null
    : {...spread, dropped: telling.length - minutes.length, unknown: deployments.length - telling.length};
}
