import {citiesIn, namesMarket, type SaidCity} from '../../english/index.ts';
import {guideQuote, say} from '../../figure/index.ts';
import type {Guide, Sentence} from '../types.ts';
import type {AuditCheck, AuditHit} from './rule.ts';

export const regionNotInTable: AuditCheck = {
  name: 'region-not-in-table',
  severity: 'warning',
  says: 'a region that the strategy puts a number to and the table does not have',
  *check(guide): Iterable<AuditHit> {
    if (guide.strategy === null || guide.bands.length === 0) return;
    let table: string | null = null;
    const told = new Set<string>();
    for (const sentence of guide.strategy.passage.sentences) {
      if (!sentence.figures.some(({kind}) => kind === 'money')) continue;
      // once, and only where a sentence may need it
      table ??= [...new Set(guide.bands.map(({region}) => region))].join('; ');
      for (const {market, place} of missing(sentence, table, guide)) {
        if (told.has(market)) continue;
        told.add(market);
        yield {
          message: say`the strategy puts a number to ${guideQuote(place)}, and the table has no such region: ${guideQuote(table)}`,
          span: sentence.span,
          hint: 'ask for the band of that region, or leave its number unsaid',
        };
      }
    }
  },
};

function missing({text}: Sentence, table: string, {company}: Guide): SaidCity[] {
  return citiesIn(text).filter(city => !namesMarket(table, city) && !company.value.includes(city.place));
}
