import type {Span} from '../base/index.ts';
import {type Card, cardOf, escaped, type Figure, figuresOf, type Prose, textOf} from '../figure/index.ts';
import type {YamlScalar} from '../files/index.ts';
import {
  asWritten,
  cellFigure,
  guideFigure,
  guideRange,
  OFFERED,
  offeredFigure,
  positionFigure,
  scalarFigure,
  secondFigure,
  slotFigure,
} from './stated.ts';
import {totalChecks} from './audit/totals.ts';
import type {
  Band,
  CompetingOffer,
  Figure as Stated,
  FrontMatter,
  Passage,
  Position,
  Read,
  Reading,
  Sentence,
  Slot,
} from './types.ts';

/** A span without its file, which the document names once. */
function where({line, column, from, to}: Span) {
  return {line, column, from, to};
}

/**
 * The document that `parley guide --json` prints for one file. Under `figures` a card says where its numbers stand; both ends
 * of a range have one at their node. It is written by hand: a walk over all of it, as `jsonOf` takes, would cost more than the
 * reading of the guide, and there are thousands. Where the text is no guide it holds the path, the
 * findings and empty lists. `path` is printed as given.
 */
export function guideJson({guide, findings}: Reading, path: string) {
  const figures: Record<string, Card> = {};
  const card: Carding = (pointer, figure) => {
    if (figure !== null) figures[pointer] = cardOf(figure);
  };
  return {
    version: 1,
    path,
    role: guide?.role.value ?? null,
    company: guide?.company.value ?? null,
    frontMatter: guide?.frontMatter ? frontMatterJson(guide.frontMatter, '/frontMatter', card) : null,
    dna: guide?.dna.map(({value}) => value) ?? [],
    bands: guide?.bands.map((band, at) => bandJson(band, `/bands/${at}`, card)) ?? [],
    levels:
      guide?.levels.map(row => row.map(({company, level, span}) => ({company, level, span: where(span)}))) ??
      [],
    levers:
      guide?.levers.map((lever, at) => ({
        title: lever.title,
        amounts: amountsOfPassage(lever.passage, `/levers/${at}/amounts`, card),
        script: lever.script?.value ?? null,
        figures: figuresJson(
          lever.passage.sentences.flatMap(one => one.figures),
          `/levers/${at}`,
          card,
        ),
        span: where(lever.span),
      })) ?? [],
    strategy:
      guide === null || guide.strategy === null
        ? {anchor: {}, accept: {}, walkAway: {}, competing: [], other: []}
        : {
            anchor: byKey(guide.strategy.anchor, '/strategy/anchor', card),
            accept: byKey(guide.strategy.accept, '/strategy/accept', card),
            walkAway: byKey(guide.strategy.walkAway, '/strategy/walkAway', card),
            walkAwayIf: guide.strategy.walkAwayIf.map(readJson),
            lead: guide.strategy.lead === null ? null : readJson(guide.strategy.lead),
            asks: guide.strategy.asks.map((ask, at) => sentenceJson(ask, `/strategy/asks/${at}`, card)),
            competing: guide.strategy.competing.map((offer, at) =>
              offerJson(offer, `/strategy/competing/${at}`, card),
            ),
            other: guide.strategy.other.map(({value}) => value),
            positions: {
              anchor: positionsJson(guide.strategy.anchor, '/strategy/positions/anchor', card),
              accept: positionsJson(guide.strategy.accept, '/strategy/positions/accept', card),
              walkAway: positionsJson(guide.strategy.walkAway, '/strategy/positions/walkAway', card),
            },
            span: where(guide.strategy.passage.span),
          },
    sources: guide?.sources.map(({text, url, years, span}) => ({text, url, years, span: where(span)})) ?? [],
    narrative: guide?.narrative.map((one, at) => passageJson(one, `/narrative/${at}`, card)) ?? [],
    slots: guide?.slots.map((slot, at) => slotJson(slot, `/slots/${at}`, card)) ?? [],
    spans:
      guide === null
        ? null
        : {
            role: where(guide.role.span),
            company: where(guide.company.span),
            dna: guide.dna.map(({span}) => where(span)),
          },
    /** What was checked and holds; what does not is among the findings. */
    checks: (guide === null ? [] : totalChecks(guide))
      .filter(({verdict}) => verdict === 'holds')
      .map(({row, currency, stated, span}, at) => {
        const {low, high} = stated;
        card(`/checks/${at}`, guideRange({low, high, currency}, span));
        return {rule: 'total-against-parts', row, currency, low, high, span: where(span)};
      }),
    findings: findings.map(({rule, severity, message, hint, span}, at) => ({
      rule,
      severity,
      message: textJson(message, `/findings/${at}/message`, card),
      hint: hint && textJson(hint, `/findings/${at}/hint`, card),
      span: span && where(span),
    })),
    unread: guide?.unread.map(({text, why, span}) => ({text, why, span: where(span)})) ?? [],
    figures,
  };
}

/** Says which figure stands at a place of the document, told as a JSON Pointer. */
type Carding = (pointer: string, figure: Figure | null) => void;

function textJson(text: Prose, pointer: string, card: Carding): string {
  for (const [at, figure] of figuresOf(text).entries()) card(`${pointer}#${at}`, figure);
  return textOf(text);
}

/** The distinct sums and percents of a passage in reading order, both ends of a range. */
function amountsOfPassage(passage: Passage, at: string, card: Carding): number[] {
  const amounts = new Set<number>();
  for (const figure of passage.sentences.flatMap(({figures}) => figures)) {
    if (figure.kind !== 'money' && figure.kind !== 'percent') continue;
    for (const end of ['low', 'high'] as const) {
      if (amounts.has(figure[end])) continue;
      card(`${at}/${amounts.size}`, guideFigure(figure, undefined, end));
      amounts.add(figure[end]);
    }
  }
  return [...amounts];
}

function byKey(positions: readonly Position[], at: string, card: Carding): Record<string, number> {
  return Object.fromEntries(
    positions.map(one => {
      card(`${at}/${escaped(one.key)}`, positionFigure(one));
      return [one.key, one.value];
    }),
  );
}

// Every field by its name: copying the rest of an object costs more than reading the guide's table.

function bandJson(of: Band, pointer: string, card: Carding) {
  const {region, level, currency, component, low, high, unit, basis, alt, note, span} = of;
  card(pointer, cellFigure(of));
  if (alt !== null) card(`${pointer}/alt`, secondFigure(of));
  const band = {region, level, currency, component, low, high, unit, basis, alt, span: where(span)};
  return note === null ? band : {...band, note};
}

/** The bands of all entries in one list, as those of the table are. */
function frontMatterJson(of: FrontMatter, pointer: string, card: Carding) {
  const {compensation, levelMapping, dataSources, other, span, ...words} = of;
  const told = Object.entries(words).map(([name, read]) => [name, read === null ? null : readJson(read)]);
  const scalars = (list: readonly YamlScalar[], name: string) =>
    list.map((scalar, at) => {
      card(`${pointer}/${name}/${at}/value`, scalarFigure(scalar));
      return {key: scalar.key, value: scalar.value, span: where(scalar.span)};
    });
  return {
    ...(Object.fromEntries(told) as Record<keyof typeof words, ReturnType<typeof readJson> | null>),
    compensation: compensation
      .flat()
      .map((band, at) => bandJson(band, `${pointer}/compensation/${at}`, card)),
    levelMapping: scalars(levelMapping, 'levelMapping'),
    dataSources: scalars(dataSources, 'dataSources'),
    other: scalars(other, 'other'),
    span: where(span),
  };
}

function positionsJson(positions: readonly Position[], pointer: string, card: Carding) {
  return positions.map((of, at) => {
    const {value, unit, currency, guaranteed, written, firstYear, span, key} = of;
    card(`${pointer}/${at}/value`, positionFigure(of));
    return {value, unit, currency, guaranteed, written, firstYear, key, span: where(span)};
  });
}

function offerJson(of: CompetingOffer, pointer: string, card: Carding) {
  const {company, base, bonus, total, currency, span} = of;
  for (const part of OFFERED) card(`${pointer}/${part}`, offeredFigure(of, part));
  return {company, base, bonus, total, currency, span: where(span)};
}

function slotJson(of: Slot, pointer: string, card: Carding) {
  const {text, asks, choices, currency, low, high, span} = of;
  card(pointer, slotFigure(of));
  return {text, asks, choices, currency, low, high, span: where(span)};
}

function readJson({value, span}: Read<string>) {
  return {text: value, span: where(span)};
}

function figuresJson(figures: readonly Stated[], pointer: string, card: Carding) {
  return figures.map((figure, at) => {
    const {text, kind, low, high, open, currency, per, unit, each, of, span} = figure;
    card(`${pointer}/figures/${at}`, asWritten(figure));
    return {text, kind, low, high, open, currency, per, unit, each, of, span: where(span)};
  });
}

function sentenceJson({text, span, figures}: Sentence, pointer: string, card: Carding) {
  return {text, span: where(span), figures: figuresJson(figures, pointer, card)};
}

function passageJson({section, label, span, sentences}: Passage, pointer: string, card: Carding) {
  const told = sentences.map((one, at) => sentenceJson(one, `${pointer}/sentences/${at}`, card));
  return {section, label, span: where(span), sentences: told};
}
