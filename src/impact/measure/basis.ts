import {type Evidence, type Quantity, quantity} from '../../base/index.ts';
import {
  assumed,
  estimated,
  type Figure,
  type Input,
  measured,
  type Prose,
  resultStyle,
  say,
  type Style,
  workedAs,
} from '../../figure/index.ts';
import type {Baseline} from '../../operations/index.ts';
import type {AtRisk} from '../at-risk.ts';
import type {Pricing} from '../money.ts';
import {type Assumptions, type PlaceOf, WHOLE} from '../plan.ts';
import {LABELS} from '../figures/formulas.ts';
import {BY_RECORD, counted, saidIn} from './counted.ts';
import type {MeasureQuestion} from './question.ts';

/** What inputs are made from: the question, what impact.yaml says, and where. */
export interface MeasureGrounds {
  readonly question: MeasureQuestion;
  readonly plan: Assumptions;
  readonly place: PlaceOf;
}

const SHARE: Style = {as: 'share', digits: 6};

/** Everything that formulas of money are made of, by name. Units cancel to the one of the figure. */
export function inputsOf({atRisk, total, currency, exchanges}: Pricing, grounds: MeasureGrounds) {
  const {question} = grounds;
  const told = (name: keyof typeof LABELS, figure: Figure): Input => ({name, label: LABELS[name], figure});
  const input = (name: keyof typeof LABELS, of: Quantity, more: Parameters<typeof counted>[3] = {}) =>
    told(name, counted(question, of, resultStyle(of), more));
  const share = (name: keyof typeof LABELS, value: number, more: Parameters<typeof counted>[3]) =>
    told(name, counted(question, quantity(value), SHARE, more));
  return {
    pods: input('pods', quantity(atRisk.pods, 'pod'), {subject: 'pods'}),
    podPnl: input('podPnl', quantity(atRisk.podDaily, `${currency}/pod/day`), {
      evidence: pnlEvidence(atRisk, grounds.plan),
    }),
    exposure: share('exposure', atRisk.exposure, {
      // record.yaml holds it as its owner estimates it, and asks for no paper.
      evidence: {tier: 'stated', source: 'the map of dependencies in record.yaml'},
    }),
    minutes: told('minutes', ofCalendar(question, quantity(atRisk.minutes, 'minute/day'), exchanges)),
    sessions: input('sessions', quantity(atRisk.sessions, 'day')),
    yearSessions: told('yearSessions', ofCalendar(question, quantity(atRisk.yearSessions, 'day'), exchanges)),
    given: told('lossGivenOutage', givenFigure(atRisk, grounds)),
    uptime: share('uptime', total.uptime ?? Number.NaN, {subject: 'uptime'}),
  };
}

/** Open to everybody: asked of the calendars of exchanges. */
function ofCalendar({from, to}: MeasureQuestion, of: Quantity, exchanges: readonly string[]): Figure {
  const evidence = {tier: 'published', source: 'the sessions of the exchange'} as const;
  return measured(of, {question: {exchanges, from, to}, period: {from, to}, sources: []}, evidence, {
    style: resultStyle(of),
    disclosure: 'public',
  });
}

/** The mean of the PERT that its owner states, and where nobody has said the whole, as a guess. */
export function givenFigure(
  {given}: Pick<AtRisk, 'given'>,
  {plan: {lossGivenOutage: said}, place}: Pick<MeasureGrounds, 'plan' | 'place'>,
): Figure {
  if (said === null) return assumed(quantity(given), WHOLE.source, {style: SHARE, disclosure: 'private'});
  const end = (key: 'low' | 'mode' | 'high', label: string): Input => ({
    name: key,
    label,
    figure: saidIn(place, ['lossGivenOutage', key], quantity(said[key]), said.source, SHARE),
  });
  const inputs = [end('low', 'the least of it'), end('mode', 'the likeliest'), end('high', 'the most of it')];
  return workedAs(quantity(given), '(low + 4 * mode + high) / 6', inputs, {
    source: said.source,
    style: SHARE,
    disclosure: 'private',
  });
}

/** The uptime that a record is held against. */
export function baselineInput(
  baseline: Baseline,
  uptime: number,
  {question, plan, place}: MeasureGrounds,
): Input {
  const watched = (label: string): Input => ({
    name: 'baseline',
    label,
    figure: counted(question, quantity(uptime), SHARE, {subject: 'uptime'}),
  });
  switch (baseline.kind) {
    case 'own':
      return watched('uptime of the time before, weighed alike');
    case 'control':
      return watched('uptime of systems run by others, weighed alike');
    case 'target':
    case 'reference': {
      const path = ['baselines', plan.baselines.indexOf(baseline), 'uptime'];
      return {
        name: 'baseline',
        label: baseline.kind === 'target' ? 'uptime that was agreed' : 'uptime of others',
        figure: saidIn(place, path, quantity(baseline.uptime), baseline.source, SHARE),
      };
    }
  }
}

/** What a simulated year stops on average. */
export function downtimeInput(value: number, {question: {seed}}: MeasureGrounds): Input {
  return {
    name: 'downtime',
    label: 'share of the PnL at risk that stops in a simulated year on average',
    figure: estimated(quantity(value), {procedure: 'impact.simulatedYear', seed, inputs: []}, BY_RECORD, {
      style: SHARE,
    }),
  };
}

/** What no record shows and every figure of money takes for granted. */
export function grantedIn({weights}: Assumptions): Prose {
  const spread =
    weights === 'uniform'
      ? 'PnL comes evenly within a session'
      : weights === 'published'
        ? 'PnL comes within a session as its volume is published to'
        : 'PnL comes within a session as its owner weighs it';
  return say`${spread}; of several systems down together the largest share stops; degraded costs nothing`;
}

/** Of pods whose PnL is partly stated the average is no firmer than that. */
function pnlEvidence({fromRecord}: AtRisk, {dailyPnl}: Assumptions): Evidence {
  if (fromRecord) return BY_RECORD;
  const sources = [...new Set(Object.values(dailyPnl).map(({source}) => source))];
  const [only = ''] = sources;
  return {tier: 'stated', source: sources.length === 1 ? only : 'dailyPnl: in impact.yaml'};
}
