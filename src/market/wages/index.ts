export * from './answer.ts';
export * from './column.ts';
export * from './employer.ts';
export * from './family.ts';
export * from './finding.ts';
export * from './mapping.ts';
export * from './unit.ts';
export {type ReadWages, readWages, type WageInput} from './import/read.ts';
