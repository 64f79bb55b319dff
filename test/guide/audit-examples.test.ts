import {readFileSync} from 'node:fs';
import {describe, expect, test} from 'vitest';
import {shippedRates, source} from '../../src/base/index.ts';
import {shippedConventions} from '../../src/calendar/index.ts';
import {audit, auditMany, auditRules, payTable, type Reading, readGuide} from '../../src/guide/index.ts';
import {type MadeUp, madeUp} from './made-up.ts';
import {messageOf} from '../findings.ts';

const PAGE = readFileSync(new URL('../../docs/audit.md', import.meta.url), 'utf8');

/** A guide that nothing can be said against. */
const QUIET: Partial<MadeUp> = {
  pay: '| Region | Base Salary | Bonus | Total Comp |\n|---|---|---|---|\n| Boston | $150K - $200K | $30K - $50K | $180K - $250K |',
  narrative: '',
  levers: '#### Global Levers\n\n1. **Team:** "Which team hires?"',
  strategy: '> **Negotiate Up Strategy:** Open at $190K base. Accept at $170K base.',
  sources: '**Evidence & Sources**\n- [Pay at funds 2026](https://gazette.example/pay)',
};

/** What an example leaves out. */
const HEADINGS: Partial<MadeUp> = {narrative: '#### Why\n\n', levers: '#### Global Levers\n\n'};

/** The part of a guide that a block of an example is, by how the part begins. */
function partOf(block: string): keyof MadeUp {
  if (block.startsWith('---\n')) return 'front';
  if (/^#+ /.test(block)) return 'title';
  if (/^\| (?:Region|Level) /.test(block)) return 'pay';
  if (block.startsWith('> **Negotiate Up')) return 'strategy';
  if (block.startsWith('**Evidence')) return 'sources';
  return /^\d\. \*\*/.test(block) ? 'levers' : 'narrative';
}

function guideWith(example: string): Partial<MadeUp> {
  const parts = example
    .split(/\n\n+/)
    .map(block => [partOf(block), `${HEADINGS[partOf(block)] ?? ''}${block}`]);
  return {...QUIET, ...Object.fromEntries(parts)};
}

function read(changes: Partial<MadeUp>): Reading {
  const text = madeUp(changes);
  const {guide, findings} = readGuide('example.md', text);
  const context = {rates: shippedRates(), conventions: shippedConventions(), today: '2026-11-22'};
  return {
    guide,
    findings: guide === null ? findings : [...findings, ...audit(guide, source('example.md', text), context)],
  };
}

/** The example of a section with the faulty lines, or with the mended ones in their place. */
function version(section: string, sign: '-' | '+'): string {
  const diff = /^```diff\n([^]*?)\n```$/m.exec(section)?.[1] ?? '';
  return diff
    .split('\n')
    .filter(line => line === '' || line.startsWith(' ') || line.startsWith(sign))
    .map(line => line.slice(2))
    .join('\n');
}

/** The rules that speak of a guide, beside a Larkspur guide on platform engineers with the faulty table. */
function rulesFor(example: string, faulty: string): string[] {
  const {guide, findings} = read(guideWith(example));
  const {title: _, ...beside} = guideWith(faulty);
  const tables = [guide, read(beside).guide].map(one => (one === null ? null : payTable(one)));
  return [...findings, ...auditMany(tables.filter(table => table !== null))].map(({rule}) => rule);
}

describe('the examples of docs/audit.md', () => {
  test('are told in a guide that nothing can be said against', () =>
    expect(read(QUIET).findings.map(one => `${one.rule}: ${messageOf(one)}`)).toEqual([]));

  test.each(auditRules.map(({name}) => name))('%s', name => {
    const section = PAGE.split(/^## /m).find(one => one.startsWith(`${name}\n`)) ?? '';
    const faulty = version(section, '-');
    const mended = version(section, '+');
    expect(faulty).not.toBe(mended);
    expect(rulesFor(faulty, faulty)).toContain(name);
    expect(rulesFor(mended, faulty)).toEqual([]);
  });

  test('have a way to mend them', () => {
    for (const {name} of auditRules)
      expect(PAGE).toMatch(new RegExp(`^## ${name}\\n(?:(?!^## )[^])*^Mend: \\w`, 'm'));
  });
});
