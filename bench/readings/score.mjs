// Holds what the reader makes of a guide against a reading by hand, part by part.
import {createHash} from 'node:crypto';

/** @typedef {Record<string, any>} Json a guide as `parley guide --json` prints it, or a reading by hand */
/** @typedef {(text: string | null | undefined) => string} Word */
/** @typedef {{part: string, hits: number, read: number, due: number, missing: string[], extra: string[]}} Score */

/** A text as two readers would agree on it: small letters, no emphasis, quotes or closing point. @param {string | null | undefined} text */
export function plain(text) {
  return (text ?? '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[*`"'“”‘’]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.:]$/, '');
}

/** The digest that stands for a text in a reading that holds none. @param {string | null | undefined} text */
export function digestOf(text) {
  const words = text ?? '';
  return words.startsWith('sha:')
    ? words
    : `sha:${createHash('sha256').update(plain(words)).digest('hex').slice(0, 16)}`;
}

/**
 * What each part of a reading states, as texts to be compared: `word` says how texts are written.
 *
 * @type {Record<string, (guide: Json, word: Word) => string[]>}
 */
const PARTS = {
  title: ({role, company}, word) => [`role ${word(role)}`, `company ${word(company)}`],
  dna: ({dna = []}, word) => dna.map(word),
  bands: ({bands = []}, word) => bands.map((/** @type {Json} */ band) => bandText(band, word)),
  levels: ({levels = []}, word) =>
    levels.map((/** @type {Json[]} */ row) =>
      row
        .map(({company, level}) => `${word(company)}=${word(level)}`)
        .sort()
        .join(' ; '),
    ),
  levers: ({levers = []}, word) => levers.map((/** @type {Json} */ {title}) => word(title)),
  amounts: ({levers = []}, word) =>
    levers.flatMap((/** @type {Json} */ {title, amounts}) =>
      amounts.map((/** @type {number} */ amount) => `${word(title)} ${amount}`),
    ),
  strategy: ({strategy}) =>
    ['anchor', 'accept', 'walkAway'].flatMap(side =>
      Object.entries(strategy?.[side] ?? {}).map(([key, value]) => `${side} ${plain(key)} ${value}`),
    ),
  competing: ({strategy}, word) =>
    (strategy?.competing ?? []).map((/** @type {Json} */ {company, base, bonus, total}) =>
      [word(company), base, bonus, total].map(part => part ?? '').join(' | '),
    ),
  sources: ({sources = []}, word) =>
    sources.map((/** @type {Json} */ {text, url}) => `${word(text)} <${url ?? ''}>`),
};

/** @param {Json} band @param {(text: string | null | undefined) => string} word */
function bandText({region, level, component, unit, currency, low, high, basis, alt}, word) {
  const own = component.startsWith('other:sha:')
    ? component.slice(6)
    : component.startsWith('other:')
      ? word(component)
      : component;
  // a grant whose period the guide does not state counts as it was read before there was a word for that
  const period = component === 'equity' && basis === 'unknown' ? 'annual' : basis;
  const other = alt === null || alt === undefined ? '' : `${alt.currency} ${alt.low}..${alt.high}`;
  return [word(region), word(level), own, unit === 'percent' ? '%' : currency, low, high, period, other].join(
    ' | ',
  );
}

/**
 * One score for each part, over all guides.
 *
 * @param {readonly {due: Json, read: Json}[]} pairs
 * @returns {Score[]}
 */
export function scoresOf(pairs) {
  return Object.entries(PARTS).map(([part, stated]) => {
    /** @type {Score} */
    const score = {part, hits: 0, read: 0, due: 0, missing: [], extra: []};
    for (const {due, read} of pairs) {
      const word = due.digests === true ? digestOf : plain;
      const left = stated(read, word);
      score.read += left.length;
      for (const item of stated(due, word)) {
        score.due++;
        const at = left.indexOf(item);
        if (at < 0) score.missing.push(`${due.path}: ${item}`);
        else {
          left.splice(at, 1);
          score.hits++;
        }
      }
      for (const item of left) score.extra.push(`${due.path}: ${item}`);
    }
    return score;
  });
}

/** F1 of a score; 1 where nothing is due and nothing was read. @param {Score} score */
export function f1({hits, read, due}) {
  return read + due === 0 ? 1 : (2 * hits) / (read + due);
}
