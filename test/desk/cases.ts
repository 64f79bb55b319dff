import {existsSync, readdirSync, readFileSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll} from 'vitest';
import {packageRoot} from '../../src/base/index.ts';
import {loadCase, measureFacts} from '../../src/case/index.ts';
import type {Fact} from '../../src/claims/index.ts';
import {planOf} from '../../src/desk/plan.ts';
import {isFigure} from '../../src/figure/index.ts';
import type {Situation} from '../../src/strategy/index.ts';
import {answersIn, type Grounds} from './again.ts';
import {knownWithin} from './within.ts';
import {messageOf} from '../findings.ts';
import {copyOf} from '../desk.ts';

export const EXAMPLE = join(packageRoot(), 'examples', 'millennium-devops');
const FROZEN = join(packageRoot(), 'test', 'fixtures', 'frozen');
export const TODAY = '2026-11-22';

/** Made-up cases without a record. */
export const MADE_UP = readdirSync(FROZEN)
  .map(name => join(FROZEN, name))
  .filter(folder => existsSync(join(folder, 'case.yaml')));

/** A case that was planned, and what it takes to get its figures again. */
export interface Case {
  readonly situation: Situation;
  readonly planned: ReturnType<typeof planOf>;
  readonly grounds: Grounds;
}

export async function caseIn(folder: string): Promise<Case> {
  const {situation} = await measured(folder);
  return {situation, planned: planOf(situation), grounds: {text: textsOf(folder), asked: new Set()}};
}

export async function measured(folder: string): Promise<{readonly situation: Situation}> {
  const loaded = loadCase(folder, {today: TODAY});
  const errors = loaded.findings.filter(one => one.severity === 'error');
  if (errors.length > 0) throw new Error(errors.map(messageOf).join('; '));
  const {situation} = await measureFacts(loaded);
  if (situation === null) throw new Error(`${folder} cannot be measured`);
  return {situation};
}

/** The example with its record read once, and each of its questions asked of the record a second time. */
export async function example(): Promise<Case> {
  const {situation} = await measured(EXAMPLE);
  const asked = answersIn(await askedAgain(situation));
  return {situation, planned: planOf(situation), grounds: {text: textsOf(EXAMPLE), asked}};
}

/** The answers to what the figures say that was asked, as the only facts of a case of their own. */
async function askedAgain({facts, seed}: Situation): Promise<readonly Fact[]> {
  const questions = knownWithin(facts).flatMap(({figure}) =>
    figure.figure === 'measured' && 'what' in figure.question ? [JSON.stringify(plain(figure.question))] : [],
  );
  const asking = Object.fromEntries(
    [...new Set(questions)].map((question, at) => [
      `question${at}`,
      {label: 'as the figure says that it was asked', measure: JSON.parse(question) as unknown},
    ]),
  );
  const head = {parley: 1, role: 'DevOps Engineer', company: 'Millennium Management', region: 'New York'};
  const file = {...head, guides: ['guide.md'], today: TODAY, seed, facts: asking};
  const folder = copyOf(EXAMPLE, {'case.yaml': JSON.stringify(file)}, afterAll);
  rmSync(join(folder, 'offers'), {recursive: true});
  return (await measured(folder)).situation.facts;
}

/** What was asked, the names that are for the desk alone among it. */
function plain(question: Readonly<Record<string, unknown>>): unknown {
  const {names, ...open} = question;
  const {reach: _, ...named} = (names ?? {}) as Readonly<Record<string, unknown>>;
  return {...open, ...named};
}

/** A file of the case's folder, and else one that ships. */
export function textsOf(
  folder: string,
  files: Readonly<Record<string, string>> = {},
): (file: string) => string {
  const known = new Map(Object.entries(files));
  return file => {
    const found = known.get(file);
    if (found !== undefined) return found;
    const own = join(folder, file);
    const text = readFileSync(existsSync(own) ? own : join(packageRoot(), file), 'utf8');
    known.set(file, text);
    return text;
  };
}

/** The words of the example's case, offers and guide, changed. */
export function exampleFiles(
  change: (text: string, name: string) => string,
): Readonly<Record<string, string>> {
  const names = [
    'case.yaml',
    'guide.md',
    ...readdirSync(join(EXAMPLE, 'offers')).map(name => `offers/${name}`),
  ];
  return Object.fromEntries(
    names.map(name => [name, change(readFileSync(join(EXAMPLE, name), 'utf8'), name)]),
  );
}

/** The example with its files changed, planned from its own record. */
export async function changed(change: (text: string, name: string) => string): Promise<Case> {
  const files = exampleFiles(change);
  const {situation} = await measured(copyOf(EXAMPLE, files));
  return {situation, planned: planOf(situation), grounds: {text: textsOf(EXAMPLE, files), asked: new Set()}};
}

/** `text` with `from` replaced, which must be in it. */
export function replaced(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`"${from}" is not there`);
  return text.replace(from, to);
}

/** A document without its pictures: they are drawn, not said. */
export function withoutPictures<T>(value: T): T {
  const walk = (one: unknown): unknown => {
    if (typeof one !== 'object' || one === null || isFigure(one)) return one;
    if (Array.isArray(one)) return one.filter(part => !isPicture(part)).map(walk);
    return Object.fromEntries(Object.entries(one).map(([key, part]) => [key, walk(part)]));
  };
  return walk(value) as T;
}

function isPicture(one: unknown): boolean {
  return typeof one === 'object' && one !== null && 'block' in one && one.block === 'picture';
}
