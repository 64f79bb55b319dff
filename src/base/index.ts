export * from './evidence.ts';
export * from './facts.ts';
export * from './finding.ts';
export * from './fx.ts';
export * from './money.ts';
export * from './quantity.ts';
export * from './span.ts';
export * from './unit.ts';
