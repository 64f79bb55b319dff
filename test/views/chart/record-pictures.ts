import fc from 'fast-check';
import type {ChangePicture, ExceedancePicture, TimelinePicture} from '../../../src/impact/index.ts';

const DAY = 86_400_000;

/** `2025-01-01` and so many days. */
function later(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** A timeline of so many days from 1 January 2025; each row as `day +minutes state`, down unless told. */
export function timelineOf(
  days: number,
  rows: Readonly<Record<string, readonly string[]>>,
  more: Partial<TimelinePicture> = {},
): TimelinePicture {
  const from = '2025-01-01';
  return {
    kind: 'timeline',
    from,
    to: later(from, days - 1),
    hours: 'XNYS sessions',
    sessions: Math.ceil((days * 5) / 7),
    longest: 390,
    since: null,
    systems: Object.entries(rows).map(([name, texts]) => {
      const marks = texts.map(text => {
        const [, day = '', minutes = '', state = 'down'] = /^(\d+) \+([\d.]+)(?: (\w+))?$/.exec(text) ?? [];
        const none = {day: later(from, Number(day)), down: 0, degraded: 0, unknown: 0};
        return {...none, [state]: Number(minutes)};
      });
      const down = marks.filter(mark => mark.down > 0);
      return {name, outages: down.length, longest: Math.max(0, ...down.map(mark => mark.down)), days: marks};
    }),
    ...more,
  };
}

const minutes = fc.double({min: 0.01, max: 390, noNaN: true});
const state = fc.constantFrom('down', 'degraded', 'unknown');
const name = fc.oneof(
  fc.string({minLength: 1, maxLength: 40}),
  fc.constantFrom('order-router', 'a system with a very long name indeed, and more of it'),
);

/** Any timeline: from one day to six years, from one system to forty. */
export const timelines: fc.Arbitrary<TimelinePicture> = fc
  .integer({min: 1, max: 2200})
  .chain(days =>
    fc
      .tuple(
        fc.uniqueArray(name, {minLength: 1, maxLength: 40}),
        fc.array(fc.tuple(fc.nat({max: days - 1}), minutes, state, fc.nat({max: 39})), {maxLength: 60}),
        fc.option(fc.nat({max: days - 1})),
      )
      .map(([names, marks, since]) =>
        timelineOf(
          days,
          Object.fromEntries(
            names.map((one, at) => [
              one,
              marks
                .filter(mark => mark[3] % names.length === at)
                .map(([day, length, what]) => `${day} +${length.toFixed(2)} ${what}`),
            ]),
          ),
          since === null ? {} : {since: later('2025-01-01', since)},
        ),
      ),
  );

/** The curve of a loss that is exponential beyond a share of years without any. */
export function exceedanceOf(mean: number, more: Partial<ExceedancePicture> = {}): ExceedancePicture {
  const at = (chance: number) => -mean * Math.log(chance);
  const chances = [1, 0.9, 0.7, 0.5, 0.3, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005];
  return {
    kind: 'exceedance',
    currency: 'USD',
    mean,
    none: 0.1,
    curve: chances.map(chance => ({loss: at(chance), chance})),
    laws: [],
    oneIn: [2, 5, 10, 20, 50, 100, 200].map(years => ({years, loss: at(1 / years)})),
    outages: 7,
    counted: 1,
    ...more,
  };
}

export const exceedances: fc.Arbitrary<ExceedancePicture> = fc
  .tuple(
    fc.double({min: 1000, max: 1e8, noNaN: true}),
    fc.double({min: 0, max: 1, noNaN: true}),
    fc.boolean(),
    // how many of the years lose nothing at all
    fc.double({min: 0, max: 0.99, noNaN: true}),
  )
  .map(([mean, none, money, quiet]) => {
    const all = exceedanceOf(money ? mean : mean / 1e9, {none, currency: money ? 'USD' : null});
    const loss = (one: {readonly loss: number}, chance: number) => (chance > 1 - quiet ? 0 : one.loss);
    const heavier = all.curve.map(one => ({...one, loss: one.loss * (1 + 9 * (1 - one.chance))}));
    return {
      ...all,
      laws:
        quiet > 0.5
          ? []
          : [{law: 'lognormal', curve: heavier} as const, {law: 'lomax', curve: all.curve} as const],
      curve: all.curve.map(one => ({...one, loss: loss(one, one.chance)})),
      oneIn: all.oneIn.map(one => ({...one, loss: loss(one, 1 / one.years)})),
    };
  });

/** Weeks on either side of a day, of so many minutes by their order from it. */
export function changeOf(
  before: number,
  after: number,
  took: (week: number) => number,
  more: Partial<ChangePicture> = {},
): ChangePicture {
  const day = '2026-02-07';
  const weeks = Array.from({length: before + after}, (_, at) => ({
    day: later(day, 7 * (at - before)),
    minutes: took(at - before),
  }));
  const level = (of: typeof weeks) => {
    const [first, last] = [of[0], of.at(-1)];
    if (first === undefined || last === undefined) return null;
    return {from: first.day, to: later(last.day, 6), minutes: first.minutes, n: 9 * of.length};
  };
  return {
    kind: 'change',
    what: 'run',
    at: 'median',
    day,
    weeks,
    control: [],
    before: level(weeks.slice(0, before)),
    after: level(weeks.slice(before)),
    shift: null,
    fitted: null,
    ...more,
  };
}

export const changes: fc.Arbitrary<ChangePicture> = fc
  .tuple(
    fc.nat({max: 260}),
    fc.nat({max: 260}),
    fc.array(fc.double({min: 0.05, max: 50_000, noNaN: true}), {minLength: 1, maxLength: 40}),
    fc.boolean(),
    fc.boolean(),
  )
  .filter(([before, after]) => before + after > 0)
  .map(([before, after, lengths, controlled, named]) => {
    const took = (shift: number) => (week: number) =>
      lengths[(((week + shift) % lengths.length) + lengths.length) % lengths.length] ?? 1;
    return changeOf(before, after, took(0), {
      ...(controlled ? {control: changeOf(before, after, took(7)).weeks} : {}),
      ...(named ? {} : {day: null}),
    });
  });
