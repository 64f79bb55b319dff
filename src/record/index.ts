export {entriesOf, FORMATS, type Format, formatOf, type ItemOptions, openItems} from './input/open.ts';
export {type Fault, isFault, type Opened} from './input/piece.ts';
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
export * from './plan.ts';
export {sourceEntries} from './source.ts';
export {tableReader} from './table.ts';
export * from './tools/index.ts';
export * from './types.ts';
