import {say} from '../../figure/index.ts';
import type {Reader} from '../types.ts';
import {incident, systemsOf} from './incident.ts';
import {leftOut, rowReader, type ToolReading} from './read.ts';
import {amiss, lacks, latest, number, type Row, shown, textIn, time} from './row.ts';
import type {Severities, Tool} from './tool.ts';
import {folded, type Sighting, type Sightings} from './upptime-fold.ts';

const severities: Severities = {
  words: {up: 'up', down: 'down', degraded: 'degraded'},
  unsaid: null,
  why: 'the words are the tool\'s own states. An HTTP answer from 400 to 499 makes it say "down" though the host answered: the severity is then "down 404", so that states can tell it apart',
};

const read: Reader = source => {
  const sightings: Sightings = new Map();
  const rows = rowReader([], row => {
    if (row.value['committed_at'] !== undefined) return commit(row, sightings);
    if (row.value['title'] !== undefined) return issue(row);
    return present(row);
  })(source);
  return {take: rows.take, end: () => [...rows.end(), ...folded(sightings, severities, source)]};
};

const NOTHING: ToolReading = {id: null, entries: []};

/** A commit that says how a site was: in columns of their own, or as the subject that Upptime writes. */
function commit(row: Row, sightings: Sightings): ToolReading {
  const subject = firstWords(textIn(row, 'subject', 'message'));
  const said = subject === null ? null : saidIn(subject);
  if (subject !== null && said === null) return silent(row, subject);
  const at = time(row, 'committed_at');
  const [system] = systemsOf(row, said?.site ?? textIn(row, 'site'));
  const status = (said?.status ?? textIn(row, 'status'))?.toLowerCase();
  const code = said === null ? number(row, 'http_code') : said.code;
  if (at === null) lacks(row, 'committed_at');
  if (system === undefined) lacks(row, 'site');
  if (status === undefined) lacks(row, 'status');
  if (at === null || system === undefined || status === undefined) return NOTHING;
  if (status !== 'up' && status !== 'down' && status !== 'degraded') {
    amiss(row, 'bad-row', 'error', say`status ${shown(status)} is none of up, down, degraded`);
    return NOTHING;
  }
  if (row.wrong.length > 0) return NOTHING;
  const sighting: Sighting = {at, status, code: code ?? 0, place: row.place};
  const known = sightings.get(system);
  if (known === undefined) sightings.set(system, [sighting]);
  else known.push(sighting);
  return NOTHING;
}

/** As much of a text as a site and its state take; the expressions below are slow over many blanks. */
function firstWords(text: string | null): string | null {
  return text === null ? null : text.slice(0, 1000).replace(/\s+/g, ' ').trim();
}

interface Said {
  readonly site: string;
  readonly status: string;
  readonly code: number;
}

/** What a subject says of a site: with the answer, `(200 in 120 ms)`, in the words of several languages. */
function saidIn(subject: string): Said | null {
  const bare = subject.replace(/^(?::\w+:|[^\p{L}\p{N}]+\s)\s*/u, '').replace(/\s*(?:\[[^\]]*\]\s*)+$/, '');
  const found = WITH_ANSWER.exec(bare) ?? WITHOUT.exec(bare);
  if (found === null) return null;
  const [, site = '', status = '', code = '0'] = found;
  return {site, status, code: Number(code)};
}

const WITH_ANSWER =
  /^(.+?)(?:\s+(?:is|was|went|goes|came|est|ist|es|está|é|è|jest|är|er))?(?:\s+(?:now|back|still|currently|again|experiencing))*\s*[:=–—→]?\s+(up|down|degraded)(?:\s+(?:performance|again))*\s*\((\d+)\b[^()]*\)\W*$/iu;
const WITHOUT = /^(.+?)(?:\s+is(?:\s+(?:now|back|still))?|\s*[:=–—→])\s+(up|down|degraded)[\s.!]*$/iu;

/** The squares that Upptime puts before a state, or the answer of the site behind it. */
const OF_A_STATE = /^[\u{1f7e5}\u{1f7e8}\u{1f7e9}]|\(\d{1,3} in [\d.]+ ?m?s\)/u;

/** A commit that says nothing of a site; where it bears a state's sign or an answer it does, in words that are not known. */
function silent(row: Row, subject: string): ToolReading {
  if (!OF_A_STATE.test(subject)) return {id: null, entries: [leftOut(row, 'a commit that tells of no site')]};
  const hint =
    'write it as Upptime does, "🟥 NAME is down (CODE in MS ms)", or give the commits as a table with committed_at, site, status';
  amiss(row, 'bad-row', 'error', say`${shown(subject)} tells a state in words that are not known`, hint);
  return NOTHING;
}

/** The issue that Upptime opens for an outage and closes behind it. */
function issue(row: Row): ToolReading {
  const id = textIn(row, 'number', 'id');
  const title = firstWords(textIn(row, 'title')) ?? '';
  const said = /^(?:[^\p{L}\p{N}]+\s)?(.+) (?:is (down)|has (degraded) performance)$/u.exec(title);
  if (said === null) return {id, entries: [leftOut(row, 'an issue that tells of no outage')]};
  const closed = time(row, 'closed_at', 'closedAt');
  return incident(row, severities, {
    id,
    systems: systemsOf(row, said[1] ?? null),
    opened: time(row, 'created_at', 'createdAt'),
    closed,
    over: closed !== null || textIn(row, 'state')?.toLowerCase() === 'closed',
    heard: latest(row, 'updated_at', 'updatedAt'),
    impact: null,
    words: [said[2] ?? said[3] ?? null],
  });
}

/** Files that hold the present or a sum, but not when: history/*.yml, summary.json, the badges of api/. */
function present(row: Row): ToolReading {
  if (row.value['lastUpdated'] !== undefined) {
    const status = textIn(row, 'status')?.toLowerCase() ?? null;
    if (status === 'up') {
      return {id: null, entries: [leftOut(row, 'up when last looked at, which says nothing of before')]};
    }
    return incident(row, severities, {
      id: textIn(row, 'url'),
      systems: systemsOf(row, slugOf(row)),
      opened: time(row, 'lastUpdated'),
      closed: null,
      over: false,
      impact: null,
      words: [status],
    });
  }
  if (row.value['dailyMinutesDown'] !== undefined || row.value['schemaVersion'] !== undefined) {
    return {id: null, entries: [leftOut(row, 'a sum that does not say when: use the commits or the issues')]};
  }
  lacks(row, 'committed_at, or a title, or lastUpdated', 'the file may be of another tool');
  return NOTHING;
}

/** `history/shop-api.yml` names its site by the file alone. */
function slugOf({place}: Row): string | null {
  return /([^/\\]+)\.ya?ml$/.exec(place.file)?.[1] ?? null;
}

export const upptime: Tool = {
  title: 'Upptime history',
  reader: read,
  formats: ['csv', 'jsonl', 'json', 'yaml'],
  at: null,
  fields: 'committed_at site status http_code subject title created_at closed_at lastUpdated'.split(' '),
  export:
    'git log in the repository of the page, made JSON Lines as docs/record.md shows, or GET /repos/OWNER/REPO/issues?labels=status&state=all',
  seen: 'histories of three public pages, 2021 to 2026, 6,694 commits of 42 sites whose uptimes an independent program confirms; history/*.yml and summary.json of two',
  states: severities,
};
