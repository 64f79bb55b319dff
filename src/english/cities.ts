import {amountAt, isCapital, MARK, type Tokens, tokensOf, WORD} from './tokens.ts';
import {Vocabulary} from './vocabulary.ts';

/**
 * Cities that strategies speak of, each line the names of one labour market; the first stands in messages. A city that
 * is not here is not looked for: less is said, and nothing wrong.
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

/** Names of more than one labour market's land, which nobody is paid in by name. */
const WIDER = new Set([
  'California',
  'Texas',
  'Colorado',
  'Florida',
  'Utah',
  'New Jersey',
  'UK',
  'UAE',
  'Canada',
  'Ireland',
  'Netherlands',
  'Germany',
  'France',
  'Switzerland',
  'Sweden',
  'Denmark',
  'Poland',
  'Israel',
  'India',
  'Japan',
  'Australia',
  'Brazil',
]);

/** Every name, and the markets that it is one of. */
const NAMES = new Vocabulary<ReadonlySet<number>>(
  [...new Set(MARKETS.flat())].map(name => [
    new Set(MARKETS.flatMap((names, market) => (names.includes(name) ? [market] : []))),
    name.toLowerCase(),
  ]),
);
const CITIES = new Vocabulary<readonly string[]>(
  MARKETS.flatMap(names =>
    names.filter(name => !WIDER.has(name)).map(name => [names, name.toLowerCase()] as const),
  ),
);
/** A capital behind "for" or "in", or behind a bracket. */
const BEFORE = /(?:\b(?:for|in|For|In)\s+|\()(?=[A-Z])/g;
const LONGEST = 40;
const BEHIND = new Set([...',;:)./—–-$£€'].map(mark => mark.charCodeAt(0)));

/** A city as a text names it, and the name of its labour market. */
export interface SaidCity {
  readonly place: string;
  readonly market: string;
}

/** The cities that stand behind "for" or "in", or in brackets: "for London", "$155K base (NYC)". */
export function citiesIn(text: string): SaidCity[] {
  const found: SaidCity[] = [];
  BEFORE.lastIndex = 0;
  while (BEFORE.test(text)) {
    // the longest of them has two words, and one more says whether the name goes on
    const tokens = tokensOf(text.slice(BEFORE.lastIndex, BEFORE.lastIndex + LONGEST));
    const city = CITIES.at(tokens, 0);
    if (city === null || goesOn(tokens, city.to)) continue;
    const place = tokens.text.slice(0, tokens.ends[city.to - 1]);
    found.push({place, market: city.sense[0] ?? ''});
  }
  return found;
}

/** Whether a name may go on at a token, as in "San Jose State". */
function goesOn(tokens: Tokens, at: number): boolean {
  if (at >= tokens.count) return false;
  if (tokens.kinds[at] === MARK) return !BEHIND.has(tokens.values[at] as number);
  return tokens.kinds[at] === WORD ? isCapital(tokens, at) : amountAt(tokens, at)?.currency == null;
}

/** Whether a text names the labour market of a city by any of its names. */
export function namesMarket(text: string, {place}: SaidCity): boolean {
  const own = MARKETS.findIndex(names => names.includes(place));
  return NAMES.all(tokensOf(text)).some(({sense}) => sense.has(own));
}
