import {showCount, showShare} from '../../base/index.ts';
import type {GuideSummary} from '../../desk/index.ts';
import {count, named, type Prose, quote, say, SEVERITIES} from '../../figure/index.ts';
import {type Block, type Document, type Section, text, toned} from '../../page/index.ts';
import {listOf, SEVERITY_SIGNS, SEVERITY_TONES, paragraph} from '../words.ts';

/** Of the files that are no guides as many are named. */
const NAMED = 10;

/** What a folder of guides holds and what is wrong with it. */
export function guidesDocument(summary: GuideSummary): Document {
  const {refused, layouts, rules, worst, guides} = summary;
  const heading = opening(summary);
  const sections: readonly Section[] = [
    {
      id: 'refused',
      heading: say`Refused: ${count(refused.length)}`,
      blocks: refusals(refused),
    },
    {
      id: 'layouts',
      heading: say`Layouts`,
      blocks: tabled(
        say`Pay tables by layout`,
        [say`Pay table`, say`Guides`, say`Share`],
        layouts.map(one => [say`${one.layout}`, say`${count(one.guides)}`, share(one.guides, guides)]),
      ),
    },
    {
      id: 'findings',
      heading: say`What the audit finds`,
      blocks: rules.length === 0 ? (guides === 0 ? [] : [paragraph(say`Nothing.`)]) : byRule(summary),
    },
    {
      id: 'worst',
      heading: say`Worst offenders`,
      blocks: tabled(
        say`Files with the most findings`,
        [say`File`, say`Errors`, say`Warnings`, say`Notes`],
        worst.map(({file, error, warning, note}) => [
          say`${named(file)}`,
          ...[error, warning, note].map(of => say`${count(of)}`),
        ]),
      ),
    },
  ];
  return {
    title: heading,
    kind: [toned('plain', say`Negotiation guides, as they were read`)],
    heading,
    lines: [],
    answer: null,
    sections: sections.filter(({blocks}) => blocks.length > 0),
    footer: say``,
    dated: say``,
  };
}

function opening({files, guides, companies, unread}: GuideSummary): Prose {
  if (guides === 0)
    return files === 1 ? say`the one file is no guide` : say`none of ${count(files)} files is a guide`;
  const left = unread === 0 ? say`nothing left unread` : say`${count(unread)} with blocks left unread`;
  const firms = companies === 1 ? say`one company` : say`${count(companies)} companies`;
  return say`${count(guides)} of ${count(files)} ${files === 1 ? 'file' : 'files'} read as guides on ${firms}, ${left}`;
}

/** Why files are no guides; many a reason opens with the name of the file, which is not said twice. */
function refusals(refused: GuideSummary['refused']): readonly Block[] {
  const more = refused.length - NAMED;
  return [
    ...listOf(
      refused.slice(0, NAMED).map(({file, why}) => {
        const reason = why?.startsWith(`${file} `) === true ? why.slice(file.length + 1) : why;
        return {
          text: [
            toned('bold', say`${named(file)}`),
            toned('plain', say` ${quote(reason ?? 'cannot be read')}`),
          ],
        };
      }),
    ),
    ...(more > 0 ? [paragraph(say`and ${named(showCount(more))} more`, 'muted')] : []),
  ];
}

function byRule({rules, guides}: GuideSummary): readonly Block[] {
  const signs = [...SEVERITIES].reverse().map(one => `${SEVERITY_SIGNS[one]} ${one}`);
  return [
    {
      block: 'table',
      caption: say`Findings by rule`,
      columns: headsOf([say`Rule`, say`Findings`, say`Guides`, say`Share`]),
      rows: rules.map(({rule, severity, findings, guides: found}) => ({
        cells: [
          {
            text: [
              toned(SEVERITY_TONES[severity], say`${SEVERITY_SIGNS[severity]} `),
              toned('plain', say`${rule}`),
            ],
          },
          {text: text`${count(findings)}`},
          {text: text`${count(found)}`},
          {text: text`${share(found, guides)}`},
        ],
      })),
    },
    paragraph(say`${signs.join(', ')}`, 'muted'),
  ];
}

function tabled(
  caption: Prose,
  heads: readonly Prose[],
  rows: readonly (readonly Prose[])[],
): readonly Block[] {
  if (rows.length === 0) return [];
  const cells = rows.map(row => ({cells: row.map(of => ({text: [{text: of}]}))}));
  return [{block: 'table', caption, columns: headsOf(heads), rows: cells}];
}

/** What is counted in the first column; counts in the others. */
function headsOf([first = say``, ...others]: readonly Prose[]) {
  return [{head: first}, ...others.map(head => ({head, figures: true, least: 6}))];
}

function share(of: number, all: number): Prose {
  return all === 0 ? say`–` : say`${named(showShare(of / all, 1))}`;
}
