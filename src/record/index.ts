export {costsByScope, type MonthCost, type ScopeCosts} from './costs.ts';
export {entriesOf, sourceEntries} from './source.ts';
export {
  type FileSource,
  type OnsetLag,
  type PlannedFile,
  type PlannedSource,
  type PlannedSystem,
  type ProbeSource,
  type PrometheusSource,
  type RecordPlan,
  TABLE_FIELDS,
  TABLES,
  type Table,
  type TableRule,
  type TableSource,
  type ToolSource,
} from './plan.ts';
export {tableReader} from './table.ts';
export {planFor, tablesOf} from './tables.ts';
export {type Severities, TOOLS, type Tool, type ToolName} from './tools/index.ts';
export {
  type Cost,
  type Deployment,
  type Entry,
  type Evidence,
  type Interval,
  type LeftOut,
  type Load,
  type Pass,
  type Period,
  type Pnl,
  RECORD_RULES,
  RESULTS,
  type Reach,
  type Reader,
  type RecordFinding,
  type RecordRule,
  type Result,
  type Source,
  STATES,
  type State,
} from './types.ts';
export type {LeftOutCount, OperationalRecord, SourceReading, Untold} from './gather.ts';
export {type Allowance, allowanceOf, canShow, quarterDays, quarterOf} from './join/clause.ts';
export {countsByQuarter, type Quarter, quartersOf} from './join/quarters.ts';
export type {Disagreement, Lag} from './join/disagreement.ts';
export type {Basis, Late, SystemRecord} from './join/system.ts';
export {type Stretch, sideBySide, type Timeline, timelineOf} from './join/timeline.ts';
export {type Uptime, uptimeOf} from './join/uptime.ts';
export {type Address, addressOf, shownAddress, withoutLogin, withoutLogins} from './prometheus/address.ts';
export {type ProbeTime, probeEntries} from './probes/read.ts';
export {lastDayOf, monthAfter} from './month.ts';
export {REDUCTION} from './probes/reduction.ts';
export {CONDITION_HINT, conditionProblem} from './prometheus/condition.ts';
export {type Asking, prometheusEntries} from './prometheus/read.ts';
export {placesOf, type ReadingWatch, readRecord} from './read.ts';
export type {Clause} from './report/clause.ts';
export type {CostReport} from './report/costs.ts';
export {type RecordReport, type ReportQuestion, recordReport} from './report/report.ts';
export {stepOf} from './report/step.ts';
export type {SystemReport} from './report/system.ts';
export type {DeploymentReport, LoadReport, PnlReport} from './report/tables.ts';
