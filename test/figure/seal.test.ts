import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {type Disclosure, quantity} from '../../src/base/index.ts';
import {EDITIONS} from '../../src/figure/edition.ts';
import {
  asQuantity,
  assumed,
  cleaner,
  count,
  day,
  type Edition,
  estimated,
  figuresOf,
  head,
  isFigure,
  jsonOf,
  KEPT,
  matcherOf,
  measured,
  named as firm,
  noteOf,
  type Prose,
  quote,
  type RuledOut,
  reaching,
  type SealRules,
  say,
  seal,
  secretsIn,
  textOf,
  worked,
} from '../../src/figure/index.ts';
import {figure, named, secret} from './figures.ts';
import {times} from '../strength.ts';

const PNL = secret(18_730_000, 'USD/day', {source: 'heard: 18.73M a day'});
const PODS = secret(143, 'pod', {subject: 'pods'});
const FLOOR = figure(195_000, 'USD', {style: {as: 'short'}, disclosure: 'private', subject: 'base'});
const SEALED = {figure: 'sealed', tier: 'stated'};

const RULED_OUT: readonly RuledOut[] = [
  {words: 'Citadel', subjects: []},
  {words: 'uptime', subjects: ['uptime', 'downMinutes']},
  {words: '$180K', subjects: []},
];

/** `seenIn('call')(report)`: the report as that edition sees it. */
function seenIn(edition: Edition, more: Partial<SealRules> = {}): <T>(report: T) => T {
  const rules = {
    edition,
    ruledOut: matcherOf(RULED_OUT),
    secrets: secretsIn([PNL, PODS]),
    guarded: new Map([['case.yaml', new Set([2, 3])]]),
    ...more,
  };
  return report => seal(report, rules);
}
const call = seenIn('call');
const share = seenIn('share');
const desk = seenIn('desk');
const textIn = (sealed: typeof call, text: Prose) => textOf(sealed({text}).text ?? say``);

describe('the desk', () => {
  test('sees everything, but not what the seal alone reads', () => {
    const report = {
      about: ['uptime'],
      reach: 'desk',
      ifSealed: null,
      pnl: PNL,
      notes: [{about: ['uptime'], text: head(reaching(say`Citadel pays ${PNL}`, 'desk'))}],
    };
    expect(desk(report)).toEqual({pnl: PNL, notes: [{text: say`Citadel pays ${PNL}`}]});
  });

  test('cleans no heading; others do', () => {
    expect(cleaner({edition: 'desk', ruledOut: matcherOf(RULED_OUT)})('Citadel')).toBe('Citadel');
    expect(cleaner({edition: 'call', ruledOut: matcherOf(RULED_OUT)})('at Citadel')).toBe(`at ${KEPT}`);
  });
});

describe.each(['call', 'share'] as const)('in %s', edition => {
  const sealed = seenIn(edition);

  test.each([
    ['a secret', PNL],
    ['a figure about what is ruled out', figure(0.999, '1', {subject: 'downMinutes'})],
    ['a figure whose subject is called so', figure(7, '1', {subject: 'uptime'})],
    ['a ruled-out number', figure(180_000, 'USD')],
    ['what would be shown as one', figure(180_400, 'USD', {style: {as: 'short', digits: 2}})],
    ['a range that ends in one', assumed({low: 175_000, high: 180_000, unit: {USD: 1}}, 'x')],
    ['a figure written in such words', figure(1, '1', {style: {as: 'written', text: 'like Citadel'}})],
    ['a figure with a secret in its formula', worked('a * 18730000', named({a: figure(2)}))],
    ['a figure of a sealed report', SEALED],
    ['a figure of a guide in whose unit a secret stands', figure(1, 'FY25_18730000')],
    ['one in whose words it stands', figure(2, 'pod', {style: {as: 'written', text: '$18730000,2'}})],
  ])('%s is sealed', (_, of) => expect(sealed({of})).toEqual({of: SEALED_OF(of)}));

  test('what is mine is open', () => expect(sealed({FLOOR, m: figure(12)})).toEqual({FLOOR, m: figure(12)}));

  test('a ruled-out unit rules out what is counted in it', () => {
    const pods = seenIn(edition, {ruledOut: matcherOf([{words: 'pods', subjects: []}])});
    expect(pods([figure(50, 'pod'), figure(2_000, 'USD/pod')])).toEqual([SEALED, SEALED]);
  });

  test('a figure of a guide that goes on where a secret of many digits ends is sealed', () => {
    const exact = seenIn(edition, {secrets: [18_764_321]});
    expect(exact([18_764_321.9, 18_764_320.9, 1.87643219].map(value => figure(value)))).toEqual([
      SEALED,
      SEALED,
      SEALED,
    ]);
    const others = [18_764_331.9, 18_764_319.4, 1876].map(value => figure(value));
    expect(exact(others)).toEqual(others);
  });

  test('a small constant of a formula is no secret', () => {
    const twelve = seenIn(edition, {secrets: [12]});
    const monthly = worked('a / 12', named({a: FLOOR}));
    expect(twelve(monthly)).toMatchObject({figure: 'worked', quantity: monthly.quantity, formula: 'a / 12'});
  });
});

function SEALED_OF(of: unknown) {
  return {
    figure: 'sealed',
    tier: (of as {evidence?: {tier: string}; tier?: string}).evidence?.tier ?? 'stated',
  };
}

describe('an open figure', () => {
  const magnitude = worked('magnitude(pnl)', named({pnl: PNL}), {
    disclosure: 'private',
    style: {as: 'magnitude'},
  });

  test('keeps what it was worked out from sealed, and its formula to itself', () =>
    expect(call(magnitude)).toEqual({
      ...magnitude,
      evidence: {tier: 'stated', source: `heard: ${KEPT} a day`},
      formula: KEPT,
      inputs: [{name: 'pnl', label: 'the pnl', figure: SEALED}],
    }));

  test('keeps the formula where nothing beneath is sealed', () => {
    const twice = worked('floor * 2', named({floor: FLOOR}));
    expect(call(twice)).toEqual(twice);
  });

  test('has no input named for what is ruled out', () => {
    const inputs = [{name: 'uptimeShare', label: 'uptime of 143 pods', figure: FLOOR}];
    const [input] = (call(worked('uptimeShare * 2', inputs)) as {inputs: readonly object[]}).inputs;
    expect(input).toEqual({name: `${KEPT}Share`, label: `${KEPT} of ${KEPT} pods`, figure: FLOOR});
    expect(call(worked('uptimeShare * 2', inputs))).toMatchObject({formula: KEPT});
  });

  test('has a note in every edition', () => {
    const inputs = [{name: 'uptimeShare', label: 'x', figure: FLOOR}];
    for (const one of EDITIONS) expect(noteOf(seenIn(one)(worked('uptimeShare * 2', inputs)))).not.toBeNull();
    expect(noteOf(call(call(worked('uptimeShare * 2', inputs))))).not.toBeNull();
  });

  test('has no word about it in its source, its question, its reason or its procedure', () => {
    const of = {tier: 'measured', source: 'Citadel, 143 pods'} as const;
    const asked = {
      question: {what: 'uptime', pods: 143, of: ['Citadel', 'fix']},
      period: {from: 'a', to: 'b'},
      sources: ['Citadel', '143'],
    };
    expect(call(measured(quantity(1), asked, of))).toMatchObject({
      evidence: {source: `${KEPT}, ${KEPT} pods`},
      question: {what: KEPT, of: ['fix']},
      sources: [KEPT, KEPT],
    });
    expect(call(assumed(quantity(1), 'as at Citadel with 143 pods'))).toMatchObject({
      why: `as at ${KEPT} with ${KEPT} pods`,
    });
    const how = {procedure: 'impact.uptime', seed: 1, inputs: named({a: PNL})};
    expect(call(estimated(quantity(1), how, of))).toMatchObject({
      procedure: `impact.${KEPT}`,
      inputs: [{figure: SEALED}],
    });
  });

  test('has no secret in its words, but a guide its own', () => {
    const words = (as: 'times' | 'written', disclosure: 'public' | 'private') =>
      call(figure(2, '1', {style: {as, text: 'the 143 pods'}, disclosure})).style.text;
    expect(words('times', 'public')).toBe(`the ${KEPT} pods`);
    expect(words('written', 'private')).toBe(`the ${KEPT} pods`);
    expect(words('written', 'public')).toBe('the 143 pods');
  });
});

describe('what may be told in the place of a secret', () => {
  const magnitude = worked('magnitude(pnl)', named({pnl: PNL}), {
    disclosure: 'private',
    style: {as: 'magnitude'},
  });
  const told = {...PNL, told: magnitude};

  test('is told', () => {
    expect(textIn(call, say`we made ${told}`)).toBe('we made tens of millions of USD per day');
    expect(call({told, ifSealed: 'nothing'})).toHaveProperty('told.figure', 'worked');
  });

  test('is not, where it is as secret', () =>
    expect(call({...PNL, told: {...magnitude, disclosure: 'confidential'}})).toEqual(SEALED));

  test('is not, where the subject is ruled out', () =>
    expect(call({...PNL, subject: 'uptime', told: magnitude})).toEqual(SEALED));

  test('never stands beside it', () => {
    expect(call({...FLOOR, told: magnitude})).toEqual(FLOOR);
    expect(JSON.stringify(call(told))).not.toContain('1873');
  });
});

describe('a text', () => {
  test.each<[string, Prose, string | null]>([
    ['with a secret', say`we made ${PNL} a day`, `we made ${KEPT} a day`],
    ['about it', say`as Citadel does`, `as ${KEPT} does`],
    ['with a firm', say`as ${firm('Citadel')} does`, `as ${KEPT} does`],
    ['over two parts', say`as ${quote('Cita')}${quote('del')} does`, `as ${KEPT} does`],
    ['over a firm and words', say`by ${firm('Up')}time alone`, `by ${KEPT} alone`],
    ['twice', say`Citadel, ${firm('Citadel')}; Citadel`, `${KEPT}, ${KEPT}; ${KEPT}`],
    ['of others with a secret', say`${quote('our 143 pods')} run`, `our ${KEPT} pods run`],
    ['of a guide with that number', say`${quote('143 firms', {disclosure: 'public'})}`, '143 firms'],
    [
      'of an employer',
      say`they said ${quote('we are closing', {disclosure: 'confidential'})}`,
      `they said ${KEPT}`,
    ],
    ['with days and counts', say`by ${day('2026-12-04')}, ${count(143)} times`, 'by 2026-12-04, 143 times'],
    ['for this edition', reaching(say`odds`, 'call'), 'odds'],
    ['for the desk', reaching(say`odds`, 'desk'), null],
    ['with words for the desk in it', say`my ${reaching(say`odds`, 'desk')} are`, null],
    ['about a ruled-out subject', {...say`nothing broke`, about: ['uptime']}, null],
    ['about another', {...say`nothing broke`, about: ['base']}, 'nothing broke'],
    ['that is a head', head(say`ask for more`), 'ask for more'],
  ])('%s', (_, text, left) => {
    const {text: sealed} = call({text});
    expect(sealed === null ? null : textOf(sealed)).toBe(left);
    if (sealed !== null) expect(Object.keys(sealed)).toEqual(['prose']);
  });

  test('for a call is in no shared edition', () => {
    expect(share([reaching(say`odds`, 'call'), say`asks`])).toEqual([say`asks`]);
    expect(share({odds: reaching(say`odds`, 'call')})).toEqual({odds: null});
  });

  test('that a figure and its words would make is cut, and has a hole', () => {
    const five = seenIn('call', {ruledOut: matcherOf([{words: '5 minutes', subjects: []}])});
    const text = say`in ${figure(5)} minutes or so`;
    expect(textIn(five, text)).toBe(`in ${KEPT} or so`);
    expect(five({text, ifSealed: 'soon'})).toBe('soon');
  });

  test('of others is sealed alike where it stands alone', () => {
    const alone = (text: string, disclosure: Disclosure) =>
      call({title: quote(text, {disclosure})}).title.quote;
    expect(alone('we are closing', 'confidential')).toBe(KEPT);
    expect(alone('our 143 pods at Citadel', 'private')).toBe(`our ${KEPT} pods at ${KEPT}`);
    expect(alone('143 firms and Citadel', 'public')).toBe(`143 firms and ${KEPT}`);
  });

  test('keeps its figures as figures, sealed or not', () =>
    expect(figuresOf(call(say`${PNL} and ${FLOOR}`))).toEqual([SEALED, FLOOR]));
});

describe('a part of a report', () => {
  const parts = (list: readonly unknown[]) => call({list}).list;

  test('about what is ruled out goes whole', () => {
    expect(
      parts([
        {about: ['uptime'], x: 1},
        {about: [firm('Citadel LLC')], x: 2},
        {about: ['base', firm('Jump')], x: 3},
      ]),
    ).toEqual([{x: 3}]);
    expect(call({a: {about: ['uptime'], x: 1}})).toEqual({a: null});
  });

  test('for the desk stands in no other', () =>
    expect(
      parts([
        {reach: 'desk', x: 1},
        {reach: 'call', x: 2},
      ]),
    ).toEqual([{x: 2}]));

  test('falls with its head', () => {
    const headed = (text: Prose) => ({list: [{title: head(text), floor: FLOOR}, {x: 1}]});
    expect(call(headed(say`as Citadel does`))).toEqual({list: [{x: 1}]});
    expect(call(headed(say`at ${figure(7, '1', {subject: 'uptime'})}`))).toEqual({list: [{x: 1}]});
    expect(call(headed(say`at ${PNL}`)).list).toHaveLength(2);
    expect(call(headed(say`at ${secret(180_000, 'USD')}`)).list).toHaveLength(2);
    expect(call({list: [{title: say`as Citadel does`}]})).toEqual({
      list: [{title: {prose: [`as ${KEPT} does`]}}],
    });
  });

  test('has another in its place where a figure in it is sealed', () => {
    const one = (of: unknown) => ({
      text: {parts: [say`${of as never}`]},
      ifSealed: {short: say`ask ${FLOOR}`},
    });
    expect(call(one(PNL))).toEqual({short: say`ask ${FLOOR}`});
    expect(call(one(quote('closing', {disclosure: 'confidential'})))).toEqual({short: say`ask ${FLOOR}`});
    expect(call(one(SEALED))).toEqual({short: say`ask ${FLOOR}`});
    expect(call(one(FLOOR))).toEqual({text: {parts: [say`${FLOOR}`]}});
    expect(call({a: 1, ifSealed: 2})).toEqual({a: 1});
  });

  test('leaves the whole alone once a hole in it is gone', () => {
    const inner = {pnl: PNL, ifSealed: 'less'};
    expect(call({inner, ifSealed: 'nothing'})).toEqual({inner: 'less'});
    const gone = {pnl: PNL, title: head(say`${PNL} at Citadel`)};
    expect(call({list: [gone], ifSealed: 'nothing'})).toEqual({list: []});
    expect(call({list: [head(say`${PNL} at Citadel`)], ifSealed: 'nothing'})).toEqual({list: []});
  });

  test('is a word of a list', () =>
    expect(parts(['fix', 'citadel-fix', '143 pods'])).toEqual(['fix', `${KEPT} pods`]));

  test('named for what is ruled out goes; a word of the program stays', () =>
    expect(call({byFirm: {Citadel: 1, 'order-router': 2, 'pods 143': 3}, uptime: null})).toEqual({
      byFirm: {'order-router': 2},
      uptime: null,
    }));

  test('of plain values stays as it is', () => {
    const plain = {a: 1, b: true, c: null, d: undefined, e: [1, [2]], f: asQuantity(FLOOR)};
    expect(call(plain)).toEqual(plain);
  });

  test('that is gone whole is nothing', () => expect(call({reach: 'desk'})).toBeNull());
});

describe('a place', () => {
  const span = {file: 'case.yaml', from: 10, to: 20, line: 2, column: 5};
  const open = {...span, file: 'guide.md'};

  test('in a guarded file is a line, and elsewhere exact', () => {
    expect(call({span, open})).toEqual({span: {file: 'case.yaml', line: 2, column: 1}, open});
    expect(call(say`${quote('x', {span})}`).prose).toEqual([
      {quote: 'x', disclosure: 'private', span: {file: 'case.yaml', line: 2, column: 1}},
    ]);
    expect(call(figure(1, '1', {file: 'case.yaml'}))).toMatchObject({
      span: {file: 'case.yaml', line: 2, column: 1},
    });
    expect(call(figure(1))).toEqual(figure(1));
    expect(desk(span)).toEqual(span);
  });

  test('on a line without a secret keeps its column', () =>
    expect(call({...span, line: 9})).toEqual({file: 'case.yaml', line: 9, column: 5}));

  test('has no end that tells how long it is', () =>
    expect(call({...span, endLine: 2, endColumn: 15})).toEqual({file: 'case.yaml', line: 2, column: 1}));

  test('of a finding hides nothing else of it', () =>
    expect(
      call({...span, file: 'citadel.yaml', message: say`${PNL}`, hint: say`as ${quote('Citadel')}`}),
    ).toEqual({
      ...span,
      file: `${KEPT}.yaml`,
      message: {prose: [SEALED]},
      hint: {prose: ['as ', {quote: KEPT, disclosure: 'private'}]},
    }));
});

describe('whatever a report holds', () => {
  const subjects = fc.constantFrom<RuledOut>(
    {words: 'uptime', subjects: ['uptime', 'downMinutes']},
    {words: 'Citadel', subjects: []},
    {words: 'on-call', subjects: ['onCall']},
    {words: 'order-router', subjects: []},
    {words: '$180K', subjects: []},
    {words: 'bonus', subjects: ['bonus']},
    {words: '99.997%', subjects: []},
    {words: 'deployment time', subjects: []},
    {words: 'pods', subjects: ['pods']},
  );
  const words = fc
    .array(
      fc.constantFrom(
        ...'uptime|up-|time| |Citadel’s|on|call|Order|Router|180,000|$180K|bonuses|99.997%|pod|deployment|times|x|, | 18.73M| 7313 '.split(
          '|',
        ),
      ),
      {maxLength: 5},
    )
    .map(parts => parts.join(''));
  const figures = (kept: number) =>
    fc
      .record({
        value: fc.constantFrom(1, 0.99997, 180_000, kept, 12_345),
        unit: fc.constantFrom('USD', 'pod', '1', 'minute', 'USD/pod/day'),
        subject: fc.constantFrom('base', 'uptime', 'onCall', 'bonus', 'deploymentTime', 'pods'),
        as: fc.constantFrom('full', 'money', 'short', 'factor', 'written', 'magnitude', 'times'),
        disclosure: fc.constantFrom('public', 'private', 'confidential'),
        text: words,
        kind: fc.constantFrom('read', 'worked', 'measured', 'assumed'),
      } as const)
      .map(({value, unit, as, text, subject, disclosure, kind}) => {
        const hidden = value === kept ? 'confidential' : disclosure;
        // What everybody may read where it stands is no secret.
        const said = as === 'written' ? text.replaceAll('7313', '') : text;
        const more = {subject, style: {as, text: said}, disclosure: hidden, source: text} as const;
        const one = figure(value, unit, more);
        if (kind === 'worked')
          return worked('one * 2', [{name: 'one', label: text, figure: one}], {...more, disclosure});
        if (kind === 'assumed') return assumed(quantity(value, unit), text, more);
        if (kind === 'read') return one;
        const asked = {question: {what: text}, period: {from: '', to: ''}, sources: [text]};
        return measured(quantity(value, unit), asked, {tier: 'measured', source: text}, more);
      });
  const reports = (kept: number) => {
    const insert = fc.oneof(
      words,
      figures(kept),
      words.map(firm),
      fc
        .tuple(words, fc.constantFrom('private', 'confidential'))
        .map(([text, disclosure]) => quote(text, {disclosure} as const)),
    );
    const prose = fc.tuple(insert, insert, insert).map(([a, b, c]) => say`${a}${b} and ${c}`);
    const {node} = fc.letrec<{node: unknown}>(tie => ({
      node: fc.oneof(
        {maxDepth: 3},
        words,
        figures(kept),
        prose,
        prose.map(head),
        figures(kept).map(asQuantity),
        fc.record({file: words, from: fc.nat(), to: fc.nat(), line: fc.nat(), column: fc.nat()}),
        fc.array(tie('node'), {maxLength: 3}),
        fc.dictionary(
          fc.oneof(fc.constantFrom('a', 'title', 'Citadel', 'order-router', 'pods 7313')),
          tie('node'),
          {maxKeys: 3},
        ),
      ),
    }));
    return node;
  };

  /** Every text that is printed of it: its prose and notes, its JSON with all keys, its cards. */
  function texts(of: unknown, rules: SealRules): readonly string[] {
    const found: string[] = [];
    const visit = (value: unknown, printed: boolean): void => {
      if (typeof value === 'string' && printed) found.push(value);
      if (typeof value !== 'object' || value === null) return;
      if ('prose' in value) found.push(textOf(value as Prose));
      if (isFigure(value)) found.push(textOf(noteOf(value)?.text ?? say``));
      for (const [key, one] of Object.entries(value)) {
        found.push(key);
        visit(one, printed);
      }
    };
    visit(of, false);
    const {json, figures: cards} = jsonOf(of, cleaner(rules));
    visit(json, true);
    for (const card of Object.values(cards)) visit(card, true);
    return found;
  }

  const editions = fc.constantFrom<Edition>('call', 'share');

  test('no edition but the desk speaks of what is ruled out, nor tells a secret', () => {
    fc.assert(
      fc.property(
        reports(7313),
        fc.array(subjects, {minLength: 1, maxLength: 3}),
        editions,
        (report, ruled, edition) => {
          const ruledOut = matcherOf(ruled);
          const rules = {edition, ruledOut, secrets: [7313], guarded: new Map<string, ReadonlySet<number>>()};
          const all = texts(seal({report}, rules), rules);
          expect(all.filter(text => ruledOut.speaks(text) && text !== 'pods')).toEqual([]);
          expect(all.filter(text => /(?<![\d.,])7,?313(?![\d.,])/.test(text))).toEqual([]);
        },
      ),
      {numRuns: times(15_000)},
    );
  });

  test('two that differ in a secret alone are equal', () => {
    const column = (value: number) => String(value).length;
    const of = (value: number) => {
      const pnl = secret(value, 'USD/day', {source: `heard: ${value}`});
      const ratio = worked('pnl / 2', named({pnl}));
      const span = {file: 'case.yaml', from: 10, to: 10 + column(value), line: 3, column: 20 + column(value)};
      return {
        pnl,
        ratio,
        text: say`we made ${pnl}, ${quote(`${value} a day`, {span})}; ${figure(5, 'pod', {source: `of ${value}`})}`,
        title: head(say`at ${pnl} a day`),
        finding: {...span, endLine: 3, endColumn: span.column + column(value), message: `"${value}" is much`},
        [`at ${value}`]: 1,
        inputs: [worked('a', [{name: 'a', label: `of ${value}`, figure: FLOOR}])],
        short: {ratio, ifSealed: say`a lot`},
      };
    };
    fc.assert(
      fc.property(
        fc.integer({min: 1001, max: 1e9}),
        fc.integer({min: 1001, max: 1e9}),
        editions,
        (a, b, edition) => {
          const view = (value: number) =>
            seal(of(value), {
              edition,
              ruledOut: matcherOf([
                {words: '$180K', subjects: []},
                {words: '150000000', subjects: []},
              ]),
              secrets: [value, value / 2],
              guarded: new Map([['case.yaml', new Set([2, 3])]]),
            });
          expect(view(a)).toEqual(view(b));
        },
      ),
    );
  });

  test('is as it was once it is sealed again', () => {
    fc.assert(
      fc.property(reports(7313), subjects, editions, (report, ruled, edition) => {
        const rules = {
          edition,
          ruledOut: matcherOf([ruled]),
          secrets: [7313],
          guarded: new Map<string, ReadonlySet<number>>(),
        };
        const once = seal({report}, rules);
        expect(seal(once, rules)).toEqual(once);
      }),
    );
  });
});
