import {type Evidence, showCount} from '../base/index.ts';
import {count, day, type Figure, named, type Prose, quote, say} from '../figure/index.ts';
import {DROP_REASONS, type DropReason, type WageFigures, type WageReport} from '../market/index.ts';
import {type Block, type Document, type Section, text, toned} from '../page/index.ts';
import {listOf, paragraph} from './words.ts';

/** Groups that a page lists; `--json` has more. */
const LISTED = 20;
/** Cities that a page names; `--json` has more. */
const CITIES = 12;

/** What was asked of wage tables, the points of what fits, what they are, and what became of every row. */
export function wagesDocument(answer: WageReport, from: Evidence): Document {
  const {question, basis, all, apart, unfound, employers, assumptions, rows} = answer;
  const asked = [question.companies.join(', '), question.role, question.region].filter(Boolean).join(' · ');
  const heading = say`Public wages${asked === '' ? '' : say`: ${named(asked)}`}`;
  const facts = (of: readonly (readonly [string, Prose])[]): readonly Block[] =>
    of.length === 0
      ? []
      : [{block: 'facts', rows: of.map(([label, told]) => ({label: say`${label}`, text: [{text: told}]}))}];
  return {
    title: heading,
    kind: [toned('plain', say`What employers certified or published`)],
    heading,
    lines: [text`${named(basis)}.`],
    answer: null,
    sections: [
      ...(all.length === 0
        ? [section('wages', say`Wages`, [paragraph(say`No row of these files fits the question.`)])]
        : all.map(set => section(`wages-${set.currency}`, setHeading(set), points(set)))),
      section('groups', say`By company, role and city (lower end of the range, a year)`, groups(answer)),
      section('apart', say`Kept apart (lower end of the range, a year)`, [
        ...facts(apart.map(({why, n, from: {median}}) => [why, say`n ${count(n)}, median ${median}`])),
      ]),
      section('unfound', say`Not found`, unfound.map(unfoundBlock)),
      section('gathered', say`Gathered`, gathered(answer)),
      section(
        'employers',
        say`Found under`,
        listOf(
          employers.map(
            ({what, company, by, rows: n}) => say`${named(`${what}, ${company}`)} by ${by}: ${count(n)}`,
          ),
        ),
      ),
      section('rows', say`What became of every row`, [
        paragraph(
          say`${count(rows.read)} rows read, ${count(rows.kept)} kept, ${count(rows.fitting)} fit the question`,
        ),
        ...lost(answer),
      ]),
      section('assumed', say`Assumed`, [
        ...facts(
          assumptions.map(({name, unit, value: {numberOf: figure}}) => [
            name,
            unit === 'prevailing wages' ? say`${figure} times the prevailing wage` : say`${figure}`,
          ]),
        ),
      ]),
    ].filter(({blocks}) => blocks.length > 0),
    ground: [from],
    footer: say`Read on this machine, in memory. docs/wages.md tells how.`,
    dated: say`public wages`,
  };
}

function section(id: string, heading: Prose, blocks: readonly Block[]): Section {
  return {id, heading, blocks};
}

function setHeading({currency, decided}: WageFigures): Prose {
  const days = decided === null ? null : say`, decided ${day(decided.first)} to ${day(decided.last)}`;
  return say`A year's full-time wage in ${currency}${days}`;
}

/** Both ends of the range, in five points each. */
function points({from, to, atPrevailing, n}: WageFigures): readonly Block[] {
  const row = (name: string, end: WageFigures['from']) =>
    cells(name, end.n, [end.least, end.lower, end.median, end.upper, end.most]);
  const floor = say`${count(atPrevailing)} of ${count(n)} are at the prevailing wage itself: the least the law allows`;
  return [
    {
      block: 'table',
      caption: say`Five points of each end of the range`,
      columns: columns(['end', 'n', 'least', 'lower', 'median', 'upper', 'most']),
      rows: [row('FROM', from), ...(to === null ? [] : [row('TO', to)])],
    },
    ...(atPrevailing > 0 ? [paragraph(floor)] : []),
  ];
}

function groups({groups: found, groupsLeftOut}: WageReport): readonly Block[] {
  if (found.length < 2) return [];
  const listed = found.slice(0, LISTED);
  const rest = found.length - listed.length + groupsLeftOut;
  return [
    {
      block: 'table',
      caption: say`Wages by company, role and city`,
      columns: columns(['group', 'n', 'lower', 'median', 'upper', 'at floor']),
      rows: listed.map(({company, role, city, n, from: {lower, median, upper}, atPrevailing}) => {
        const {cells: told} = cells(`${company} · ${role} · ${city}`, n, [lower, median, upper]);
        return {cells: [...told, {text: text`${count(atPrevailing)}`}]};
      }),
    },
    ...(rest > 0 ? [paragraph(say`and ${count(rest)} smaller groups`, 'muted')] : []),
  ];
}

/** The first column names a row, the others hold figures, which are never wrapped. */
function columns([first = '', ...heads]: readonly string[]): Extract<Block, {block: 'table'}>['columns'] {
  return [
    {head: say`${first}`, least: 4},
    ...heads.map(head => ({head: say`${head}`, figures: true, least: 1})),
  ];
}

function cells(name: string, n: number, figures: readonly Figure[]) {
  return {
    cells: [
      {text: text`${named(name)}`},
      {text: text`${count(n)}`},
      ...figures.map(figure => ({text: text`${figure}`})),
    ],
  };
}

function unfoundBlock({company, near}: WageReport['unfound'][number]): Block {
  const like =
    near.length === 0
      ? say`.`
      : say`; these names begin like it, and can be asked for without their legal form: ${named(near.join('; '))}`;
  return paragraph(say`No row is under ${named(company)}${like}`, 'unknown');
}

/** What the region stood for, and where its rows are. */
function gathered({gathered: found}: WageReport): readonly Block[] {
  if (found === null || (found.metros.length === 0 && found.cities.length < 2)) return [];
  const {metros, cities} = found;
  const listed = cities.slice(0, CITIES).map(({what, rows}) => `${what} ${showCount(rows)}`);
  const more = cities.length > CITIES ? ' and others' : '';
  return [
    ...metros.map(({name, title, counties, source}) =>
      paragraph(say`${named(`${name}: ${title}`)}, ${count(counties)} counties (${quote(source)})`),
    ),
    ...(listed.length === 0 ? [] : [paragraph(say`${named(listed.join('; '))}${more}`)]),
  ];
}

function lost({dropped, mended}: WageReport): readonly Block[] {
  return listOf([
    ...dropped.map(
      ({what, rows}) => say`${count(rows)} left out, ${what}: ${DROP_REASONS[what as DropReason]}`,
    ),
    ...mended.map(({what, rows}) => say`${count(rows)} mended: ${named(what)}`),
  ]);
}
