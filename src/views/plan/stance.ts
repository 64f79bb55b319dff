import {say} from '../../figure/index.ts';
import type {Document} from '../../page/index.ts';
import {begun, STANCE_WORDS, tally, type Told, told} from './words.ts';

/** What to do, and why. What I need and where I would stop is nobody else's to see. */
export function stance({brief, edition}: Told): Document['answer'] {
  if (edition === 'share') return null;
  const {action, because} = brief.stance;
  return {
    heading: say`${STANCE_WORDS[action]}`,
    blocks: [
      {block: 'list', items: because.map(reason => ({text: begun(reason)}))},
      {block: 'paragraph', text: told(tally(brief.ledger), 'muted')},
    ],
  };
}
