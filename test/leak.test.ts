import {readdirSync, readFileSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {beforeAll, describe, expect, test} from 'vitest';
import {showMoney, showMoneyShort} from '../src/base/index.ts';
import {loadCase, measureFacts} from '../src/case/index.ts';
import type {Fact} from '../src/claims/index.ts';
import {command as guide} from '../src/cli/commands/guide.ts';
import {command as move} from '../src/cli/commands/move.ts';
import {command as plan} from '../src/cli/commands/plan.ts';
import type {Context} from '../src/cli/context.ts';
import {type Figure, isKnown, numbersIn, replaceNumbers, valueOf} from '../src/figure/index.ts';
import {call, SILENT} from './cli/desk.ts';
import {replaced} from './desk/cases.ts';
import {copyOf, lasting} from './desk.ts';

/** Digits that stand nowhere else: whatever notation tells them, one of these patterns finds it. */
const SECRETS = {
  'PnL a day of 18,764,321': /18[.,\s]?764|18\.76|18\.8\s?(?:M|m)|\$19\s?M|18764/,
  'PnL the year before of 13,409,777': /13[.,\s]?409|13\.41|13\.4\s?(?:M|m)|13409/,
  'pods, 7,313': /7[.,]?313/,
  'share, 87.6543%': /87[.,]65|0[.,]8765/,
  'bonus of the sealed offer, 141,593': /141[.,]?593|141\.6|142\s?K/,
  'base of the sealed offer, 231,871': /231[.,]?871|231\.9|232\s?K/,
  'PnL a pod, 2,565.9': /2[.,]?565[.,]/,
  'PnL a minute, 48,113.6': /48[.,]?113|48\.1\s?K/,
  'ratio to the open figure, 1.8764': /1\.876/,
  'minutes down by confidential exports, 17.5': /\b17\.5\b|measured: 17/,
  'what systems are called within the firm':
    /order[- ]router|market-data\b|risk[- ]engine|position[- ]keeper|fix[- ]gateway|signal[- ]store/i,
  'what the exports are': /pagerduty|prober|state-changes|upptime/i,
} as const;

const TENURE =
  'from: 2025-10-01, to: 2026-09-30, systems: [order-router, market-data, risk-engine, position-keeper, fix-gateway, signal-store]';
const DAYS = 'from: 2025-10-01, to: 2026-09-30';
const FACTS = `
  pnl: {label: "the firm's PnL, $18.76M a day", value: 18764321, unit: USD/day, evidence: {tier: stated, source: "heard: 18,764,321 a day over 7,313 pods"}, disclosure: confidential}
  pnlBefore: {label: the year before, value: 13409777, unit: USD/day, evidence: {tier: stated, source: heard}, disclosure: confidential}
  pods: {label: pods, value: 7313, unit: pod, evidence: {tier: documented, source: a list of 7313 pods}, disclosure: confidential}
  hitRate: {label: share of strategies, value: 87.6543, unit: percent, evidence: {tier: measured, source: x}, disclosure: confidential}
  up: {label: uptime in market hours, measure: {what: uptime, ${TENURE}}, disclosure: private}
  minutesDown: {label: minutes down, measure: {what: downMinutes, ${TENURE}}}
  perMinute: {label: "at risk a minute, $19.8K or so", measure: {what: atRiskPerMinute, ${DAYS}}}
  lost: {label: what outages cost, measure: {what: lost, ${DAYS}}}
  kept: {label: what was kept of $1.15M, measure: {what: protected, against: own, ${DAYS}}}
  yearLoss: {label: a year's outages, measure: {what: yearLoss, ${DAYS}}}
  machines: {label: what machines cost before, measure: {what: costPerMonth, from: 2024-10-01, to: 2026-01-31}}
  yearShare: {label: share of the PnL at risk that a year of outages stops, measure: {what: yearLossShare, ${DAYS}}, disclosure: private}
  open: {label: an open figure, value: 10000000, unit: USD/day, evidence: {tier: documented, source: an annual report}, disclosure: public}
`;
const CLAIMS = `
claims:
  - {id: per-pod, says: PnL a pod, formula: pnl / pods}
  - {id: per-minute, says: uptime was worth 18764321 a day, formula: pnl / 390}
  - {id: inlined, says: uptime inlined, formula: 18764321 / 390 * 1}
  - {id: uptime-lost, says: minutes down a quarter, formula: minutesDown / 4}
  - {id: kept-uptime, says: outages of the year before would have cost this, formula: kept + lost}
  - {id: migration-cost, says: the migration cost a pod, formula: machines / pods}
  - {id: pnl-share, says: uptime as money, formula: yearLoss / perMinute}
  - {id: ratio, says: reliability ratio, formula: pnl / open}
  - {id: said, says: our pods were 7313, formula: open, stated: {value: 18764321, unit: USD/day}}
`;
const OFFER = `party: Sealed Capital (bonus 141593)
kind: competing
currency: USD
evidence: {tier: documented, source: "letter: 231,871 plus 141,593"}
disclosure: confidential
scope: [{text: "across 7313 pods", included: true}]
terms:
  - {component: base, amount: 231871, per: year, guaranteed: true, written: true}
  - {component: bonus, amount: "$141,593", per: year, guaranteed: true, condition: "at least $141,593"}
`;

let folder = '';
/** The sums of money that the record comes to, which the case measures and nobody may hear. */
let sums: readonly Fact[] = [];
const outputs: Record<string, string> = {};
const later = lasting();

beforeAll(async () => {
  for (const rule of ['omit', 'round', '{ratio: pnlBefore}']) {
    folder = copyOf(
      'examples/millennium-devops',
      {
        'offers/sealed.yaml': OFFER,
        'case.yaml': caseText(rule),
        'moves.jsonl': `${JSON.stringify({at: '2026-11-20', by: 'me', kind: 'note', says: 'I thought of our 7313 pods, of $19.8K a minute, and of 1,154,000'})}\n`,
      },
      later,
    );
    if (sums.length === 0) {
      const {situation} = await measureFacts(loadCase(folder, {today: '2026-11-22'}));
      sums = situation?.facts.filter(({figure, measured}) => measured && isMoney(figure)) ?? [];
    }
    for (const width of [80, 120])
      await run(
        `plan ${rule} at ${width}`,
        context => call(plan, context, {case: folder, json: false, full: false, write: true}),
        width,
      );
    await run(`plan --json ${rule}`, context =>
      call(plan, context, {case: folder, json: true, full: false, write: false}),
    );
    if (!statSync(join(folder, 'out'), {throwIfNoEntry: false}))
      throw new Error(outputs[`plan ${rule} at 80`]);
    for (const name of readdirSync(join(folder, 'out')))
      outputs[`${name} ${rule}`] = withoutPaths(readFileSync(join(folder, 'out', name), 'utf8'));
    await run(`move ${rule}`, context => call(move, context, {case: folder, json: true}));
    await run(`guide ${rule}`, context =>
      call(guide, context, {json: false, failOn: 'never'}, join(folder, 'guide.md')),
    );
  }
  await broken('a wrong type', 'value: 18764321', 'value: [18764321]');
  await broken('a word', 'value: 18764321', 'value: "18,764,321 or so"');
  await broken('an unknown unit', '18764321, unit: USD/day', '18764321, unit: 18764321/day');
  await broken('an unknown key', 'value: 7313, unit: pod', 'valu: 7313, unit: pod');
  await broken('a torn line', 'value: 7313, unit: pod', 'value: 7313 unit: pod: [');
  await broken('an offer that is negative', 'amount: 231871', 'amount: -231871', 'offers/sealed.yaml');
  await broken('an offer that is ambiguous', '"$141,593"', '"$141,59,3 or 141,593"', 'offers/sealed.yaml');
  // A record is read each time, on a busy machine.
}, 120_000);

/** Where a line runs on its canvas is no figure, and meets the digits of one by chance. */
function withoutPaths(page: string): string {
  return page.replace(/ d="[^"]*"/g, '');
}

describe.each(Object.entries(SECRETS))('%s', (_, pattern) => {
  test('reaches no output', () => {
    const leaks = Object.entries(outputs).flatMap(([name, text]) => {
      const found = pattern.exec(text);
      return found === null
        ? []
        : [`${name}: …${text.slice(Math.max(0, found.index - 60), found.index + 40)}…`];
    });
    expect(leaks).toEqual([]);
  });
});

function isMoney(figure: Figure): boolean {
  return isKnown(figure) && 'USD' in figure.quantity.unit;
}

/** A figure's number, the ends of its interval, and all that it was worked out from, at any depth. */
function numbersBehind(figure: Figure): readonly number[] {
  if (!isKnown(figure)) return [];
  const ends = figure.interval === undefined ? [] : [figure.interval.low, figure.interval.high];
  const beneath = 'inputs' in figure ? figure.inputs.flatMap(input => numbersBehind(input.figure)) : [];
  return [valueOf(figure), ...ends, ...beneath];
}

/** A sum as somebody might write it: `$150,074`, `150074`, `$150.1K`, `$150K`, with a few digits or with all. */
function written(amount: number): readonly string[] {
  const rounded = [3, 4, 5].map(digits => Number(amount.toPrecision(digits)));
  const money = (value: number) => ({amount: value, currency: 'USD'}) as const;
  return [
    ...[amount, ...rounded].flatMap(value => [showMoney(money(value)), String(Math.round(value))]),
    ...[3, 4].map(figures => showMoneyShort(money(amount), figures)),
  ];
}

test('no sum worked out from the record reaches any output, nor what it was worked out from', () => {
  expect(sums.map(({name}) => name)).toEqual(['perMinute', 'lost', 'kept', 'yearLoss', 'machines']);
  const amounts = sums.flatMap(({figure}) => numbersBehind(figure));
  const large = [...new Set(amounts)].filter(amount => Math.abs(amount) >= 1000);
  expect(large.length).toBeGreaterThan(12);
  const leaks = large.flatMap(amount =>
    written(amount).flatMap(form =>
      Object.entries(outputs).flatMap(([name, text]) => {
        const at = new RegExp(`(?<![\\d.,])${form.replace(/[$.]/g, '\\$&')}(?![\\d]|[.,]\\d)`).exec(
          text,
        )?.index;
        return at === undefined ? [] : [`${name}, ${form}: …${text.slice(Math.max(0, at - 60), at + 40)}…`];
      }),
    ),
  );
  expect(leaks).toEqual([]);
});

test('no PnL of the record reaches any output', () => {
  const folder = 'examples/millennium-devops/record/pnl';
  const rows = readdirSync(folder).flatMap(name => readFileSync(join(folder, name), 'utf8').split('\n'));
  const amounts = new Set(
    rows.flatMap(row => Math.abs(Math.round(Number(row.split(',').at(-1))))).filter(one => one >= 1e6),
  );
  expect(amounts.size).toBeGreaterThan(1000);
  const numbers = [...new Set(Object.values(outputs))].flatMap(text =>
    numbersIn(text).flatMap(({values}) => values.map(Math.round)),
  );
  // Smaller sums meet the points of a chart by chance; round ones are those of guides.
  expect([...new Set(numbers)].filter(one => amounts.has(one) && one % 1000 !== 0)).toEqual([]);
});

describe('the outputs that were searched', () => {
  test('are there, and speak of the facts', () => {
    expect(Object.keys(outputs).length).toBeGreaterThan(25);
    expect(outputs['plan omit at 80']).toContain('Sealed Capital');
    expect(outputs['plan --json round']).toContain('thousands of pods');
    expect(outputs['plan --json {ratio: pnlBefore}']).toContain('about 1.4 times the year before');
    expect(outputs['brief.html omit']).toContain('withheld');
    expect(outputs['plan omit at 120']).toMatch(/uptime in market hours: 99\.982% \(95%/);
    expect(outputs['plan --json omit']).toContain('"fact-minutesDown"');
    expect(outputs['plan --json omit']).toContain('"fact-yearLoss"');
    expect(outputs['brief.html omit']).toContain(
      '= pods that hang on the systems × what an average pod is expected to make ×',
    );
    expect(outputs['plan omit at 120']).toMatch(/a year of outages stops.*: 0\.\d+% \(95%/s);
    expect(outputs['move omit']).toContain(
      'our [kept back] pods, of $[kept back] a minute, and of [kept back]',
    );
  });

  test('of a broken case say what is wrong', () => {
    for (const [name, text] of Object.entries(outputs))
      if (name.startsWith('broken'))
        expect([name, text]).toEqual([name, expect.stringMatching(/:\d+:\d+ error /)]);
  });
});

function caseText(rule: string): string {
  const text = readFileSync('examples/millennium-devops/case.yaml', 'utf8');
  const head = text.slice(0, text.indexOf('\nfacts:'));
  const facts = rule.startsWith('{') ? `    pnl: ${rule}` : `    pods: ${rule}`;
  const general = rule.startsWith('{') ? 'omit' : rule;
  return `${head}\nfacts:${FACTS}${CLAIMS}\ndisclosure:\n  confidential: ${general}\n  facts:\n${facts}\n`;
}

/** Plans a case in which `from` was replaced by `to`, so that it cannot be read. */
async function broken(name: string, from: string, to: string, file = 'case.yaml') {
  const texts: Readonly<Record<string, string>> = {
    'offers/sealed.yaml': OFFER,
    'case.yaml': caseText('omit'),
  };
  folder = copyOf(
    'examples/millennium-devops',
    {...texts, [file]: replaced(texts[file] ?? '', from, to)},
    later,
  );
  await run(`broken: ${name}`, context =>
    call(plan, context, {case: folder, json: false, full: true, write: false}),
  );
  outputs[`broken: ${name}`] = withoutOwnLines(outputs[`broken: ${name}`] ?? '');
}

/** What was said without the numbers of the very lines it points at: whoever typed them there may read them back. */
function withoutOwnLines(said: string): string {
  return said
    .split(/^(?=\S+:\d+:\d+ (?:error|warning|note) )/m)
    .map(block => {
      const [head = '', file = '', line = ''] = /^(\S+?):(\d+):\d+ \w+ /.exec(block) ?? [];
      if (file === '') return block;
      const own = readFileSync(join(folder, file), 'utf8').split('\n')[Number(line) - 1] ?? '';
      const typed = new Set(numbersIn(own).flatMap(({values}) => values));
      const rest = replaceNumbers(block.slice(head.length), ({values}, shown) =>
        values.some(value => typed.has(value)) ? '' : shown,
      );
      return head + rest;
    })
    .join('');
}

async function run(name: string, command: (context: Context) => void | Promise<void>, width = 80) {
  let said = '';
  const add = (text: string) => {
    said += `${text}\n`;
  };
  await command({
    process,
    print: add,
    talk: add,
    exit: () => {},
    width,
    colour: false,
    talkColour: false,
    interactive: false,
    world: {today: '2026-11-22', progress: SILENT, cache: null},
  });
  outputs[name] = said;
}
