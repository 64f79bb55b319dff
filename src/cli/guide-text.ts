import {showSpan} from '../base/index.ts';
import {type Finding, SEVERITIES, type Severity, textOf} from '../figure/index.ts';
import {countWords, SEVERITY_SIGNS} from '../views/index.ts';
import {EMPTY, type Ink, type Line, margin, render, run, wrap} from '../page/index.ts';
import type {Guide, Reading, Unread} from '../guide/index.ts';
import {bands, figures, heading, levels, levers, sources, strategy} from './guide-parts.ts';

/** Narrower than this, nothing is readable; the lines are then of this width. */
const LEAST = 40;
export const INKS: Readonly<Record<Severity, Ink>> = {error: 'fail', warning: 'unknown', note: 'muted'};

export interface Look {
  /** Columns of the terminal. No line is wider, whatever stands in the guide. */
  readonly width: number;
  /** ANSI colours, which only underline what signs and words say already. */
  readonly colour: boolean;
}

/** What was read in one guide and what the audit says of it, for a person at a terminal. Ends with a line break. */
export function guideText({guide, findings}: Reading, {width: columns, colour}: Look): string {
  const width = Math.max(LEAST, Math.floor(columns));
  const read =
    guide === null ? nothing(findings, width) : [...title(guide, width), ...contents(guide, width)];
  const lines = [
    ...read,
    ...audited(findings, width),
    ...leftOut(guide?.unread ?? [], width),
    EMPTY,
    ...wrap([run(closing(guide, findings), 'bold')], width),
  ];
  return `${render(lines, colour)}\n`;
}

function nothing(findings: readonly Finding[], width: number): readonly Line[] {
  const file = findings.find(finding => finding.span !== undefined)?.span?.file;
  return wrap(
    [run(file === undefined ? 'Not read as a guide' : `${file} was not read as a guide`, 'bold')],
    width,
  );
}

function title(guide: Guide, width: number): readonly Line[] {
  const tags = guide.dna.map(tag => tag.value).join(', ');
  return [
    ...wrap([run(guide.role.value, 'accent'), run(' at '), run(guide.company.value, 'accent')], width),
    ...wrap([run(guide.path, 'muted')], width),
    EMPTY,
    ...wrap([run(`Read: ${counts(guide)}.`)], width),
    ...(tags === '' ? [] : wrap([run(`Tags: ${tags.replace(/\.$/, '')}.`)], width)),
  ];
}

/** `12 bands in 3 regions, 3 equal levels, …, 6 sources`. */
function counts(guide: Guide): string {
  const regions = new Set(guide.bands.map(band => band.region)).size;
  const firms = new Set(guide.levels.flat().map(name => name.company)).size;
  const told = guide.narrative.flatMap(passage => passage.sentences.flatMap(sentence => sentence.figures));
  const spoken = guide.levers.flatMap(lever => lever.passage.sentences.flatMap(sentence => sentence.figures));
  return [
    `${countWords(guide.bands.length, 'band')} in ${countWords(regions, 'region')}`,
    `${countWords(guide.levels.length, 'row')} of levels over ${countWords(firms, 'firm')}`,
    `${countWords(told.length, 'figure')} in the text`,
    `${countWords(guide.levers.length, 'lever')} with ${countWords(spoken.length, 'figure')}`,
    guide.strategy === null ? 'no strategy' : 'a strategy',
    countWords(guide.sources.length, 'source'),
  ].join(', ');
}

function contents(guide: Guide, width: number): readonly Line[] {
  return [bands, levels, figures, levers, strategy, sources].flatMap(part => part(guide, width));
}

/** Every finding, the gravest first, with its place in the form that editors and terminals link. */
function audited(findings: readonly Finding[], width: number): readonly Line[] {
  const none = 'The audit has nothing to say against this guide.';
  const lines = [...SEVERITIES].reverse().flatMap(severity => {
    const group = findings.filter(finding => finding.severity === severity);
    const name = group.length === 1 ? severity : `${severity}s`;
    return group.length === 0
      ? []
      : [
          EMPTY,
          [run(`${SEVERITY_SIGNS[severity]} ${group.length} ${name}`, INKS[severity])],
          ...group.flatMap(finding => one(finding, width)),
        ];
  });
  return [
    ...heading('What the audit finds', width),
    ...(lines.length === 0 ? wrap([run(none)], width) : lines.slice(1)),
  ];
}

function one({rule, severity, message, span, hint}: Finding, width: number): readonly Line[] {
  const place = span === undefined ? '' : ` ${showSpan(span)}`;
  return [
    ...wrap(
      [run(rule, 'bold'), run(place, 'muted')],
      width,
      margin(`  ${SEVERITY_SIGNS[severity]} `, '    ', INKS[severity]),
    ),
    ...wrap([run(textOf(message))], width, margin('    ')),
    ...(hint === undefined
      ? []
      : wrap([run(textOf(hint), 'muted')], width, margin('    → ', '      ', 'muted'))),
  ];
}

/** What only several guides together show, for a person at a terminal. Ends with a line break. */
export function togetherText(findings: readonly Finding[], {width: columns, colour}: Look): string {
  const width = Math.max(LEAST, Math.floor(columns));
  const lines = [...heading('What the guides share', width), ...findings.flatMap(found => one(found, width))];
  return `${render(lines, colour)}\n`;
}

/** Nothing is dropped in silence: blocks with a figure that no rule understood. */
function leftOut(unread: readonly Unread[], width: number): readonly Line[] {
  if (unread.length === 0) return [];
  return [
    ...heading('Left unread', width),
    ...unread.flatMap(({text, why, span}) => [
      ...wrap([run(`${showSpan(span)} `, 'muted'), run(why)], width, margin('  · ', '    ')),
      ...wrap([run(text, 'muted')], width, margin('    ')),
    ]),
  ];
}

function closing(guide: Guide | null, findings: readonly Finding[]): string {
  const told = [...SEVERITIES].reverse().map(severity => {
    return countWords(findings.filter(finding => finding.severity === severity).length, severity);
  });
  const unread = guide === null ? '' : `; ${countWords(guide.unread.length, 'block')} left unread`;
  return `${told.join(', ')}${unread}`;
}
