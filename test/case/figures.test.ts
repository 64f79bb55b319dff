import {readFileSync} from 'node:fs';
import {describe, expect, test} from 'vitest';
import {parse, stringify} from 'yaml';
import {type Source, type Span, source} from '../../src/base/index.ts';
import {readCaseFile} from '../../src/case/case-file.ts';
import {loadCase, measureFacts} from '../../src/case/index.ts';
import {readMoves} from '../../src/case/moves.ts';
import {readOffer} from '../../src/case/offer.ts';
import type {Fact} from '../../src/claims/index.ts';
import {type Figure, isKnown, show} from '../../src/figure/index.ts';
import {figureOf, turnsOf} from './facts.ts';
import {brief, CASE_YAML, OFFER_YAML, words} from './notation.ts';
import {copyOf, temporary} from '../desk.ts';

const TODAY = '2026-11-25';
const CLOCK = {today: TODAY, pinned: true};

/** What stands at a place. */
const at = ({text}: Source, span: Span | null | undefined) =>
  span == null ? null : text.slice(span.from, span.to);

describe('a stated fact', () => {
  const subject = (key: string) =>
    CASE_YAML.replace('    unit: percent\n', `    unit: percent\n    ${key}\n`);
  const factsOf = (text: string) => readCaseFile(source('case.yaml', text), TODAY).part?.facts ?? [];

  test('is read where its value stands, and prints as it was typed', () => {
    const text = source('case.yaml', CASE_YAML);
    const told = factsOf(CASE_YAML).map(({figure}) => [
      figure.figure === 'read' ? at(text, figure.span) : figure.figure,
      show(figure),
    ]);
    expect(told).toEqual([
      ['99.997', '99.997%'],
      ['19700000', '$19,700,000 per day'],
      ['4000000', '$4,000,000 per day'],
    ]);
  });

  test('is of the subject that the case names, and else of none', () => {
    expect(figureOf(factsOf(subject('subject: quietQuarters'))[0]).subject).toBe('quietQuarters');
    expect(figureOf(factsOf(CASE_YAML)[0])).not.toHaveProperty('subject');
    expect(figureOf(factsOf(subject('subject:'))[0])).not.toHaveProperty('subject');
  });

  test.each(['uptme', 'currentPay', 'competing'])('cannot be of %s', name => {
    const {findings} = readCaseFile(source('case.yaml', subject(`subject: ${name}`)), TODAY);
    expect(brief(findings)).toEqual(['case.yaml:15:14 unknown-word']);
    expect(words(findings, 'unknown-word')).toContain(
      name === 'uptme' ? 'did you mean uptime?' : 'expected base',
    );
  });
});

describe('the terms of an offer, and of a move', () => {
  test('tell where their amounts and their shares stand', () => {
    const text = source('offers/example.yaml', OFFER_YAML);
    const {offer} = readOffer(text, 'example', CLOCK);
    const places = offer?.terms.map(({places: {amount, share}}) => [at(text, amount), at(text, share)]);
    expect(places).toEqual([
      ['$180K', null],
      ['"95,000"', null],
      [null, '2'],
      ['£30K', null],
    ]);
  });

  test('tell it in their own line', () => {
    const line = '{"at":"2026-11-20","by":"me","kind":"note","says":"x"}\n';
    const text = source(
      'moves.jsonl',
      `${line}{"at":"2026-11-20","by":"them","kind":"offer","currency":"USD","terms":[{"component":"base","amount":185000,"per":"year"}]}\n`,
    );
    const [term] = readMoves(text, {today: '2026-12-01'}).moves[1]?.terms ?? [];
    expect([at(text, term?.places.amount), term?.places.amount?.line]).toEqual(['185000', 2]);
    expect(term?.places.share).toBeNull();
  });
});

describe('what is never to be said', () => {
  const slips = (subject: string) => {
    const text = CASE_YAML.replace('[current pay]', `[current pay, "${subject}"]`);
    const {findings} = readCaseFile(source('case.yaml', text), TODAY);
    return [...brief(findings), words(findings, 'ruled-out-case')];
  };

  test.each([
    ['Example', 'neverSay "Example" is part of the firm\'s own name, which stands at the head of every page'],
    ['example capital', "is part of the firm's own name"],
    ['devops', 'is part of the role that you negotiate for'],
    ['New York', 'is part of the region whose bands count'],
  ])('%s cannot be, for every page says it', (subject, expected) => {
    const [place, message] = slips(subject);
    expect(place).toBe('case.yaml:37:27 ruled-out-case');
    expect(message).toContain(expected);
  });

  test.each(['Citadel', '$180K', 'uptime', 'Exam', '…'])('%s can be', subject => {
    expect(slips(subject)).toEqual(['']);
  });
});

describe('what is wrong is told as it was typed', () => {
  const GUIDE = '# DevOps Engineer at Example Capital\n\nBase is $175K to $225K.\n';

  test('in a case that holds confidential figures, too', () => {
    const offer = OFFER_YAML.replace('amount: $180K', 'amount: 195.000');
    const path = temporary({'case.yaml': CASE_YAML, 'guide.md': GUIDE, 'offers/a.yaml': offer});
    expect(words(loadCase(path, {today: TODAY}).findings, 'ambiguous-amount')).toBe(
      'amount 195.000 can be read in two ways · write 195000 or 195',
    );
  });

  test('in moves.jsonl, without which the situation still stands', () => {
    const path = temporary({
      'case.yaml': CASE_YAML,
      'guide.md': GUIDE,
      'moves.jsonl': '{"at": "2026-11-20", "by": "we", "kind": "ask"}\n',
    });
    const {situation, findings} = loadCase(path, {today: TODAY});
    expect(situation).toMatchObject({company: 'Example Capital', facts: [{}, {}, {}]});
    expect(brief(findings)).toEqual(['moves.jsonl:1:28 unknown-word']);
    expect(findings[0]?.severity).toBe('error');
  });
});

describe('what facts are called', () => {
  interface Written {
    facts: Record<string, {label: string}>;
    claims: {says: string; formula: string}[];
    disclosure: {facts: Record<string, unknown>};
  }

  const situationOf = async (text: string) => {
    const path = copyOf('examples/millennium-devops', {'case.yaml': text});
    const {situation, findings} = await measureFacts(loadCase(path, {today: TODAY}));
    expect(findings).toEqual([]);
    return situation?.facts ?? [];
  };

  /** All that a figure is but for what it is called and where it stands. */
  const bare = (figure: Figure): unknown =>
    isKnown(figure)
      ? [
          figure.figure,
          figure.quantity,
          figure.subject,
          figure.disclosure,
          figure.evidence,
          figure.interval,
          'inputs' in figure ? figure.inputs.map(one => bare(one.figure)) : [],
        ]
      : null;
  const told = (fact: Fact) => [bare(fact.figure), turnsOf(fact), fact.measured?.papers];

  test('decides nothing of their figures', async () => {
    const text = readFileSync('examples/millennium-devops/case.yaml', 'utf8');
    const written = parse(text) as Written;
    // Of subjects and levers quite others than the facts are of.
    const names = new Map(Object.keys(written.facts).map((name, index) => [name, `competing${index}uptime`]));
    const renamed = (name: string) => names.get(name) ?? name;
    const keys = <T>(of: Record<string, T>) =>
      Object.fromEntries(Object.entries(of).map(([name, one]) => [renamed(name), one]));
    const facts = Object.entries(written.facts).map(([name, fact]) => [
      renamed(name),
      {...fact, label: `a competing offer of current pay, on call, ${name.length} pods`},
    ]);
    const other = {
      ...written,
      facts: Object.fromEntries(facts),
      claims: written.claims.map(one => ({...one, formula: one.formula.replace(/[A-Za-z]\w*/g, renamed)})),
      disclosure: {...written.disclosure, facts: keys(written.disclosure.facts)},
    };
    const before = await situationOf(text);
    const after = await situationOf(stringify(other));
    expect(before.length).toBeGreaterThan(15);
    expect(after.map(({name}) => name)).toEqual(before.map(({name}) => renamed(name)));
    expect(after.map(told)).toEqual(before.map(told));
  });
});
