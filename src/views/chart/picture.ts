import type {PictureValues, WeeksPicture} from '../../impact/index.ts';
import {type About, type Chart, type Text, text} from '../../page/index.ts';
import {changeChart} from './change.ts';
import {exceedanceChart} from './exceedance.ts';
import {timelineChart} from './timeline.ts';

/** What can be drawn of a record. */
export type DrawnValues = Exclude<PictureValues, WeeksPicture>;

/** A picture of the record as a chart. */
export function chartOf(picture: DrawnValues, about: About, width: number): Chart {
  switch (picture.kind) {
    case 'timeline':
      return timelineChart(picture, about, width);
    case 'exceedance':
      return exceedanceChart(picture, about, width);
    case 'change':
      return changeChart(picture, about, width);
  }
}

/** What is to be known beside it. */
export function noteOn(picture: DrawnValues): Text {
  switch (picture.kind) {
    case 'timeline':
      return picture.systems.every(({name}, at) => name === `system ${at + 1}`)
        ? text`The systems are numbered: what they are called stays at home. A bar is taller by the logarithm of its minutes.`
        : text`A bar is taller by the logarithm of its minutes.`;
    case 'exceedance':
      return text`The curve is of simulated years, with outages such as the record has.`;
    case 'change':
      return text`Weeks of seven days, counted from the change or from the first day of each stretch.`;
  }
}
