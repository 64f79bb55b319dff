import {describe, expect, test} from 'vitest';
import type {Brief} from '../../src/strategy/index.ts';
import {briefHtml, briefText} from '../../src/brief/index.ts';
import {parse, all as within} from '../fixtures/dom.ts';
import {plan} from '../fixtures/plan.ts';
import {HOSTILE, poisoned} from './hostile.ts';

const page = await briefHtml(plan);
const document = parse(page);
const all = (selector: string) => within(document, selector);

test('the page of the flagship is the golden one', async () => {
  await expect(page).toMatchFileSnapshot('golden/brief.html');
});

test('the same plan gives the same bytes', async () => {
  expect(await briefHtml(plan)).toBe(page);
});

describe('what the case rules out', () => {
  const subject = (text: string) => ({
    text,
    why: 'your case rules it out of every script',
    claim: null,
    span: null,
  });
  const withSubject = (text: string): Brief => ({
    ...plan,
    notToSay: [...plan.notToSay, subject(text)],
    ledger: plan.ledger.map((claim, at) =>
      at === 0
        ? {
            ...claim,
            says: 'the Order Router was up',
            evidence: {tier: 'measured', source: 'order-router.csv'},
          }
        : claim,
    ),
  });

  test('is told to the reader, and does not stand in the brief to bring', async () => {
    const brief = withSubject('order-router');
    expect(briefText(brief, {width: 120, colour: false, full: true})).toContain('“order-router”');
    const told = await briefHtml(brief);
    expect(told).not.toMatch(/order[- ]router/i);
    expect(told).toContain('the [kept back] was up');
  });

  test('is its words, not those that begin alike, nor a kind of pay', async () => {
    expect(await briefHtml(withSubject('order'))).toContain('the [kept back] Router was up');
    expect(await briefHtml(withSubject('ord'))).toContain('the Order Router was up');
    expect(await briefHtml(withSubject('measured'))).toContain('>measured<');
  });

  test('leaves the page as it is where nothing is ruled out', async () => {
    expect(await briefHtml({...plan, notToSay: [...plan.notToSay, subject('…')]})).not.toContain('kept back');
  });
});

describe('footnotes', () => {
  const notes = all('.notes li').map(one => one.id);
  const refs = all('a[href^="#note-"]');

  test('every reference resolves and every note is referred to', () => {
    expect(refs.length).toBeGreaterThan(60);
    const used = new Set(refs.map(one => one.getAttribute('href')?.slice(1)));
    expect(used).toEqual(new Set(notes));
  });

  test('are numbered in the order of reading', () => {
    const first = [...new Set(refs.map(one => Number(one.getAttribute('href')?.slice(6))))];
    expect(first).toEqual(notes.map((_, index) => index + 1));
  });

  test('no two say the same', () => {
    const texts = all('.notes li').map(one => one.textContent);
    expect(new Set(texts).size).toBe(texts.length);
  });

  test('name tier, source and place', () => {
    expect(all('.notes li')[0]?.textContent).toContain(
      'documented Millennium Management, offer letter of 2026-11-04 offers/millennium.yaml:1:1',
    );
  });

  test('stand behind every sum and percentage that is to be said', () => {
    for (const said of all('blockquote p, .rebuttals dd')) {
      const figures = said.textContent.match(/\$\d|\d%/g) ?? [];
      expect(said.querySelectorAll('sup').length, said.textContent).toBeGreaterThanOrEqual(figures.length);
    }
  });

  test('every link within the page leads somewhere, and no id is given twice', () => {
    const ids = all('[id]').map(one => one.id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    for (const link of all('a[href]')) expect(ids).toContain(link.getAttribute('href')?.slice(1));
  });
});

describe('one file that needs nothing else', () => {
  test('no script, no handler, nothing to load', () => {
    expect(page).not.toMatch(/<script|\son\w+=|javascript:|<link|<img|<iframe|@import|url\(/i);
    expect(page.match(/(?:https?:)?\/\/[^\s"'<]+/g) ?? []).toEqual([]);
    expect(all('[src], [srcset]')).toEqual([]);
  });

  test('headings step down one level at a time', () => {
    const levels = all('h1, h2, h3, h4').map(one => Number(one.localName.slice(1)));
    expect(levels.filter(level => level === 1)).toHaveLength(1);
    levels.reduce((before, level) => {
      expect(level - before).toBeLessThanOrEqual(1);
      return level;
    }, 0);
  });

  test('verdicts and outcomes carry a sign beside their colour', () => {
    for (const one of all('main .pass, main .fail, main .unknown'))
      expect(one.textContent.trim()).toMatch(/^[✓✗≈?!]/);
  });

  test('every headline claim shows its whole working', () => {
    for (const claim of plan.ledger.filter(one => one.headline))
      for (const working of claim.workings) expect(document.body.textContent).toContain(working.shown);
  });
});

describe('what others wrote', () => {
  test('stays text, wherever it stands', async () => {
    const poison = parse(await briefHtml(poisoned(plan)));
    expect(within(poison, 'script, img, style ~ style')).toEqual([]);
    // The only places that a plan's words reach unescaped would be these.
    expect(poison.querySelector('style')?.textContent).not.toContain(HOSTILE.slice(0, 8));
    expect(poison.body.textContent).toContain('<script>alert(1)</script>');
    expect(
      within(poison, '*').flatMap(one => [...one.attributes].filter(at => at.name.startsWith('on'))),
    ).toEqual([]);
  });

  test('cannot colour a terminal or turn the line', async () => {
    const text = await briefHtml(poisoned(plan));
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
    expect(text).not.toMatch(/[\0-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]/);
  });
});

test('a plan with nothing in it is a page still', async () => {
  const bare = await briefHtml({
    ...plan,
    deadline: null,
    stance: {action: 'no offer yet', because: []},
    offers: [],
    bands: [],
    marks: [],
    rules: [],
    asks: [],
    levers: [],
    notToSay: [],
    strengthen: [],
    ledger: [],
    findings: [],
    unread: 0,
  });
  expect(bare).toContain('The guide names no lever.');
  expect(bare).not.toMatch(/undefined|NaN|null/);
});
