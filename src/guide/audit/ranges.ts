import {say} from '../../figure/index.ts';
import type {Figure, Guide} from '../types.ts';
import {sentencesOfGuide} from './said.ts';
import type {Found, Rule} from './rule.ts';

export const rangeUpsideDown: Rule = {
  name: 'range-upside-down',
  severity: 'error',
  says: 'a range whose low end is above its high end',
  *check(guide: Guide): Iterable<Found> {
    for (const band of guide.bands) {
      if (band.high !== null && band.low > band.high) yield found(`${band.low} to ${band.high}`, band);
      if (band.alt !== null && band.alt.low > band.alt.high)
        yield found(`${band.alt.low} to ${band.alt.high}`, band);
    }
    for (const {figures} of sentencesOfGuide(guide))
      for (const figure of figures) if (isUpsideDown(figure)) yield found(figure.text, figure);
  },
};

/** "from 4 to 2" is a fall and "$9K — $4K of it" two sums; "4-2" is a slip. */
function isUpsideDown({kind, low, high, text}: Figure): boolean {
  return low > high && (kind === 'money' || kind === 'percent') && /[-–]/.test(text);
}

function found(range: string, {span}: Pick<Figure, 'span'>): Found {
  return {
    message: say`${range}: the low end is above the high end`,
    span,
    hint: 'swap the ends, or mend the unit of one of them',
  };
}
