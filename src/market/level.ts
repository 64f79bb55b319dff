import type {Names} from './names.ts';
import {roleIn, roleKey} from './role.ts';

/** One way to name a level: by the firm's code (`L4`), or by a title. */
export interface Level {
  /** Equal for two spellings of one level: `L4`, `senior devops`. */
  readonly key: string;
  readonly kind: 'code' | 'title';
  /** What the level is of: the letters of a code, the field of a title. Only levels of one ladder can be compared. */
  readonly ladder: string;
}

/** What stands in a cell of a level map. "L4-L5" names two levels and says of neither that it is the one. */
export interface LevelReading {
  readonly levels: readonly Level[];
  readonly range: boolean;
}

/** `L4`, `L4-L5`, `E4/E5`, `IC4-5`, `L7+`. */
const CODE = /\b([A-Z]{1,4})(\d{1,2})(?:\s?[-–/]\s?([A-Z]{0,4})(\d{1,2}))?(?![\w.])(\+)?/;
/** `Band 9`, `Level 62-63`, `GCB 5`; bare numbers of two digits. */
const NUMBERED =
  /\b(Band|Grade|GCB|Level)\s(\d{1,2})(?:\s?[-–/]\s?(\d{1,2}))?\b|(?<![\w.])()(\d{2})(?:\s?[-–/]\s?(\d{2}))?\b/;
/** A range of codes wider than this is no statement about a level. */
const WIDEST = 3;

/** Reads the name of a level. A code stands for the level whatever else the cell says: "L4 (SRE)" is L4. */
export function readLevel(names: Names, text: string): LevelReading {
  const code = codesIn(text);
  if (code !== null) return code;
  const role = roleIn(names, text);
  const key = roleKey(role);
  return {levels: key === '' ? [] : [{key, kind: 'title', ladder: role.field}], range: false};
}

function codesIn(text: string): LevelReading | null {
  const lettered = CODE.exec(text);
  if (lettered !== null) {
    const [, prefix = '', low = '', , high, plus] = lettered;
    return upTo(prefix, Number(low), Number(high ?? low), plus !== undefined);
  }
  const numbered = NUMBERED.exec(text);
  if (numbered === null) return null;
  const [, word, low = '', high, , bare = '', bareHigh] = numbered;
  if (word !== undefined)
    return upTo(word === 'Level' ? '' : `${word} `, Number(low), Number(high ?? low), false);
  return upTo('', Number(bare), Number(bareHigh ?? bare), false);
}

function upTo(prefix: string, low: number, high: number, open: boolean): LevelReading {
  if (high < low || high - low > WIDEST) return {levels: [], range: true};
  const levels = Array.from(
    {length: high - low + 1},
    (_, at): Level => ({key: `${prefix}${low + at}`, kind: 'code', ladder: prefix}),
  );
  return {levels, range: open || levels.length > 1};
}
