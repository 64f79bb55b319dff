import {type Disclosure, quantity, type Span, type Tier} from '../../src/base/index.ts';
import {type Claim, type Fact, ledger, type OwnClaim} from '../../src/claims/index.ts';
import type {LedgerInput} from '../../src/claims/ledger.ts';
import {
  type Edition,
  jsonOf,
  matcherOf,
  measured,
  read,
  type Subject,
  say,
  seal,
  secretsIn,
} from '../../src/figure/index.ts';

export const SPAN: Span = {file: 'case.yaml', from: 0, to: 1, line: 1, column: 1};

interface More {
  readonly label?: string;
  readonly disclosure?: Disclosure;
  readonly tier?: Tier;
  readonly subject?: Subject;
}

/** A number as a case states it. */
export function stated(name: string, value: number, unit: string, more: More = {}): Fact {
  const {label = name, disclosure = 'private', tier = 'documented', subject} = more;
  const style = unit === 'percent' ? ({as: 'share', digits: 8} as const) : ({as: 'full'} as const);
  const figure = read(quantity(value, unit), SPAN, {tier, source: 'an export'}, {style, disclosure, subject});
  return {name, label, figure, span: SPAN};
}

/** `before 240 (220 to 263) minute`: a fact as a record measured it, at 95%. */
export function fromRecord(
  text: string,
  {label, disclosure = 'private', subject}: More = {},
  how: Partial<Fact['measured']> = {},
  question: Readonly<Record<string, unknown>> = {},
): Fact {
  const [, name = '', value = '', low = '', high = '', unit = ''] =
    /^(\w+) (\S+) \((\S+) to (\S+)\) (\S+)$/.exec(text) ?? [];
  const figure = measured(
    quantity(Number(value), unit),
    {question, period: {from: '2025-10-01', to: '2026-09-30'}, sources: ['prober']},
    {tier: 'measured', source: 'the record'},
    {
      style: {as: 'known', share: unit === 'percent', interval: true},
      interval: {low: Number(low), high: Number(high), level: 0.95},
      disclosure,
      subject,
    },
  );
  return {
    name,
    label: label ?? name,
    figure,
    span: SPAN,
    measured: {method: say`counted by hand`, turns: say`it would turn`, papers: false, ...how},
  };
}

/** What the reader claims: `claimed('deployments are quicker', 'before - after')`. */
export function claimed(
  says: string,
  formula: string,
  stated: OwnClaim['stated'] = null,
  id = 'mine',
): OwnClaim {
  return {id, says, formula, stated, span: SPAN};
}

/** The ledger of a case without a guide. */
export function ledgerOf(facts: readonly Fact[], more: Partial<LedgerInput> = {}): readonly Claim[] {
  return ledger({
    guide: null,
    facts,
    claims: [],
    rules: {confidential: {as: 'omit'}, facts: {}},
    today: '2026-11-22',
    ...more,
  });
}

/** The claims as an edition may see them. */
export function inEdition(
  edition: Edition,
  claims: readonly Claim[],
  facts: readonly Fact[],
): readonly Claim[] {
  const secrets = secretsIn(facts.map(({figure}) => figure));
  return seal(claims, {edition, ruledOut: matcherOf([]), secrets, guarded: new Map()});
}

/** The same as `--json` prints it, with the cards of its figures. */
export function printed(edition: Edition, claims: readonly Claim[], facts: readonly Fact[]): string {
  return JSON.stringify(jsonOf(inEdition(edition, claims, facts)));
}
