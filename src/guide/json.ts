import type {Span} from '../base/index.ts';
import {textOf} from '../figure/index.ts';
import {totalChecks} from './audit/totals.ts';
import type {
  Band,
  CompetingOffer,
  Figure,
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
 * The document that `parley guide --json` prints for one file. Where the text is no guide it holds the path, the
 * findings and empty lists. `path` is printed as given.
 */
export function guideJson({guide, findings}: Reading, path: string) {
  return {
    version: 1,
    path,
    role: guide?.role.value ?? null,
    company: guide?.company.value ?? null,
    dna: guide?.dna.map(({value}) => value) ?? [],
    bands: guide?.bands.map(bandJson) ?? [],
    levels:
      guide?.levels.map(row => row.map(({company, level, span}) => ({company, level, span: where(span)}))) ??
      [],
    levers:
      guide?.levers.map(lever => ({
        title: lever.title,
        amounts: amountsOfPassage(lever.passage),
        script: lever.script?.value ?? null,
        figures: lever.passage.sentences.flatMap(({figures}) => figures.map(figureJson)),
        span: where(lever.span),
      })) ?? [],
    strategy:
      guide === null || guide.strategy === null
        ? {anchor: {}, accept: {}, walkAway: {}, competing: [], other: []}
        : {
            anchor: byKey(guide.strategy.anchor),
            accept: byKey(guide.strategy.accept),
            walkAway: byKey(guide.strategy.walkAway),
            walkAwayIf: guide.strategy.walkAwayIf.map(readJson),
            lead: guide.strategy.lead === null ? null : readJson(guide.strategy.lead),
            asks: guide.strategy.asks.map(sentenceJson),
            competing: guide.strategy.competing.map(offerJson),
            other: guide.strategy.other.map(({value}) => value),
            positions: {
              anchor: guide.strategy.anchor.map(positionJson),
              accept: guide.strategy.accept.map(positionJson),
              walkAway: guide.strategy.walkAway.map(positionJson),
            },
            span: where(guide.strategy.passage.span),
          },
    sources: guide?.sources.map(({text, url, years, span}) => ({text, url, years, span: where(span)})) ?? [],
    narrative: guide?.narrative.map(passageJson) ?? [],
    slots: guide?.slots.map(slotJson) ?? [],
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
      .map(({row, currency, stated, span}) => ({
        rule: 'total-against-parts',
        row,
        currency,
        low: stated.low,
        high: stated.high,
        span: where(span),
      })),
    findings: findings.map(({rule, severity, message, hint, span}) => ({
      rule,
      severity,
      message: textOf(message),
      hint: hint && textOf(hint),
      span: span && where(span),
    })),
    unread: guide?.unread.map(({text, why, span}) => ({text, why, span: where(span)})) ?? [],
  };
}

/** The distinct sums and percents of a passage in reading order, both ends of a range. */
function amountsOfPassage(passage: Passage): number[] {
  const paid = passage.sentences
    .flatMap(({figures}) => figures)
    .filter(({kind}) => kind === 'money' || kind === 'percent');
  return [...new Set(paid.flatMap(({low, high}) => [low, high]))];
}

function byKey(positions: readonly Position[]): Record<string, number> {
  return Object.fromEntries(positions.map(({key, value}) => [key, value]));
}

// Every field by its name: copying the rest of an object costs more than reading the guide's table.

function bandJson({region, level, currency, component, low, high, unit, basis, alt, note, span}: Band) {
  const band = {region, level, currency, component, low, high, unit, basis, alt, span: where(span)};
  return note === null ? band : {...band, note};
}

function positionJson({value, unit, currency, guaranteed, written, firstYear, span, key}: Position) {
  return {value, unit, currency, guaranteed, written, firstYear, key, span: where(span)};
}

function offerJson({company, base, bonus, total, currency, span}: CompetingOffer) {
  return {company, base, bonus, total, currency, span: where(span)};
}

function slotJson({text, asks, choices, currency, low, high, span}: Slot) {
  return {text, asks, choices, currency, low, high, span: where(span)};
}

function readJson({value, span}: Read<string>) {
  return {text: value, span: where(span)};
}

function figureJson({text, kind, low, high, open, currency, per, unit, each, of, span}: Figure) {
  return {text, kind, low, high, open, currency, per, unit, each, of, span: where(span)};
}

function sentenceJson({text, span, figures}: Sentence) {
  return {text, span: where(span), figures: figures.map(figureJson)};
}

function passageJson({section, label, span, sentences}: Passage) {
  return {section, label, span: where(span), sentences: sentences.map(sentenceJson)};
}
