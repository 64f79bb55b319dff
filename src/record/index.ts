export {costsByScope, type MonthCost, type ScopeCosts} from './costs.ts';
export {type RecordFigures, recordFigures} from './figures.ts';
export {entriesOf, FORMATS, type Format, formatOf, type ItemOptions, openItems} from './input/open.ts';
export {type Batches, type Fault, isFault, type Opened, singly} from './input/piece.ts';
export {ENCODINGS, type Encoding} from './input/text.ts';
export {
  dayAfter,
  dayIn,
  EPOCH_UNITS,
  type EpochUnit,
  type InstantReading,
  isZone,
  readDay,
  readInstant,
  startOfDay,
  type TimeFault,
  type TimeRule,
} from './instant.ts';
export {PATTERN_HINT, patternProblem} from './pattern.ts';
export {
  type FileSource,
  NUMBER_STYLES,
  type NumberStyle,
  type OnsetLag,
  type PlannedFile,
  type PlannedSource,
  type PlannedSystem,
  type ProbeSource,
  type PrometheusSource,
  type RecordPlan,
  type Table,
  TABLE_FIELDS,
  type TableRule,
  TABLES,
  type TableSource,
  type ToolSource,
} from './plan.ts';
export {sourceEntries} from './source.ts';
export {tableReader} from './table.ts';
export {planFor, tablesOf} from './tables.ts';
export {type Severities, type Tool, type ToolName, TOOLS} from './tools/index.ts';
export {
  type Cost,
  type Deployment,
  type Entry,
  type EpochMs,
  type Evidence,
  type Interval,
  type Item,
  type LeftOut,
  type Load,
  type Pass,
  type Period,
  type Place,
  type Pnl,
  type Reach,
  type Reader,
  RECORD_RULES,
  type RecordFinding,
  type RecordRule,
  type Result,
  RESULTS,
  type Source,
  type State,
  STATES,
} from './types.ts';
export type {LeftOutCount, OperationalRecord, SourceReading, Untold} from './gather.ts';
export {type Allowance, allowanceOf, canShow, quarterDays, quarterOf} from './join/clause.ts';
export {countsByQuarter, type Quarter, quartersOf} from './join/quarters.ts';
export type {Disagreement, Lag} from './join/disagreement.ts';
export type {Basis, Late, SystemRecord} from './join/system.ts';
export {sideBySide, type Stretch, type Timeline, timelineOf} from './join/timeline.ts';
export {type Uptime, uptimeOf} from './join/uptime.ts';
export {type Address, addressOf, shownAddress, withoutLogin, withoutLogins} from './prometheus/address.ts';
export {probeEntries, type ProbeTime} from './probes/read.ts';
export {lastDayOf, monthAfter} from './period.ts';
export {REDUCTION} from './probes/reduction.ts';
export {CONDITION_HINT, conditionProblem} from './prometheus/condition.ts';
export {type Asking, prometheusEntries} from './prometheus/read.ts';
export {placesOf, type ReadingWatch, readRecord} from './read.ts';
export type {Clause} from './report/clause.ts';
export type {CostReport} from './report/costs.ts';
export {type RecordReport, recordReport, type ReportQuestion} from './report/report.ts';
export {stepOf} from './report/step.ts';
export type {SystemReport} from './report/system.ts';
export type {DeploymentReport, LoadReport, PnlReport} from './report/tables.ts';
