import {join} from 'node:path';
import {
  cleaner,
  textOf,
  type Finding,
  finding,
  jsonOf,
  type Known,
  numbersIn,
  seal,
  type SealRules,
  searcherOf,
  secretsIn,
} from '../figure/index.ts';
import {
  appendMove,
  dayOf,
  hastyAmount,
  loadCase,
  type LoadedCase,
  measureFacts,
  type Move,
  moveProblems,
  MOVES_FILE,
} from '../case/index.ts';
import {sealRules, type Situation, targetOf} from '../strategy/index.ts';
import {amountOf, shareOf, type Term} from '../terms/index.ts';
import {watchFacts} from './reading.ts';
import type {Answer, Progress, Question, SealedReport} from './world.ts';

/** A move as it is typed; what is left open is worked out from the rest. */
export interface TypedMove {
  readonly by: Move['by'];
  readonly kind?: Move['kind'] | undefined;
  readonly at?: string | undefined;
  readonly party?: string | undefined;
  readonly currency?: string | undefined;
  readonly says?: string | undefined;
  readonly terms: readonly {
    readonly component: string;
    readonly amount: string;
    readonly per: 'once' | 'year';
  }[];
}

/** A move as the list tells it. */
export type ListedMove = Omit<Move, 'terms'> & {readonly terms: readonly Omit<Term, 'places'>[]};

/** Where a move was logged, and the move that was taken back by it, if any. */
export interface LoggedMove {
  readonly file: string;
  readonly undone: SealedReport<ListedMove> | null;
}

/** Logs a move in a case, one line at the end of moves.jsonl; answers where it was logged. */
export const logMove: Question<{readonly folder: string; readonly move: TypedMove}, LoggedMove> = async (
  {folder, move: {by, kind, at, party, currency, says, terms}},
  {today: realDay},
) => {
  const loaded = loadCase(folder, {today: realDay, log: false});
  const unusable = unusableIn(loaded);
  if (unusable.length > 0) return {report: null, findings: unusable};
  const {today = realDay, offers = []} = loaded.situation ?? {};
  // Amounts are in the currency of the firm's own offer, unless told.
  const money = currency ?? targetOf(offers)?.terms[0]?.currency;
  const line = {
    at: at ?? today,
    by,
    kind: kind ?? (terms.length === 0 ? 'note' : by === 'them' ? 'offer' : 'ask'),
    ...(party === undefined ? {} : {party}),
    ...(money === undefined || terms.length === 0 ? {} : {currency: money}),
    ...(terms.length === 0 ? {} : {terms}),
    ...(says === undefined ? {} : {says}),
  } as Parameters<typeof appendMove>[1];
  const misasked = mistyped(line, terms, today);
  if (misasked.length > 0) return {report: null, findings: misasked, isMisasked: true};
  return logged(folder, appendMove(folder, line), null);
};

/** Takes back the move that was logged last and is not taken back yet, by a line of its own; answers which one it was. */
export const undoMove: Question<{readonly folder: string}, LoggedMove> = async ({folder}, world) => {
  const loaded = loadCase(folder, {today: world.today});
  const unusable = unusableIn(loaded);
  if (unusable.length > 0) return {report: null, findings: unusable};
  const {lastMove, situation} = loaded;
  if (lastMove === null) {
    const notices = ['no move is left that could be taken back: parley move lists them'];
    return {report: null, findings: loaded.findings.filter(isOfLog), notices, isMisasked: true};
  }
  const {move, mark} = lastMove;
  const at = situation?.today ?? world.today;
  const told = await listing(loaded, world.progress);
  if (told.report === null) return {...told, report: null};
  const findings = appendMove(folder, {at, by: move.by, kind: 'undo', undoes: mark});
  const taken = told.report.report[loaded.moves.findIndex(({span}) => span.from === move.span.from)];
  const undone = taken === undefined ? null : {...told.report, report: {...taken, undone: at}};
  const answer = logged(folder, findings, undone);
  return {...answer, findings: [...told.findings, ...findings], ...(told.clean ? {clean: told.clean} : {})};
};

function logged(
  folder: string,
  findings: readonly Finding[],
  undone: LoggedMove['undone'],
): Answer<LoggedMove> {
  return {report: findings.length > 0 ? null : {file: join(folder, MOVES_FILE), undone}, findings};
}

/** What is wrong with a move as it was typed: its day is still to come, a sum is in thousands, or it is no move. */
function mistyped(
  line: Parameters<typeof appendMove>[1],
  terms: TypedMove['terms'],
  today: string,
): readonly Finding[] {
  const ahead = finding('date-order', 'error', `${dayOf(line)} is after today, ${today}`, {
    hint: 'log a move on its day or later; case.yaml may pin today to another day',
  });
  const hasty = terms.flatMap(({component, amount}) => {
    const slip = hastyAmount(amount);
    if (slip === null) return [];
    return [finding('out-of-range', 'error', `${component} of ${slip.message}`, {hint: slip.hint})];
  });
  const problems = hasty.length > 0 ? hasty : moveProblems(line);
  return dayOf(line) > today ? [ahead, ...problems] : problems;
}

/** The moves so far, as edition call may see them. Nothing is listed where nobody knows what is secret. */
export const moves: Question<{readonly folder: string}, SealedReport<readonly ListedMove[]>> = async (
  {folder},
  {today, progress},
) => {
  const loaded = loadCase(folder, {today});
  const unusable = unusableIn(loaded);
  return unusable.length > 0 ? {report: null, findings: unusable} : listing(loaded, progress);
};

/** The moves of a case that nothing hinders to be read, sealed, with what is wrong with its log. */
async function listing(
  loaded: LoadedCase,
  progress: Progress,
): Promise<Answer<SealedReport<readonly ListedMove[]>>> {
  const ofLog = loaded.findings.filter(isOfLog);
  const {report: situation, findings} = await withSecrets(loaded, ofLog, progress);
  if (situation === null) return {report: null, findings: [...findings, ...ofLog]};
  const rules = rulesFor(situation, loaded.moves);
  const clean = cleaner(rules);
  const listed = loaded.moves.map(move => jsonOf(sealed(move, rules), clean).json as ListedMove);
  const open = loaded.moves.flatMap(({terms}) => terms.filter(term => !hides(term, rules)).map(figuresOf));
  return {
    report: {edition: 'call', report: listed, clean, tells: searcherOf(open, rules)},
    findings: [...findings, ...seal(ofLog, rules)],
    clean,
  };
}

/** Why nothing is asked of a log: an error in the case around it, or a file that cannot be read at all. */
function unusableIn({findings, isLogRead}: LoadedCase): readonly Finding[] {
  return findings.filter(one => one.severity === 'error' && (!isOfLog(one) || !isLogRead));
}

/** Whether a finding is about moves.jsonl, of which no line stops anything else. */
export function isOfLog({span}: Finding): boolean {
  return span?.file === MOVES_FILE;
}

/**
 * The situation with those facts of the record that may be secret, where the words of any move, or what is wrong with
 * one, hold a number that might tell one. Null where the record cannot be read, so that nobody knows what is secret.
 */
async function withSecrets(
  {folder, situation, moves: logged, measures}: LoadedCase,
  ofLog: readonly Finding[],
  progress: Progress,
): Promise<Answer<Situation>> {
  const words = [
    ...ofLog.flatMap(({message, hint}) => [textOf(message), hint === undefined ? '' : textOf(hint)]),
    ...logged.flatMap(({says, party, terms}) => [
      says ?? '',
      party ?? '',
      ...terms.flatMap(({condition, evidence, share}) => [condition ?? '', evidence.source, share?.of ?? '']),
    ]),
  ];
  if (!words.some(text => numbersIn(text).length > 0)) return {report: situation, findings: []};
  const secret = measures.filter(({disclosure}) => disclosure !== 'private' && disclosure !== 'public');
  const measured = await measureFacts({folder, situation, measures: secret}, watchFacts(progress));
  return {report: measured.situation, findings: measured.findings};
}

/** What the case keeps back in edition call, and what is confidential in the log itself. */
function rulesFor(situation: Situation, logged: readonly Move[]): SealRules {
  const ofCase = sealRules(situation, 'call');
  const terms = logged.flatMap(one => one.terms);
  const figures = terms.flatMap(figuresOf);
  const rules = {...ofCase, secrets: [...ofCase.secrets, ...secretsIn(figures)]};
  const lines = logged.filter(one => one.terms.some(term => hides(term, rules))).map(({span}) => span.line);
  return lines.length === 0
    ? rules
    : {...rules, guarded: new Map([...rules.guarded, [MOVES_FILE, new Set(lines)]])};
}

function figuresOf(term: Term): readonly Known[] {
  return [amountOf(term), shareOf(term)].filter(figure => figure !== null);
}

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
