export * from './place.ts';
export * from './region.ts';
