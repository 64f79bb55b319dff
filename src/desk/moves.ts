import {join} from 'node:path';
import {
  cleaner,
  textOf,
  type Finding,
  jsonOf,
  type Known,
  numbersIn,
  seal,
  type SealRules,
  searcherOf,
  secretsIn,
} from '../figure/index.ts';
import {appendMove, loadCase, type LoadedCase, measureFacts, type Move, MOVES_FILE} from '../case/index.ts';
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

/** Logs a move in a case, one line at the end of moves.jsonl; answers where it was logged. */
export const logMove: Question<{readonly folder: string; readonly move: TypedMove}, string> = async (
  {folder, move: {by, kind, at, party, currency, says, terms}},
  {today},
) => {
  const loaded = loadCase(folder, {today});
  const unusable = unusableIn(loaded);
  if (unusable.length > 0) return {report: null, findings: unusable};
  // Amounts are in the currency of the firm's own offer, unless told.
  const money = currency ?? targetOf(loaded.situation?.offers ?? [])?.terms[0]?.currency;
  const line = {
    at: at ?? today,
    by,
    kind: kind ?? (terms.length === 0 ? 'note' : by === 'them' ? 'offer' : 'ask'),
    ...(party === undefined ? {} : {party}),
    ...(money === undefined || terms.length === 0 ? {} : {currency: money}),
    ...(terms.length === 0 ? {} : {terms}),
    ...(says === undefined ? {} : {says}),
  };
  const findings = appendMove(folder, line as Parameters<typeof appendMove>[1]);
  return {report: findings.length > 0 ? null : join(folder, MOVES_FILE), findings};
};

/** The moves so far, as edition call may see them. Nothing is listed where nobody knows what is secret. */
export const moves: Question<{readonly folder: string}, SealedReport<readonly ListedMove[]>> = async (
  {folder},
  {today, progress},
) => {
  const loaded = loadCase(folder, {today});
  const unusable = unusableIn(loaded);
  if (unusable.length > 0) return {report: null, findings: unusable};
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
};

function unusableIn({findings}: LoadedCase): readonly Finding[] {
  return findings.filter(one => one.severity === 'error' && !isOfLog(one));
}

function isOfLog({span}: Finding): boolean {
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
