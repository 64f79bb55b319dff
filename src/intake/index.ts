export {
  type Amount,
  amountsOf,
  type Atom,
  atomsOf,
  cellAtomsOf,
  isDashBetween,
  joinRanges,
  rangeOf,
} from './amount/amounts.ts';
export {halfWidth} from './amount/numbers.ts';
export {inEnglish} from './amount/other-tongues.ts';
export {type AmountFault, type AmountStyle, type ReadAmount, readAmount} from './amount/read.ts';
export type {PayPeriod} from './amount/periods.ts';
export {currencyOfSign, isForeignSum, isShared} from './amount/signs.ts';
export {
  type DayReading,
  dayAfter,
  dayIn,
  EPOCH_UNITS,
  type EpochUnit,
  type InstantReading,
  isZone,
  readDay,
  readInstant,
  startOfDay,
  type TimeRule,
} from './instant.ts';
export {ENCODINGS, type Encoding, readPieces, refuseOthers} from './text.ts';
export {isPadding, readCsv} from './csv.ts';
export {FORMATS, type Format, formatOf, type ItemOptions, openItems} from './open.ts';
export {NUMBER_STYLES, type NumberReading, type NumberStyle, readNumber, readSum} from './number.ts';
export {Pages} from './pages.ts';
export {PATTERN_HINT, patternProblem} from './pattern.ts';
export {
  type Batches,
  batchEach,
  type Item,
  isFault,
  type Opened,
  type Obstacle,
  type Place,
  Unreadable,
} from './piece.ts';
export {detached, memoized} from './remember.ts';
export {
  columnParts,
  headingName,
  headingNames,
  type HeadingCheck,
  type NeededColumns,
  titleAbove,
} from './headings.ts';
export {type Duck, duckWords, openDuck, sqlPath, sqlText} from './duck.ts';
export type {SheetCell} from './sheet.ts';
export {openSheet} from './workbook.ts';
export {type ByteRow, plainCsv} from './plain-csv.ts';
export {cellOf, clockIn, endOf, isCell, isSame, numberIn, startOf} from './byte-cells.ts';
