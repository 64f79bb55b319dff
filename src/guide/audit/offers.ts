import {showMoneyShort} from '../../base/index.ts';
import type {CompetingOffer, Guide, Sentence} from '../types.ts';
import type {Found, Rule} from './rule.ts';

const OFFER =
  /\b(?:competing|rival) offers?\b|\boffers? from\b|\bhas offered\b|\boffered\b|\bI(?:'m| am)? hold(?:ing)?\b/i;

export const offerNotYours: Rule = {
  name: 'offer-not-yours',
  severity: 'warning',
  says: 'a competing offer with a figure that the reader does not hold',
  *check(guide: Guide): Iterable<Found> {
    for (const {passage, title} of guide.levers) {
      const said = passage.sentences.filter(isOffer);
      const [first] = said;
      if (first === undefined) continue;
      const sums = said.flatMap(({figures}) =>
        figures.filter(({kind}) => kind === 'money').map(({text}) => text),
      );
      yield found(`lever "${title}" speaks of offers at ${sums.join(', ')}`, first.span);
    }
    const competing = guide.strategy?.competing ?? [];
    const [first] = competing;
    if (first !== undefined)
      yield found(`the strategy names offers of ${competing.map(show).join(', ')}`, first.span);
  },
};

function isOffer({text, figures}: Sentence): boolean {
  return OFFER.test(text) && figures.some(({kind}) => kind === 'money');
}

function show({company, base, bonus, total, currency}: CompetingOffer): string {
  const sums = [base, bonus, total].filter(one => one !== null);
  return `${company} (${sums.map(amount => showMoneyShort({amount, currency})).join(' + ')})`;
}

function found(what: string, span: Found['span']): Found {
  return {
    message: `${what}: they are the guide's, not yours`,
    ...(span === undefined ? {} : {span}),
    hint: 'say only what you hold in writing; an invented offer ends a negotiation, and may end the job',
  };
}
