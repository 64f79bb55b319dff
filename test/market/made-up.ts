import type {Listing, Names} from '../../src/market/index.ts';
import {namesOf} from '../../src/market/names.ts';

/** A guide written in a line: `Acme Corp, DevOps Engineer`, its table and its level map in notations of their own. */
export interface Sketch {
  readonly title?: string;
  /** `New York: base 100-140, total 150-200; London: base £80-100`. Thousands. */
  readonly pays?: string;
  /** `A:L4 = B:E5; A:L5 = B:E6`: rows from the lowest level up. */
  readonly levels?: string;
}

export function sketch(
  {title = 'Acme, DevOps Engineer', pays = '', levels = ''}: Sketch,
  path: string,
): Listing {
  const [company = '', role = ''] = title.split(', ');
  const at = (line: number) => ({file: path, from: line * 100, to: line * 100 + 10, line, column: 1});
  const rows = levels
    .split(';')
    .map(row => row.trim())
    .filter(row => row !== '');
  return {
    path,
    company: {value: company, span: at(1)},
    role: {value: role, span: at(1)},
    bands: pays
      .split(';')
      .filter(region => region.trim() !== '')
      .flatMap((line, index) => {
        const [region = '', cells = ''] = line.split(':').map(part => part.trim());
        return cells.split(',').map(cell => {
          const [, component = '', sign = '', low = '', high = '', percent] =
            /^(\w+) (£?)(\d+)-(\d+)(%?)$/.exec(cell.trim()) ?? [];
          if (component === '') throw new Error(`cannot read "${cell}"`);
          const scale = percent === '%' ? 1 : 1000;
          return {
            region,
            level: null,
            currency: sign === '£' ? ('GBP' as const) : ('USD' as const),
            component: component as 'base',
            low: Number(low) * scale,
            high: Number(high) * scale,
            unit: percent === '%' ? ('percent' as const) : ('money' as const),
            basis:
              component === 'equity'
                ? ('4yr' as const)
                : component === 'signOn'
                  ? ('once' as const)
                  : ('annual' as const),
            alt: null,
            note: null,
            span: at(10 + index),
          };
        });
      }),
    levels: rows.map((row, index) =>
      row.split('=').map(cell => {
        const [named = '', level = ''] = cell.trim().split(':');
        return {company: named, level, span: at(20 + index)};
      }),
    ),
  };
}

/** Guides with a bar between them, each on a company of its own: `A:L4 = B:E5 | B:E5 = A:L5`. */
export function maps(notation: string): readonly Listing[] {
  return notation
    .split('|')
    .map((levels, at) => sketch({title: `Guide ${at + 1}, DevOps Engineer`, levels}, `guide-${at + 1}.md`));
}

/** Names of our own making, so that the tests do not hang on the files that ship. */
export const NAMES: Names = namesOf({
  roles: {
    ranks: [
      {rank: 'senior', spellings: ['senior', 'sr']},
      {rank: 'vp', spellings: ['vp', 'vice president']},
      {rank: 'ii', spellings: ['ii']},
    ],
    fields: [
      {
        id: 'devops',
        name: 'DevOps Engineer',
        spellings: ['sre', 'devops', 'infra engineer', 'site reliability engineer'],
      },
      {id: 'software', name: 'Software Engineer', spellings: ['swe']},
    ],
  },
  cities: {
    notPlaces: ['rare'],
    places: [
      {name: 'New York', spellings: ['NY', 'NYC', 'New York City']},
      {name: 'London', spellings: []},
      {name: 'Austin', spellings: ['Austin TX']},
    ],
  },
  companies: {
    notCompanies: ['Title', 'Equivalent'],
    companies: [
      {name: 'Acme', spellings: ['Acme Holdings']},
      {name: 'Bolt', spellings: []},
      {name: 'Crest Games', spellings: ['Crest']},
      {name: 'Crest Systems', spellings: ['Crest']},
    ],
  },
});
