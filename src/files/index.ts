export {check, show, type Slip, soundParts, valueAt, type Wording} from './check.ts';
export {type Attempt, capped, FILE_RULES, finding} from './finding.ts';
export {glob} from './glob.ts';
export type {JsonSchema} from './json-schema.ts';
export {type Holder, holderOf, type Patience, withLock} from './lock.ts';
export {errorCode, LIMITS, readText} from './text-file.ts';
export {discard, syncFolder, trying, writeAtomic, writeNew, writeWhole} from './write.ts';
export {type Path, readYaml, type Yaml} from './yaml.ts';
