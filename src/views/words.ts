import {type Edition, named, type Prose, say, type Severity} from '../figure/index.ts';
import type {Tone} from '../page/index.ts';

export const SEVERITY_SIGNS: Readonly<Record<Severity, string>> = {error: '✗', warning: '!', note: '·'};
export const SEVERITY_TONES: Readonly<Record<Severity, Tone>> = {
  error: 'fail',
  warning: 'unknown',
  note: 'muted',
};

/** What stands behind the title: what this is, and for whom. */
export function editionWords(edition: Edition, who = ''): Prose {
  switch (edition) {
    case 'desk':
      return say`for your desk only: an employer’s figures and today’s job are in it`;
    case 'call':
      return say`private, for ${named(who)}`;
    case 'share':
      return say`may be shown`;
  }
}
