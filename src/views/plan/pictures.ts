import type {Claim, SealedPicture} from '../../claims/index.ts';
import {say} from '../../figure/index.ts';
import {type About, type Block, type Chart, type Text, text, toned} from '../../page/index.ts';
import type {Brief, LeverPlan} from '../../strategy/index.ts';
import {changeChart} from '../chart/change.ts';
import {exceedanceChart} from '../chart/exceedance.ts';
import {timelineChart} from '../chart/timeline.ts';
import {begun, claimRef, told} from './words.ts';

/** The pictures of what a lever tells of the record; one that two levers tell stands at the first of them. */
export function picturesOf(brief: Brief, lever: LeverPlan): readonly Block[] {
  const at = ({claims}: SealedPicture) =>
    brief.levers.find(({record}) => record.some(({claim}) => claims.includes(claim)));
  return brief.pictures.filter(one => at(one) === lever).map(one => pictured(brief, one));
}

/** The pictures that no lever has. */
export function picturesLeft(brief: Brief): readonly Block[] {
  const shown = new Set(brief.levers.flatMap(({record}) => record.map(({claim}) => claim)));
  return brief.pictures
    .filter(({claims}) => !claims.some(id => shown.has(id)))
    .map(one => pictured(brief, one));
}

/** A picture over the facts that it shows. */
function pictured(brief: Brief, {claims, picture}: SealedPicture): Block {
  const facts = brief.ledger.filter(({id, kind}) => kind === 'fact' && claims.includes(id));
  const source = [...new Set(facts.map(({evidence}) => evidence.source))].join('; ');
  return {
    block: 'picture',
    chart: width => chartOf(picture, {source, notice: null}, width),
    caption: [...facts.flatMap(one => captionOf(brief, one)), ...noteOn(picture)],
  };
}

function captionOf(brief: Brief, {id, says, statedText}: Claim): Text {
  return [
    ...begun(says),
    toned('plain', say`: `),
    ...told(statedText),
    toned('plain', say` `),
    ...claimRef(brief, id),
    toned('plain', say`. `),
  ];
}

function chartOf(picture: SealedPicture['picture'], about: About, width: number): Chart {
  switch (picture.kind) {
    case 'timeline':
      return timelineChart(picture, about, width);
    case 'exceedance':
      return exceedanceChart(picture, about, width);
    case 'change':
      return changeChart(picture, about, width);
  }
}

/** What is to be known beside the figure. */
function noteOn(picture: SealedPicture['picture']): Text {
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
