import fc from 'fast-check';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {planOf} from '../../src/desk/plan.ts';
import {type Case, EXAMPLE, MADE_UP, measured, textsOf} from './cases.ts';
import {temporary} from '../desk.ts';

/** Guides with whom it is of, and the rows of its table. */
const GUIDES = [
  {
    folder: EXAMPLE,
    role: 'DevOps Engineer',
    company: 'Millennium Management',
    regions: ['New York', 'Miami', 'London'],
  },
  {
    folder: madeUp('one-offer'),
    role: 'Site Reliability Engineer',
    company: 'Larkspur Capital',
    regions: ['Chicago', 'Austin'],
  },
  {
    folder: madeUp('rival-and-log'),
    role: 'Platform Engineer',
    company: 'Tamarack Systems',
    regions: ['Seattle', 'Remote US'],
  },
  {
    folder: madeUp('two-currencies'),
    role: 'Data Engineer',
    company: 'Hollin & Gray',
    regions: ['London', 'New York'],
  },
];

function madeUp(name: string): string {
  return MADE_UP.find(folder => folder.endsWith(name)) ?? name;
}

const currency = fc.constantFrom('USD', 'GBP', 'EUR', 'CHF');
const tier = fc.constantFrom('documented', 'stated', 'published', 'measured', 'assumed');
const disclosure = fc.constantFrom('public', 'private', 'confidential');
const evidence = fc.record({
  tier,
  source: fc.constantFrom('offer letter of 2026-03-05', 'a call', 'export of 7 tools'),
});

/** As people write a sum: plain, in thousands, with commas. */
const sum = fc
  .integer({min: 1000, max: 400_000})
  .chain(amount =>
    fc.constantFrom<number | string>(
      amount,
      amount,
      amount.toLocaleString('en-US'),
      `${Math.ceil(amount / 1000)}K`,
      `$${(Math.ceil(amount / 100) / 10).toFixed(1)}k`,
      amount + 0.5,
    ),
  );

const term = fc
  .record(
    {
      component: fc.constantFrom(
        'base',
        'base',
        'bonus',
        'bonus',
        'pnl',
        'equity',
        'signOn',
        'onCall',
        'milestone',
      ),
      amount: sum,
      per: fc.constantFrom('year', 'year', 'year', 'month', 'quarter', 'once'),
      guaranteed: fc.boolean(),
      written: fc.boolean(),
      condition: fc.constantFrom('first year only', 'if 2 audits are passed'),
      evidence,
      disclosure,
      share: fc.record({
        percent: fc.constantFrom(0.5, 1.1, 2, 2.5, 12),
        of: fc.constantFrom('PnL of the desk', 'PnL of 3 pods'),
      }),
    },
    {requiredKeys: ['component', 'amount', 'per']},
  )
  // A bare sign is the dollar: in an offer of another currency it would be said twice.
  .map(one => (one.component === 'pnl' ? one : {...one, share: null}));

type Terms = readonly {component: string; amount: number | string; per: string}[];

/** Each component once, and signs of the dollar among dollars alone: what a case with one of them would be refused for. */
function sound<O extends {readonly currency: unknown; readonly terms: Terms}>(of: O): O {
  const first = of.terms.filter(
    ({component}, at) => of.terms.findIndex(one => one.component === component) === at,
  );
  const bare = (amount: number | string) =>
    typeof amount === 'string' && of.currency !== 'USD' ? amount.replace('$', '') : amount;
  return {...of, terms: first.map(one => ({...one, amount: bare(one.amount)}))};
}

const offerAsDrawn = fc.record({
  party: fc.constantFrom('Citadel', 'Jump Trading', 'Quillon Labs', 'Fathom 9 Partners'),
  kind: fc.constantFrom('competing', 'competing', 'current'),
  region: fc.constantFrom('New York', 'London', 'Seattle', 'Chicago', null),
  currency,
  evidence,
  disclosure,
  terms: fc.array(term, {minLength: 1, maxLength: 5}),
});

const offer = offerAsDrawn.map(sound);

const unit = fc.constantFrom('minute', 'percent', 'USD/day', 'pod', 'USD/month', '1', 'deployment/week');
const fact = fc.record({
  label: fc.constantFrom(
    'uptime in market hours',
    'median build',
    'what 3 teams cost',
    'pods that I carried',
  ),
  value: fc.oneof(
    fc.integer({min: 1, max: 20_000_000}),
    fc.double({min: 0.01, max: 99.999, noNaN: true}).map(one => Number(one.toPrecision(6))),
  ),
  unit,
  evidence,
  disclosure,
  subject: fc.constantFrom(
    'uptime',
    'deploymentTime',
    'quietQuarters',
    'heldVolume',
    'pods',
    'costPerMonth',
    null,
  ),
});

const FORMULAS = [
  'a',
  'a / b',
  '1 - b / a',
  'a * b',
  'a - b',
  'a / 390',
  'a + b',
  '(a - b) / c',
  'round(c, 2)',
];
const claim = fc.record({
  says: fc.constantFrom('I made builds faster', 'my systems were up 99.9% of the time', 'I saved 5 minutes'),
  formula: fc.constantFrom(...FORMULAS),
  stated: fc.option(fc.record({value: fc.double({min: 0.1, max: 5_000, noNaN: true}), unit})),
});

const caseFile = fc.record({
  guide: fc.constantFrom(...GUIDES),
  row: fc.nat(2),
  own: fc.option(offer, {freq: 6}),
  others: fc.array(offer, {maxLength: 3}),
  facts: fc.tuple(fact, fact, fact),
  claims: fc.array(claim, {maxLength: 4}),
  telling: fc.constantFrom('omit', 'round', {ratio: 'b'}),
  neverSay: fc.subarray(['current pay', 'bonus', 'Citadel', '5 minutes', 'pods', '$190K'], {maxLength: 2}),
});

/** The files of a made-up case: one of the guides with offers, facts and claims of any sort. */
export const variations = caseFile.map(({guide, row, own, others, facts, claims, telling, neverSay}) => {
  const {folder, role, company, regions} = guide;
  const region = regions[row % regions.length];
  const [a, b, c] = facts;
  const file = {
    parley: 1,
    role,
    company,
    region,
    guides: ['guide.md'],
    today: '2026-05-04',
    facts: {
      a,
      b: {...b, unit: a.unit, ...(typeof telling === 'string' ? {} : {disclosure: 'confidential'})},
      c,
    },
    claims: claims.map((one, at) => ({id: `own-${'abcd'.charAt(at)}`, ...one})),
    disclosure: {confidential: 'omit', facts: {a: telling}, neverSay},
  };
  const kept = own === null ? [] : [['offers/firm.yaml', {...own, party: company, kind: 'target'}] as const];
  const all = [...kept, ...others.map((one, at) => [`offers/other-${'abc'.charAt(at)}.yaml`, one] as const)];
  return {
    'guide.md': readFileSync(join(folder, 'guide.md'), 'utf8'),
    'case.yaml': written(file),
    ...Object.fromEntries(all.map(([name, of]) => [name, written(of)])),
  };
});

/** JSON is YAML, with every value on a line of its own. */
function written(file: object): string {
  return `# made up\n${JSON.stringify(file, null, 2)}\n`;
}

/** Such files as a case, planned. */
export async function planned(files: Readonly<Record<string, string>>): Promise<Case> {
  const folder = temporary(files);
  const {situation} = await measured(folder);
  return {situation, planned: planOf(situation), grounds: {text: textsOf(folder, files), asked: new Set()}};
}
