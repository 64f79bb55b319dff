import {isAsked} from '../../claims/index.ts';
import {type Lever, slotsWithin} from '../../guide/index.ts';
import {asked, ownPaper, ownSentences, type Stage, type Words} from './lever.ts';
import {listed, say} from './say.ts';
import type {Say} from './types.ts';

/** A script names no more sums than a listener keeps. */
const MOST = 2;
/** Words of a title that speak of the negotiation rather than of its subject. */
const TACTICS =
  /\b(?:challenge|request|leverage|negotiation|anchoring|anchor|push|strategy|ask|lever|review|play|framing|argument)\b/gi;

/**
 * A lever of a kind that has no words of its own yet: its subject, what the reader can show, a question where one is given,
 * and what it asks for.
 */
export function otherWords(stage: Stage, question?: Say): Words {
  const {lever, plan} = stage;
  const home = plan.bands[0]?.band.currency;
  const wants = lever.passage.sentences
    .filter(sentence => slotsWithin(lever.slots, sentence.span).every(({low}) => low !== null))
    .flatMap(sentence =>
      sentence.figures.filter(figure => figure.kind === 'money' && isAsked(sentence, figure)),
    )
    .filter(figure => home === undefined || figure.currency === home)
    .slice(0, MOST)
    .map(figure => (figure.of === null ? say`${asked(figure)}` : say`${asked(figure)} in ${figure.of}`));
  const subject = subjectOf(lever);
  return {
    ask: wants.length > 0 ? listed(wants).text : lever.title.includes('[') ? subject : lever.title,
    script: [
      say`I would like to talk about one more point: ${subject}. Where do you have room there?`,
      ...ownSentences(stage),
      ...(question === undefined ? [] : [question]),
      ...(wants.length === 0 ? [] : [say`I am asking for ${listed(wants)}.`]),
    ],
    strengthen: ownPaper(stage, 'other'),
    rebuttals: [
      {
        they: 'That is not something we do.',
        you: say`What do you do instead for people in this role, and is it in the letter?`,
      },
      {
        they: 'The package is already at the top of the range.',
        you: say`Which part of it has room, and who decides on that part?`,
      },
      {
        they: 'We need your answer now.',
        you: say`I want to give you one that holds. By which day do you need it, and can the open points be in writing by then?`,
      },
    ],
  };
}

/** "Sign-On Bonus Request" is about "sign-on bonus"; names in capitals stay as they are. */
function subjectOf(lever: Lever): string {
  const bare = lever.title
    .replace(/\S*\[[^\]]*\]\S*/g, ' ')
    .replace(/\([^)]*\)/g, ' ')
    .replace(TACTICS, ' ')
    .replace(/\S*\d\S*/g, ' ');
  const words = bare.split(/\s+/).filter(word => word !== '');
  const subject = words.map(word => (/^[A-Z][a-z]/.test(word) ? word.toLowerCase() : word)).join(' ');
  return subject === '' ? 'the package as a whole' : subject;
}
