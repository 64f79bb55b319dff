// Looks for the sums of a guide's strategy and levers without the reader's help, and for where the reader put them.

/** Money with a sign or a code before it, and percents: a first digit and what goes on with it. */
const SUM =
  /(?:[$£€₹₪₩]|\b(?:USD|EUR|GBP|SGD|DKK|SEK|NOK|AED|SAR|INR|CHF|UYU|CNY|JPY|KRW|HKD|PLN) ?)[ ~]?\[?\d[\d.,]*(?:\s?[KMBLT]\b)?|\d[\d.]*\s?%/g;

/** @typedef {{from: number, to: number}} Span */

/**
 * How many sums the strategy and the levers hold, how many of them the reader put nowhere, and how many it says it could not read.
 * The second end of a range stands where the first does.
 *
 * @param {Record<string, any>} guide as `parley guide --json` prints it
 * @param {string} text
 */
export function countsOf({strategy, levers, unread}, text) {
  const counts = {sums: 0, nowhere: 0, unread: 0};
  const lost = unread.map((/** @type {{span: Span}} */ {span}) => span);
  if (strategy !== null) add(counts, text, strategy.span, placed(strategy), lost, said(strategy));
  for (const {span, figures} of levers)
    add(
      counts,
      text,
      span,
      figures.map((/** @type {{span: Span}} */ {span: place}) => place),
      lost,
      [],
    );
  return counts;
}

/**
 * @param {{sums: number, nowhere: number, unread: number}} counts
 * @param {string} text
 * @param {Span} span the passage
 * @param {readonly Span[]} told where the reader placed its sums
 * @param {readonly Span[]} lost where it says that it could not
 * @param {readonly string[]} sentences those it gives whole
 */
function add(counts, text, span, told, lost, sentences) {
  for (const hit of text.slice(span.from, span.to).matchAll(SUM)) {
    const at = span.from + hit.index + hit[0].search(/\d/);
    const holds = (/** @type {Span} */ one) => one.from <= at && at < one.to;
    counts.sums++;
    if (lost.some(holds)) counts.unread++;
    else if (!told.some(holds) && !sentences.some(words => words.includes(bare(hit[0])))) counts.nowhere++;
  }
}

/** The places of positions and offers. @param {Record<string, any>} strategy @returns {Span[]} */
function placed({positions, competing}) {
  return [...Object.values(positions).flat(), ...competing].map(({span}) => span);
}

/** The sentences that stand whole in `other` or among the asks. @param {Record<string, any>} strategy */
function said({asks, other}) {
  return [...asks.map((/** @type {{text: string}} */ ask) => ask.text), ...other].map(bare);
}

/** @param {string} words */
function bare(words) {
  return words
    .replace(/[*_`\uFEFF]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
