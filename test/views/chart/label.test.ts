import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {type BandMark, type BandRow, LABEL_LINE, layBands} from '../../../src/views/chart/bands.ts';
import {fitText, foldText, lanes, textWidth} from '../../../src/page/chart/label.ts';

const mark: fc.Arbitrary<BandMark> = fc.record({
  above: fc.boolean(),
  kind: fc.constantFrom('target', 'competing', 'current', 'guide'),
  label: fc.string({unit: 'grapheme', maxLength: 60}),
  share: fc.double({min: -3, max: 4, noNaN: true}),
});
const rows: fc.Arbitrary<readonly BandRow[]> = fc.array(
  fc.record({
    component: fc.constant('base' as const),
    name: fc.string({maxLength: 12}),
    range: fc.string({maxLength: 20}),
    marks: fc.array(mark, {maxLength: 9}),
  }),
  {maxLength: 5},
);

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const overlap = (a: Box, b: Box) =>
  a.left < b.right - 1e-6 && b.left < a.right - 1e-6 && a.top < b.bottom - 1e-6 && b.top < a.bottom - 1e-6;

/** Every label of a layout as the box it is drawn in, with the pole that leads to it. */
function drawn(layout: ReturnType<typeof layBands>) {
  return layout.rows.flatMap(row =>
    row.placed.map(placed => ({
      label: {
        left: placed.x + 4,
        right: placed.x + 4 + textWidth(placed.shown),
        top: placed.y,
        bottom: placed.y + LABEL_LINE,
      },
      pole: {
        left: placed.x,
        right: placed.x,
        top: Math.min(placed.y, row.strip),
        bottom: Math.max(placed.y + LABEL_LINE, row.strip),
      },
    })),
  );
}

describe('labels of the bands', () => {
  test.each([340, 736])('never overlap, and stay on a canvas %i wide', width => {
    fc.assert(
      fc.property(rows, given => {
        const layout = layBands(given, width);
        const boxes = drawn(layout);
        for (const [index, one] of boxes.entries()) {
          expect(one.label.left).toBeGreaterThanOrEqual(0);
          expect(one.label.right).toBeLessThanOrEqual(width + 1e-6);
          expect(one.label.top).toBeGreaterThanOrEqual(0);
          expect(one.label.bottom).toBeLessThanOrEqual(layout.height + 1e-6);
          for (const other of boxes.slice(index + 1)) expect(overlap(one.label, other.label)).toBe(false);
        }
      }),
    );
  });

  test('no pole runs through a label', () => {
    fc.assert(
      fc.property(rows, given => {
        const boxes = drawn(layBands(given, 736));
        for (const {pole} of boxes)
          for (const {label} of boxes)
            expect(
              pole.left > label.left &&
                pole.left < label.right &&
                overlap({...pole, right: pole.right + 1}, label),
            ).toBe(false);
      }),
    );
  });

  test('two labels far apart share the lane nearest the strip', () => {
    expect(
      lanes([
        {x: 0, width: 40},
        {x: 100, width: 40},
      ]),
    ).toEqual([0, 0]);
  });

  test('a label that would run into the next one is lifted above it', () => {
    expect(
      lanes([
        {x: 0, width: 99},
        {x: 100, width: 40},
      ]),
    ).toEqual([1, 0]);
  });
});

describe('cut texts', () => {
  test('fit keeps what fits and shows that something is missing', () => {
    expect(fitText('Citadel', 200)).toBe('Citadel');
    expect(fitText('Millennium Management', 60)).toMatch(/^M.*…$/);
  });

  test('folded lines are within the room', () => {
    fc.assert(
      fc.property(fc.lorem({maxCount: 12}), fc.integer({min: 60, max: 300}), (text, room) => {
        for (const line of foldText(text, room, 3)) expect(textWidth(line)).toBeLessThanOrEqual(room);
      }),
    );
  });
});
