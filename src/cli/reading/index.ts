export {progress} from './progress.ts';
export type {FileRead, Wanted} from './read-file.ts';
export {readMany} from './read-many.ts';
