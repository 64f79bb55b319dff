import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {source} from '../../src/base/index.ts';
import {readOffer} from '../../src/case/offer.ts';
import type {Offer} from '../../src/terms/index.ts';

/** The day on which the letters are looked at. */
export const TODAY = '2026-11-30';

/** Made-up letters and notes, as they were typed in by hand: letters/NAME.yaml. */
export const LETTERS = [
  'fund',
  'current',
  'rival-call',
  'bigtech',
  'startup',
  'london',
  'london-rival',
  'final-text',
  'schonfeld',
] as const;

export function letterText(name: string): string {
  return readFileSync(join(import.meta.dirname, 'letters', `${name}.yaml`), 'utf8');
}

/** A letter as an offer. Throws where it has an error. */
export function letter(name: string): Offer {
  const {offer, findings} = readOffer(source(`${name}.yaml`, letterText(name)), name, {
    today: TODAY,
    pinned: true,
  });
  if (offer === null) throw new Error(`${name}: ${findings.map(({rule}) => rule).join(', ')}`);
  return offer;
}
