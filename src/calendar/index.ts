export * from './calendar.ts';
export * from './convention.ts';
export * from './exchange.ts';
export * from './facts.ts';
export * from './finding.ts';
export type {OpenTime} from './open-time.ts';
export * from './report.ts';
export type {Closure, EpochMs, OpenStretch, Session} from './session.ts';
export * from './venue-outage.ts';
