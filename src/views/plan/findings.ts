import {showSpan} from '../../base/index.ts';
import {type Finding, named, quote, say} from '../../figure/index.ts';
import {type Block, text, toned} from '../../page/index.ts';
import {SEVERITY_SIGNS, SEVERITY_TONES} from '../words.ts';
import {begun, counted, type Told, told} from './words.ts';

/** What the audit says of the guide, with the place of each finding. */
export function findings({brief}: Told): readonly Block[] {
  const {findings: list, guide, unread} = brief;
  const left = say`${counted(unread, 'block')} of the guide ${unread === 1 ? 'holds' : 'hold'} a figure that no rule understood; nothing in this brief rests on ${unread === 1 ? 'it' : 'them'}.`;
  return [
    list.length === 0
      ? {block: 'paragraph', text: text`The audit found nothing to say of ${named(guide.path)}.`}
      : tabled(list),
    ...(unread === 0 ? [] : [{block: 'paragraph', text: told(left, 'muted')} as const]),
  ];
}

function tabled(list: readonly Finding[]): Block {
  return {
    block: 'table',
    caption: say`Findings`,
    columns: [
      {head: say`Weight`, least: 9},
      {head: say`Finding`, least: 24},
      {head: say`Where`, least: 12},
    ],
    rows: list.map(({severity, message, hint, span}) => ({
      cells: [
        {
          text: [
            {...toned(SEVERITY_TONES[severity], say`${SEVERITY_SIGNS[severity]} ${severity}`), whole: true},
          ],
        },
        {
          text: begun(message),
          ...(hint === undefined ? {} : {under: told(hint)}),
        },
        {text: span === undefined ? text`–` : told(say`${quote(showSpan(span))}`, 'muted')},
      ],
    })),
  };
}
