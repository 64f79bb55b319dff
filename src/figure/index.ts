export {
  type AsNumber,
  asNumber,
  type AsQuantity,
  asQuantity,
  asText,
  type Card,
  cardOf,
  type Depicting,
  escaped,
  jsonOf,
} from './cards.ts';
export {numbersIn, replaceNumbers, type Written} from './digits.ts';
export type {Edition} from './edition.ts';
export {
  about,
  type ConfidenceInterval,
  type Figure,
  highOf,
  type Input,
  isFigure,
  isKnown,
  isSecret,
  type Known,
  type MeasuredFigure,
  type QuantityRange,
  type ReadFigure,
  type Style,
  styled,
  tierOf,
  valueOf,
  type WorkedFigure,
} from './figure.ts';
export {evaluate, type Formula, FormulaError, formula, namesIn, timesNamed, write} from './formula.ts';
export {assumed, endOf, estimated, measured, read, worked, workedAs, workedRange} from './make.ts';
export {
  type Finding,
  finding,
  isAtLeast,
  isFinding,
  SEVERITIES,
  type Severity,
  type Words,
} from './finding.ts';
export {type Rule, RULES, type RuleOf} from './rules.ts';
export {type Note, noteOf} from './note.ts';
export {
  count,
  day,
  figuresOf,
  guideQuote,
  head,
  type Insert,
  isEmpty,
  join,
  listed,
  named,
  type Part,
  partText,
  type Prose,
  quote,
  reaching,
  say,
  sentence,
  textOf,
} from './prose.ts';
export {rateInput} from './rate.ts';
export {matcherOf, type RuledOut} from './ruled-out.ts';
export {cleaner, type Guarded, seal, type SealRules} from './seal.ts';
export {type Finished, searcherOf} from './search.ts';
export {redact, secretsIn} from './secrets.ts';
export {KEPT, resultStyle, show} from './show.ts';
export {type ReportPath, sourced, type WithFigures} from './sourced.ts';
export {MEASURES, type Subject, subjectOf, SUBJECTS, type Topic, topicOf} from './subject.ts';
