import {guideQuote, say} from '../../figure/index.ts';
import type {Band} from '../types.ts';
import {payRows, rowsBy} from './rows.ts';
import type {AuditCheck, AuditHit} from './rule.ts';

export const mixedCurrencies: AuditCheck = {
  name: 'mixed-currencies',
  severity: 'warning',
  says: 'a row whose parts are in different currencies',
  *check(guide): Iterable<AuditHit> {
    const money = guide.bands.filter(({unit}) => unit === 'money');
    for (const row of payRows(money)) {
      const [first] = row;
      if (first === undefined || row.every(({currency}) => currency === first.currency)) continue;
      const odd = row.find(({currency}) => currency !== first.currency) ?? first;
      const parts = rowsBy(row, ({currency}) => currency).map(
        same =>
          `${same.map(({component}) => component.replace('other:', '')).join(', ')} in ${same[0]?.currency}`,
      );
      yield {
        message: say`${guideQuote(placeOf(first))}: ${guideQuote(parts.join('; '))}`,
        span: odd.span,
        hint: 'state the whole row in the currency that is paid, or both currencies in every cell',
      };
    }
  },
};

function placeOf({region, level}: Band): string {
  return [region, level].filter(part => part !== null && part !== '').join(', ') || 'the row';
}
