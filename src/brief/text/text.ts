import {footnotes} from '../notes.ts';
import type {Brief} from '../../strategy/index.ts';
import {asks} from './asks.ts';
import {evidence} from './evidence.ts';
import {findings} from './findings.ts';
import {ledger} from './ledger.ts';
import {levers} from './levers.ts';
import {render} from '../../page/index.ts';
import type {Sheet} from './parts.ts';
import {rules} from './rules.ts';
import {stance} from './stance.ts';
import {standing} from './standing.ts';
import {unsaid} from './unsaid.ts';

/** Narrower than this, nothing is readable; the lines are then of this width. */
const LEAST = 40;

/**
 * The plan for a terminal `width` columns wide: no line is wider, whatever stands in the plan. With `colour`, ANSI
 * colours underline what signs and words say already. Without `full`, the ledger's lesser figures are counted, not listed.
 */
export function briefText(
  plan: Brief,
  {width, colour, full}: {width: number; colour: boolean; full: boolean},
): string {
  const sheet: Sheet = {plan, notes: footnotes(), width: Math.max(LEAST, Math.floor(width)), full};
  // In reading order: footnotes are numbered as the sections are written.
  const lines = [stance, standing, asks, levers, unsaid, rules, ledger, findings, evidence].flatMap(part =>
    part(sheet),
  );
  return `${render(lines, colour)}\n`;
}
