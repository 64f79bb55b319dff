export {appendLine} from './append.ts';
export {check, type Slip, showValue, soundParts, valueAt, type Wording} from './check.ts';
export {type Attempt, capped} from './attempt.ts';
export {glob} from './glob.ts';
export type {JsonSchema} from './json-schema.ts';
export {errorCode, isThere, LIMITS, readText} from './text-file.ts';
export {discard, writeAtomic, writeNew} from './write.ts';
export {type Path, readYaml, type Yaml} from './yaml.ts';
