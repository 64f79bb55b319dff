import {join} from 'node:path';
import {showMoneyShort} from '../../base/index.ts';
import {appendMove, loadCase, type LoadedCase, type Move, MOVES_FILE} from '../../case/index.ts';
import {cleaner, jsonOf, numbersIn, seal, type SealRules, secretsIn, textOf} from '../../figure/index.ts';
import {holderOf} from '../../files/index.ts';
import {type Situation, sealRules, targetOf} from '../../strategy/index.ts';
import {amountOf, shareOf, type Term} from '../../terms/index.ts';
import {caseAndWords} from '../case-folder.ts';
import type {MoveFlags} from '../commands.ts';
import {type Context, EXIT} from '../context.ts';
import {sayFindings} from '../findings.ts';
import {measured} from '../measuring.ts';

/** `parley move`: one more line at the end of moves.jsonl, or the moves so far where nothing is to be logged. */
export async function move(this: Context, flags: MoveFlags, ...positions: string[]): Promise<void> {
  const named = caseAndWords(this, flags, positions);
  if (named === null) return;
  const {folder, words} = named;
  const wrong = (why: string) => {
    this.talk(why);
    this.exit(EXIT.usage);
  };
  const terms: TermTyped[] = [];
  for (const word of words) {
    const term = termOf(word);
    if (term === null) return wrong(notTerm(word, word === positions[0]));
    terms.push(term);
  }
  const loaded = loadCase(folder, {today: this.today});
  const unusable = loaded.findings.filter(one => one.severity === 'error' && !isOfLog(one));
  if (unusable.length > 0) {
    sayFindings(this, unusable);
    return this.exit(EXIT.input);
  }
  if (flags.by === undefined && (terms.length > 0 || flags.says !== undefined))
    return wrong('whose move is it? --by me or --by them');
  if (flags.by === undefined) return list(this, loaded, flags);
  // Amounts are in the currency of the firm's own offer, unless told.
  const currency = flags.currency ?? targetOf(loaded.situation?.offers ?? [])?.terms[0]?.currency;
  const line = {
    at: flags.at ?? this.today,
    by: flags.by,
    kind: flags.kind ?? (terms.length === 0 ? 'note' : flags.by === 'them' ? 'offer' : 'ask'),
    ...(flags.party === undefined ? {} : {party: flags.party}),
    ...(currency === undefined || terms.length === 0 ? {} : {currency}),
    ...(terms.length === 0 ? {} : {terms}),
    ...(flags.says === undefined ? {} : {says: flags.says}),
  };
  const failed = await appendMove(folder, line as Parameters<typeof appendMove>[1], holderOf(process));
  sayFindings(this, failed);
  if (failed.length > 0) return this.exit(EXIT.input);
  this.talk(`logged in ${join(folder, MOVES_FILE)}`);
}

/** The moves so far, as edition call may see them. Nothing is listed where nobody knows what is secret. */
async function list(context: Context, loaded: LoadedCase, {json}: MoveFlags): Promise<void> {
  const ofLog = loaded.findings.filter(isOfLog);
  const situation = await withSecrets(context, loaded, ofLog);
  if (situation === null) {
    sayFindings(context, ofLog);
    return context.exit(EXIT.input);
  }
  const {moves} = loaded;
  const rules = rulesFor(situation, moves);
  const printed = <T>(of: T) => jsonOf(of, cleaner(rules)).json as T;
  sayFindings(context, seal(ofLog, rules), cleaner(rules));
  if (ofLog.some(one => one.severity === 'error')) context.exit(EXIT.input);
  for (const one of moves.map(each => printed(sealed(each, rules))))
    context.print(json ? JSON.stringify(one) : lineOf(one));
  if (moves.length === 0 && ofLog.length === 0)
    context.talk('no move is logged yet: parley move --by them --says "..." base=185000');
}

function isOfLog({span}: LoadedCase['findings'][number]): boolean {
  return span?.file === MOVES_FILE;
}

/**
 * The situation with those facts of the record that may be secret, where the words of any move, or what is wrong with
 * one, hold a number that might tell one. Null where the record cannot be read, so that nobody knows what is secret.
 */
async function withSecrets(
  context: Context,
  loaded: LoadedCase,
  ofLog: LoadedCase['findings'],
): Promise<Situation | null> {
  const {folder, situation, moves} = loaded;
  const measures = loaded.measures.filter(
    ({disclosure}) => disclosure !== 'private' && disclosure !== 'public',
  );
  const words = [
    ...ofLog.flatMap(({message, hint}) => [textOf(message), hint === undefined ? '' : textOf(hint)]),
    ...moves.flatMap(({says, party, terms}) => [
      says ?? '',
      party ?? '',
      ...terms.flatMap(({condition, evidence, share}) => [condition ?? '', evidence.source, share?.of ?? '']),
    ]),
  ];
  if (!words.some(text => numbersIn(text).length > 0)) return situation;
  return measured(context, {folder, situation, measures});
}

/** What the case keeps back in edition call, and what is confidential in the log itself. */
function rulesFor(situation: Situation, moves: readonly Move[]): SealRules {
  const ofCase = sealRules(situation, 'call');
  const terms = moves.flatMap(one => one.terms);
  const figures = terms.flatMap(term => [amountOf(term), shareOf(term)]).filter(figure => figure !== null);
  const rules = {...ofCase, secrets: [...ofCase.secrets, ...secretsIn(figures)]};
  const lines = moves.filter(one => one.terms.some(term => hides(term, rules))).map(({span}) => span.line);
  return lines.length === 0
    ? rules
    : {...rules, guarded: new Map([...rules.guarded, [MOVES_FILE, new Set(lines)]])};
}

type ListedMove = Omit<Move, 'terms'> & {readonly terms: readonly Omit<Term, 'places'>[]};

function sealed(move: Move, rules: SealRules): ListedMove {
  const {party} = move;
  const terms = move.terms.map(term => {
    const {places: _, ...listed} = term;
    const about = [term.component, ...(party === null ? [] : [{name: party}])];
    return {...listed, ...(hides(term, rules) ? {amount: null, share: null} : {}), about};
  });
  return seal({...move, terms}, rules);
}

/** Whether a term's figures are kept back: as confidential, as ruled out, or since the sum is itself a secret of the case. */
function hides(term: Term, {ruledOut, secrets}: SealRules): boolean {
  const {amount, currency, share, disclosure} = term;
  if (disclosure === 'confidential') return true;
  if (share !== null && ruledOut.number({value: share.percent / 100, unit: {}})) return true;
  if (amount === null) return false;
  // To the digit: a sum of one's own may well come near another's.
  return (
    ruledOut.number({value: amount, unit: {[currency]: 1}}) ||
    (amount >= LARGE && secrets.some(secret => Math.abs(secret) === amount))
  );
}

/** Below it a sum may be the count of somebody's pods by chance. */
const LARGE = 1000;

function lineOf({at, by, kind, terms, says}: ListedMove): string {
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

interface TermTyped {
  readonly component: string;
  readonly amount: string;
  readonly per: 'once' | 'year';
}

const ONCE = new Set(['signOn', 'milestone']);

/** `base=185000` as a term; null where it is none. What it may be, the schema judges. */
function termOf(text: string): TermTyped | null {
  const [component = '', amount = '', ...more] = text.split('=');
  if (component === '' || amount === '' || more.length > 0) return null;
  return {component, amount, per: ONCE.has(component) ? 'once' : 'year'};
}

/** The first word may have been meant as the case. */
function notTerm(word: string, first: boolean): string {
  return first && !word.includes('=')
    ? `${word} is no case folder (make one with: parley init ${word}), nor a term such as base=185000`
    : `expected a term such as base=185000, got "${word}"`;
}
