import type {ReportPath} from '../../figure/index.ts';
import type {Assumptions, PlaceOf} from '../plan.ts';
import type {ImpactReport} from '../report.ts';

/** What is told, and whoever stated what it rests on, where. */
export interface Grounds {
  readonly report: ImpactReport;
  readonly plan: Assumptions;
  readonly place: PlaceOf;
}

/** Where in impact.yaml a number of the report stands, and who says so there. */
type Stated = readonly [at: ReportPath, source: string] | undefined;

type Reading = (grounds: Grounds, ...found: readonly string[]) => Stated;

const STATED: readonly (readonly [keys: RegExp, reading: Reading])[] = [
  [/^capacity\/(?:multiple|\w+\/held\/times)$/, () => [['capacity', 'multiple'], 'impact.yaml']],
  [
    /^delivery\/change\/early\/halfLife$/,
    ({report}) => [['delivery', 'change', 'edge', 'halfLife'], report.delivery?.change?.early?.source ?? ''],
  ],
  [/^money\/errorTrade\/perYear$/, ({plan}) => [['errorTrade', 'perYear'], plan.errorTrade?.source ?? '']],
  [
    /^money\/baselines\/(\d+)\/baseline\/uptime$/,
    ({report, plan}, at) => {
      const one = report.money?.baselines[Number(at)]?.baseline;
      return one === undefined || !('uptime' in one)
        ? undefined
        : [['baselines', plan.baselines.indexOf(one), 'uptime'], one.source];
    },
  ],
  [
    /^clauses\/(\d+)\/allowance\/target$/,
    ({report, plan}, at) => {
      const {allowance, source} = report.clauses[Number(at)] as ImpactReport['clauses'][number];
      // A contract's target is a clause too, where no clause says the same.
      for (const list of ['clauses', 'baselines'] as const) {
        const index = plan[list].findIndex(
          one => 'uptime' in one && one.uptime === allowance.target && one.source === source,
        );
        if (index >= 0) return [[list, index, 'uptime'], source];
      }
      return undefined;
    },
  ],
  [
    /^clauses\/\d+\/conflicts\/(\d+)\/longest$/,
    ({plan}, at) => {
      const all = [...plan.clauses.entries()].filter(([, one]) => 'longest' in one);
      const [index, clause] = all[Number(at)] as (typeof all)[number];
      return [['clauses', index, 'longest'], clause.source];
    },
  ],
  [
    /^money\/pods\/(\d+)\/daily\/\w+$/,
    ({report: {money}, plan}, at) => {
      const {pod = '', pnlFrom} = money?.pods[Number(at)] ?? {};
      const own = pnlFrom === 'stated' ? plan.dailyPnl[pod] : undefined;
      return own === undefined || own.amount.currency !== money?.currency
        ? undefined
        : [['dailyPnl', pod, 'amount'], own.source];
    },
  ],
];

/** Where in impact.yaml the number that these keys lead to is stated, and by whom; undefined of any other. */
export function statedAt(keys: string, grounds: Grounds): Stated {
  for (const [of, reading] of STATED) {
    const match = of.exec(keys);
    if (match !== null) return reading(grounds, ...match.slice(1));
  }
  return undefined;
}
