import {readFileSync, renameSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {loadCase} from '../../src/case/index.ts';
import {moves} from '../../src/desk/index.ts';
import {KEPT} from '../../src/figure/index.ts';
import {SILENT} from '../cli/desk.ts';
import {messageOf} from '../findings.ts';
import {notationsOf, type Notation, type Told} from '../figure/notations.ts';
import {eachPart} from '../strength.ts';
import {printedAs} from './editions.ts';
import {copyOf} from '../desk.ts';

/** Whose digits stand nowhere else in the case. */
const SECRETS: readonly Told[] = [
  {value: 18_764_321, is: 'money'},
  {value: 7313, is: 'count'},
  {value: 0.876543, is: 'share'},
];
const ALL = SECRETS.flatMap(told => notationsOf(told))
  // What no YAML holds in quotes, and digits so few that other numbers have them.
  .filter(({text, core}) => !/[\x00-\x1f]/.test(text) && core.replace(/\D/g, '').length > 3);
const TRIED = eachPart(ALL);

/**
 * In a guide, what is rounded may be anybody's: there the secret is told to its last digit, in digits that YAML need not
 * quote. A third of these, for of 30 places four are a guide's.
 */
const EXACT = eachPart(
  ALL.filter(
    ({core}) =>
      /^[\d.,]+$/.test(core) && /^(?:18764321|876543)0*$/.test(core.replace(/\D/g, '').replace(/^0+/, '')),
  ),
).filter((_, at) => at % 3 === 0);
/** The places of caseOf that are of the guide, and the one that is the name of a file. */
const GUIDE = [20, 21, 22, 23];
const NAME = 29;
/** What a file cannot be called: `876.543 / 1000`. */
const NO_NAME = /[/\\]/;

const FROM = 'test/fixtures/frozen/rival-and-log';

/** A case whose words are all somebody's: `word(n)` is what stands in the nth place that takes any. */
function caseOf(word: (place: number) => string): string {
  const folder = copyOf(FROM);
  const quoted = (place: number) => JSON.stringify(word(place));
  const edit = (name: string, ...swaps: readonly (readonly [string, string])[]) => {
    let text = readFileSync(join(folder, name), 'utf8');
    for (const [from, to] of swaps) {
      expect(text).toContain(from);
      text = text.replace(from, () => to);
    }
    writeFileSync(join(folder, name), text);
  };
  edit(
    'case.yaml',
    ['who: Robin', `who: ${quoted(0)}`],
    ['label: uptime of the build farm', `label: ${quoted(1)}`],
    ['"export of the monitoring, 2026-06-01 (made up)"', quoted(2)],
    ['label: median build, after', `label: ${quoted(3)}`],
    ['"counted by hand (made up)"', quoted(4)],
    ['label: what the present employer pays for its build farm a month', `label: ${quoted(5)}`],
    ['"a bill of the present employer (made up)"', quoted(6)],
    ['says: I cut the time of a build by 80%', `says: ${quoted(7)}`],
    ['says: my systems were down an hour in two thousand', `says: ${quoted(8)}`],
    ['says: what a month of the farm costs per minute of a build', `says: ${quoted(9)}`],
    ['neverSay: [current pay]', `neverSay: [current pay, ${JSON.stringify(`as ${word(10)} says`)}]`],
    [
      'claims:',
      `  pnl: {label: PnL, value: 18764321, unit: USD/day, evidence: {tier: stated, source: heard}, disclosure: confidential}
  pods: {label: pods, value: 7313, unit: pod, evidence: {tier: stated, source: ${quoted(11)}}, disclosure: confidential}
  hitRate: {label: ${quoted(12)}, value: 87.6543, unit: percent, evidence: {tier: measured, source: x}, disclosure: confidential}
claims:`,
    ],
  );
  edit(
    'offers/quillon.yaml',
    ['party: Quillon Labs', `party: ${quoted(13)}`],
    ['role: Infrastructure Engineer', `role: ${quoted(14)}`],
    ['"offer letter of 2026-06-10 (made up)"', quoted(15)],
    ['"call of 2026-06-11 (made up)"', quoted(16)],
  );
  edit(
    'offers/tamarack.yaml',
    ['text: hardware budget', `text: ${quoted(17)}`],
    ['"vests over four years"', quoted(18)],
    ['"offer letter of 2026-06-08 (made up)"', quoted(19)],
  );
  edit(
    'guide.md',
    ['sells build tools and pays much in shares', `sells ${word(20)} and pays much in shares`],
    ['I work best with a good cup of tea', `I work best with ${word(21)}`],
    ['a day a month won back', `${word(22)} won back`],
    ['[Pay at Tool Makers 2025]', `[Pay at ${word(23).replace(/[\][]/g, '')}]`],
  );
  writeFileSync(
    join(folder, 'moves.jsonl'),
    [
      {by: 'me', kind: 'note', says: word(24)},
      {by: 'them', kind: 'note', party: word(25), says: `they said ${word(26)}`},
      {
        by: 'me',
        kind: 'ask',
        currency: 'USD',
        terms: [
          {
            component: 'base',
            amount: 201000,
            per: 'year',
            condition: word(27),
            evidence: {tier: 'stated', source: word(28)},
          },
        ],
      },
    ]
      .map(move => `${JSON.stringify({at: '2026-06-12', ...move})}\n`)
      .join(''),
  );
  renameSync(join(folder, 'offers', 'quillon.yaml'), join(folder, 'offers', `of ${word(NAME)}.yaml`));
  return folder;
}

const PLACES = 30;

/** All that an edition of it prints, as a list of texts; what is wrong with the case is said too. */
async function printed(folder: string): Promise<readonly (readonly [where: string, text: string])[]> {
  const {situation, findings} = loadCase(folder, {today: '2026-06-15'});
  if (situation === null) throw new Error(findings.map(messageOf).join('\n'));
  const found: [string, string][] = [];
  for (const edition of ['call', 'share'] as const) {
    const {json, html, terminal, refused} = await printedAs(situation, edition);
    for (const text of refused) found.push([`${edition}, refused`, text]);
    found.push(
      [`${edition} --json`, JSON.stringify(json)],
      [`${edition} page`, shownOn(html)],
      [`${edition} terminal`, terminal],
    );
  }
  const listed = await moves({folder}, {today: '2026-06-15', progress: SILENT, cache: null});
  expect(listed.findings).toEqual([]);
  return [...found, ['moves', JSON.stringify(listed.report?.report)]];
}

/** A page without where its lines run and how they look. */
function shownOn(html: string): string {
  return html.replace(/<style>[^]*?<\/style>| (?:d|x|y|transform|points|width|height|viewBox)="[^"]*"/g, '');
}

test('a secret reaches nothing that others see, in whatever notation and wherever it was typed', async () => {
  const faults: string[] = [];
  const left = [...TRIED];
  const exact = [...EXACT];
  const nextFor = (place: number): Notation | undefined => {
    if (GUIDE.includes(place)) return exact.pop();
    if (place !== NAME) return left.pop();
    const at = left.findLastIndex(({text}) => !NO_NAME.test(text));
    return left.splice(at, at < 0 ? 0 : 1)[0];
  };
  while (left.length + exact.length > 0) {
    const here = Array.from({length: PLACES}, (_, place) => nextFor(place) ?? (TRIED[0] as Notation));
    const outputs = await printed(caseOf(place => here[place]?.text ?? ''));
    for (const [where, output] of outputs) if (where.endsWith('refused')) faults.push(`${where}: ${output}`);
    here.forEach(({parts, core, text}, place) => {
      for (const [where, output] of outputs)
        if (!where.endsWith('refused') && output.includes(core))
          faults.push(
            `${where}, place ${place}: ${parts.join(', ')}: ${text}: …${output.slice(Math.max(0, output.indexOf(core) - 60), output.indexOf(core) + 40)}…`,
          );
    });
  }
  expect(faults).toEqual([]);
});

test('words without a secret stay as they are, wherever they stand', async () => {
  const words = (place: number) =>
    `Q${place % 4} at 14:${10 + place}, ${place * 7}th of 2026-04-25: 1,430 tea-pots no. ${place}`;
  const outputs = await printed(caseOf(words));
  const call = outputs.filter(([where]) => where.startsWith('call') || where === 'moves');
  expect(call.map(([, text]) => (text.includes(KEPT) ? text.slice(0, 0) : ''))).toEqual(call.map(() => ''));
  const all = call.map(([, text]) => text.replaceAll('\u2011', '-')).join('\n');
  // What a page says nothing of, and what it cuts into figures.
  const silent = [14, 17, 18, ...GUIDE];
  const places = Array.from({length: PLACES}, (_, place) => place).filter(place => !silent.includes(place));
  const missing = places.filter(place => !all.includes(words(place)));
  expect(missing).toEqual([]);
});

test('nor in the names of facts, claims, guides and offers', async () => {
  const folder = caseOf(place => `words ${'abcdefghijklmnopqrstuvwxyzäöüß'[place]}`);
  const path = join(folder, 'case.yaml');
  const text = readFileSync(path, 'utf8')
    .replaceAll('buildMinutesAfter', 'after7313')
    .replaceAll('buildMinutesBefore', 'before18764321')
    .replace('id: build-time-cut', 'id: cut-of-7313')
    .replace('id: downtime', 'id: down-18-764-321')
    .replace('guides: [guide.md]', 'guides: ["guide of 7313.md"]');
  writeFileSync(path, text);
  renameSync(join(folder, 'guide.md'), join(folder, 'guide of 7313.md'));
  renameSync(join(folder, 'offers', 'tamarack.yaml'), join(folder, 'offers', 'for 18.76M.yaml'));
  const outputs = await printed(folder);
  const told = /7.?313|18.?764.?321|18\.76/;
  expect(
    outputs
      .filter(([, output]) => told.test(output))
      .map(([where, output]) => [
        where,
        output.slice(Math.max(0, output.search(told) - 80), output.search(told) + 60),
      ]),
  ).toEqual([]);
});
