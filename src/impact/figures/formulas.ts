import {formula, namesIn, type ReportPath} from '../../figure/index.ts';
import type {CostComparison} from '../../operations/index.ts';

/** How figures of money come about: over what is at risk, for how long, and what of it an outage costs. */
export const FORMULAS = {
  atRiskPerMinute: 'pods * podPnl * exposure / minutes',
  lost: 'pods * podPnl * exposure * sessions * (1 - uptime) * lossGivenOutage',
  protected: 'pods * podPnl * exposure * sessions * lossGivenOutage * (uptime - baseline)',
  protectedShare: 'uptime - baseline',
} as const;

/** What the names in formulas are. */
export const LABELS = {
  pods: 'pods that hang on the systems',
  podPnl: 'what an average pod is expected to make',
  exposure: 'share of PnL that stops with the systems',
  minutes: 'open minutes of a usual session',
  sessions: 'sessions of the period',
  yearSessions: 'sessions of a year',
  lossGivenOutage: 'share of what is at risk that an outage costs',
  uptime: 'uptime, weighed by the PnL at risk',
  baseline: 'uptime of the baseline, weighed alike',
  atRisk: 'PnL at risk in the period',
  difference: 'uptime above that of the baseline, by open minutes',
  open: 'open minutes of the quarter',
  target: 'uptime agreed',
  paid: 'paid while it moved',
  before: 'a month before',
  after: 'a month after',
  change: 'what the change did',
} as const;

type Saved = NonNullable<CostComparison['saved']>;
const CHANGES = {plain: 'plain', trend: 'overTrend', control: 'overControl'} as const;

/** Where the numbers of those names stand in the report: from its root, or from beside the result. */
const PLACES: Readonly<Record<string, string | ((of: never, end: string) => string)>> = {
  pods: '/money/atRisk/pods',
  podPnl: '/money/atRisk/podDaily',
  exposure: '/money/atRisk/exposure',
  minutes: '/money/atRisk/minutes',
  sessions: '/money/atRisk/sessions',
  lossGivenOutage: '/money/atRisk/given',
  uptime: '/money/total/uptime',
  baseline: '../uptime',
  before: '../before/mean',
  after: '../after/mean',
  // The greater the change, the less is saved.
  change: ({by}: Saved, end) => `../${CHANGES[by]}/change/${({low: 'high', high: 'low'})[end] ?? end}`,
};

const WORKINGS: readonly (readonly [keys: RegExp, formula: string | ((of: never) => string)])[] = [
  [/^money\/atRisk\/minute\/mid$/, FORMULAS.atRiskPerMinute],
  [/^money\/total\/lost\/mid$/, FORMULAS.lost],
  [/^money\/baselines\/\d+\/protected\/mid$/, FORMULAS.protected],
  [/^money\/baselines\/\d+\/share\/mid$/, FORMULAS.protectedShare],
  [/^money\/baselines\/\d+\/identity\/product$/, 'atRisk * difference'],
  [/^clauses\/\d+\/allowance\/allowed$/, 'open * (1 - target)'],
  [
    /^costs\/.*\/moving\/above$/,
    ({months}: NonNullable<CostComparison['moving']>) => `paid - ${months}[month] * before`,
  ],
  [/^costs\/.*\/saved\/(?:low|mid|high)$/, 'after * (1 / (1 + change) - 1)'],
];

/** A formula, and where in the report its inputs stand. */
export interface FormulaInputs {
  readonly formula: string;
  readonly inputs: readonly {readonly name: string; readonly label: string; readonly at: ReportPath}[];
}

/** How a number of the report comes of others in it; null where no short formula gives it. */
export function workingOf(path: ReportPath, valueAt: (path: ReportPath) => unknown): FormulaInputs | null {
  const [, found] = WORKINGS.find(([keys]) => keys.test(path.join('/'))) ?? [];
  if (found === undefined) return null;
  const node = path.slice(0, -1);
  const of = valueAt(node) as never;
  const text = typeof found === 'string' ? found : found(of);
  const inputs = [...namesIn(formula(text))].map(name => {
    const place = PLACES[name] ?? name;
    const from = typeof place === 'string' ? place : place(of, String(path.at(-1)));
    return {name, label: LABELS[name as keyof typeof LABELS], at: resolved(node, from)};
  });
  return {formula: text, inputs};
}

/** `../before/mean` from beside a number. */
function resolved(node: ReportPath, from: string): ReportPath {
  if (from.startsWith('/')) return from.slice(1).split('/');
  return from
    .split('/')
    .reduce<ReportPath>((at, key) => (key === '..' ? at.slice(0, -1) : [...at, key]), node);
}
