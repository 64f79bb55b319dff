export {agrees, solveFor, TOLERANCE} from './agreement.ts';
export {numbersIn, replaceNumbers} from './digits.ts';
export * from './formula.ts';
export * from './ledger.ts';
export {SPOKEN_FROM} from './own.ts';
export {type Context, contextOf, guideClaims, isAsked} from './recognise/index.ts';
export {showFigure} from './quote.ts';
export * from './secrets.ts';
export type * from './types.ts';
