export * from './estimate.ts';
export * from './stats/beta.ts';
export * from './stats/gamma.ts';
export * from './stats/normal.ts';
export {quantileOf} from './stats/quantile.ts';
export * from './stats/rate.ts';
