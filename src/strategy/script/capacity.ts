import type {Claim} from '../../claims/index.ts';
import {say} from '../../figure/index.ts';
import {otherWords} from './other.ts';
import {ownFigure, ownPaper, ownSpoken} from './own.ts';
import type {Reply, ScriptWords, Stage} from './stage.ts';

/** Headroom: what the reader's systems carried on their busiest day, and what theirs have to. */
export function capacityWords(stage: Stage): ScriptWords {
  const {ask, script, strengthen, rebuttals} = otherWords(
    stage,
    say`What did your busiest day ask of the platform, and what gave way first?`,
  );
  return {
    ask,
    script,
    strengthen: [
      ...ownPaper(stage, 'capacity'),
      ...strengthen,
      say`the load of their busiest day beside a usual one, and what the systems can carry`,
    ],
    rebuttals: [...capacityObjections(stage), ...rebuttals],
  };
}

/** The objection that a volume held meets, wherever it is spoken of. */
export function capacityObjections(stage: Stage): readonly Reply[] {
  const [held] = ownSpoken(stage, 'capacity').filter(claim => claim.margin !== undefined);
  return held === undefined ? [] : [elsewhere(held)];
}

function elsewhere(claim: Claim): Reply {
  const figure = ownFigure(claim);
  const how =
    claim.subject === 'peakLoadShare'
      ? say`${figure} is how near it came to what it could carry`
      : say`${figure} is how many times a usual one it carried`;
  return {
    they: say`A busy day elsewhere says little about ours.`,
    you: say`It says nothing of yours, and I do not say that it does. It says that a system of mine was ready for its busiest session: ${how}, on one day, and one day is no law. Show me what your busiest day asks for, and I will say what it needs before I promise anything.`,
  };
}
