import type {Path} from '../../figure/index.ts';
import type {CostComparison} from '../../operations/index.ts';

/** An input of a formula: its name, what it is, and which number of the report, from the place of the result or from `/`. */
type Named = readonly [name: string, label: string, from: string];

/** A formula over other numbers of the report; what stands in it as a bare count is told by the node of the result. */
interface Working {
  readonly formula: (of: never) => string;
  readonly inputs: (of: never, end: string) => readonly Named[];
}

const AT_RISK: readonly Named[] = [
  ['pods', 'pods that hang on the systems', '/money/atRisk/pods'],
  ['podPnl', 'what an average pod is expected to make', '/money/atRisk/podDaily'],
  ['exposure', 'share of PnL that stops with the systems', '/money/atRisk/exposure'],
];
const PERIOD: readonly Named[] = [
  ...AT_RISK,
  ['sessions', 'sessions of the period', '/money/atRisk/sessions'],
  ['lossGivenOutage', 'share of what is at risk that an outage costs', '/money/atRisk/given'],
  ['uptime', 'uptime, weighed by the PnL at risk', '/money/total/uptime'],
];
const BASELINE: Named = ['baseline', 'uptime of the baseline, weighed alike', '../uptime'];

function working(formula: string, ...inputs: readonly Named[]): Working {
  return {formula: () => formula, inputs: () => inputs};
}

const WORKINGS: readonly (readonly [keys: RegExp, working: Working])[] = [
  [
    /^money\/atRisk\/minute\/mid$/,
    working('pods * podPnl * exposure / minutes', ...AT_RISK, [
      'minutes',
      'open minutes of a usual session',
      '/money/atRisk/minutes',
    ]),
  ],
  [
    /^money\/total\/lost\/mid$/,
    working('pods * podPnl * exposure * sessions * lossGivenOutage * (1 - uptime)', ...PERIOD),
  ],
  [
    /^money\/baselines\/\d+\/protected\/mid$/,
    working(
      'pods * podPnl * exposure * sessions * lossGivenOutage * (uptime - baseline)',
      ...PERIOD,
      BASELINE,
    ),
  ],
  [
    /^money\/baselines\/\d+\/share\/mid$/,
    working(
      'uptime - baseline',
      ['uptime', 'uptime, weighed by the PnL at risk', '/money/total/uptime'],
      BASELINE,
    ),
  ],
  [
    /^money\/baselines\/\d+\/identity\/product$/,
    working(
      'atRisk * difference',
      ['atRisk', 'PnL at risk in the period', 'atRisk'],
      ['difference', 'uptime above the baseline, by open minutes', 'difference'],
    ),
  ],
  [
    /^clauses\/\d+\/allowance\/allowed$/,
    working(
      'open * (1 - target)',
      ['open', 'open minutes of the quarter', 'open'],
      ['target', 'uptime agreed', 'target'],
    ),
  ],
  [
    /^costs\/.*\/moving\/above$/,
    {
      formula: ({months}: {readonly months: number}) => `paid - ${months}[month] * mean`,
      inputs: () => [
        ['paid', 'paid while it moved', 'paid'],
        ['mean', 'a month before', '../before/mean'],
      ],
    },
  ],
  [
    /^costs\/.*\/saved\/(low|mid|high)$/,
    {
      formula: () => 'after * (1 / (1 + change) - 1)',
      inputs: ({by}: NonNullable<CostComparison['saved']>, end) => [
        ['after', 'a month after', '../after/mean'],
        // The greater the change, the less is saved.
        [
          'change',
          'what the change did',
          `../${CHANGES[by]}/change/${({low: 'high', high: 'low'})[end] ?? end}`,
        ],
      ],
    },
  ],
];

const CHANGES = {plain: 'plain', trend: 'overTrend', control: 'overControl'} as const;

/** A formula, and where in the report its inputs stand. */
export interface Worked {
  readonly formula: string;
  readonly inputs: readonly {readonly name: string; readonly label: string; readonly at: Path}[];
}

/** How a number of the report comes of others in it; null where no short formula gives it. */
export function workedAt(path: Path, valueAt: (path: Path) => unknown): Worked | null {
  const [, found] = WORKINGS.find(([keys]) => keys.test(path.join('/'))) ?? [];
  if (found === undefined) return null;
  const node = path.slice(0, -1);
  const of = valueAt(node) as never;
  const inputs = found
    .inputs(of, String(path.at(-1)))
    .map(([name, label, from]) => ({name, label, at: resolved(node, from)}));
  return {formula: found.formula(of), inputs};
}

/** `../before/mean` from where a number stands. */
function resolved(node: Path, from: string): Path {
  if (from.startsWith('/')) return from.slice(1).split('/');
  return from.split('/').reduce<Path>((at, key) => (key === '..' ? at.slice(0, -1) : [...at, key]), node);
}
