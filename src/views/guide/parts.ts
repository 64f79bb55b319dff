import {COMPONENTS} from '../../base/index.ts';
import {count, guideQuote, join, named, type Prose, say} from '../../figure/index.ts';
import {
  asWritten,
  type Band,
  cellFigure,
  type Figure,
  type Guide,
  type Passage,
  secondFigure,
} from '../../guide/index.ts';
import {type Block, type Cell, text, toned} from '../../page/index.ts';
import {componentHeading} from '../chart/words.ts';
import {listOf} from '../words.ts';

/** What the guide says of its own age and quality, above its text. */
export function frontMatter({frontMatter: front}: Guide): readonly Block[] {
  if (front === null) return [];
  const told = [
    {label: say`Last updated`, read: front.lastUpdated},
    {label: say`Pay of`, read: front.salaryDataQuarter},
    {label: say`Review due`, read: front.nextReviewDue},
    {label: say`Data quality`, read: front.dataQuality},
  ];
  const rows = told.flatMap(({label, read}) =>
    read === null ? [] : [{label, text: text`${guideQuote(read.value, read.span)}`}],
  );
  return rows.length === 0 ? [] : [{block: 'facts', rows}];
}

/** The bands, a row for each region and level; a second currency stands beneath the first, then what the cells add. */
export function bands(guide: Guide): readonly Block[] {
  if (guide.bands.length === 0) return [];
  const components = [...new Set(guide.bands.map(band => band.component))];
  const rows = new Map<string, Band[]>();
  for (const band of guide.bands) {
    const name = [band.region, band.level].filter(part => part !== null && part !== '').join(', ');
    rows.set(name, [...(rows.get(name) ?? []), band]);
  }
  const columns = components.map(one => ({head: say`${guideQuote(componentWords(one))}`, least: 8}));
  return [
    {
      block: 'table',
      caption: say`Pay bands by region`,
      columns: [{head: say`Region`}, ...columns],
      rows: [...rows].map(([name, row]) => ({
        cells: [
          {text: [toned('bold', say`${guideQuote(name)}`)]},
          ...components.map(component => bandCell(row.filter(band => band.component === component))),
        ],
      })),
    },
  ];
}

function bandCell(of: readonly Band[]): Cell {
  const under = of.map(band => {
    const note = band.note === null ? null : say`(${guideQuote(band.note)})`;
    const second = secondFigure(band);
    return join([second === null ? null : say`${second}`, note]);
  });
  const beneath = join(under, '; ');
  const cell = {text: text`${join(of.map(bandWords), '; ')}`};
  return beneath.prose.length === 0 ? cell : {...cell, under: [{text: beneath}]};
}

/** `$175K to $225K`, `15% to 20%`, `$300K to $400K over 4 years`. */
function bandWords(band: Band): Prose {
  const period = {
    annual: null,
    '4yr': say` over ${count(4)} years`,
    once: say` once`,
    unknown: say`, over which time is not said`,
  }[band.basis];
  return say`${cellFigure(band)}${band.high === null ? '+' : null}${period}`;
}

/** `base` as "Base", `other:Sign-on` as it stands in the guide. */
export function componentWords(component: string): string {
  if (component.startsWith('other:')) return component.slice('other:'.length);
  const known = COMPONENTS.find(one => one === component);
  return known === undefined ? component : componentHeading(known);
}

/** How the level map is to be read. */
export function levelsHeading({levels: rows}: Guide): Prose {
  const layout = layoutOf(rows);
  if (layout === 'uneven') return say`Equal levels`;
  return layout === 'down' ? say`Equal levels, row by row` : say`Equal levels, column by column`;
}

/** The level map, a column for each set of levels that the guide calls equal; or a row, whichever is shorter across. */
export function levels({levels: rows}: Guide): readonly Block[] {
  const [first] = rows;
  if (first === undefined) return [];
  const layout = layoutOf(rows);
  if (layout === 'uneven')
    return listOf(
      rows.map(row =>
        join(
          row.map(({company, level}) => say`${guideQuote(`${company} ${level}`)}`),
          ' = ',
        ),
      ),
    );
  const firms = first.map(({company}) => say`${guideQuote(company)}`);
  const cell = (of: Prose) => ({text: [{text: of}]});
  const level = (row: Guide['levels'][number], at: number) => cell(say`${guideQuote(row[at]?.level ?? '')}`);
  const caption = say`Levels that the guide calls equal`;
  if (layout === 'down')
    return [
      {
        block: 'table',
        caption,
        columns: firms.map(head => ({head, least: 8})),
        rows: rows.map(row => ({cells: row.map((_, at) => level(row, at))})),
      },
    ];
  return [
    {
      block: 'table',
      caption,
      columns: [
        {head: say`Firm`, least: 8},
        ...rows.map((_, at) => ({head: say`${count(at + 1)}`, least: 8})),
      ],
      rows: firms.map((firm, at) => ({
        cells: [{text: [toned('bold', firm)]}, ...rows.map(row => level(row, at))],
      })),
    },
  ];
}

function layoutOf([first = [], ...others]: Guide['levels']): 'uneven' | 'down' | 'across' {
  const even = others.every(
    row => row.length === first.length && row.every((name, at) => name.company === first[at]?.company),
  );
  if (!even) return 'uneven';
  return others.length + 1 > first.length ? 'down' : 'across';
}

/** The figures of the narrative and the pod economics, each with what it was read as. */
export function figures({narrative}: Guide): readonly Block[] {
  const passages = narrative.filter(({sentences}) => sentences.some(one => one.figures.length > 0));
  return passages.flatMap((passage, at): readonly Block[] => {
    const {section, label} = passage;
    const before = passages[at - 1];
    const opens = before?.section !== section && section !== '';
    const renamed = label !== null && (opens || before?.label !== label);
    return [
      ...(opens ? [{block: 'heading', level: 'part', text: text`${guideQuote(section)}`} as const] : []),
      ...(renamed ? [{block: 'heading', level: 'under', text: text`${guideQuote(label)}`} as const] : []),
      ...figureRows(passage),
    ];
  });
}

/** `45:102  $2K per minute, for each pod`: where a figure stands, and what it was read as. */
export function figureRows({sentences}: Passage): readonly Block[] {
  const found = sentences.flatMap(sentence => sentence.figures);
  if (found.length === 0) return [];
  return [
    {
      block: 'facts',
      rows: found.map(figure => ({
        label: say`${named(`${figure.span.line}:${figure.span.column}`)}`,
        text: [toned('bold', say`${asWritten(figure)}`), toned('plain', readAs(figure))],
      })),
    },
  ];
}

/** What the words around a figure say of it. */
function readAs({of, per, each, open, text: written}: Figure): Prose {
  const told = [
    open && !written.includes('+') ? say`or more` : null,
    of === null ? null : say`${guideQuote(of)}`,
    per === null ? null : say`per ${per}`,
    each === null ? null : say`for each ${guideQuote(each)}`,
  ];
  const all = join(told, ', ');
  return all.prose.length === 0 ? all : say` · ${all}`;
}
