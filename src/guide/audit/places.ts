import {guideQuote, say} from '../../figure/index.ts';
import {hitsIn} from '../hits.ts';
import type {Guide, Sentence} from '../types.ts';
import type {AuditCheck, AuditHit} from './rule.ts';

/**
 * Cities that strategies speak of, each line the names of one labour market; the first stands in messages. A city that
 * is not here is not looked for: the rule says less, and nothing wrong.
 */
const MARKETS: readonly (readonly string[])[] = [
  [
    'Bay Area',
    'San Francisco',
    'SF',
    'Silicon Valley',
    'San Jose',
    'Palo Alto',
    'Mountain View',
    'Menlo Park',
    'Sunnyvale',
    'Santa Clara',
    'San Mateo',
    'Cupertino',
    'Redwood City',
    'Oakland',
    'Fremont',
    'California',
  ],
  ['New York', 'NYC', 'NY', 'Manhattan', 'Brooklyn', 'Jersey City', 'New Jersey'],
  ['Seattle', 'Bellevue', 'Redmond', 'Kirkland'],
  ['Los Angeles', 'LA', 'Santa Monica', 'Culver City', 'Irvine'],
  ['Boston', 'Cambridge'],
  ['Chicago'],
  ['Austin', 'Texas'],
  ['Dallas', 'Plano', 'Texas'],
  ['Houston', 'Texas'],
  ['Denver', 'Boulder', 'Colorado'],
  ['Atlanta'],
  ['Miami', 'Florida'],
  ['Washington DC', 'DC', 'Reston', 'McLean'],
  ['Salt Lake City', 'Lehi', 'Utah'],
  ['Toronto', 'Canada'],
  ['Vancouver', 'Canada'],
  ['Montreal', 'Canada'],
  ['London', 'UK'],
  ['Dublin', 'Ireland'],
  ['Amsterdam', 'Netherlands'],
  ['Berlin', 'Germany'],
  ['Munich', 'Germany'],
  ['Paris', 'France'],
  ['Zurich', 'Zürich', 'Switzerland'],
  ['Stockholm', 'Sweden'],
  ['Copenhagen', 'Denmark'],
  ['Warsaw', 'Poland'],
  ['Tel Aviv', 'Israel'],
  ['Bangalore', 'Bengaluru', 'India'],
  ['Hyderabad', 'India'],
  ['Pune', 'India'],
  ['Mumbai', 'India'],
  ['Singapore'],
  ['Hong Kong'],
  ['Tokyo', 'Japan'],
  ['Sydney', 'Australia'],
  ['Melbourne', 'Australia'],
  ['Dubai', 'UAE'],
  ['São Paulo', 'Sao Paulo', 'Brazil'],
];

const WIDER =
  /^(?:California|Texas|Colorado|Florida|Utah|New Jersey|UK|UAE|Canada|Ireland|Netherlands|Germany|France|Switzerland|Sweden|Denmark|Poland|Israel|India|Japan|Australia|Brazil)$/;
/** Each market with the expression that finds any of its names. */
const NAMED = MARKETS.map(names => ({
  names,
  anywhere: new RegExp(`(?<![A-Za-z])(?:${names.join('|')})(?![A-Za-z])`),
}));
const CITIES = MARKETS.flatMap(names => names.filter(name => !WIDER.test(name)));
/** A city behind "for" or "in", or in brackets: "for London", "$155K base (NYC)". */
const SPOKEN = new RegExp(
  `(?:\\b(?:[Ff]or|[Ii]n)\\s+|\\()(${CITIES.join('|')})(?=\\s*(?:[,;:)./—–-]|$|\\s[a-z$£€]))`,
  'g',
);

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
      for (const {name, place} of missing(sentence, table, guide)) {
        if (told.has(name)) continue;
        told.add(name);
        yield {
          message: say`the strategy puts a number to ${guideQuote(place)}, and the table has no such region: ${guideQuote(table)}`,
          span: sentence.span,
          hint: 'ask for the band of that region, or leave its number unsaid',
        };
      }
    }
  },
};

function missing({text}: Sentence, table: string, {company}: Guide): {name: string; place: string}[] {
  return hitsIn(text, SPOKEN).flatMap(([, place = '']) => {
    const market = NAMED.find(({names}) => names.includes(place));
    const listed = market?.anywhere.test(table) === true;
    return listed || company.value.includes(place) ? [] : [{name: market?.names[0] ?? place, place}];
  });
}
