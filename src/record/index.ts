export {costsByScope} from './costs.ts';
export {type RecordFigures, recordFigures} from './figures.ts';
export {
  type PlannedFile,
  type PlannedSource,
  type PlannedSystem,
  type RecordSpec,
  TABLE_FIELDS,
  TABLES,
  type TableName,
} from './plan.ts';
export {planFor, tablesOf} from './tables.ts';
export {TOOLS, type ToolName} from './tools/index.ts';
export {
  type Cost,
  type Deployment,
  type Interval,
  type Load,
  type Period,
  RESULTS,
  type RecordFinding,
  type Result,
  type SourceSpec,
  STATES,
  type State,
} from './types.ts';
export type {OperationalRecord} from './gather.ts';
export {type Allowance, allowanceOf, canShow, quarterDays, quarterOf} from './join/clause.ts';
export {countsByQuarter, type Quarter, quartersOf} from './join/quarters.ts';
export type {Basis} from './join/system.ts';
export {type Stretch, sideBySide, type Timeline, timelineOf} from './join/timeline.ts';
export {addressOf, shownAddress, withoutLogin, withoutLogins} from './prometheus/address.ts';
export {lastDayOf, monthAfter} from './month.ts';
export {CONDITION_HINT, conditionProblem} from './prometheus/condition.ts';
export {placesOf} from './plan.ts';
export {type ReadingWatch, readRecord} from './read.ts';
export {type RecordReport, recordReport, recordSystems} from './report/report.ts';
export {stepOf} from './report/step.ts';
export type {SystemReport} from './report/system.ts';
export {probeEntries} from './probes/read.ts';
export {PnlColumns} from './pnl.ts';
