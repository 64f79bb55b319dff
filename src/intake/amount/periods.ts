export type PayPeriod = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year';

const PERIODS: Readonly<Record<string, PayPeriod>> = {
  yr: 'year',
  annum: 'year',
  mo: 'month',
  wk: 'week',
  hr: 'hour',
  min: 'minute',
  qtr: 'quarter',
};
const PER =
  /[\s\uFEFF]{0,4}\]?(?:(?:\/[\s]?|per[\s](?:trading[\s]|market[\s]|calendar[\s]|business[\s])?)(year|yr|annum|month|mo|week|wk|day|hour|hr|minute|min|quarter|qtr)(?![a-z])|(?:annually|a[\s]year|each[\s]year|every[\s]year|p\.\s?a\.)|(monthly|a[\s]month)(?![a-z]))/iy;
const BEHIND_A_NUMBER = '/ ]\u00A0\u202F';

/** A period's word, short or long, as the type names it. */
function payPeriodOf(word: string): PayPeriod {
  const lower = word.toLowerCase();
  return PERIODS[lower] ?? (lower as PayPeriod);
}

/** The period that a rate names right behind a number that ends at `at`: "/yr", "per trading minute", "p.a.". */
export function periodBehind(text: string, at: number): PayPeriod | null {
  if (!BEHIND_A_NUMBER.includes(text[at] ?? '.')) return null;
  PER.lastIndex = at;
  const hit = PER.exec(text);
  return hit === null ? null : periodOf(hit);
}

function periodOf([, named = 'year', monthly]: RegExpExecArray): PayPeriod {
  return monthly === undefined ? payPeriodOf(named) : 'month';
}

/** The period that a text opens with, and how long it is: "/yr", "per month", "p.a.", "monthly". */
export function periodAt(text: string): {readonly per: PayPeriod; readonly length: number} | null {
  PER.lastIndex = 0;
  const hit = PER.exec(text);
  return hit === null ? null : {per: periodOf(hit), length: hit[0].length};
}
