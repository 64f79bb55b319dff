import {atEnd, ofClaim, ofGuide} from '../cite.ts';
import type {Withheld} from '../../strategy/index.ts';
import {sentence, splitUnsaid} from '../words.ts';
import {EMPTY, type Line, margin, run, wrap} from '../../page/index.ts';
import {bullet, claimRef, marked, type Sheet, section} from './parts.ts';

/** What nobody can back, and what the levers left out already. */
export function unsaid(sheet: Sheet): readonly Line[] {
  const {plan} = sheet;
  const {here, atLevers} = splitUnsaid(plan);
  const none = [[run('Nothing the guide would have said is held back.')]];
  const told = atLevers.flatMap(([lever, one]) =>
    bullet(
      sheet,
      [run(`“${one.text}” `), run(`lever ${lever}, `, 'muted'), ...claimRef(sheet, one.claim ?? '')],
      '✗',
      'fail',
    ),
  );
  return section(sheet, 'unsaid', [
    ...(plan.notToSay.length === 0 ? none : withheld(sheet, here)),
    ...(told.length === 0 ? [] : [EMPTY, [run('Nor what was left out of the levers', 'bold')], ...told]),
  ]);
}

/** Sentences not to say, each with the reason beneath it. */
export function withheld(sheet: Sheet, list: readonly Withheld[]): readonly Line[] {
  const {plan, width} = sheet;
  return list.flatMap(one => {
    const source = one.span === null ? [] : [ofGuide(plan, one.span)];
    const claim = plan.ledger.find(found => found.id === one.claim);
    const behind = claim === undefined ? source : [ofClaim(claim)];
    const ref = one.claim === null ? EMPTY : claimRef(sheet, one.claim);
    return [
      ...bullet(sheet, marked(sheet, atEnd(`“${one.text}”`, ...source)), '✗', 'fail'),
      ...wrap(
        [
          ...marked(sheet, atEnd(sentence(one.why), ...behind)),
          ...(ref.length === 0 ? [] : [run('  '), ...ref]),
        ],
        width,
        margin('    '),
      ),
    ];
  });
}
