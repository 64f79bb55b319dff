import type {Span} from '../../base/index.ts';
import {offerIn, saysValue} from '../../english/index.ts';
import {guideQuote, join, type Prose, say} from '../../figure/index.ts';
import {inWords, OFFERED, offeredFigure} from '../stated.ts';
import type {CompetingOffer, Figure, Guide, Sentence} from '../types.ts';
import type {AuditCheck, AuditHit} from './rule.ts';

/** "a $260K TC offer from". */
const NEAR = 12;
export const offerNotYours: AuditCheck = {
  name: 'offer-not-yours',
  severity: 'warning',
  says: 'a competing offer with a figure that the reader does not hold',
  *check(guide: Guide): Iterable<AuditHit> {
    for (const {passage, title} of guide.levers) {
      const said = passage.sentences.filter(sentence => offered(sentence).length > 0);
      const [first] = said;
      if (first === undefined) continue;
      const sums = said.flatMap(offered).map(one => say`${inWords(one, one.text)}`);
      yield found(say`lever "${guideQuote(title)}" speaks of offers at ${join(sums, ', ')}`, first.span);
    }
    const competing = guide.strategy?.competing ?? [];
    const [first] = competing;
    if (first !== undefined)
      yield found(say`the strategy names offers of ${join(competing.map(shown), ', ')}`, first.span);
  },
};

/** The sums behind the word of an offer, or right before it: "$20K to match competing offers" is the reader's own ask. */
function offered({text, figures}: Sentence): Figure[] {
  const sums = figures.filter(({kind}) => kind === 'money');
  const at = sums.length === 0 ? null : offerIn(text);
  if (at === null) return [];
  return sums.filter(figure => {
    const stands = text.indexOf(figure.text);
    if (saysValue(text.slice(0, stands))) return false;
    return stands > at || at - (stands + figure.text.length) <= NEAR;
  });
}

function shown(offer: CompetingOffer): Prose {
  const sums = OFFERED.map(part => offeredFigure(offer, part)).filter(one => one !== null);
  return say`${guideQuote(offer.company)} (${join(
    sums.map(one => say`${one}`),
    ' + ',
  )})`;
}

function found(what: Prose, span: Span): AuditHit {
  return {
    message: say`${what}: they are the guide's, not yours`,
    span,
    hint: 'say only what you hold in writing; an invented offer ends a negotiation, and may end the job',
  };
}
