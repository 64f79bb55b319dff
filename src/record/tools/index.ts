import {argocd} from './argocd.ts';
import {dora} from './dora.ts';
import {githubDeployments} from './github-deployments.ts';
import {githubRuns} from './github-runs.ts';
import {gitlab} from './gitlab.ts';
import {incidentio} from './incidentio.ts';
import {jenkins} from './jenkins.ts';
import {oncall} from './oncall.ts';
import {opsgenie} from './opsgenie.ts';
import {pagerduty} from './pagerduty.ts';
import {statuspage} from './statuspage.ts';
import type {Tool} from './tool.ts';
import {upptime} from './upptime.ts';

export type {Tool} from './tool.ts';

/** The tools whose exports are read, by the `kind` that record.yaml calls them. */
export const TOOLS = {
  pagerduty,
  opsgenie,
  oncall,
  incidentio,
  statuspage,
  upptime,
  'github-runs': githubRuns,
  'github-deployments': githubDeployments,
  gitlab,
  argocd,
  jenkins,
  dora,
} as const satisfies Readonly<Record<string, Tool>>;
export type ToolName = keyof typeof TOOLS;
