import type {Topic} from '../figure/index.ts';
import {tokensOf} from './tokens.ts';
import {Vocabulary} from './vocabulary.ts';

/** What tells a topic, the most telling first. */
const TOPICS: readonly (readonly [Topic, string])[] = [
  ['competing', 'compet~|counter offer~|counteroffer~|rival~'],
  ['on-call', 'on call|oncall|pager~|quiet~|incident/incidents over~/exceed~/longer~|incident of over'],
  ['uptime', 'uptime~|availab~|reliab~|downtime~|outage~'],
  ['modernisation', 'moderniz~|modernis~|migrat~|deploy~|pipeline~|automat~|ci \\ cd~|velocity~'],
  ['capacity', 'capacity|headroom|volume/volumes|peak load~|throughput'],
];
const WORDS = new Vocabulary<Topic>(TOPICS);

/**
 * Which argument a guide makes, by its own words: the title of a lever, a sentence. What the reader writes says of itself
 * what it is about, and is never asked this.
 */
export function topicIn(text: string): Topic {
  const said = new Set(WORDS.all(tokensOf(text)).map(({sense}) => sense));
  return TOPICS.find(([topic]) => said.has(topic))?.[0] ?? 'other';
}
