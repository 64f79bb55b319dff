import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {type Band, type Figure, type Guide, type Position, readGuide} from '../../src/guide/index.ts';
import {beside} from '../beside.ts';

const ROOT = join(import.meta.dirname, '../..');
const OURS = join(ROOT, 'examples/millennium-devops/guide.md');
const {path: FIRST, isThere} = beside(
  'seed/millennium-devops-engineer.md',
  'the example reads as the guide that it retells',
);

function read(path: string): Guide {
  const {guide} = readGuide(path, readFileSync(path, 'utf8'));
  if (guide === null) throw new Error(`${path} was not read as a guide`);
  return guide;
}

/** `New York (HQ): base USD 175-225`, in thousands; a second currency follows a slash. */
function bandLine({region, level, component, currency, low, high, unit, basis, alt}: Band): string {
  const second = alt === null ? '' : ` / ${alt.currency} ${alt.low / 1e3}-${alt.high / 1e3}`;
  const place = level === null ? region : `${region}, ${level}`;
  const odd = unit === 'money' && basis === 'annual' ? '' : ` (${unit}, ${basis})`;
  return `${place}: ${component} ${currency} ${low / 1e3}-${(high ?? Number.NaN) / 1e3}${second}${odd}`;
}

/** `accept base 190000`, with the conditions that hang on the very number. */
function positions(side: string, of: readonly Position[]): string[] {
  return of.map(({key, value, guaranteed, written, firstYear}) =>
    [side, key, value, guaranteed && 'guaranteed', written && 'written', firstYear && 'first year']
      .filter(word => word !== false)
      .join(' '),
  );
}

/** `money 2000 USD per minute each pod`: what a figure is, without the noun that wording may change. */
function figureLine({kind, low, high, open, currency, per, unit, each}: Figure): string {
  const size = low === high ? `${low}` : `${low}-${high}`;
  return [kind, `${size}${open ? '+' : ''}`, currency, unit, per && `per ${per}`, each && `each ${each}`]
    .filter(word => word !== null)
    .join(' ');
}

/** What a reading says, without places and without the guide's wording. */
function facts(guide: Guide) {
  const figuresOf = (sentences: readonly {readonly figures: readonly Figure[]}[]) =>
    sentences.flatMap(sentence => sentence.figures.map(figureLine));
  const strategy = guide.strategy;
  return {
    role: guide.role.value,
    company: guide.company.value,
    dna: guide.dna.map(tag => tag.value),
    bands: guide.bands.map(bandLine),
    levels: guide.levels.map(row => row.map(({company, level}) => `${company}: ${level}`)),
    narrative: guide.narrative.flatMap(passage => figuresOf(passage.sentences)),
    levers: guide.levers.map(({title, script, passage}) => ({
      title,
      spoken: script !== null,
      figures: figuresOf(passage.sentences),
    })),
    strategy: strategy && {
      positions: [
        ...positions('anchor', strategy.anchor),
        ...positions('accept', strategy.accept),
        ...positions('walk away', strategy.walkAway),
      ],
      conditions: strategy.walkAwayIf.length,
      lead: strategy.lead !== null,
      asks: strategy.asks.map(ask => ask.figures.map(figureLine)),
      competing: strategy.competing.map(({company, base, bonus, total}) => [company, base, bonus, total]),
    },
    sources: guide.sources.map(({text, url, years}) => [text, url, ...years]),
    unread: guide.unread.length,
  };
}

describe.skipIf(!isThere)('read, the guide is the one it retells', () => {
  test.each([
    'role',
    'company',
    'dna',
    'bands',
    'levels',
    'narrative',
    'levers',
    'strategy',
    'sources',
    'unread',
  ] as const)('%s', field => {
    expect(facts(read(OURS))[field]).toEqual(facts(read(FIRST))[field]);
  });
});

test('the guide is read whole', () => {
  const {bands, strategy, levers, unread, ...rest} = facts(read(OURS));
  expect([rest.role, rest.company, rest.dna.length, rest.sources.length]).toEqual([
    'DevOps Engineer',
    'Millennium Management',
    8,
    6,
  ]);
  expect(rest.levels.map(row => row.length)).toEqual([5, 5, 5]);
  expect(bands).toEqual([
    'New York (HQ): base USD 175-225',
    'New York (HQ): bonus USD 90-140',
    'New York (HQ): pnl USD 50-90',
    'New York (HQ): total USD 315-455',
    'Miami: base USD 165-215',
    'Miami: bonus USD 85-130',
    'Miami: pnl USD 45-80',
    'Miami: total USD 295-425',
    'London (GBP/USD): base GBP 130-170 / USD 165-215',
    'London (GBP/USD): bonus GBP 65-105 / USD 82-133',
    'London (GBP/USD): pnl GBP 38-68 / USD 48-86',
    'London (GBP/USD): total GBP 233-343 / USD 295-434',
  ]);
  expect(strategy?.positions).toEqual([
    'anchor base 215000',
    'anchor bonus 135000 guaranteed first year',
    'accept base 190000',
    'accept bonus 110000 guaranteed',
    'accept pnlPercent 2 written',
    'walk away base 175000',
    'walk away bonus 90000 guaranteed',
  ]);
  expect(strategy?.competing).toEqual([
    ['Citadel', 210000, 130000, null],
    ['Jump Trading', 200000, 120000, null],
  ]);
  expect(read(OURS).strategy?.walkAwayIf.map(condition => condition.value)).toEqual([
    expect.stringContaining('cross-pod infrastructure scope'),
  ]);
  expect(levers.map(lever => `${lever.title}: ${lever.figures.length}`)).toEqual([
    'Uptime-to-PnL Translation: 6',
    'Competing Infrastructure Offers: 6',
    'On-Call and Market Hours Premium: 3',
    'Infrastructure Modernization ROI: 4',
  ]);
  expect(unread).toBe(0);
});

/** What the arithmetic of the guide hangs on: the rate, whose it is, and over what time. */
test.each([
  ['each pod averaging $500K', 'money 500000 USD per day each pod'],
  ['100 pods each make $2K', 'money 2000 USD per minute each pod'],
  ['combined daily PnL is $42.5M', 'money 42500000 USD per day'],
  ['each minute of downtime costs about $170K of combined pod PnL', 'money 170000 USD per minute'],
  ['$1.3M in annual PnL protection', 'money 1300000 USD per year'],
  ['$5.2M of annual PnL loss', 'money 5200000 USD per year'],
  ['$30K annual on-call premium', 'money 30000 USD per year'],
  ['$5K bonus for every quarter', 'money 5000 USD per quarter'],
  ['2.5% blended PnL participation over all pods', 'percent 2.5'],
])('“%s” reads as %s', (words, line) => {
  const guide = read(OURS);
  const text = readFileSync(OURS, 'utf8');
  const from = text.indexOf(words);
  expect(from).toBeGreaterThan(0);
  const all = [...guide.narrative, ...guide.levers.map(lever => lever.passage)].flatMap(passage =>
    passage.sentences.flatMap(sentence => sentence.figures),
  );
  const inside = all.filter(figure => figure.span.from >= from && figure.span.to <= from + words.length);
  expect(inside.map(figureLine)).toContain(line);
});
