export * from './check.ts';
export * from './plan.ts';
export {componentName} from './standing.ts';
export type * from './types.ts';
