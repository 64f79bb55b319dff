import {DAY_MS} from '../calendar/index.ts';
import {attributeOf, tagsOf} from './xml.ts';

/** Which cells of a workbook are days: a day is a number there, and only the style of the cell tells. */
export interface DateCells {
  /** Numbers of the styles that show a number as a day or a time. */
  readonly styles: ReadonlySet<number>;
  /** Whether days are counted from 1904, as workbooks of old Macs do, and not from 1900. */
  readonly isFrom1904: boolean;
}

/** Formats that every program knows by number, and shows in the order of its country. */
const BUILT_IN = [...range(14, 22), ...range(27, 36), 45, 47, ...range(50, 58)];

/** The styles of a workbook, by its `styles.xml`, under which a number is a day. */
export function dateStyles(xml: string): ReadonlySet<number> {
  const isDate = new Map(BUILT_IN.map(id => [id, true]));
  for (const tag of tagsOf(xml, 'numFmt'))
    isDate.set(Number(attributeOf(tag, 'numFmtId')), isDateFormat(attributeOf(tag, 'formatCode') ?? ''));
  const [, list = ''] = /<cellXfs\b[^>]*>(.*?)<\/cellXfs>/s.exec(xml) ?? [];
  return new Set(
    tagsOf(list, 'xf').flatMap((tag, style) =>
      isDate.get(Number(attributeOf(tag, 'numFmtId'))) === true ? [style] : [],
    ),
  );
}

/** Whether a format shows a day or a time: `dd/mm/yyyy hh:mm`, and not `0.00 "days"`; `[h]:mm` is a length of time. */
function isDateFormat(code: string): boolean {
  const [first = ''] = code.replace(/"[^"]*"|\\.|_.|\*./g, '').split(';');
  return !/\[(?:h+|m+|s+)\]/i.test(first) && /[ymdhs]/i.test(first.replace(/\[[^\]]*\]/g, ''));
}

/** Of the first two months of 1900 programs count different days, for one of them has a 29 February; before are times of no day. */
const FIRST = 61;
/** 31 December 9999, counted from 1900. */
const LAST = 2_958_465;
/** Between the two countings, in days. */
const FROM_1904 = 1462;

/** `2025-03-01`, with a time behind a blank where there is one, for the number of a day; null where it names none. */
export function dateText(serial: number, isFrom1904: boolean): string | null {
  const days = isFrom1904 ? serial + FROM_1904 : serial;
  if (!(days >= FIRST && days < LAST + 1) || serial < 1) return null;
  const text = new Date(Date.UTC(1899, 11, 30) + Math.round(days * DAY_MS)).toISOString();
  const time = text.slice(11, -1).replace(/\.000$/, '');
  return time === '00:00:00' ? text.slice(0, 10) : `${text.slice(0, 10)} ${time}`;
}

function range(from: number, to: number): number[] {
  return Array.from({length: to - from + 1}, (_, at) => from + at);
}
