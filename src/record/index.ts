export {
  dayAfter,
  dayIn,
  EPOCH_UNITS,
  type EpochUnit,
  type InstantReading,
  isZone,
  readDay,
  readInstant,
  startOfDay,
  type TimeFault,
  type TimeRule,
} from './instant.ts';
export * from './tools/index.ts';
export * from './types.ts';
