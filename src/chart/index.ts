export * from './bands.ts';
export * from './chart.ts';
export {cleanLine} from './clean.ts';
export * from './draw.ts';
export {lanes} from './label.ts';
export * from './rules.ts';
export * from './verdicts.ts';
export * from './words.ts';
