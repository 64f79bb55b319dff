import type {ExplainedRule} from '../../desk/index.ts';
import {guideQuote, say, SEVERITIES} from '../../figure/index.ts';
import {type Block, type Document, text, type Tone, toned} from '../../page/index.ts';
import {SEVERITY_SIGNS, SEVERITY_TONES, listOf, paragraph} from '../words.ts';

/** The rules of the audit: `listed` a line each, the gravest first; `explained` with an example and how to mend it. */
export function rulesDocument(
  listed: readonly ExplainedRule[],
  explained: readonly ExplainedRule[],
): Document {
  const sections = explained.map(({name, help}) => ({
    id: name,
    heading: say`${name}`,
    blocks: markdown(help),
  }));
  return {
    title: say`The rules of the audit`,
    kind: [],
    heading: say`The rules of the audit`,
    lines: [],
    answer: null,
    sections: [
      ...(listed.length === 0 ? [] : [{id: 'rules', heading: say`Every rule`, blocks: [tabled(listed)]}]),
      ...sections,
    ],
    footer:
      listed.length === 0
        ? say``
        : say`parley guide --explain NAME tells what a rule means, with an example and how to mend it.`,
    dated: say``,
  };
}

function tabled(rules: readonly ExplainedRule[]): Block {
  const sorted = [...SEVERITIES].reverse().flatMap(one => rules.filter(({severity}) => severity === one));
  return {
    block: 'table',
    caption: say`Rules of the audit`,
    columns: [{head: say`Rule`}, {head: say`Finds`}],
    rows: sorted.map(({name, severity, says}) => ({
      cells: [
        {
          text: [
            toned(SEVERITY_TONES[severity], say`${SEVERITY_SIGNS[severity]} `),
            toned('bold', say`${name}`),
          ],
        },
        {text: text`${guideQuote(says)}`},
      ],
    })),
  };
}

const TONES: Readonly<Record<string, Tone>> = {'-': 'fail', '+': 'pass'};

/** A section of docs/audit.md: paragraphs, and examples with what is found marked by a minus and what is not by a plus. */
function markdown(page: string): readonly Block[] {
  const parts = page.match(/```[^]*?\n```|(?:(?!\n\n|```)[^])+/g) ?? [];
  return parts
    .map(part => part.trim())
    .filter(part => part !== '')
    .flatMap(part => {
      if (!part.startsWith('```'))
        return [paragraph(say`${guideQuote(part.replace(/\n/g, ' ').replace(/[*`]/g, ''))}`)];
      return listOf(
        part
          .split('\n')
          .slice(1, -1)
          .map(line => ({
            sign: {text: line.slice(0, 1) || ' ', tone: TONES[line[0] ?? ' '] ?? 'muted'},
            text: text`${guideQuote(line.slice(2))}`,
          })),
      );
    });
}
