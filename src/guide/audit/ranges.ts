import {type Prose, say, styled} from '../../figure/index.ts';
import {guideSum, inWords} from '../stated.ts';
import type {Band, Figure, Guide} from '../types.ts';
import {sentencesOfGuide} from './said.ts';
import type {AuditCheck, AuditHit} from './rule.ts';

export const rangeUpsideDown: AuditCheck = {
  name: 'range-upside-down',
  severity: 'error',
  says: 'a range whose low end is above its high end',
  *check(guide: Guide): Iterable<AuditHit> {
    for (const band of new Set([...guide.bands, ...(guide.frontMatter?.compensation.flat() ?? [])])) {
      if (band.high !== null && band.low > band.high) yield found(ends(band.low, band.high, band), band);
      if (band.alt !== null && band.alt.low > band.alt.high)
        yield found(ends(band.alt.low, band.alt.high, band), band);
    }
    for (const {figures} of sentencesOfGuide(guide))
      for (const figure of figures)
        if (isUpsideDown(figure)) yield found(say`${inWords(figure, figure.text)}`, figure);
  },
};

/** "from 4 to 2" is a fall and "$9K — $4K of it" two sums; "4-2" is a slip. */
function isUpsideDown({kind, low, high, text}: Figure): boolean {
  return low > high && (kind === 'money' || kind === 'percent') && /[-–]/.test(text);
}

/** `225000 to 175000`, as the cell was read. */
function ends(low: number, high: number, {currency, span}: Band): Prose {
  const end = (value: number) => styled(guideSum(value, currency, span), 'written', {text: String(value)});
  return say`${end(low)} to ${end(high)}`;
}

function found(range: Prose, {span}: Pick<Figure, 'span'>): AuditHit {
  return {
    message: say`${range}: the low end is above the high end`,
    span,
    hint: 'swap the ends, or mend the unit of one of them',
  };
}
