import {showMoneyShort} from '../../base/index.ts';
import {COMPONENT_NAMES} from '../chart/words.ts';
import {
  type BandPlace,
  type Equivalent,
  type LevelAnswer,
  type MarketReport,
  nameOf,
  type OfferRow,
  type Relation,
  type Worth,
} from '../../market/index.ts';
import {countWords} from '../words.ts';
import {EMPTY, type Line, margin, run, table, wrap} from '../../page/index.ts';
import {levelFinding} from './findings.ts';

/** More answers than these for one company say no more. */
const MOST_ANSWERS = 4;

/** What a level is elsewhere, with the rows that say so, and what speaks against them. */
export function levels(
  {levels: answers, findings}: MarketReport,
  width: number,
  short: (path: string) => string,
): readonly Line[] {
  if (answers.length === 0) return [];
  return [
    ...wrap([run('Levels, as guides equate them', 'bold')], width),
    ...answers.flatMap(one => answer(one, width, short)),
    ...findings.flatMap(one => levelFinding(one, width, short)),
    EMPTY,
  ];
}

function answer(
  {from, company, equivalents, among, namesakes}: LevelAnswer,
  width: number,
  short: (path: string) => string,
): readonly Line[] {
  const asked = [run(nameOf(from)), run(' at ', 'muted'), run(company.name), run(': ')];
  if (equivalents.length === 0) {
    const alike = namesakes.map(({role, path}) => `${role} (${short(path)})`).join(', ');
    const guess = alike === '' ? '' : `; a like title there, which is a guess: ${alike}`;
    return wrap([...asked, run(`no chain of guides leads there${guess}`, 'unknown')], width, margin('  '));
  }
  const exact = equivalents.filter(({range}) => !range);
  const shown = (exact.length > 0 ? exact : equivalents).slice(0, MOST_ANSWERS);
  const differ = shown.length > 1 ? [run(`; guides name ${shown.length} levels`, 'unknown')] : [];
  return [
    ...wrap(
      [
        ...asked,
        run(shown.map(({node}) => node.labels[0] ?? node.level.key).join(' or '), 'bold'),
        ...differ,
        ...(among === 'all' ? [run('; through guides on other roles', 'unknown')] : []),
      ],
      width,
      margin('  '),
    ),
    ...shown.flatMap(way => wayLines(way, width, short)),
  ];
}

function wayLines(
  {steps, range, witnesses}: Equivalent,
  width: number,
  short: (path: string) => string,
): readonly Line[] {
  return [
    ...steps.flatMap(({says, equation, guides}, at) =>
      wrap(
        [
          run(`${says[0]} = ${says[1]}`),
          run(
            ` ${short(equation.path)}:${equation.span.line}${guides.length > 1 ? ` and ${guides.length - 1} more` : ''}`,
            'muted',
          ),
        ],
        width,
        margin(`    ${at + 1}. `, '       ', 'muted'),
      ),
    ),
    ...wrap(
      [
        run(
          `${countWords(steps.length, 'step')}, ${steps.length > 1 ? 'the weakest ' : ''}said by the guides of ${countWords(witnesses, 'company', 'companies')}${range ? '; through a range of levels, so only one of these' : ''}`,
          'muted',
        ),
      ],
      width,
      margin('       '),
    ),
  ];
}

/** Where each offer stands in each company's bands. */
export function offers({offers: rows, currency}: MarketReport, width: number): readonly Line[] {
  if (rows.length === 0) return [];
  return [
    ...wrap(
      [run('Where the offers stand', 'bold'), run(', guaranteed and at target, a year, before tax', 'muted')],
      width,
    ),
    ...rows.flatMap(row => offer(row, currency, width)),
  ];
}

function offer(row: OfferRow, currency: string, width: number): readonly Line[] {
  const {offer: about, local, shown, missing} = row;
  const worths = [...shown.parts, ...(shown.total === null ? [] : [shown.total])];
  const locals = [...local.parts, ...(local.total === null ? [] : [local.total])];
  const lines = worths.map(worth => {
    const own = locals.find(one => one.component === worth.component);
    return [
      [run(COMPONENT_NAMES[worth.component], 'bold')],
      [run(amounts(worth, 'guaranteed', own))],
      [run(amounts(worth, 'atTarget', own))],
      [run(standsWords(row, worth))],
    ];
  });
  const withheld = about.withheld.map(one => COMPONENT_NAMES[one]).join(', ');
  return [
    ...wrap(
      [
        run(about.party.name, about.kind === 'target' ? 'accent' : 'bold'),
        run(withheld === '' ? '' : `, confidential: ${withheld}`, 'muted'),
      ],
      width,
    ),
    ...(lines.length === 0
      ? wrap([run('states no yearly sum that may be shown', 'muted')], width, margin('  '))
      : table(
          [
            {head: 'Pay', least: 6},
            {head: 'Guaranteed', least: 8},
            {head: 'At target', least: 8},
            {head: `In the bands, ${currency}`, least: 20},
          ],
          lines,
          width,
        )),
    ...missing
      .slice(0, MOST_ANSWERS)
      .flatMap(({company, components}) =>
        wrap(
          [
            run(
              `its total is placed in no band of ${company.name}, which counts ${components.map(wordOf).join(', ')} too`,
              'muted',
            ),
          ],
          width,
          margin('  '),
        ),
      ),
    EMPTY,
  ];
}

function amounts(worth: Worth, which: 'guaranteed' | 'atTarget', own: Worth | undefined): string {
  const shown = showMoneyShort({amount: worth[which], currency: worth.currency}, 3);
  return own === undefined || own.currency === worth.currency
    ? shown
    : `${shown} (${showMoneyShort({amount: own[which], currency: own.currency}, 3)})`;
}

/** Names the companies where they are few; else counts how many bands the worth is in, above and below. */
function standsWords({standings}: OfferRow, worth: Worth): string {
  const found = standings.filter(({standing}) => standing.worth.component === worth.component);
  if (found.length === 0) return '–';
  if (found.length <= MOST_ANSWERS)
    return found
      .map(({company, relation, standing}) => {
        const low =
          standing.worth.guaranteed < standing.worth.atTarget
            ? `, guaranteed ${placeWords(standing.guaranteed)}`
            : '';
        return `${company.name} ${placeWords(standing.atTarget)}${low}${relationWords(relation)}`;
      })
      .join('; ');
  const count = (place: BandPlace['place']) =>
    found.filter(({standing}) => standing.atTarget.place === place).length;
  return `of ${found.length} bands: above ${count('above')}, within ${count('within')}, below ${count('below')}`;
}

function placeWords({place, share}: BandPlace): string {
  if (place !== 'within') return place;
  const percent = Math.round(share * 100);
  return percent === 0 ? 'at its low end' : percent === 100 ? 'at its high end' : `${percent}% up`;
}

function relationWords(relation: Relation): string {
  switch (relation.kind) {
    case 'own':
      return '';
    case 'equal':
      return ` (equal level, ${countWords(relation.way.steps.length, 'step')})`;
    case 'other level':
      return ` (called ${relation.way.node.labels[0] ?? relation.way.node.level.key} there)`;
    case 'by title':
      return ' (by title only)';
  }
}

function wordOf(component: string): string {
  return component.startsWith('other:')
    ? component.slice('other:'.length)
    : COMPONENT_NAMES[component as keyof typeof COMPONENT_NAMES];
}
