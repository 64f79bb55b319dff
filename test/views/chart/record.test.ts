import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {type About, type Chart, draw} from '../../../src/page/index.ts';
import {changeChart} from '../../../src/views/chart/change.ts';
import {exceedanceChart} from '../../../src/views/chart/exceedance.ts';
import {standalone} from '../../../src/views/index.ts';
import {timelineChart} from '../../../src/views/chart/timeline.ts';
import {layTimeline, timelineFinding} from '../../../src/views/chart/timeline-layout.ts';
import {changeFinding, layChange, minuteTicks} from '../../../src/views/chart/change-layout.ts';
import {exceedanceFinding} from '../../../src/views/chart/exceedance-layout.ts';
import {textWidth} from '../../../src/page/chart/label.ts';
import {all, parse} from '../../fixtures/dom.ts';
import {changeOf, changes, exceedanceOf, exceedances, timelineOf, timelines} from './record-pictures.ts';

const about: About = {source: 'exports of the platform (made up), 2025-01-01 to 2025-12-31', notice: null};

interface Box {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Every text of a drawn chart as the box that it takes, by the widths that the charts reckon with. */
async function textsOf(chart: Chart): Promise<{boxes: readonly Box[]; width: number; height: number}> {
  const document = parse(await draw(chart));
  const [, , width, height] = (document.querySelector('svg')?.getAttribute('viewBox') ?? '')
    .split(' ')
    .map(Number);
  const boxes = all(document, '[aria-label="text"]').flatMap(group => {
    const size = Number(group.getAttribute('font-size') ?? 12);
    const anchor = group.getAttribute('text-anchor') ?? 'middle';
    return all(group, 'text').map((one): Box => {
      const [x = NaN, y = NaN] = (one.getAttribute('transform') ?? '').match(/-?[\d.]+/g)?.map(Number) ?? [];
      const wide = textWidth(one.textContent, size);
      const left = anchor === 'start' ? x : anchor === 'end' ? x - wide : x - wide / 2;
      return {text: one.textContent, left, right: left + wide, top: y - size / 2, bottom: y + size / 2};
    });
  });
  return {boxes, width: width ?? NaN, height: height ?? NaN};
}

const overlap = (a: Box, b: Box) =>
  a.left < b.right - 0.5 && b.left < a.right - 0.5 && a.top < b.bottom - 0.5 && b.top < a.bottom - 0.5;

async function readable(chart: Chart) {
  const {boxes, width, height} = await textsOf(chart);
  expect(boxes.length).toBeGreaterThan(2);
  for (const box of boxes) {
    const inside =
      box.left >= -0.5 && box.right <= width + 0.5 && box.top >= -0.5 && box.bottom <= height + 0.5;
    expect({...box, inside}).toEqual({...box, inside: true});
  }
  for (const [at, one] of boxes.entries())
    for (const other of boxes.slice(at + 1))
      expect([one.text, other.text, overlap(one, other)]).toEqual([one.text, other.text, false]);
}

describe.each([340, 736])('on a canvas %i wide no text leaves the picture or lies on another', width => {
  const runs = {numRuns: 40};

  test('of a timeline', async () => {
    await fc.assert(
      fc.asyncProperty(timelines, picture => readable(timelineChart(picture, about, width))),
      runs,
    );
  });

  test('of a loss-exceedance curve', async () => {
    await fc.assert(
      fc.asyncProperty(exceedances, picture => readable(exceedanceChart(picture, about, width))),
      runs,
    );
  });

  test('of a change', async () => {
    await fc.assert(
      fc.asyncProperty(changes, picture => readable(changeChart(picture, about, width))),
      runs,
    );
  });
});

describe('a timeline', () => {
  test.each([340, 736])('has every minute in one bar, within the frame (%i)', width => {
    fc.assert(
      fc.property(timelines, picture => {
        const layout = layTimeline(picture, about, width);
        for (const [at, lane] of layout.lanes.entries()) {
          for (const state of ['down', 'degraded', 'unknown'] as const) {
            const told = picture.systems[at]?.days.reduce((sum, day) => sum + day[state], 0) ?? NaN;
            expect(lane.bars.reduce((sum, bar) => sum + bar[state], 0)).toBeCloseTo(told, 6);
          }
          for (const bar of lane.bars) {
            expect(bar.x1).toBeGreaterThanOrEqual(layout.scale.left - 0.1);
            expect(bar.x2).toBeLessThanOrEqual(layout.scale.right + 0.1);
            expect(bar.x2 - bar.x1).toBeGreaterThanOrEqual(1.9);
            // what there is at all is seen
            expect(bar.reach.down > 0).toBe(bar.down > 0);
            expect(bar.reach.unknown > bar.reach.down).toBe(bar.unknown > 0);
            expect(bar.reach.degraded > 0).toBe(bar.degraded > 0);
          }
        }
      }),
    );
  });

  test('draws a longer outage taller, and on its own day', () => {
    const year = timelineOf(365, {router: ['0 +2', '100 +60', '364 +390']});
    const {lanes, scale} = layTimeline(year, about, 736);
    const bars = lanes[0]?.bars ?? [];
    expect(bars.map(bar => bar.down)).toEqual([2, 60, 390]);
    expect(bars.map(bar => bar.reach.down)).toEqual(
      bars.map(bar => bar.reach.down).toSorted((a, b) => a - b),
    );
    for (const [at, day] of [0, 100, 364].entries()) {
      const middle = ((bars[at]?.x1 ?? 0) + (bars[at]?.x2 ?? 0)) / 2;
      expect(Math.abs(middle - scale.x(scale.from + day + 0.5))).toBeLessThan(1.5);
    }
  });

  test('tells down, degraded and unknown apart by where they stand, and what day one’s own work begins', async () => {
    const mixed = timelineOf(
      365,
      {router: ['3 +20', '40 +20 degraded', '80 +20 unknown']},
      {since: '2025-07-01'},
    );
    const {lanes, key, since} = layTimeline(mixed, about, 736);
    const [down, degraded, unknown] = lanes[0]?.bars ?? [];
    expect(down?.reach).toMatchObject({degraded: 0});
    expect(degraded?.reach).toMatchObject({down: 0, unknown: 0});
    expect(unknown?.reach).toMatchObject({down: 0, degraded: 0});
    expect(key.map(one => one.sign.kind)).toEqual(['down', 'down', 'down', 'degraded', 'unknown']);
    expect(since?.label).toBe('own work from 2025-07-01');
  });

  test.each<[string, ReturnType<typeof timelineOf>, string]>([
    ['none at all', timelineOf(365, {router: [], feed: []}), 'No outage of 2 systems in 261 XNYS sessions'],
    ['one', timelineOf(7, {router: ['2 +390']}), '1 outage of 1 system in 5 XNYS sessions; it took 390 min'],
    [
      'several',
      timelineOf(365, {router: ['2 +1.5', '9 +3'], feed: ['7 +12.34']}),
      '3 outages of 2 systems in 261 XNYS sessions; the longest took 12.3 min',
    ],
  ])('says in a sentence what it shows: %s', (_, picture, says) => {
    expect(timelineFinding(picture)).toBe(says);
  });
});

describe('a loss-exceedance curve', () => {
  test('says what an average year loses, and one in ten', () => {
    expect(exceedanceFinding(exceedanceOf(1_000_000))).toBe(
      'A year like these loses $1M on average, and one in ten loses $2.3M or more',
    );
    expect(exceedanceFinding(exceedanceOf(0.01, {currency: null}))).toBe(
      'A year like these loses 1% of the PnL at risk on average, and one in ten loses 2.3% or more',
    );
  });

  test('of shares has no money in it', async () => {
    const svg = await draw(exceedanceChart(exceedanceOf(0.01, {currency: null}), about, 736));
    expect(svg).not.toMatch(/\$|USD/);
    expect(svg).toContain('1 year in 10: 2.3% or more');
    expect(svg).toContain('1 year in 20: 3% or more');
    expect(svg).toContain('mean 1%');
  });
});

describe('before and after', () => {
  test('has a mark for every week, of the control too', async () => {
    const picture = changeOf(12, 12, week => (week < 0 ? 200 : 20), {
      control: changeOf(12, 12, () => 50).weeks,
    });
    const layout = layChange(picture, about, 736);
    expect(layout.weeks).toHaveLength(24);
    expect(layout.control).toHaveLength(24);
    const {frame, scale} = layout;
    for (const {x, y} of [...layout.weeks, ...layout.control]) {
      expect(x).toBeGreaterThan(scale.left);
      expect(x).toBeLessThan(scale.right);
      expect(y).toBeGreaterThan(frame.top);
      expect(y).toBeLessThan(frame.bottom);
    }
    // a tenth of the time stands far below on a logarithmic scale
    const [first, last] = [layout.weeks[0], layout.weeks.at(-1)];
    expect((last?.y ?? 0) - (first?.y ?? 0)).toBeGreaterThan(150);
    expect(layout.change?.x).toBeCloseTo((scale.left + scale.right) / 2, 0);
  });

  test('says both medians, and of the jump what its interval says', () => {
    const sides = changeOf(12, 12, week => (week < 0 ? 200 : 20));
    expect(changeFinding(sides)).toBe('The median deployment took 200 min before and 20 min after');
    const shifted = (low: number, mid: number, high: number) =>
      changeFinding({...sides, shift: {low, mid, high, level: 0.95, over: 'the control'}});
    expect(shifted(-0.93, -0.9, -0.85)).toBe(
      'The median deployment took 200 min before and 20 min after: −90% over the control (95%: −93% to −85%)',
    );
    expect(shifted(-0.5, -0.2, 0.3)).toContain(
      'that the change did it is not shown, −20% over the control (95%: −50% to +30%)',
    );
  });

  test('says which side nothing is known of', () => {
    expect(changeFinding(changeOf(0, 9, () => 20))).toBe(
      'The median deployment took 20 min; nothing is known before',
    );
  });

  test.each<[number, number, readonly number[]]>([
    [0.8, 6, [1, 2, 5]],
    [11, 430, [20, 50, 100, 200]],
    [25, 120, [30, 50, 70, 100]],
    [0.1, 90_000, [0.1, 1, 10, 100, 1000, 10_000]],
    [5, 5, []],
  ])('has round minutes from %d to %d', (low, high, found) => {
    expect(minuteTicks(low, high)).toEqual(found);
  });
});

test.each<[string, (width: number) => Chart]>([
  [
    'timeline',
    width => timelineChart(timelineOf(365, {router: ['3 +20', '40 +2 degraded'], feed: []}), about, width),
  ],
  ['loss-exceedance', width => exceedanceChart(exceedanceOf(1e6), about, width)],
  [
    'before-after',
    width =>
      changeChart(
        changeOf(20, 20, week => (week < 0 ? 200 : 20)),
        about,
        width,
      ),
  ],
])('%s is the golden one', async (name, chart) => {
  await expect(`${standalone(await draw(chart(736)))}\n`).toMatchFileSnapshot(`golden/${name}.svg`);
});

test('names out of a record cannot break out of the picture', async () => {
  const hostile = timelineOf(30, {'"><script>alert(1)</script>': ['3 +20']});
  expect(await draw(timelineChart(hostile, {...about, source: '</svg><script>'}, 736))).not.toContain(
    '<script',
  );
});

test('what is read aloud is what was typed, and no entity of it', async () => {
  const coded = timelineOf(30, {'&#x34;&#x37;': ['3 +20']});
  const drawn = await draw(timelineChart(coded, about, 736));
  expect(drawn).toContain('&amp;#x34;');
  expect(drawn).not.toContain('&#x34;');
});
