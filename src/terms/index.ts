export * from './pay.ts';
export type * from './types.ts';
