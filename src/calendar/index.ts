export * from './convention.ts';
