import {existsSync, readdirSync, statSync} from 'node:fs';
import {isAbsolute, join} from 'node:path';
import {type Rates, type Source, shippedRates} from '../base/index.ts';
import {shippedConventions} from '../calendar/index.ts';
import {type Finding, finding, say} from '../figure/index.ts';
import {audit, type Reading, readGuide} from '../guide/index.ts';
import type {Situation} from '../strategy/index.ts';
import type {Offer} from '../terms/index.ts';
import {type CaseFileReading, type MeasuredFact, readCaseFile} from './case-file.ts';
import {type Attempt, errorCode, LIMITS, readInside, readText, straying} from '../files/index.ts';
import {type Move, movesLog, type MovesReading, readMoves} from './moves.ts';
import {type CaseDay, readOffer} from './offer.ts';

export const CASE_FILE = 'case.yaml';
const OFFERS_FOLDER = 'offers';
/** In its folder record/, or wherever a record lies without a case. */
export const RECORD_FILE = 'record.yaml';

export interface LoadOptions {
  /** The real day, `YYYY-MM-DD`: it counts where case.yaml pins none. */
  readonly today: string;
  /** The rates that guides in two currencies are held against; those that ship, unless told. */
  readonly rates?: Rates;
  /** Off where nobody asks what was logged: a log of 64 MB takes seconds. It then counts as one that was never begun. */
  readonly log?: boolean;
}

export interface LoadedCase {
  /** As it was asked for. Spans name files from here: `offers/citadel.yaml`. */
  readonly folder: string;
  /**
   * Null where case.yaml, a guide or an offer has an error: a plan made from half a case would be another plan. An error in
   * moves.jsonl leaves it, since who lists the moves has to know what in them is secret; it is among the findings, and
   * whoever plans looks for it there.
   */
  readonly situation: Situation | null;
  /** Facts that `measureFacts` has still to work out from the record: the situation is without them. */
  readonly measures: readonly MeasuredFact[];
  readonly moves: readonly Move[];
  /** The move that would be taken back next. */
  readonly lastMove: MovesReading['last'];
  /** Whether moves.jsonl could be read at all, or there is none: what is wrong with single lines leaves the others. */
  readonly isLogRead: boolean;
  /** Every text that was read, for showing the line a finding points at. */
  readonly sources: readonly Source[];
  /** What is wrong with the case itself. What the audit says of its guides stands in the readings. */
  readonly findings: readonly Finding[];
}

/** Reads a case folder: case.yaml, its guides, offers/*.yaml and moves.jsonl. All problems are gathered; nothing throws. */
export function loadCase(folder: string, {today, rates, log: isLogAsked = true}: LoadOptions): LoadedCase {
  const nothing = {
    folder,
    situation: null,
    measures: [],
    moves: [],
    lastMove: null,
    isLogRead: false,
    sources: [],
  };
  const noFolder = folderProblem(folder);
  if (noFolder !== undefined) return {...nothing, findings: [noFolder]};

  const sources: Source[] = [];
  const findings: Finding[] = [];
  const read = (name: string, limit: number): Source | null => {
    const attempt = readInside(folder, name, limit);
    if (!attempt.ok) findings.push(...attempt.findings.map(one => explained(one, folder)));
    else sources.push(attempt.value);
    return attempt.ok ? attempt.value : null;
  };

  const caseSource = read(CASE_FILE, LIMITS.yaml);
  const file: CaseFileReading =
    caseSource === null
      ? {part: null, measures: [], guides: [], clock: {today, pinned: false}, findings: []}
      : readCaseFile(caseSource, today);
  findings.push(...file.findings);

  const readings = readGuides(folder, file, sources, findings, rates ?? shippedRates());
  const offers = readOffers(folder, file.clock, read, findings);
  const grave = findings.some(one => one.severity === 'error');
  const situation = file.part === null || grave ? null : {...file.part, readings, offers};

  const log = isLogAsked ? movesLog(folder) : null;
  const {moves, last, findings: ofLog} = readLogged(log, file.clock.today);
  if (log?.ok === true) sources.push(log.value.source);
  return {
    folder,
    situation,
    measures: file.measures,
    moves,
    lastMove: last,
    isLogRead: log === null || log.ok,
    sources,
    findings: [...findings, ...ofLog],
  };
}

function readLogged(log: ReturnType<typeof movesLog>, today: string): MovesReading {
  if (log === null) return {moves: [], last: null, findings: []};
  if (!log.ok) return {moves: [], last: null, findings: log.findings};
  return readMoves(log.value.source, {today, isDamaged: log.value.isDamaged});
}

function readGuides(
  folder: string,
  {guides, clock}: CaseFileReading,
  sources: Source[],
  findings: Finding[],
  rates: Rates,
): Reading[] {
  const conventions = shippedConventions();
  return guides.flatMap(({name, span}) => {
    const attempt = readNamed(folder, name);
    if (!attempt.ok) {
      // The slip is mostly in the name: the finding points there, not at a file that is not.
      const named = attempt.findings.map(one => {
        if (one.rule === 'leads-out') {
          const hint = 'put the guide into the folder of the case, or write its whole path';
          return finding(one.rule, one.severity, one.message, {span, hint});
        }
        if (one.rule !== 'missing-file') return one;
        const hint = say`put it into ${folder}, or correct its path`;
        return finding('missing-guide', 'error', say`the guide ${name} is missing`, {span, hint});
      });
      findings.push(...named);
      return [];
    }
    const source = attempt.value;
    sources.push(source);
    const reading = readGuide(name, source.text);
    if (reading.guide === null) return [reading];
    const audited = audit(reading.guide, source, {rates, conventions, today: clock.today});
    return [{guide: reading.guide, findings: [...reading.findings, ...audited]}];
  });
}

/** A guide lies in the case, or is named by its whole path. */
function readNamed(folder: string, name: string): Attempt<Source> {
  return isAbsolute(name) ? readText('/', name, LIMITS.guide) : readInside(folder, name, LIMITS.guide);
}

function readOffers(
  folder: string,
  clock: CaseDay,
  read: (name: string, limit: number) => Source | null,
  findings: Finding[],
): Offer[] {
  return offerNames(folder, findings).flatMap(name => {
    const source = read(`${OFFERS_FOLDER}/${name}`, LIMITS.yaml);
    if (source === null) return [];
    const {offer, findings: found} = readOffer(source, name.slice(0, -'.yaml'.length), clock);
    findings.push(...found);
    return offer === null ? [] : [offer];
  });
}

/** The offers' file names, in order of the alphabet. No offers folder is no offers yet. */
function offerNames(folder: string, findings: Finding[]): string[] {
  const astray = straying(folder, OFFERS_FOLDER);
  if (astray !== null) {
    findings.push(finding('leads-out', 'error', astray.message, {hint: astray.hint}));
    return [];
  }
  let names: string[];
  try {
    names = readdirSync(join(folder, OFFERS_FOLDER)).sort();
  } catch (error) {
    const code = errorCode(error);
    if (code !== 'ENOENT') {
      const hint = say`${OFFERS_FOLDER} is a folder that holds one file an offer`;
      findings.push(
        finding('unreadable', 'error', say`${join(folder, OFFERS_FOLDER)} cannot be read (${code})`, {hint}),
      );
    }
    return [];
  }
  const seen = names.filter(name => !name.startsWith('.'));
  for (const name of seen.filter(one => /\.(yml|json|YAML|YML)$/.test(one))) {
    const file = `${OFFERS_FOLDER}/${name}`;
    const message = say`${file} is not read: offers end in .yaml`;
    const hint = say`rename it to ${name.replace(/\.\w+$/, '.yaml')}`;
    findings.push(
      finding('ignored-file', 'warning', message, {
        span: {file, from: 0, to: 0, line: 1, column: 1},
        hint,
      }),
    );
  }
  return seen.filter(name => name.endsWith('.yaml'));
}

function folderProblem(folder: string): Finding | undefined {
  const hint = 'make one with: parley init';
  try {
    if (statSync(folder).isDirectory()) return undefined;
    const message = say`${folder} is a file, expected a case folder`;
    const hint = 'name the folder it lies in';
    return finding('no-folder', 'error', message, {
      hint,
    });
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT') return finding('no-folder', 'error', say`there is no folder ${folder}`, {hint});
    const message = say`${folder} cannot be read (${code})`;
    return finding('no-folder', 'error', message, {
      hint: 'check the path and its rights',
    });
  }
}

/** A missing case.yaml mostly means another folder was meant, or another ending. */
function explained(one: Finding, folder: string): Finding {
  if (one.rule !== 'missing-file' || one.span?.file !== CASE_FILE) return one;
  const hint = existsSync(join(folder, 'case.yml'))
    ? 'rename case.yml to case.yaml'
    : 'name a case folder, or make one with: parley init';
  return finding(one.rule, one.severity, one.message, {span: one.span, hint});
}
