import {join} from 'node:path';
import {beforeAll, describe, expect, test} from 'vitest';
import {calendar, record} from '../../src/desk/index.ts';
import {jsonOf} from '../../src/figure/index.ts';
import {type Document, printHtml, printTerminal} from '../../src/page/index.ts';
import type {RecordFigures} from '../../src/record/index.ts';
import {calendarDocument, calendarsDocument, recordDocument} from '../../src/views/index.ts';
import {SILENT} from '../cli/desk.ts';
import {comparable, wordsOfHtml, wordsOfTerminal} from '../page/words.ts';
import {answersIn, faultOf} from './again.ts';
import {EXAMPLE, textsOf, TODAY} from './cases.ts';
import {toldFault} from './told.ts';
import {knownWithin, numbersOf, within} from './within.ts';

const WORLD = {today: TODAY, progress: SILENT, cache: null};
const PATH = join(EXAMPLE, 'record', 'record.yaml');
const grounds = (asked: unknown) => ({text: textsOf(PATH), asked: answersIn(asked)});
const clean = (words: string) => words;

async function recordOf(): Promise<RecordFigures> {
  const more = {calendars: ['XNYS', 'XLON'], from: undefined, to: undefined, skipBad: false, full: false};
  const {report} = await record({path: PATH, target: 0.9999, ...more}, WORLD);
  return report ?? expect.fail('the example has a record');
}

async function calendarsOf(id: string | null) {
  const {report} = await calendar({id, year: 2026}, WORLD);
  return report ?? expect.fail('2026 is a year of all exchanges');
}

/** What is wrong with the figures of a report: that they are not got again, or are not printed as what they hold. */
function faults(report: unknown, again: unknown) {
  const ground = grounds(again);
  return knownWithin(report).flatMap(({at, figure}) =>
    [faultOf(figure, ground), toldFault(figure)].flatMap(fault =>
      fault === null ? [] : [`${at}: ${fault}`],
    ),
  );
}

async function saysTheSame(document: Document) {
  const plain = comparable(document);
  const terminal = printTerminal(plain, {width: 20_000, colour: false, clean});
  expect(wordsOfTerminal(terminal)).toEqual(wordsOfHtml(await printHtml(plain, {clean})));
  for (const {text} of within(document).texts)
    for (const part of text.prose) if (typeof part === 'string') expect(part).not.toMatch(/\p{N}/u);
}

describe('a record', () => {
  let report: RecordFigures;
  beforeAll(async () => {
    report = await recordOf();
  }, 60_000);

  test('holds figures that are got again when it is asked again', async () => {
    expect(faults(report, await recordOf())).toEqual([]);
  }, 60_000);

  /** Rows, tickets, pods, days, sessions, deployments: the report is their source. */
  const COUNTS =
    /^\/sources\/|^\/systems\/\d+\/(?:incidents|open)$|\/(?:outages|of|later|sessions|rows)$|^\/deployments\/|^\/pnl\/|^\/costs\/|^\/untold\/|\/place\/line$/;

  test('has a card for every number but counts', () => {
    const {json, figures} = jsonOf(report);
    const found = numbersOf(json).filter(at => !COUNTS.test(at));
    expect(found.length).toBeGreaterThan(2000);
    expect(found.filter(at => figures[at] === undefined)).toEqual([]);
  });

  test.each([true, false])('says the same words on paper and in a terminal, in full: %s', async full => {
    await saysTheSame(recordDocument(report, {full}));
  });
});

describe('a year of exchanges', () => {
  test('holds figures of the facts, and one formula over them', async () => {
    const all = await calendarsOf(null);
    expect(faults(all, await calendarsOf(null))).toEqual([]);
    const {json, figures} = jsonOf(all[0]);
    const bare = numbersOf(json).filter(at => figures[at] === undefined);
    expect(bare.filter(at => !/\/(?:year|sessions)$/.test(at))).toEqual([]);
  });

  test('says the same words on paper and in a terminal', async () => {
    const all = await calendarsOf(null);
    await saysTheSame(calendarsDocument(all));
    for (const one of all) await saysTheSame(calendarDocument(one));
  });
});
