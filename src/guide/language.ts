const ENGLISH = /\b(?:the|and|of|to|for|with|your|that|this|at|from|you|my)\b/gi;
const FEWEST_WORDS = 40;
const ENOUGH = 0.03;

/** Whether a text long enough to tell is written in another language than English. Looks at its first 6,000 characters. */
export function isForeign(text: string): boolean {
  const sample = text.slice(0, 6_000);
  const words = sample.match(/\p{L}+/gu) ?? [];
  if (words.length < FEWEST_WORDS) return false;
  return (sample.match(ENGLISH)?.length ?? 0) / words.length < ENOUGH;
}
