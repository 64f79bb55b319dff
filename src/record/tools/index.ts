import {incidentio} from './incidentio.ts';
import {oncall} from './oncall.ts';
import {opsgenie} from './opsgenie.ts';
import {pagerduty} from './pagerduty.ts';
import {statuspage} from './statuspage.ts';
import type {Tool} from './tool.ts';

export type {Severities, Tool, ToolFormat} from './tool.ts';

/** The tools whose exports are read, by the `kind` that record.yaml calls them. */
export const TOOLS = {
  pagerduty,
  opsgenie,
  oncall,
  incidentio,
  statuspage,
} as const satisfies Readonly<Record<string, Tool>>;
export type ToolName = keyof typeof TOOLS;
