import {appendMove, holderOf, loadCase, MOVES_FILE} from '../../case/index.ts';
import {join} from 'node:path';
import type {MoveFlags} from '../commands.ts';
import {type Context, EXIT} from '../context.ts';
import {sayFindings} from '../findings.ts';

/** `parley move`: one more line at the end of moves.jsonl, or the moves so far where nothing is to be logged. */
export async function move(this: Context, flags: MoveFlags, ...terms: string[]): Promise<void> {
  const {moves, findings} = loadCase(flags.case, {today: this.today});
  const unusable = findings.filter(one => one.severity === 'error' && one.rule !== 'broken-move');
  if (unusable.length > 0) {
    sayFindings(this, unusable);
    return this.exit(EXIT.input);
  }
  if (flags.by === undefined) {
    for (const one of moves)
      this.print(flags.json ? JSON.stringify(one) : `${one.at}  ${one.by.padEnd(4)}  ${one.kind.padEnd(8)}  ${one.says ?? ''}`);
    if (moves.length === 0) this.talk('no move is logged yet: parley move --by them --says "..." base=185000');
    return;
  }
  const parsed = terms.map(termOf);
  const wrong = parsed.find(term => typeof term === 'string');
  if (wrong !== undefined) {
    this.talk(wrong);
    return this.exit(EXIT.usage);
  }
  const line = {
    at: flags.at ?? this.today,
    by: flags.by,
    kind: flags.kind ?? (terms.length === 0 ? 'note' : flags.by === 'them' ? 'offer' : 'ask'),
    ...(flags.party === undefined ? {} : {party: flags.party}),
    ...(flags.currency === undefined ? {} : {currency: flags.currency}),
    ...(terms.length === 0 ? {} : {terms: parsed}),
    ...(flags.says === undefined ? {} : {says: flags.says}),
  };
  const failed = await appendMove(flags.case, line as Parameters<typeof appendMove>[1], holderOf(process));
  sayFindings(this, failed);
  if (failed.length > 0) return this.exit(EXIT.input);
  this.talk(`logged in ${join(flags.case, MOVES_FILE)}`);
}

const ONCE = new Set(['signOn', 'milestone']);

/** `base=185000` as a term; a line that says what is wrong where it is none. What it may be, the schema judges. */
function termOf(text: string): {component: string; amount: string; per: string} | string {
  const [component = '', amount = '', ...more] = text.split('=');
  if (component === '' || amount === '' || more.length > 0) return `expected a term such as base=185000, got "${text}"`;
  return {component, amount, per: ONCE.has(component) ? 'once' : 'year'};
}
