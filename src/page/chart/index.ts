export {canvas, type Chart, INK} from './chart.ts';
export {cleanLine} from './clean.ts';
export {type DayScale, type DayTick, dayIndex, dayScale, dayTexts, dayTicks} from './days.ts';
export {draw} from './draw.ts';
export {
  type About,
  footOf,
  HALO,
  headOf,
  type KeyEntry,
  keyOf,
  keyTexts,
  LINE,
  px,
  SIGN,
  SMALL,
  type TextLine,
  textMarks,
} from './frame.ts';
export {fitText, foldText, lanes, textWidth} from './label.ts';
export {ticks} from './ticks.ts';
