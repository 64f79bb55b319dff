/** Behind a number, or behind it and its sign. */
const BEHIND = '(?<=\\d\\s?[^\\s\\d]{0,4}\\s?[^\\s\\d]{0,3})(?:\\s?(?:brutto|brut|bruto))?';
const BY = '(?:\\s?\\/\\s?|\\s(?:pro|im|par|por|al|per|pr\\.?|i|za|na)\\s)';
const MONTH = 'monat|mois|mês|mese?|maand|mnd|måneden|måned|md|månaden|månad|mån|mies|miesiąc|mc|měsíc|měs';
const MONTHLY = 'monatlich|mensuels?|mensuales|mensal|mensais|mensili|miesięcznie|měsíčně';

/** What sums of a table say in the language of their country, and how that is written here. */
const WORDS = (
  [
    ['\\s?mil\\.?\\s?(?:Kč|CZK)', 'M Kč'],
    // T€, tkr, tis. Kč, tys. zł, Tsd. €
    ['\\s?t(?:is\\.?\\s?|ys\\.?\\s?|sd\\.?\\s?)?(Kč|CZK|zł|PLN|€|EUR|kr)', 'K $1'],
    ['(?<=R\\$[\\d.,\\s–-]{1,24})\\s?mil(?!\\.)', 'K'],
    [`(?:${BY}(?:${MONTH})\\.?|\\s(?:${MONTHLY}))`, '/mo'],
    [`${BY}(?:jahr|an|año|ano|anno|år|rok|jaar)`, '/yr'],
    ['\\s(?:à|bis(?: zu)?|até|tot|til)(?=\\s\\D{0,4}\\d)', ' –'],
    // English has an "a" and a "do" of its own: only between two sums
    ['\\s(?:a|al|do)(?=\\s(?:[A-Z]{0,2}[$€]\\s?\\d|\\d{1,3}[. \\u00A0]\\d{3}))', ' –'],
  ] as const
).map(([words, said]) => [new RegExp(`${BEHIND}${words}(?!\\p{L})`, 'giu'), said] as const);

/** A cell with what its sums say in another language in English: `65 k€ à 85 k€`, `5.500 €/Monat`, `2,1 mil. Kč`. */
export function inEnglish(cell: string): string {
  if (!/\d/.test(cell) || !/\p{L}/u.test(cell)) return cell;
  return WORDS.reduce((text, [words, said]) => text.replace(words, said), cell);
}
