import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {packageRoot, type Quantity, source} from '../../src/base/index.ts';
import {shippedConventions} from '../../src/calendar/index.ts';
import {contextOf} from '../../src/claims/index.ts';
import {guideClaims} from '../../src/claims/recognise/index.ts';
import {evaluate, type Figure, formula, isFigure, numbersIn, type Prose} from '../../src/figure/index.ts';
import {isProse} from '../../src/figure/prose.ts';
import {type Guide, readGuide} from '../../src/guide/index.ts';
import {figuresIn} from '../guide/figures-in.ts';
import {beside} from '../beside.ts';

const {path: GUIDES, isThere} = beside(
  'guides',
  'the numbers of claims are at their places in guides of every firm; those of the example are',
);
const EXAMPLE = 'examples/millennium-devops/guide.md';

function guidesIn(folder: string): readonly string[] {
  return readdirSync(folder, {withFileTypes: true}).flatMap(entry => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? guidesIn(path) : path.endsWith('.md') ? [path] : [];
  });
}

/** Every figure and every text of a report, those behind a worked figure too. */
function within(value: unknown): {readonly figures: readonly Figure[]; readonly texts: readonly Prose[]} {
  const figures: Figure[] = [];
  const texts: Prose[] = [];
  const visit = (one: unknown): void => {
    if (typeof one !== 'object' || one === null) return;
    if (isFigure(one)) figures.push(one);
    if (isProse(one)) texts.push(one);
    for (const part of Object.values(one)) visit(part);
  };
  visit(value);
  return {figures, texts};
}

function numbersOf({quantity}: Exclude<Figure, {figure: 'sealed'}>): readonly number[] {
  return 'value' in quantity ? [quantity.value] : [quantity.low, quantity.high];
}

const PLACES = new Map<string, string>();

/** What the number at a place may be, read again: money and counts as they stand, percents as shares, hours in minutes. */
function readAgain(figure: Figure & {figure: 'read'}, text: string, path: string): readonly number[] {
  const {file, from, to} = figure.span;
  if (file !== path) {
    const data = PLACES.get(file) ?? readFileSync(join(packageRoot(), file), 'utf8');
    PLACES.set(file, data);
    return [JSON.parse(data.slice(from, to)) as number];
  }
  const found = figuresIn(source(path, text), from, to).flatMap(({low, high, kind}) =>
    [low, high].flatMap(one => (kind === 'percent' ? [one / 100] : [one, one * 60])),
  );
  const written = numbersIn(text.slice(from, to)).flatMap(({values, others}) => [...values, ...others]);
  return [...found, ...written.flatMap(one => [one, one / 100, one * 60])];
}

/** What is wrong with the figures and texts of a guide's claims. */
function faultsOf(path: string, text: string, guide: Guide): readonly string[] {
  const participation = guide.bands.find(band => band.component === 'pnl') ?? null;
  const claims = guideClaims(contextOf(guide, CONVENTIONS, participation));
  return claims.flatMap(claim => {
    const {figures, texts} = within(claim);
    const ungrounded = figures.flatMap(figure => {
      if (figure.figure === 'worked') {
        const {value, unit} = evaluate(formula(figure.formula), figure.inputs);
        const of = figure.quantity as Quantity;
        const same = value === of.value && JSON.stringify(unit) === JSON.stringify(of.unit);
        return same ? [] : [`${claim.id}: ${figure.formula} gives ${value}, not ${of.value}`];
      }
      if (figure.figure === 'assumed') return claim.kind === 'prevention' ? [] : [`${claim.id}: a guess`];
      if (figure.figure !== 'read') return [`${claim.id}: a figure that is ${figure.figure}`];
      const again = readAgain(figure, text, path);
      const lost = numbersOf(figure).filter(
        value => !again.some(one => Math.abs(one - value) <= 1e-9 * value),
      );
      return lost.map(value => `${claim.id}: ${value} is not at ${figure.span.from} (${again.join(', ')})`);
    });
    const loose = texts.flatMap(({prose}) =>
      prose.flatMap(part =>
        typeof part === 'string' && /\p{N}/u.test(part) ? [`${claim.id}: "${part}"`] : [],
      ),
    );
    return [...ungrounded, ...loose];
  });
}

const CONVENTIONS = shippedConventions();

describe('every number of the claims of a guide', () => {
  test.each([EXAMPLE, ...(isThere ? readdirSync(GUIDES).map(name => join(GUIDES, name)) : [])])(
    'of %s is at its place, or what its formula gives',
    path => {
      const paths = path.endsWith('.md') ? [path] : guidesIn(path);
      const faults = paths.flatMap(one => {
        const text = readFileSync(one, 'utf8');
        const {guide} = readGuide(one, text);
        return guide === null ? [] : faultsOf(one, text, guide);
      });
      expect(faults).toEqual([]);
    },
  );
});
