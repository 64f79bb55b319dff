import type {Topic} from '../figure/index.ts';

const WORDS: readonly (readonly [Topic, RegExp])[] = [
  ['competing', /\bcompet|\bcounter-?offer|\brival/i],
  ['on-call', /\bon-?call\b|\bpager|\bquiet|\bincidents? (?:over|exceed|longer)|\bincident of over/i],
  ['uptime', /\buptime|\bavailab|\breliab|\bdowntime|\boutage/i],
  ['modernisation', /\bmoderni[sz]|\bmigrat|\bdeploy|\bpipeline|\bautomat|\bci\/cd|\bvelocity/i],
  ['capacity', /\bcapacity\b|\bheadroom\b|\bvolumes?\b|\bpeak load|\bthroughput\b/i],
];

/**
 * Which argument a guide makes, by its own words: the title of a lever, a sentence. What the reader writes says of itself
 * what it is about, and is never asked this.
 */
export function topicIn(text: string): Topic {
  return WORDS.find(([, words]) => words.test(text))?.[0] ?? 'other';
}
