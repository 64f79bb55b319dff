import {join} from 'node:path';
import {showMoneyShort} from '../../base/index.ts';
import {appendMove, loadCase, type LoadedCase, type Move, MOVES_FILE} from '../../case/index.ts';
import {holderOf} from '../../files/index.ts';
import {numbersIn, redact, secretsOf} from '../../claims/index.ts';
import type {Situation} from '../../strategy/index.ts';
import type {MoveFlags} from '../commands.ts';
import {type Context, EXIT} from '../context.ts';
import {sayFindings} from '../findings.ts';
import {measured} from '../measuring.ts';

/** `parley move`: one more line at the end of moves.jsonl, or the moves so far where nothing is to be logged. */
export async function move(this: Context, flags: MoveFlags, ...terms: string[]): Promise<void> {
  const loaded = loadCase(flags.case, {today: this.today});
  const {moves, situation, findings} = loaded;
  const unusable = findings.filter(one => one.severity === 'error' && one.span?.file !== MOVES_FILE);
  if (unusable.length > 0) {
    sayFindings(this, unusable);
    return this.exit(EXIT.input);
  }
  if (flags.by === undefined && (terms.length > 0 || flags.says !== undefined)) {
    this.talk('whose move is it? --by me or --by them');
    return this.exit(EXIT.usage);
  }
  if (flags.by === undefined) {
    const known = await withSecrets(this, loaded);
    if (known === null && situation !== null) return this.exit(EXIT.input);
    const secrets = secretsIn(known, moves);
    for (const one of moves)
      this.print(redact(flags.json ? JSON.stringify(sealMove(one)) : lineOf(sealMove(one)), secrets));
    if (moves.length === 0)
      this.talk('no move is logged yet: parley move --by them --says "..." base=185000');
    return;
  }
  const parsed = terms.map(termOf);
  const wrong = parsed.find(term => typeof term === 'string');
  if (wrong !== undefined) {
    this.talk(wrong);
    return this.exit(EXIT.usage);
  }
  // Amounts are in the currency of the firm's own offer, unless told.
  const currency =
    flags.currency ?? situation?.offers.find(offer => offer.kind === 'target')?.terms[0]?.currency;
  const line = {
    at: flags.at ?? this.today,
    by: flags.by,
    kind: flags.kind ?? (terms.length === 0 ? 'note' : flags.by === 'them' ? 'offer' : 'ask'),
    ...(flags.party === undefined ? {} : {party: flags.party}),
    ...(currency === undefined || terms.length === 0 ? {} : {currency}),
    ...(terms.length === 0 ? {} : {terms: parsed}),
    ...(flags.says === undefined ? {} : {says: flags.says}),
  };
  const failed = await appendMove(flags.case, line as Parameters<typeof appendMove>[1], holderOf(process));
  sayFindings(this, failed);
  if (failed.length > 0) return this.exit(EXIT.input);
  this.talk(`logged in ${join(flags.case, MOVES_FILE)}`);
}

/**
 * The situation with those facts of the record that may be secret, where the words of any move hold a number that might
 * tell one. Null where the record cannot be read, so that nobody knows what is secret.
 */
async function withSecrets(context: Context, loaded: LoadedCase): Promise<Situation | null> {
  const {folder, situation, moves} = loaded;
  const measures = loaded.measures.filter(
    ({disclosure}) => disclosure !== 'private' && disclosure !== 'public',
  );
  const words = moves.flatMap(({says, party, terms}) => [
    says ?? '',
    party ?? '',
    ...terms.flatMap(({condition, evidence, share}) => [condition ?? '', evidence.source, share?.of ?? '']),
  ]);
  if (!words.some(text => numbersIn(text).length > 0)) return situation;
  return measured(context, {folder, situation, measures});
}

/** The case's secrets and those of the log itself. */
function secretsIn(situation: Situation | null, moves: readonly Move[]): readonly number[] {
  const ofCase = situation === null ? [] : secretsOf(situation.facts, situation.offers);
  const hidden = moves.flatMap(one => one.terms).filter(term => term.disclosure === 'confidential');
  return [
    ...ofCase,
    ...hidden.flatMap(term => [term.amount, term.share?.percent ?? null]).filter(value => value !== null),
  ];
}

function sealMove(one: Move): Move {
  const terms = one.terms.map(term =>
    term.disclosure === 'confidential' ? {...term, amount: null, share: null} : term,
  );
  return {...one, terms};
}

function lineOf({at, by, kind, terms, says}: Move): string {
  const sums = terms.flatMap(term =>
    term.amount === null
      ? []
      : [`${term.component} ${showMoneyShort({amount: term.amount, currency: term.currency})}`],
  );
  return [
    at,
    by.padEnd(4),
    kind.padEnd(8),
    [sums.join(' + '), says ?? ''].filter(part => part !== '').join('  '),
  ]
    .join('  ')
    .trimEnd();
}

const ONCE = new Set(['signOn', 'milestone']);

/** `base=185000` as a term; a line that says what is wrong where it is none. What it may be, the schema judges. */
function termOf(text: string): {component: string; amount: string; per: string} | string {
  const [component = '', amount = '', ...more] = text.split('=');
  if (component === '' || amount === '' || more.length > 0)
    return `expected a term such as base=185000, got "${text}"`;
  return {component, amount, per: ONCE.has(component) ? 'once' : 'year'};
}
