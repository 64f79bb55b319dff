import {describe, expect, test} from 'vitest';
import {source} from '../../src/base/index.ts';
import {readCaseFile} from '../../src/case/case-file.ts';
import {readOffer} from '../../src/case/offer.ts';
import {LIMITS} from '../../src/files/index.ts';
import {brief, CASE_YAML, OFFER_YAML, words} from './notation.ts';
import {messageOf, withTexts} from '../findings.ts';

const TODAY = '2026-11-25';
const inCase = (from: string, to: string) =>
  readCaseFile(source('case.yaml', CASE_YAML.replace(from, to)), TODAY).findings;
const inOffer = (from: string, to: string) =>
  readOffer(source('offers/example.yaml', OFFER_YAML.replace(from, to)), 'example', {
    today: TODAY,
    pinned: true,
  }).findings;

describe('a case that is right', () => {
  const {part, findings, clock, guides} = readCaseFile(source('case.yaml', CASE_YAML), TODAY);

  test('has no findings, and pins its clock', () => {
    expect(findings).toEqual([]);
    expect(clock).toEqual({today: '2026-11-22', pinned: true});
    expect(guides).toMatchObject([{name: 'guide.md', span: {line: 6, column: 10}}]);
  });

  test('keeps a percentage as a fraction, without dust', () => {
    expect(part?.facts[0]).toMatchObject({
      name: 'uptime',
      figure: {
        figure: 'read',
        quantity: {value: 0.99997, unit: {}},
        style: {as: 'share'},
        disclosure: 'private',
        span: {file: 'case.yaml', line: 13, column: 12},
      },
      span: {file: 'case.yaml', line: 11, column: 3},
    });
  });

  test('keeps units, claims and rules', () => {
    expect(part?.facts[1]).toMatchObject({
      figure: {quantity: {value: 19_700_000, unit: {USD: 1, day: -1}}, style: {as: 'full'}},
    });
    expect(part?.claims).toMatchObject([{id: 'downtime', stated: {value: 1, unit: {minute: 1}}}]);
    const {from = 0, to = 0} = part?.claims[0]?.place ?? {};
    expect(CASE_YAML.slice(from, to)).toBe('1');
    expect(part?.disclosure).toEqual({
      confidential: {as: 'omit'},
      facts: {dailyPnl: {as: 'ratio', to: 'deskPnl'}, deskPnl: {as: 'round'}},
    });
    expect(part).toMatchObject({who: 'Sam', seed: 7, level: null, neverSay: ['current pay']});
  });

  test('fills in what may be left out', () => {
    const small = 'parley: 1\nrole: r\ncompany: c\nregion: x\nguides: [g.md]\ndeadline:\n';
    const reading = readCaseFile(source('case.yaml', small), TODAY);
    expect(reading.findings).toEqual([]);
    expect(reading.part).toMatchObject({
      who: 'you',
      today: TODAY,
      deadline: null,
      seed: 1,
      facts: [],
      claims: [],
      disclosure: {confidential: {as: 'omit'}, facts: {}},
    });
  });
});

describe('an offer that is right', () => {
  const {offer, findings} = readOffer(source('offers/example.yaml', OFFER_YAML), 'example', {
    today: TODAY,
    pinned: true,
  });

  test('gives its terms what they do not say themselves', () => {
    expect(findings).toEqual([]);
    expect(offer).toMatchObject({id: 'example', disclosure: 'private', scope: [{included: true}]});
    expect(offer?.terms).toMatchObject([
      {component: 'base', amount: 180_000, currency: 'USD', guaranteed: true, evidence: {tier: 'documented'}},
      {component: 'bonus', amount: 95_000, guaranteed: null, written: null, condition: 'first year only'},
      {component: 'pnl', amount: null, share: {percent: 2}, evidence: {tier: 'stated'}},
      {component: 'signOn', amount: 30_000, currency: 'GBP', per: 'once', disclosure: 'confidential'},
    ]);
    expect(offer?.terms[1]?.span).toMatchObject({file: 'offers/example.yaml', line: 17, column: 5});
  });
});

// Each line: what is typed instead of what, where the finding stands, and what it says.
describe('a slip in case.yaml', () => {
  test.each([
    ['deadline: 2026-12-04', 'dedline: 2026-12-04', ':8:1 unknown-key', 'did you mean deadline?'],
    ['role: DevOps Engineer', 'role: 42', ':3:7 wrong-type', 'role is 42, expected text'],
    ['role: DevOps Engineer', 'role:', ':3:1 missing-key', 'role is empty'],
    ['role: DevOps Engineer\n', '', ':1:1 missing-key', 'role is missing · add role: The role'],
    ['parley: 1', 'parley: 2', ':1:9 unknown-version', 'parley is 2, expected 1'],
    ['today: 2026-11-22', 'today: 2026-02-30', ':7:8 impossible-date', 'February 2026 has 28 days'],
    ['today: 2026-11-22', 'today: 2026-13-01', ':7:8 impossible-date', 'a year has 12 months'],
    ['today: 2026-11-22', 'today: 22 Nov', ':7:8 impossible-date', 'expected a date like 2026-11-22'],
    [
      'deadline: 2026-12-04',
      'deadline: 2026-11-01',
      ':8:11 date-order',
      'deadline 2026-11-01 is before today',
    ],
    ['guides: [guide.md]', 'guides: []', ':6:9 missing-key', 'guides is empty'],
    ['guides: [guide.md]', 'guides: guide.md', ':6:9 wrong-type', 'expected a list'],
    ['seed: 7', 'seed: 7.5', ':9:7 wrong-type', 'expected a whole number'],
    ['seed: 7', 'seed: -1', ':9:7 out-of-range', 'seed is -1, expected at least 0'],
    ['value: 19700000', 'value: 19_700_000', ':19:12 wrong-type', 'write 19700000'],
    ['value: 19700000', 'value: .inf', ':19:12 wrong-type', 'Infinity'],
    ['unit: USD/day', 'unit: USX/day', ':20:11 unknown-unit', 'did you mean USD?'],
    ['unit: USD/day', 'unit: USD/days', ':20:11 unknown-unit', 'did you mean day?'],
    ['unit: USD/day', 'unit: USD/minite', ':20:11 unknown-unit', 'did you mean minute?'],
    ['unit: USD/day', 'unit: USD//day', ':20:11 unknown-unit', 'the unit has an empty part'],
    ['unit: percent', 'unit: "%"', ':14:11 unknown-unit', 'did you mean percent?'],
    ['unit: percent', 'unit: percent/day', ':14:11 unknown-unit', 'mixes percent'],
    ['tier: measured', 'tier: measurd', ':15:22 unknown-word', 'did you mean measured?'],
    [
      'disclosure: private',
      'disclosure: secret',
      ':16:17 unknown-word',
      'expected public, private or confidential',
    ],
    ['  uptime:', '  up-time:', ':11:3 bad-name', 'letters and digits only'],
    ['  uptime:', '  __proto__:', ':11:3 bad-name', 'choose another name'],
    ['  uptime:', '  constructor:', ':11:3 bad-name', 'the word is taken'],
    ['ratio: deskPnl', 'ratio: deskPnll', ':36:29 unknown-fact', 'did you mean deskPnl?'],
    ['ratio: deskPnl', 'ratio: dailyPnl', ':36:29 unsafe-ratio', 'to itself'],
    ['ratio: deskPnl', 'ratoi: deskPnl', ':36:22 unknown-key', 'did you mean ratio?'],
    ['{ratio: deskPnl}', 'rond', ':36:21 unknown-word', 'did you mean round?'],
    ['confidential: omit', 'confidential: rond', ':35:17 unknown-word', 'did you mean round?'],
    [
      'deskPnl: round',
      'uptime: round',
      ':36:39 idle-rule',
      'uptime is private, so this rule changes nothing',
    ],
    ['seed: 7', 'role: SRE', ':9:1 duplicate-key', 'the key role stands here a second time'],
    ['  uptime:\n    label', '  uptime:\n\tlabel', ':12:1 tab', 'spaces'],
    ['guides: [guide.md]', 'guides: [guide.md', ':7:1 yaml-syntax', 'not valid YAML'],
    ['who: Sam', 'who: *me', ':2:6 yaml-syntax', 'anchor'],
    ['who: Sam', 'who: "\\e[31mSam"', ':2:6 wrong-type', 'control character'],
    ['id: downtime', 'id: Down Time', ':30:9 bad-name', 'lower case with dashes'],
  ])('%s → %s', (from, to, where, what) => {
    const findings = inCase(from, to);
    expect(brief(findings)).toContain(`case.yaml${where}`);
    expect(words(findings, where.split(' ')[1] as never)).toContain(what);
  });

  test('a ratio to a fact that is not confidential says why that is unsafe', () => {
    const text = CASE_YAML.replace('ratio: deskPnl', 'ratio: open').replace(
      'claims:\n',
      '  open: {label: x, value: 1, unit: USD/day, evidence: {tier: published, source: x}, disclosure: public}\nclaims:\n',
    );
    const {findings} = readCaseFile(source('case.yaml', text), TODAY);
    expect(words(findings, 'unsafe-ratio')).toContain(
      'open is public: whoever knows it works dailyPnl out from the ratio',
    );
  });

  test('a ratio over two units means nothing', () => {
    const text = CASE_YAML.replace('value: 4000000\n    unit: USD/day', 'value: 4\n    unit: pod');
    const {findings} = readCaseFile(source('case.yaml', text), TODAY);
    expect(words(findings, 'unsafe-ratio')).toContain('dailyPnl is in USD per day, deskPnl in pods');
  });

  test('a unit of the reader’s own is a note, and the case loads', () => {
    const text = CASE_YAML.replaceAll('USD/day', 'USD/cluster');
    const {findings, part} = readCaseFile(source('case.yaml', text), TODAY);
    expect(new Set(findings.map(one => `${one.severity} ${one.rule}`))).toEqual(
      new Set(['note unknown-unit']),
    );
    expect(part).not.toBeNull();
  });

  test('a deadline that passes while the clock is not pinned is a warning', () => {
    const text = CASE_YAML.replace('today: 2026-11-22\n', '');
    const {findings, part} = readCaseFile(source('case.yaml', text), '2027-01-01');
    expect(findings).toMatchObject([
      {rule: 'deadline-passed', severity: 'warning', span: {line: 7, column: 11}},
    ]);
    expect(part).not.toBeNull();
  });

  test('all slips are told at once, those between parts too', () => {
    const text = CASE_YAML.replace('region: New York\n', '')
      .replace('company:', 'compny:')
      .replace('deadline: 2026-12-04', 'deadline: 2026-11-01')
      .replace('ratio: deskPnl', 'ratio: nothing')
      .replace('tier: measured', 'tier: measurd');
    const {findings, part} = readCaseFile(source('case.yaml', text), TODAY);
    expect(part).toBeNull();
    expect(brief(findings).sort()).toEqual([
      'case.yaml:14:22 unknown-word',
      'case.yaml:1:1 missing-key',
      'case.yaml:1:1 missing-key',
      'case.yaml:35:29 unknown-fact',
      'case.yaml:4:1 unknown-key',
      'case.yaml:7:11 date-order',
    ]);
  });
});

describe('a slip in an offer', () => {
  test.each([
    ['guaranteed: true', 'garanteed: true', ':15:5 unknown-key', 'did you mean guaranteed?'],
    ['component: bonus', 'component: bonsu', ':17:16 unknown-word', 'did you mean bonus?'],
    ['component: bonus', 'bonus: 3', ':17:5 unknown-key', 'the keys here are component'],
    ['currency: USD', 'currency: USB', ':7:11 unknown-currency', 'did you mean USD?'],
    ['currency: USD', 'currency: dollars', ':7:11 unknown-currency', 'did you mean USD?'],
    ['currency: USD', 'currency: 7', ':7:11 unknown-currency', 'ISO 4217'],
    ['kind: target', 'kind: targt', ':2:7 unknown-word', 'did you mean target?'],
    ['expires: 2026-12-04', 'expires: 2026-11-01', ':6:10 date-order', 'before the offer was made'],
    ['expires: 2026-12-04', 'expires: 2026-11-20', ':6:10 offer-expired', 'expired on 2026-11-20'],
    ['made: 2026-11-18', 'made: 2026-11-30', ':5:7 date-order', "after the case's today"],
    ['made: 2026-11-18', 'made: 2026-11-31', ':5:7 impossible-date', 'November 2026 has 30 days'],
    ['amount: $180K', 'amount: -180000', ':13:13 negative-pay', 'pay of -180000 is negative'],
    ['amount: $180K', 'amount: -$180K', ':13:13 negative-pay', 'negative'],
    ['amount: $180K', 'amount: 180.000', ':13:13 ambiguous-amount', 'write 180000 or 180'],
    ['amount: $180K', 'amount: "180.000"', ':13:13 ambiguous-amount', 'two ways'],
    ['amount: $180K', 'amount: 180K+', ':13:13 wrong-type', 'is no exact amount'],
    ['amount: $180K', 'amount: 180', ':13:13 out-of-range', 'write 180K where thousands are meant'],
    [
      'amount: $180K',
      'amount: £180K',
      ':13:13 ambiguous-amount',
      'is in GBP, but the amounts here are in USD',
    ],
    ['component: bonus', 'component: base', ':17:5 repeated-term', 'beside offers/example.yaml:12:5'],
    ['amount: $180K', 'amount: true', ':13:13 wrong-type', 'expected a number or text'],
    ['amount: $180K', 'amount: XYZ 180K', ':13:13 unknown-currency', '"XYZ" is not a currency'],
    ['amount: $180K', 'amount: £180K\n    currency: EUR', ':13:13 ambiguous-amount', 'the term says EUR'],
    ['    amount: $180K\n', '', ':12:5 missing-key', 'neither amount nor share'],
    ['percent: 2,', 'percent: 200,', ':22:22 out-of-range', 'at most 100'],
    [
      'per: once',
      'per: decade',
      ':28:10 unknown-word',
      'expected year, quarter, month, week, day, hour or once',
    ],
    ['included: true', 'included: perhaps', ':10:39 wrong-type', 'expected true or false'],
    ['scope:', '? [a]\n: b\nscope:', ':9:3 yaml-syntax', 'keys must be strings'],
  ])('%s → %s', (from, to, where, what) => {
    const findings = inOffer(from, to);
    expect(brief(findings)).toContain(`offers/example.yaml${where}`);
    expect(words(findings, where.split(' ')[1] as never)).toContain(what);
  });

  test('a comma inside braces is told as what it does to the amount', () => {
    const text = `${OFFER_YAML.slice(0, OFFER_YAML.indexOf('terms:'))}terms:\n  - {component: base, amount: 210,000, per: year}\n`;
    const {findings, offer} = readOffer(source('offers/x.yaml', text), 'x', {today: TODAY, pinned: true});
    expect(offer).toBeNull();
    expect(withTexts(findings)).toMatchObject([
      {rule: 'ambiguous-amount', message: '",000" is cut off from the amount before it'},
    ]);
  });
});

describe('a hostile file', () => {
  const read = (text: string) => readCaseFile(source('case.yaml', text), TODAY);

  test('aliases that multiply are refused', () => {
    const letters = 'abcdefghi'.split('');
    const bomb = letters
      .map(
        (letter, at) =>
          `${letter}: &${letter} [${Array(9)
            .fill(at === 0 ? 'x' : `*${letters[at - 1]}`)
            .join()}]`,
      )
      .join('\n');
    expect(brief(read(bomb).findings)).toEqual(['case.yaml:5:8 too-many-aliases']);
  });

  test.each(['[', '{a: ', '- ', '? ', 'a: '])('%s, twenty thousand deep, is refused', opening => {
    expect(read(`${opening.repeat(20_000)}\n`).findings.map(one => one.rule)).toEqual(['too-deep']);
  });

  test('of thousands of slips the gravest hundred are told, with the number of the others', () => {
    const notes = Array.from(
      {length: 150},
      (_, at) => `  f${at}: {label: x, value: 1, unit: thing, evidence: &e {tier: stated, source: x}}`,
    );
    const {findings} = read(
      CASE_YAML.replace('seed: 7', 'sed: 7').replace('facts:\n', `facts:\n${notes.join('\n')}\n`),
    );
    expect(findings).toHaveLength(100);
    expect(findings[0]).toMatchObject({rule: 'unknown-key', severity: 'error'});
    expect(messageOf(findings.at(-1))).toContain('(and 51 more findings in this file)');
  });

  test('a text too long to be written by hand is not read', () => {
    expect(read(`x: ${'y'.repeat(LIMITS.yaml)}`).findings.map(one => one.rule)).toEqual(['huge-file']);
  });

  test('two documents in one file are refused', () => {
    expect(read(`${CASE_YAML}---\n${CASE_YAML}`).part).toBeNull();
  });

  test.each(['', '# only a comment\n', '~\n', '---\n'])('%j holds nothing', text => {
    expect(read(text).findings.map(one => one.rule)).toEqual(['empty-file']);
  });

  test('a list or a word in the place of a case is told as such', () => {
    expect(words(read('- a\n').findings, 'wrong-type')).toContain(
      'the file is a list, expected a group of keys',
    );
    expect(words(read('hello\n').findings, 'wrong-type')).toContain('the file is "hello"');
  });
});
