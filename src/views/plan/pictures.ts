import type {Claim, SealedPicture} from '../../claims/index.ts';
import {say} from '../../figure/index.ts';
import {type Block, type Text, toned} from '../../page/index.ts';
import type {Brief, LeverPlan} from '../../strategy/index.ts';
import {chartOf, noteOn} from '../chart/picture.ts';
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
