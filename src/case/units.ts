import {closestSpelling, isCurrency} from '../base/index.ts';
import {nearCurrency} from './amount.ts';

/** What facts are mostly counted in. Any other lower-case word is a unit too, the reader's own. */
const KNOWN_UNITS = [
  'percent',
  '1',
  'second',
  'minute',
  'hour',
  'day',
  'week',
  'month',
  'quarter',
  'year',
  'session',
  'pod',
  'trader',
  'desk',
  'trade',
  'order',
  'request',
  'system',
  'service',
  'server',
  'deployment',
  'incident',
  'page',
  'alert',
  'engineer',
  'person',
  'team',
] as const;

export interface UnitProblem {
  /** A `note` where the word may well be meant, an `error` where it is a slip. */
  readonly severity: 'error' | 'note';
  readonly message: string;
  readonly hint: string;
}

/** What is wrong with `text` as a unit (`USD/pod/minute`, `percent`, `1`); undefined where nothing is. */
export function unitProblem(text: string): UnitProblem | undefined {
  const words = text.split('/').map(word => word.trim());
  const problems = words.map(wordProblem).filter(problem => problem !== undefined);
  if (problems.length === 0 && words.includes('percent') && words.length > 1) {
    return {
      severity: 'error',
      message: `unit "${text}" mixes percent with another unit`,
      hint: 'write percent alone; what it is a percentage of belongs in the label',
    };
  }
  return problems.find(problem => problem.severity === 'error') ?? problems[0];
}

const SHORT: Readonly<Record<string, string>> = {
  '%': 'percent',
  pct: 'percent',
  sec: 'second',
  min: 'minute',
  hr: 'hour',
  wk: 'week',
  mo: 'month',
  yr: 'year',
  people: 'person',
};

function wordProblem(word: string): UnitProblem | undefined {
  if (isCurrency(word) || isKnown(word)) return undefined;
  const slip = (message: string, meant: string | undefined): UnitProblem => ({
    severity: 'error',
    message,
    hint: meant === undefined ? 'write words and slashes, like USD/pod/minute' : `did you mean ${meant}?`,
  });
  if (word === '') return slip('the unit has an empty part', undefined);
  const singular = word.toLowerCase().replace(/s$/, '');
  if (Object.hasOwn(SHORT, singular)) return slip(`unknown unit "${word}"`, SHORT[singular]);
  if (isKnown(singular)) return slip(`unknown unit "${word}", expected the singular in lower case`, singular);
  if (/^[A-Z]{3}$/.test(word))
    return slip(`"${word}" is not a currency that Parley knows`, nearCurrency(word));
  const code = isCurrency(word.toUpperCase()) ? word.toUpperCase() : undefined;
  const meant = code ?? closestSpelling(word, KNOWN_UNITS) ?? closestSpelling(singular, KNOWN_UNITS);
  if (!/^[a-z]+$/.test(word)) return slip(`unknown unit "${word}"`, meant);
  // A short word is too easily near another one to be called a slip.
  if (meant !== undefined && (code !== undefined || word.length > 4))
    return slip(`unknown unit "${word}"`, meant);
  return {
    severity: 'note',
    message: `"${word}" is no unit Parley knows: it is counted as a kind of its own`,
    hint: meant === undefined ? 'nothing to mend if that is meant' : `or did you mean ${meant}?`,
  };
}

function isKnown(word: string): boolean {
  return (KNOWN_UNITS as readonly string[]).includes(word);
}
