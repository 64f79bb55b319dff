import {describe, expect, test} from 'vitest';
import {type Edition, say} from '../../src/figure/index.ts';
import {printHtml, printTerminal} from '../../src/page/index.ts';
import type {Brief} from '../../src/strategy/index.ts';
import {verdictStrips} from '../../src/views/chart/verdicts.ts';
import {planDocument} from '../../src/views/index.ts';
import {bare, brief, SEALED} from '../fixtures/brief.ts';
import {all, parse} from '../fixtures/dom.ts';
import {timelineOf} from './chart/record-pictures.ts';

const clean = (of: string) => of;

interface Asked {
  readonly edition?: Edition;
  readonly full?: boolean;
  readonly width?: number;
}

function text(of: Brief, {edition = 'call', full = true, width = 400}: Asked = {}): string {
  return printTerminal(planDocument(of, {edition, full}), {width, colour: false, clean});
}

/** The words alone: without the marks of notes, and the notes. */
function words(of: Brief, asked: Asked = {}): string {
  return text(of, asked).replace(/\[\d+\]/g, '');
}

async function page(of: Brief, {edition = 'call', full = true}: Asked = {}) {
  return parse(await printHtml(planDocument(of, {edition, full}), {clean}));
}

function headings(of: Brief): readonly string[] {
  return [...text(of).matchAll(/^━━ (\d .*?) ━+$/gm)].map(([, heading = '']) => heading);
}

test('the sections stand in the order of the conversation', () => {
  expect(headings(brief)).toEqual([
    '1 Where each offer stands',
    '2 The asks, in order',
    '3 The levers, and what to say',
    '4 What not to say',
    '5 The guide’s rules, offer by offer',
    '6 The ledger of figures',
    '7 What the audit found in the guide',
    '8 Evidence',
  ]);
  expect(headings(bare)).toEqual(headings(brief));
});

test('what is for nobody else to see is not said to be missing', () => {
  const shared = text({...brief, notToSay: [], rules: []}, {edition: 'share'});
  expect(shared).not.toMatch(/not to say|states no rule|offer by offer/);
  expect(text({...brief, notToSay: []})).toContain('Nothing the guide would have said is held back.');
});

test.each([
  ['desk', 'for your desk only: an employer’s figures and today’s job are in it'],
  ['call', 'private, for Dana Whitfield'],
  ['share', 'may be shown'],
] as const)('in edition %s the first line says so', (edition, told) => {
  expect(text(brief, {edition}).split('\n')[0]?.replaceAll('\u00a0', ' ')).toBe(
    `Negotiation brief   ${told}`,
  );
});

test('what I would do is for nobody else', () => {
  expect(text(brief)).toContain('COUNTER');
  expect(text(brief, {edition: 'share'})).not.toMatch(/counter|to accept/i);
});

describe('the asks', () => {
  test('come to a sum, beside what is on the table and what the guide says', () => {
    expect(words(brief)).toContain(
      'All granted, that comes to $310,000 in a year (base and bonus), beside $275,000 on the table (base and bonus) and the guide’s $315K to $455K (base and bonus); without participation and equity.',
    );
  });

  test.each([
    [
      {table: null},
      'in a year (base and bonus), beside the guide’s $315K to $455K (base and bonus); without',
    ],
    [{band: null}, 'in a year (base and bonus), beside $275,000 on the table (base and bonus); without'],
    [{table: null, band: null, without: []}, 'comes to $310,000 in a year (base and bonus).'],
    [{table: SEALED}, 'beside [kept back] on the table'],
  ])('%#: what is not there is not spoken of', (parts, told) => {
    const {sum} = brief;
    if (sum === null) throw new Error('no sum');
    expect(words({...brief, sum: {...sum, ...parts}})).toContain(told);
  });

  test('that are met have nothing to say', async () => {
    const [open, met] = all(await page(brief), '.asks > li');
    expect(all(open ?? parse(''), 'blockquote').length).toBe(1);
    expect(all(met ?? parse(''), 'blockquote').length).toBe(0);
    expect(met?.textContent).toContain('which meets it');
  });
});

describe('the levers', () => {
  test('without an ask and a script are told as such, with what is left out of them', async () => {
    const [, silent] = all(await page(brief), '#levers article');
    expect(silent?.textContent.replace(/\s+/g, ' ')).toMatch(
      /There is nothing to say for it\..*Left out of the script.*additional alpha of \$4M/,
    );
    expect(silent?.textContent).not.toContain('rests on');
  });

  test('lose an objection with its answer', () => {
    expect(text(brief)).toContain('“Uptime is table stakes.”');
    expect(text(brief)).not.toContain('And the router?');
  });

  test('show what the record looks like, each picture once', async () => {
    const depicts = brief.ledger[1]?.stated.quantityOf;
    if (depicts === undefined) throw new Error('no claim to depict');
    const picture = {claims: ['fact-uptime'], depicts, picture: timelineOf(40, {'system 1': ['3 +9.25']})};
    const drawn = await page({...brief, pictures: [picture]});
    const [caption] = all(drawn, '#levers figcaption').map(one => one.textContent);
    expect(caption).toMatch(
      /^Uptime in market hours, all 6 systems: 99\.982%\d+ C2 ✓ holds\. The systems are numbered/,
    );
    expect(all(drawn, '#levers figure').length).toBe(1);
    const elsewhere = await page({...brief, levers: [], pictures: [picture]});
    expect(all(elsewhere, '#ledger figure').length).toBe(2);
    expect(text({...brief, pictures: [picture]}, {full: false})).not.toContain('The systems are numbered');
  });
});

test('what an edition keeps back is said to be kept back, and not drawn', () => {
  const firm = brief.offers[0];
  if (firm === undefined) throw new Error('no offer');
  const [base] = firm.standings;
  if (base === undefined) throw new Error('no base');
  const sealed = {
    ...firm,
    party: 'Elsewhere',
    standings: [{...base, amount: SEALED, shown: say`${SEALED}`, share: SEALED}],
  };
  const standing = text({...brief, offers: [sealed]}).split('━━ 2')[0] ?? '';
  expect(standing).toContain('[kept back]');
  expect(standing).toContain('no offer can be placed here');
  expect(standing).not.toMatch(/NaN|Elsewhere.*\n.*◆/);
});

test('a rule that says nothing of an offer is an open one', async () => {
  const rows = all(await page(brief), '#rules tbody tr').map(row => row.textContent.replace(/\s+/g, ' '));
  expect(rows.at(-1)).toMatch(/base of at least \$215K\d+.*\?$/i);
});

test('a question is put once to each party, however many rules want it answered', () => {
  const asked = text(brief).split('━━ 5')[1]?.split('━━ 6')[0] ?? '';
  expect(asked.match(/cross-pod scope/g)).toHaveLength(2);
});

describe('the ledger', () => {
  test('counts its lesser figures where not all of it is asked for', () => {
    const short = words(brief, {full: false});
    expect(short).toContain(
      'Besides these, 2 figures checked: ✓ 1 holds, ≈ 0 hold only if, ✗ 0 do not hold, ? 1 cannot be checked. --full lists them, and so does the brief.',
    );
    expect(short).toContain('C1 The systems make $170K a minute');
    expect(short).not.toContain('The other figures');
  });

  test('has a place for each number that leads there', async () => {
    const told = await page(brief);
    const ids = new Set(all(told, '[id]').map(one => one.id));
    for (const link of all(told, 'a[href]')) expect(ids).toContain(link.getAttribute('href')?.slice(1));
    expect(all(told, 'a.claim[href="#C1"]').length).toBeGreaterThan(2);
  });

  test('is drawn in a terminal by numbers, a verdict in as many lines as it needs', () => {
    const many = Array.from({length: 40}, () => brief.ledger).flat();
    const lines = verdictStrips(many, 60).map(line => line.map(run => run.text).join(''));
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(60);
    expect(lines.join(' ').match(/[●○]\u00a0C\d+/g)).toHaveLength(many.length);
  });
});

test('every note is used, and none is missing', () => {
  const [body = '', notes = ''] = text(brief).split(/^━━ 8 Evidence.*$/m);
  const used = new Set([...body.matchAll(/\[(\d+)\]/g)].map(([, number]) => Number(number)));
  const listed = [...notes.matchAll(/\[(\d+)\] (?=[a-z])/g)].map(([, number]) => Number(number));
  expect(listed).toEqual(listed.map((_, at) => at + 1));
  for (const number of used) expect(listed).toContain(number);
});

test('a plan with nothing in it is a page still', async () => {
  const printed = [text(bare), await printHtml(planDocument(bare, {edition: 'call', full: true}), {clean})];
  for (const one of printed) {
    expect(one).toContain('The guide names no lever.');
    expect(one).not.toMatch(/undefined|NaN|null|Infinity/);
  }
});

test('many offers at few columns become lists and not slivers', () => {
  const [first] = brief.offers;
  if (first === undefined) throw new Error('no offer');
  const offers = Array.from({length: 9}, (_, at) => ({
    ...first,
    offer: `o${at}`,
    party: `Firm number ${at}`,
  }));
  expect(text({...brief, offers}, {width: 60})).toContain('  Firm number 8: ');
});
