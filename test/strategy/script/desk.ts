import {type Disclosure, quantity, shippedRates, type Span, type Tier} from '../../../src/base/index.ts';
import {shippedConventions} from '../../../src/calendar/index.ts';
import type {Fact, OwnClaim} from '../../../src/claims/index.ts';
import {
  type ConfidenceInterval,
  measured,
  read,
  type Subject,
  say,
  type Topic,
  textOf,
} from '../../../src/figure/index.ts';
import {type Guide, readGuide} from '../../../src/guide/index.ts';
import {type Brief, makePlan, type Situation, writeBrief} from '../../../src/strategy/index.ts';
import type {Offer, Term} from '../../../src/terms/index.ts';
import {madeUp} from '../../guide/made-up.ts';

const DATA = {conventions: shippedConventions(), rates: shippedRates()};
const at = (file: string): Span => ({file, from: 0, to: 1, line: 1, column: 1});

/** One word for each kind of lever, and a request for each kind of ask. */
const LEVERS: Readonly<Record<string, string>> = {
  uptime: '**Uptime as Pay**: "I kept 99.995% uptime. I ask for 1.5% PnL participation."',
  competing:
    '**Competing Offers**: "I have a competing offer from Foxglove at $195K base with a $85K bonus."',
  onCall:
    '**On-Call Premium**: "I ask for a $20K annual on-call premium, and a $5K bonus for every quarter without incidents that exceed 5 minutes."',
  modernisation:
    '**Modernization Project**: "I will cut deployment time by 70%. I ask for a $40K completion bonus."',
  capacity: '**Peak Volume Headroom**: "Busy days will not stop the desks."',
};

const STRATEGY =
  'Anchor at $195K base with an $85K guaranteed first-year bonus. Request an on-call premium of $20K a year. Request a $40K completion bonus. **Accept at $170K+ base and $70K+ guaranteed bonus.**';

/** `foxglove: 190+80g`: a party with base and bonus in thousands, g guaranteed, n not; `firm` is the firm's own. */
export function offer(notation: string, more: Partial<Offer> & {readonly tier?: Tier} = {}): Offer {
  const [, party = '', base = '', bonus, mark] = /^(\w+): (\d+)(?:\+(\d+)([gn]?))?$/.exec(notation) ?? [];
  const {tier = 'documented', ...rest} = more;
  const evidence = {tier, source: `the letter of ${party}`};
  const span = at(`offers/${party}.yaml`);
  const disclosure: Disclosure = rest.disclosure ?? 'private';
  const term = (component: Term['component'], thousands: string, of: Partial<Term> = {}): Term => ({
    component,
    amount: Number(thousands) * 1000,
    currency: 'USD',
    per: component === 'signOn' ? 'once' : 'year',
    guaranteed: null,
    written: true,
    share: null,
    condition: null,
    evidence,
    disclosure,
    span,
    places: {amount: span, share: null},
    ...of,
  });
  return {
    id: party,
    party: party === 'firm' ? 'Larkspur Capital' : `${party.charAt(0).toUpperCase()}${party.slice(1)}`,
    kind: party === 'firm' ? 'target' : 'competing',
    role: null,
    level: null,
    remote: null,
    start: null,
    region: null,
    made: null,
    expires: null,
    evidence,
    disclosure,
    scope: [],
    terms: [
      term('base', base),
      ...(bonus === undefined
        ? []
        : [term('bonus', bonus, {guaranteed: mark === 'g' ? true : mark === 'n' ? false : null})]),
    ],
    span,
    ...rest,
  };
}

/** The same offer with one more term: `with(offer('firm: 180'), 'onCall', 20)`. */
export function adding(
  to: Offer,
  component: Term['component'],
  thousands: number,
  more: Partial<Term> = {},
): Offer {
  const [first] = to.terms;
  if (first === undefined) throw new Error('an offer of nothing');
  const per = component === 'signOn' || component === 'milestone' ? 'once' : 'year';
  return {...to, terms: [...to.terms, {...first, component, amount: thousands * 1000, per, ...more}]};
}

interface Told {
  readonly label?: string;
  readonly disclosure?: Disclosure;
  readonly tier?: Tier;
  readonly interval?: ConfidenceInterval;
  readonly papers?: boolean;
  readonly controlled?: boolean;
  readonly noEffect?: number;
}

/** A fact that was measured, of a share. */
export function share(name: string, value: number, subject: Subject | undefined, told: Told = {}): Fact {
  const {
    label = `the ${name} of my systems`,
    disclosure = 'private',
    interval,
    papers = false,
    ...more
  } = told;
  const figure = measured(
    quantity(value),
    {question: {what: name}, period: {from: '2025-10-01', to: '2026-09-30'}, sources: ['a log']},
    {tier: 'measured', source: `the ${name} log`},
    {subject, disclosure, interval, style: {as: 'known', share: true, interval: true}},
  );
  return {
    name,
    label,
    figure,
    span: at('case.yaml'),
    measured: {method: say`counted`, turns: say`one more would turn it`, papers, ...more},
  };
}

/** A fact that the case states. */
export function stated(name: string, value: number, subject: Subject | undefined, told: Told = {}): Fact {
  const {label = `the ${name} of my systems`, disclosure = 'private', tier = 'documented'} = told;
  const figure = read(
    quantity(value),
    at('case.yaml'),
    {tier, source: `the ${name} export`},
    {
      subject,
      disclosure,
      style: {as: 'known', share: true},
    },
  );
  return {name, label, figure, span: at('case.yaml')};
}

interface Desk {
  /** Names of `LEVERS`, or levers themselves. */
  readonly levers?: readonly string[];
  readonly strategy?: string;
  readonly offers?: readonly Offer[];
  readonly facts?: readonly Fact[];
  readonly claims?: readonly OwnClaim[];
  readonly neverSay?: readonly string[];
}

function situationOf(desk: Desk = {}): Situation {
  const {levers = Object.keys(LEVERS), strategy = STRATEGY} = desk;
  const list = levers.map((one, place) => `${place + 1}. ${LEVERS[one] ?? one}`).join('\n\n');
  const text = madeUp({
    narrative: '#### Why the rails matter\n\nForty pods trade on the rails in market hours.',
    levers: list === '' ? '' : `#### Global Levers\n\n${list}`,
    strategy: `> **Negotiate Up Strategy:** ${strategy}`,
  });
  const guide = readGuide('guide.md', text).guide as Guide;
  return {
    who: 'somebody',
    role: 'Platform Engineer',
    company: 'Larkspur Capital',
    region: 'Boston (HQ)',
    level: null,
    today: '2026-11-22',
    deadline: null,
    seed: 1,
    readings: [{guide, findings: []}],
    offers: desk.offers ?? [offer('firm: 180+60g')],
    facts: desk.facts ?? [],
    claims: desk.claims ?? [],
    disclosure: {confidential: {as: 'omit'}, facts: {}},
    filing: null,
    assumptions: {},
    neverSay: desk.neverSay ?? [],
  };
}

export function briefOf(desk: Desk = {}): Brief {
  const situation = situationOf(desk);
  return writeBrief(makePlan(situation, DATA), situation);
}

/** A lever as plain texts. */
export function told(desk: Desk, kind: Topic) {
  const lever = briefOf(desk).levers.find(one => one.kind === kind);
  if (lever === undefined) throw new Error(`no lever on ${kind}`);
  return {
    ask: lever.ask === null ? null : textOf(lever.ask),
    script: lever.script.map(({text}) => textOf(text)),
    all: lever.script.map(({text}) => textOf(text)).join(' '),
    strengthen: lever.strengthen.map(textOf),
    rebuttals: lever.rebuttals.map(({they, you}) => [textOf(they), textOf(you.text)] as const),
    record: lever.record.map(one => textOf(one.told)),
    withheld: lever.withheld.map(one => textOf(one.text)),
  };
}
