/** A place on a scale of money: its share of the way from the low to the high end, and the amount there. */
export interface Tick {
  readonly share: number;
  readonly amount: number;
}

/** The steps that people count in, times a power of ten. */
const STEPS = [1, 2, 2.5, 5, 10];

/** Round amounts from `low` to `high`, as many as there is room for, `most` at the highest; none on a scale of nothing. */
export function ticks(low: number, high: number, most: number): readonly Tick[] {
  if (!(high > low) || most < 1) return [];
  const power = 10 ** Math.floor(Math.log10((high - low) / most));
  const counted = (step: number) => Math.floor(high / step) - Math.ceil(low / step) + 1;
  const step = STEPS.map(one => one * power).find(one => counted(one) <= most) ?? 10 * power;
  return Array.from({length: Math.max(0, counted(step))}, (_, at) => {
    const amount = (Math.ceil(low / step) + at) * step;
    return {share: (amount - low) / (high - low), amount};
  });
}
