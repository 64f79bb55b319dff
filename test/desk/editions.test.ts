import {readFileSync} from 'node:fs';
import {basename, join} from 'node:path';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {loadCase} from '../../src/case/index.ts';
import {planOf} from '../../src/desk/plan.ts';
import {
  type Figure,
  isFigure,
  isKnown,
  type Known,
  matcherOf,
  numbersIn,
  valueOf,
} from '../../src/figure/index.ts';
import {isProse} from '../../src/figure/prose.ts';
import type {Brief, Situation} from '../../src/strategy/index.ts';
import {line} from '../cli/line.ts';
import {EXAMPLE, MADE_UP, measured, TODAY} from './cases.ts';
import {breaks, leaks, linesOf, type Printed, printedAs, textsIn, textsOn} from './editions.ts';
import {within} from './within.ts';
import {messageOf} from '../findings.ts';
import {eachPart, times} from '../strength.ts';
import {copyOf} from '../desk.ts';

const OTHERS = ['call', 'share'] as const;
const SEED = 20261122;

const {situation: flagship} = await measured(EXAMPLE);
const madeUp = await Promise.all(
  MADE_UP.map(async folder => [basename(folder), (await measured(folder)).situation] as const),
);

/** `text` with `from` in it replaced: a case that has moved on is no longer the one that is meant. */
function swap(from: string, to: string) {
  return (text: string) => {
    if (!text.includes(from)) throw new Error(`"${from}" is not in the file`);
    return text.replace(from, to);
  };
}

/** The example with its files changed, its record read before: what was measured stands above what is changed. */
function restated(files: Parameters<typeof copyOf>[1]): Situation {
  const {situation, findings} = loadCase(copyOf(EXAMPLE, files), {today: TODAY});
  if (situation === null) throw new Error(findings.map(messageOf).join('; '));
  const stated = new Map(situation.facts.map(fact => [fact.name, fact]));
  return {...situation, facts: flagship.facts.map(fact => stated.get(fact.name) ?? fact)};
}

function brief(situation: Situation): Brief {
  return planOf(situation).for('desk').report;
}

/** Each of these in each edition; in the suite each of them in one edition at least. */
function inEditions<T extends readonly [string, ...unknown[]]>(all: readonly T[]) {
  const both = all.flatMap(one => OTHERS.map(edition => ({one, edition, parts: [one[0], edition]})));
  return eachPart(both).map(({one, edition}) => [edition, ...one] as const);
}

describe('what is never to be said', () => {
  const RULED_OUT: readonly (readonly [string, RegExp])[] = [
    ['uptime', /up[ -]?time/i],
    ['Citadel', /citadel/i],
    ['on-call', /\bon[ -]?call\b/i],
    ['pods', /\bpods?\b/i],
    ['$180K', /\$\s?180\s?K\b|\b180[,.]?000\b/i],
    ['infrastructure modernization', /infrastructure moderni[sz]ation/i],
    ['bonus', /\bbonus(?:es)?\b/i],
    ['99.997%', /99\.997/],
    ['current pay', /current pay/i],
    ['deployment time', /deployment time/i],
    ['Jump Trading', /jump trading/i],
    ['order-router', /order[ -]router/i],
    ['quiet quarters', /quiet quarter/i],
    ['base', /\bbases?\b/i],
  ];
  test.each(inEditions(RULED_OUT))(
    'in %s, %s stands nowhere, and leaves nothing broken',
    async (edition, words, pattern) => {
      const printed = await printedAs({...flagship, neverSay: [words]}, edition, edition === 'call');
      expect([leaks(printed, words, pattern), breaks(printed)]).toEqual([[], []]);
    },
  );

  /** Words, pairs of them and numbers of a plan, picked by a seed: whatever may be said may be ruled out. */
  function picked(
    {company, role, region}: Situation,
    {terminal, json}: Printed,
    many: number,
  ): readonly string[] {
    const lines = linesOf(terminal).join('\n');
    const texts = textsIn(json).map(([, text]) => text);
    const words = lines.match(/\p{L}[\p{L}’'-]+\p{L}/gu) ?? [];
    const pairs = texts.flatMap(text => text.match(/\p{L}{3,} \p{L}{3,}/gu) ?? []);
    const numbers = lines.match(/\$\d[\d.,]*\d[KMB]?|\d[\d.]*%|(?<![\d.,])\d[\d,]*\d{2}\b(?![-.]\d)/g) ?? [];
    const free = [words, pairs, numbers].map(found =>
      [...new Set(found)].filter(one => {
        const {speaks} = matcherOf([{words: one, subjects: []}]);
        return ![company, role, region].some(speaks);
      }),
    );
    return free.flatMap(found => fc.sample(fc.constantFrom(...found), {seed: SEED, numRuns: times(many)}));
  }

  test.each([['the example', flagship] as const, ...madeUp])(
    'of %s: words, pairs and numbers of its own page',
    async (_, situation) => {
      const whole = await printedAs({...situation, neverSay: []}, 'call');
      const faults: unknown[] = [];
      for (const words of picked(situation, whole, 20)) {
        const printed = await printedAs({...situation, neverSay: [words]}, 'call');
        const found = [...leaks(printed, words), ...breaks(printed)];
        if (found.length > 0) faults.push([words, found.slice(0, 5)]);
      }
      expect(faults).toEqual([]);
    },
  );

  test('where it runs over words and figures that a page puts together', async () => {
    for (const words of [
      'at Millennium',
      'C2 does',
      'ask Citadel',
      'band for',
      'measured the',
      'back',
      '99%',
    ]) {
      const printed = await printedAs({...flagship, neverSay: [words]}, 'call');
      expect([words, leaks(printed, words), printed.refused]).toEqual([words, [], []]);
    }
  });

  test.each([
    ['DevOps', 'part of the role'],
    ['Millennium', "part of the firm's own name"],
    ['New York', 'part of the region'],
  ])('%s is refused: it is %s', async (words, reason) => {
    const folder = copyOf(EXAMPLE, {'case.yaml': swap('- current pay', `- ${words}`)});
    const {code, err, out} = await line('plan', folder);
    expect([code, out]).toEqual([3, '']);
    expect(err).toContain(reason);
    expect(err).toContain('to mend it');
  });

  test('takes the figures of its subject, whatever their label says', async () => {
    const facts = flagship.facts.map(fact =>
      fact.name === 'uptime' ? {...fact, label: 'how my systems held up'} : fact,
    );
    const held = {...flagship, facts, claims: flagship.claims.filter(({formula}) => formula !== 'uptime')};
    const seen = (of: Printed) => [of.terminal, ...textsOn(of.html), JSON.stringify(of.json)].join('\n');
    const open = seen(await printedAs({...held, neverSay: []}, 'call'));
    expect(open).toContain('99.982%');
    expect(open).toContain('how my systems held up');
    for (const edition of OTHERS) {
      const sealed = seen(await printedAs({...held, neverSay: ['uptime']}, edition));
      expect(sealed).not.toMatch(/99\.982|0\.99982|99\.865|99\.994|held up/);
    }
  });

  test('leaves what is worked out from it about something else, its inputs sealed', () => {
    const {report} = planOf({...flagship, neverSay: ['uptime']}).for('call');
    const kept = within(report.ledger)
      .figures.map(({figure}) => figure)
      .filter(isKnown)
      .filter(figure => figure.subject === 'protectedShare' && 'inputs' in figure);
    expect(kept.length).toBeGreaterThan(0);
    const beneath = within(kept).figures.map(({figure}) => figure);
    expect(beneath.filter(isKnown).map(({subject}) => subject)).not.toContain('uptime');
    expect(beneath.some(figure => !isKnown(figure))).toBe(true);
  });
});

describe('two cases that differ in a secret alone', () => {
  const editionsOf = async (situation: Situation) => [
    await printedAs(situation, 'call'),
    await printedAs(situation, 'share'),
  ];

  const unchanged = {call: printedAs(flagship, 'call'), share: printedAs(flagship, 'share')};

  const PNL = ['7', '1.5', '-18730000', '2', '12', '0.25', '1234567890123', '18.73e6', '99000000'];
  test.each(inEditions(PNL.map(value => [value] as const)))(
    'are the same in %s: the PnL of the employer is %s',
    async (edition, value) => {
      const changed = restated({'case.yaml': swap('value: 18730000', `value: ${value}`)});
      expect(await printedAs(changed, edition)).toEqual(await unchanged[edition]);
    },
  );

  test('are the same to others: the confidential base of an offer', async () => {
    const offer = (amount: string) =>
      `party: Sealed Capital\nkind: competing\ncurrency: USD\nevidence: {tier: documented, source: a letter}\nterms:\n  - {component: base, amount: ${amount}, per: year, written: true, disclosure: confidential}\n  - {component: bonus, amount: 121000, per: year, written: true}\n`;
    const first = await editionsOf(restated({'offers/sealed.yaml': offer('231871')}));
    for (const amount of ['1200000', '"$231.9K"', '1007'])
      expect(await editionsOf(restated({'offers/sealed.yaml': offer(amount)}))).toEqual(first);
  });

  test('are the same through the command line', async () => {
    const [folder = ''] = MADE_UP.filter(path => path.endsWith('rival-and-log'));
    const run = async (amount: string) => {
      const copy = copyOf(folder, {'offers/present.yaml': swap('163400', amount)});
      const {out} = await line('plan', copy);
      const {out: json} = await line('plan', copy, '--json', '--no-write');
      return [
        out,
        json,
        ...['plan.json', 'brief.html'].map(name => readFileSync(join(copy, 'out', name), 'utf8')),
      ];
    };
    const first = await run('163400');
    expect(first.join('').length).toBeGreaterThan(50_000);
    for (const amount of ['91000', '1200000', '$99K']) expect(await run(amount)).toEqual(first);
  });

  /** A fact with another number. */
  function asIf(situation: Situation, name: string, value: number): Situation {
    const facts = situation.facts.map(fact =>
      fact.name === name && isKnown(fact.figure)
        ? {...fact, figure: {...fact.figure, quantity: {value, unit: fact.figure.quantity.unit}}}
        : fact,
    );
    return {...situation, facts};
  }

  /** Whether a figure hangs on another: it is in the tree of it, or of what may be told in its place. */
  function hangsOn(figure: Figure, secret: Known): boolean {
    if (!isKnown(figure)) return false;
    const {told} = figure;
    return (
      isSame(figure, secret) ||
      (told !== undefined && hangsOn(told, secret)) ||
      ('inputs' in figure && figure.inputs.some(input => hangsOn(input.figure, secret)))
    );
  }

  function isSame(figure: Known, secret: Known): boolean {
    return figure.figure === secret.figure && figure.subject === secret.subject
      ? JSON.stringify(figure.evidence) === JSON.stringify(secret.evidence) &&
          valueOf(figure) === valueOf(secret)
      : false;
  }

  /** What stands at a pointer of a report, or the figure or text that it leads into. */
  function atPointer(report: unknown, pointer: string): unknown {
    let found = report;
    for (const key of pointer.split('/').slice(1)) {
      if (isFigure(found) || isProse(found)) return found;
      if (typeof found === 'object' && found !== null && 'quantityOf' in found) return found;
      found = (found as Readonly<Record<string, unknown>> | null)?.[key.replace(/#\d+$/, '')];
    }
    return found;
  }

  const flat = (value: unknown, at = ''): readonly (readonly [string, string])[] =>
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, one]) =>
          flat(one, key.startsWith('/') ? key : key === 'figures' && at === '' ? '' : `${at}/${key}`),
        )
      : [[at, String(value)]];

  test.each([
    ['employerPods', {employerPods: {as: 'round'}}, [1430, 14.3, 143_000]],
    ['yearLoss', {pnlKept: {as: 'ratio', to: 'yearLoss'}}, [2_345_678, 345_678]],
    ['pnlKept', {pnlKept: {as: 'ratio', to: 'yearLoss'}}, [2_345_678, 345_678]],
  ] as const)('differ in what is told of %s, and nowhere else', async (name, facts, values) => {
    const situation: Situation = {
      ...flagship,
      neverSay: [],
      disclosure: {confidential: {as: 'omit'}, facts},
    };
    const secret = situation.facts.find(fact => fact.name === name)?.figure;
    if (!isKnown(secret)) throw new Error(`there is no ${name}`);
    const whole = brief(situation);
    expect(within(whole).figures.some(({figure}) => hangsOn(figure, secret))).toBe(true);
    const before = new Map(flat((await printedAs(situation, 'call')).json));
    for (const value of values) {
      const after = new Map(flat((await printedAs(asIf(situation, name, value), 'call')).json));
      const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
        pointer => before.get(pointer) !== after.get(pointer),
      );
      expect(changed.length).toBeGreaterThan(0);
      const hidden = changed.filter(
        pointer => !within([atPointer(whole, pointer)]).figures.some(({figure}) => hangsOn(figure, secret)),
      );
      expect([value, hidden]).toEqual([value, []]);
    }
  });

  test('tell it in no notation', async () => {
    const forms = (value: number) => [value, ...[3, 4, 5].map(digits => Number(value.toPrecision(digits)))];
    const cases = [
      [flagship, forms(18_730_000)],
      ...madeUp
        .filter(([name]) => name === 'rival-and-log')
        .map(([, situation]) => [situation, [...forms(73_500), ...forms(163_400)]] as const),
    ] as const;
    for (const [situation, secrets] of cases)
      for (const edition of OTHERS) {
        const {terminal, html, json} = await printedAs({...situation, neverSay: []}, edition);
        const texts = [...linesOf(terminal), ...textsOn(html), ...textsIn(json).map(([, text]) => text)];
        const told = texts.filter(text =>
          numbersIn(text).some(({values, others}) =>
            [...values, ...others].some(one => (secrets as readonly number[]).includes(one)),
          ),
        );
        expect(told).toEqual([]);
        const numbers = flat(json).map(([, text]) => Number(text));
        expect(numbers.filter(one => (secrets as readonly number[]).includes(one))).toEqual([]);
      }
  });
});

describe('the desk and the others', () => {
  const PRESENT = `party: Ostrava Trading
kind: current
currency: USD
evidence: {tier: documented, source: "a payslip (made up)"}
terms:
  - {component: base, amount: 163417, per: year, written: true}
  - {component: bonus, amount: 41293, per: year}
`;
  const TODAYS = /Ostrava|(?<![\d.,])(?:163[,.]?417|163\.4K|41[,.]?293|41\.3K|204[,.]?710|204\.7K)/;

  test('today’s job stands on the desk, in a call unless it is ruled out, and is shown to nobody', async () => {
    const situation = restated({'offers/now.yaml': PRESENT});
    const told = async (neverSay: readonly string[], edition: 'desk' | 'call' | 'share') => {
      const printed = await printedAs({...situation, neverSay}, edition);
      return [printed.terminal, ...textsOn(printed.html), JSON.stringify(printed.json)].map(text =>
        TODAYS.test(text),
      );
    };
    for (const neverSay of [[], ['current pay']]) {
      expect(await told(neverSay, 'desk')).toContain(true);
      expect(await told(neverSay, 'share')).not.toContain(true);
    }
    expect(await told([], 'call')).toContain(true);
    expect(await told(['current pay'], 'call')).not.toContain(true);
  });

  test('plan --full is for the desk only, says so first, and tells the confidential figures', async () => {
    const folder = copyOf(EXAMPLE, {'offers/now.yaml': PRESENT});
    const {code, out, err} = await line('plan', folder, '--full');
    expect([code, err.replace(/^.*(?:warning|note).*\n(?: {4}.*\n)?/gm, '')]).toEqual([
      0,
      expect.not.stringContaining('error'),
    ]);
    expect(out.split('\n')[0]?.replaceAll('\u00a0', ' ')).toContain('for your desk only');
    expect(out).toContain('Ostrava Trading');
    expect(out).toContain('$18,730,000 per day');
    expect(out).toContain('143 pods');
    // What it writes beside it is for a call.
    const page = readFileSync(join(folder, 'out', 'brief.html'), 'utf8');
    expect(textsOn(page).filter(text => TODAYS.test(text) || /18,730,000|143 pods/.test(text))).toEqual([]);
    expect(page).toContain('hundreds of pods');
  });

  test('nobody is shown where I would stop, what I would do, or an offer that may not be told', async () => {
    const {json, html, terminal} = await printedAs({...flagship, neverSay: []}, 'share');
    const texts = [...linesOf(terminal), ...textsOn(html), ...textsIn(json).map(([, text]) => text)];
    const mine =
      /jump|(?<![\d.,])200[,.]?000|\$200K|\bfloor\b|walk[ -]?away|walk away|accept (?:at|floor)|to accept|^counter$|ask first|hold out/i;
    expect(texts.filter(text => mine.test(text))).toEqual([]);
    expect((json as {readonly stance: unknown}).stance).toBeNull();
    const strategy = flagship.readings[0]?.guide?.strategy;
    const lines = [...(strategy?.accept ?? []), ...(strategy?.walkAway ?? [])].map(({span}) => span.from);
    expect(lines.length).toBeGreaterThan(4);
    const {report} = planOf(flagship).for('share');
    const shown = within(report).figures.flatMap(({at, figure}) =>
      figure.figure === 'read' && figure.span.file === 'guide.md' && lines.includes(figure.span.from)
        ? [at]
        : [],
    );
    expect(shown).toEqual([]);
  });

  test('an amount that can be read in two ways is told whole, secrets or not', async () => {
    const folder = copyOf(EXAMPLE, {'offers/jump.yaml': swap('amount: 200000', 'amount: 195.000')});
    const {code, err} = await line('plan', folder);
    expect(code).toBe(3);
    expect(err).toContain(
      'offers/jump.yaml:15:13 error ambiguous-amount: amount 195.000 can be read in two ways',
    );
    expect(err).toContain('to mend it: write 195000 or 195');
  });
});
