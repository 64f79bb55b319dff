import {count, type Insert, named, type Prose, quote, say, sentence, valueOf} from '../../figure/index.ts';
import type {BaselineImpact, Figures} from '../../impact/index.ts';
import type {Block} from '../../page/index.ts';
import {showInstant} from '../../base/index.ts';
import {
  baselineName,
  facts,
  isExact,
  levelWords,
  type MoneyTold,
  many,
  type Told,
  tabled,
  uptimeOf,
} from './words.ts';
import {listOf, paragraph} from '../words.ts';

/** What hangs on the systems, and what their outages cost. */
export function totals({total}: MoneyTold): readonly Block[] {
  const {low, mid, high} = total.lost;
  const idle = total.idle === 0 ? null : say`, and ${count(total.idle)} that depend on nothing here`;
  return [
    paragraph(say`${many(total.pods, 'pod')}${idle}`, 'bold'),
    facts(
      [say`expected PnL`, say`${total.daily} a day, ${total.annual} a year`],
      [say`at risk a minute`, say`${total.perMinute} while the market is open`],
      [say`uptime`, say`${uptimeOf(total.uptime)} of the PnL at risk, in sessions`],
      [
        say`lost`,
        isExact(total.lost)
          ? say`${mid} (no interval: nothing in it varies)`
          : say`${mid} (${low} to ${high})`,
      ],
      valueOf(total.lostAtMost) > valueOf(mid)
        ? [say`at most`, say`${total.lostAtMost}, had all that is unknown been down`]
        : null,
    ),
  ];
}

/** What was protected, baseline by baseline, with the short way to the same figure beneath. */
export function protection({baselines, unprotected}: MoneyTold, zone: string): readonly Block[] {
  // Shares that were worked out have a table of their own.
  const credited = baselines.some(one => one.credited !== null && one.shared === null);
  const heads = [
    say`against`,
    say`uptime`,
    say`would have lost`,
    say`protected`,
    say`${levelWords()}`,
    say`a year`,
    ...(credited ? [say`your share`] : []),
  ];
  const rows = baselines.map(one => ({
    cells: [
      baselineName(one, zone),
      uptimeOf(one.uptime),
      one.counterfactual,
      one.protected.mid,
      say`${one.protected.low} to ${one.protected.high}`,
      one.perYear,
      ...(credited ? [one.credited] : []),
    ],
    tone: valueOf(one.protected.mid) < 0 ? ('fail' as const) : ('plain' as const),
  }));
  return [
    ...(rows.length === 0 ? [] : [tabled(say`What was protected, by baseline`, heads, rows)]),
    ...listOf(
      baselines.map(one => identityWords(one, zone)),
      'muted',
    ),
    ...(unprotected === null ? [] : [paragraph(say`${sentence(say`${unprotected}`)}.`, 'unknown')]),
  ];
}

function identityWords(one: Figures<BaselineImpact>, zone: string): Prose {
  const {atRisk, difference, product, agrees} = one.identity;
  const check = say`${sentence(baselineName(one, zone))}: ${atRisk} at risk x ${difference} of uptime is ${product}`;
  return agrees
    ? say`${check}, which is the same.`
    : say`${check}; short sessions, weights and the time of day make it ${one.protected.mid}.`;
}

/** How many pods, and how many outages, are shown unless all are asked for. */
const PODS = 15;
const OUTAGES = 5;

/** Pod by pod, the one with the most at risk first. */
export function pods({pods: all, baselines}: MoneyTold, {report: {zone}, full}: Told): readonly Block[] {
  const [first] = baselines;
  const sorted = all.toSorted((a, b) => valueOf(b.perMinute.mean) - valueOf(a.perMinute.mean));
  const shown = full ? sorted : sorted.slice(0, PODS);
  const heads = [
    say`pod`,
    say`PnL a day`,
    say`hangs on it`,
    say`uptime`,
    say`at risk a minute`,
    say`lost`,
    say`${levelWords()}`,
    ...(first === undefined ? [] : [say`protected`]),
  ];
  const rows = shown.map(({pod, daily, pnlFrom, exposed, uptime, perMinute, lost, protected: kept}) => ({
    cells: [
      named(pod),
      say`${daily.mid}${pnlFrom === 'stated' ? '*' : ''}`,
      exposed,
      uptimeOf(uptime),
      perMinute.mean,
      lost.mid,
      isExact(lost) ? say`none` : say`${lost.low} to ${lost.high}`,
      ...(first === undefined ? [] : [kept[0]]),
    ],
  }));
  const [top] = shown;
  const notes: readonly (Prose | null)[] = [
    shown.length < all.length ? say`and ${many(all.length - shown.length, 'pod')} more: --full` : null,
    shown.some(({pnlFrom}) => pnlFrom === 'stated') ? say`* stated, and not from the record` : null,
    shown.some(({lost}) => isExact(lost))
      ? say`No interval where PnL is stated, or known of one day alone: nothing in it varies.`
      : null,
    first === undefined ? null : say`Protected is against the first baseline (${baselineName(first, zone)}).`,
    // Where minutes are not alike, what the lightest and the heaviest one of the first pod are worth.
    top === undefined || valueOf(top.perMinute.least) === valueOf(top.perMinute.most)
      ? null
      : say`At risk a minute is the mean over ${top.perMinute.minutes} minutes; of ${named(top.pod)} it is ${top.perMinute.least} in the lightest and ${top.perMinute.most} in the heaviest.`,
  ];
  return [tabled(say`Pod by pod`, heads, rows), ...muted(notes)];
}

/** The outages that cost something, the dearest first. */
export function outages({outages: all}: MoneyTold, {full}: Told): readonly Block[] {
  if (all.length === 0) return [paragraph(say`None cost anything.`)];
  const shown = full ? all : all.slice(0, OUTAGES);
  const at = (instant: string): Insert => named(showInstant(Date.parse(instant)));
  return [
    tabled(
      say`Outages`,
      [say`system`, {head: say`from`, least: 17}, {head: say`to`, least: 17}, say`pods`, say`lost`],
      shown.map(({system, from, to, pods: of, lost}) => ({
        cells: [named(system), at(from), at(to), of, lost],
      })),
    ),
    ...muted([shown.length < all.length ? say`and ${count(all.length - shown.length)} more: --full` : null]),
  ];
}

/** The headline under both ends of each assumption. */
export function sensitivity(
  {sensitivity: rows, baselines: [first]}: MoneyTold,
  zone: string,
): readonly Block[] {
  if (rows.length === 0) return [];
  const headline =
    first === undefined ? say`what was lost` : say`protected against ${baselineName(first, zone)}`;
  return [
    tabled(
      say`What moves the headline`,
      [
        say`input`,
        {head: say`at`},
        {head: headline, figures: true, least: 9},
        {head: say`and at`},
        {head: headline, figures: true, least: 9},
      ],
      rows.map(({input, low, high}) => ({
        cells: [say`${input}`, say`${low.value}`, low.headline, say`${high.value}`, high.headline],
      })),
    ),
    ...rows.flatMap(({input, turns}) =>
      turns === null ? [] : [paragraph(say`${sentence(say`${input}`)} turns it ${turns}.`, 'unknown')],
    ),
  ];
}

/** Everything that was taken for granted. */
export function assumptions({assumptions: all}: MoneyTold): readonly Block[] {
  return listOf(all.map(({says, source}) => say`${sentence(says)} (${quote(source)}).`));
}

function muted(notes: readonly (Prose | null)[]): readonly Block[] {
  return notes.flatMap(note => (note === null ? [] : [paragraph(note, 'muted')]));
}
