import {asked, ownPaper, ownSentences, type Stage, type Words} from './lever.ts';
import {listed, say} from './say.ts';

const ASKS = /\b(?:request|ask|would like|I'd like|need|propose|expect|target)/i;

/** A lever of a kind that has no words of its own yet: its subject, what the reader can show, and what it asks for. */
export function otherWords(stage: Stage): Words {
  const {lever} = stage;
  const wants = lever.passage.sentences
    .filter(sentence => ASKS.test(sentence.text))
    .flatMap(sentence => sentence.figures.filter(figure => figure.kind === 'money'))
    .map(figure => (figure.of === null ? say`${asked(figure)}` : say`${asked(figure)} (${figure.of})`));
  return {
    ask: wants.length === 0 ? lever.title : listed(wants).text,
    script: [
      say`I would like to talk about ${lever.title.toLowerCase()}: where do you have room in it?`,
      ...ownSentences(stage, 'other'),
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
