import type {Span} from '../base/index.ts';
import type {SealedClaim, SealedInput} from '../claims/index.ts';
import type {Ask, Binding, Brief, OfferStanding, Recorded, Say, Standing} from '../strategy/index.ts';
import type {Cite} from './notes.ts';

/** A text in pieces, with what each figure stands on behind it. */
export type Annotated = readonly (string | Cite)[];

/** Something the guide asserts at a place. */
export function ofGuide(plan: Brief, span: Span): Cite {
  return {evidence: {tier: 'guide', source: plan.guide.path}, span};
}

export function ofOffer(offer: OfferStanding, standing?: Standing): Cite {
  return cite(standing?.evidence ?? offer.evidence, standing?.span ?? offer.span);
}

export function ofInput(input: SealedInput): Cite {
  return cite(input.evidence, input.span);
}

export function ofClaim(claim: SealedClaim): Cite {
  return cite(claim.evidence, claim.span);
}

/** A measured figure with what it is of, and what it stands on behind it. */
export function recordCite(plan: Brief, {claim, told}: Recorded): Annotated {
  const found = plan.ledger.find(one => one.id === claim);
  return found === undefined ? [told] : [told, ofClaim(found)];
}

/** The offer of the firm we negotiate with. */
function targetOf(plan: Brief): OfferStanding | undefined {
  return plan.offers.find(offer => offer.kind === 'target');
}

/** What the figure "today" of an ask stands on: the firm's offer, or the guide where there is none yet. */
export function ofToday(plan: Brief, ask: Ask): Cite {
  const offer = targetOf(plan);
  if (offer === undefined) return ofGuide(plan, ask.span);
  return ofOffer(
    offer,
    offer.standings.find(one => one.component === ask.component),
  );
}

/** A sentence to say, each bound figure followed by what it stands on. */
export function annotate(plan: Brief, said: Say): Annotated {
  return after(
    said.text,
    said.bindings.map(binding => ({shown: binding.shown, cite: ofBinding(plan, binding)})),
  );
}

/** A sentence of the plan's own, cited at its end where there is a figure in it. */
export function atEnd(text: string, ...cites: readonly Cite[]): Annotated {
  return /\d/.test(text) ? [text, ...cites] : [text];
}

/**
 * A reason of the stance. It is prose without bindings, so each sum and percentage in it is looked up among those of
 * the firm's offer, the guide's rules, the bands and the other offers, in this order; a difference between two of
 * them stands on the firm's offer and is cited at the end.
 */
export function reasoned(plan: Brief, text: string): Annotated {
  const known = sums(plan);
  const found = figuresOf(text);
  const cited = found.flatMap(shown => {
    const match = known.find(one => one.value === valueOf(shown));
    return match === undefined ? [] : [{shown, cite: match.cite}];
  });
  const target = targetOf(plan);
  if (cited.length === 0 && found.length > 0 && target !== undefined) return [text, ofOffer(target)];
  return after(text, cited);
}

function ofBinding(plan: Brief, {to, shown, evidence}: Binding): Cite {
  const [kind, id] = split(to);
  switch (kind) {
    case 'offer': {
      const offer = plan.offers.find(one => one.offer === id);
      const standing = offer?.standings.find(one => one.amount?.amount === valueOf(shown));
      return cite(evidence, standing?.span ?? offer?.span);
    }
    case 'ask':
      return cite(evidence, plan.asks.find(ask => ask.component === id || String(ask.order) === id)?.span);
    case 'band':
      return cite(evidence, plan.bands.find(band => band.component === id)?.span);
    case 'fact': {
      const inputs = plan.ledger.flatMap(claim => claim.inputs);
      return cite(evidence, inputs.find(input => input.name === id && input.span !== undefined)?.span);
    }
    default:
      return cite(evidence, plan.ledger.find(claim => claim.id === id)?.span);
  }
}

/** Puts each citation behind its figure: the next one in the text, or the end where the text has none left. */
function after(text: string, cites: readonly {shown: string; cite: Cite}[]): Annotated {
  const pieces: (string | Cite)[] = [];
  const left = [...cites];
  let from = 0;
  while (left.length > 0) {
    const next = left
      .map((one, index) => ({index, at: one.shown === '' ? -1 : text.indexOf(one.shown, from)}))
      .filter(one => one.at >= 0)
      .sort((a, b) => a.at - b.at || a.index - b.index)[0];
    if (next === undefined) break;
    const [one] = left.splice(next.index, 1) as [{shown: string; cite: Cite}];
    const end = next.at + one.shown.length;
    pieces.push(text.slice(from, end), one.cite);
    from = end;
  }
  return [...pieces, text.slice(from), ...left.map(one => one.cite)].filter(piece => piece !== '');
}

function sums(plan: Brief): readonly {value: number; cite: Cite}[] {
  const ofStandings = (offer: OfferStanding) =>
    offer.standings.flatMap(one =>
      one.amount === null ? [] : [{value: one.amount.amount, cite: ofOffer(offer, one)}],
    );
  const firm = plan.offers.filter(offer => offer.kind === 'target');
  const others = plan.offers.filter(offer => offer.kind !== 'target');
  return [
    ...firm.flatMap(ofStandings),
    ...plan.rules.flatMap(rule =>
      figuresOf(rule.text).map(shown => ({value: valueOf(shown), cite: ofGuide(plan, rule.span)})),
    ),
    ...plan.bands.flatMap(({band, span}) =>
      [band.low, band.high].map(value => ({value, cite: ofGuide(plan, span)})),
    ),
    ...others.flatMap(ofStandings),
  ];
}

function figuresOf(text: string): readonly string[] {
  return text.match(/\p{Sc}\s?\d[\d,]*(?:\.\d+)?[KMB]?|\d+(?:\.\d+)?%/gu) ?? [];
}

const SCALES: Readonly<Record<string, number>> = {K: 1e3, M: 1e6, B: 1e9};

/** `$215K` and `$215,000` are both 215000; `2%` is told apart from two dollars by being a fraction. */
function valueOf(shown: string): number {
  const digits = Number(shown.replace(/[^\d.]/g, ''));
  if (shown.endsWith('%')) return digits / 100;
  return Math.round(digits * (SCALES[shown.at(-1) ?? ''] ?? 1));
}

function split(to: string): readonly [string, string] {
  const colon = to.indexOf(':');
  return [to.slice(0, colon), to.slice(colon + 1)];
}

function cite(evidence: Cite['evidence'], span: Span | undefined): Cite {
  return span === undefined ? {evidence} : {evidence, span};
}
