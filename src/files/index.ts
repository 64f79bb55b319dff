export {check, show, type Slip, soundParts, valueAt, type Wording} from './check.ts';
export {type Attempt, capped} from './attempt.ts';
export {glob} from './glob.ts';
export type {JsonSchema} from './json-schema.ts';
export {type Holder, holderOf, LOCK_FILE, type Patience, withLock} from './lock.ts';
export {errorCode, LIMITS, readText} from './text-file.ts';
export {discard, syncFolder, trying, writeAtomic, writeNew, writeWhole} from './write.ts';
export {type Path, readYaml, type Yaml} from './yaml.ts';
