import {buildCommand} from '@stricli/core';
import {join} from 'node:path';
import {showMoneyShort} from '../../base/index.ts';
import {appendMove, loadCase, type LoadedCase, type Move, MOVES_FILE} from '../../case/index.ts';
import {measureWatched} from '../../desk/index.ts';
import {cleaner, jsonOf, numbersIn, seal, type SealRules, secretsIn} from '../../figure/index.ts';
import {type Situation, sealRules, targetOf} from '../../strategy/index.ts';
import {amountOf, shareOf, type Term} from '../../terms/index.ts';
import {caseAndWords} from '../case-folder.ts';
import {BRIEFS} from '../briefs.ts';
import {type Context, EXIT} from '../context.ts';
import {sayFindings} from '../findings.ts';
import {caseDir, dayOrInstant, json, text} from '../flags.ts';

interface MoveFlags {
  readonly case?: string;
  readonly json: boolean;
  readonly by?: 'me' | 'them';
  readonly kind?: 'offer' | 'ask' | 'accept' | 'reject' | 'question' | 'answer' | 'note';
  readonly at?: string;
  readonly party?: string;
  readonly currency?: string;
  readonly says?: string;
}

export const command = buildCommand<MoveFlags, string[], Context>({
  func: move,
  parameters: {
    flags: {
      case: caseDir,
      json,
      by: {
        kind: 'enum',
        values: ['me', 'them'],
        brief: 'Whose move it is; without it, the moves so far are listed',
        optional: true,
      },
      kind: {
        kind: 'enum',
        values: ['offer', 'ask', 'accept', 'reject', 'question', 'answer', 'note'],
        brief:
          'What it is; else an offer (theirs) or an ask (mine) where terms are named, and a note where none is',
        optional: true,
      },
      at: {
        kind: 'parsed',
        parse: dayOrInstant,
        brief: 'The day of it, or the instant with its offset; today unless told',
        placeholder: 'WHEN',
        optional: true,
      },
      party: text('The firm, where it is not the one of the case', 'FIRM'),
      currency: text('The currency of the amounts', 'CODE'),
      says: text('What was said, in a line', 'TEXT'),
    },
    positional: {
      kind: 'array',
      parameter: {
        parse: String,
        brief: 'The case folder; and terms, such as base=185000 bonus=100000 signOn=25000',
        placeholder: 'CASE|TERM',
      },
    },
  },
  docs: {
    brief: BRIEFS.move,
    fullDescription: [
      'Adds a line to moves.jsonl, which only ever grows. Without --by it lists the moves so far, without a confidential',
      'figure and without what case.yaml rules out. The first word is the case where it is a folder that holds case.yaml.',
      '',
      'EXAMPLES',
      '  parley move my-case --by them --says "we can go to 185" base=185000 bonus=100000',
      '  parley move my-case --by me --at 2026-11-22T16:30:00-05:00 --kind question --says "is the bonus guaranteed?"',
      '  parley move my-case',
    ].join('\n'),
  },
});

/** `parley move`: one more line at the end of moves.jsonl, or the moves so far where nothing is to be logged. */
async function move(this: Context, flags: MoveFlags, ...positions: string[]): Promise<void> {
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
  const failed = appendMove(folder, line as Parameters<typeof appendMove>[1]);
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
  sayFindings(context, printed(seal(ofLog, rules)));
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
    ...ofLog.map(({message, hint}) => `${message} ${hint ?? ''}`),
    ...moves.flatMap(({says, party, terms}) => [
      says ?? '',
      party ?? '',
      ...terms.flatMap(({condition, evidence, share}) => [condition ?? '', evidence.source, share?.of ?? '']),
    ]),
  ];
  if (!words.some(text => numbersIn(text).length > 0)) return situation;
  const measured = await measureWatched({folder, situation, measures}, context.world.progress);
  sayFindings(context, measured.findings);
  return measured.situation;
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
