import {showSpan} from '../../base/index.ts';
import {type Finding, guideQuote, join, named, type Prose, say, SEVERITIES} from '../../figure/index.ts';
import type {Guide} from '../../guide/index.ts';
import {type Block, type Document, type ListItem, toned} from '../../page/index.ts';
import {counted} from '../plan/words.ts';
import {SEVERITY_SIGNS, SEVERITY_TONES, listOf, paragraph} from '../words.ts';

const GRAVEST_FIRST = [...SEVERITIES].reverse();

/** Every finding, the gravest first, with its place in the form that editors and terminals link. */
export function findingList(findings: readonly Finding[]): readonly Block[] {
  if (findings.length === 0) return [paragraph(say`The audit has nothing to say against this guide.`)];
  return GRAVEST_FIRST.flatMap((severity): readonly Block[] => {
    const group = findings.filter(finding => finding.severity === severity);
    if (group.length === 0) return [];
    const head = say`${SEVERITY_SIGNS[severity]} ${counted(group.length, severity)}`;
    return [
      {block: 'heading', level: 'part', text: [toned(SEVERITY_TONES[severity], head)]},
      ...listOf(group.map(item)),
    ];
  });
}

function item({rule, severity, message, span, hint}: Finding): ListItem {
  const place = span === undefined ? [] : [toned('muted', say` ${named(showSpan(span))}`)];
  return {
    sign: {text: SEVERITY_SIGNS[severity], tone: SEVERITY_TONES[severity]},
    text: [toned('bold', say`${rule}`), ...place],
    under: [[{text: message}], ...(hint === undefined ? [] : [[toned('muted', say`→ ${hint}`)]])],
  };
}

/** Nothing is dropped in silence: blocks with a figure that no rule understood. */
export function unread(guide: Guide): readonly Block[] {
  return listOf(
    guide.unread.map(({text, why, span}) => ({
      text: [toned('muted', say`${named(showSpan(span))} `), toned('plain', say`${guideQuote(why)}`)],
      under: [[toned('muted', say`${guideQuote(text)}`)]],
    })),
  );
}

/** `no error, 11 warnings, no note; no block left unread`. */
export function tally(findings: readonly Finding[], left: number | null): Prose {
  const told = GRAVEST_FIRST.map(severity =>
    counted(findings.filter(finding => finding.severity === severity).length, severity),
  );
  return say`${join(told, ', ')}${left === null ? null : say`; ${counted(left, 'block')} left unread`}`;
}

/** What only several guides together show. */
export function togetherDocument(findings: readonly Finding[]): Document {
  const heading = say`What the guides share`;
  return {
    title: heading,
    kind: [],
    heading,
    lines: [],
    answer: null,
    sections: [{id: 'findings', heading: say`What the audit finds`, blocks: findingList(findings)}],
    footer: say``,
    dated: say``,
  };
}
