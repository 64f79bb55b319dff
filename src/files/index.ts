export {appendLine} from './append.ts';
export {type Cache, folderCache} from './cache.ts';
export {check, type Slip, showValue, soundParts, valueAt, type Wording} from './check.ts';
export {type Attempt, capped, failed} from './attempt.ts';
export {filesPrint, folderPrint} from './fingerprint.ts';
export {isAbsent, isFolder, markdownIn, readInside, straying} from './folder.ts';
export {type FrontMatterText, frontMatterOf} from './front-matter.ts';
export {glob} from './glob.ts';
export {readJson} from './json.ts';
export type {JsonSchema} from './json-schema.ts';
export {
  type Lookup,
  quarterAt,
  scalarsIn,
  unlike,
  wordsAt,
  type YamlScalar,
} from './lookup.ts';
export {
  cacheFile,
  cacheFolder,
  contentHash,
  isSame,
  NO_FILE,
  NO_MEMORY,
  recall,
  remember,
  type Remembered,
  type Stamp,
  stampOf,
} from './memory.ts';
export {packageVersion, programPrint} from './program.ts';
export {quickText} from './quick-text.ts';
export {errorCode, isThere, LIMITS, type LogText, readLog, readText, showSize} from './text-file.ts';
export {writeAtomic} from './write.ts';
export {writeFresh} from './write-fresh.ts';
export {finishSet, type FreshFile, writeSet} from './write-set.ts';
export {type Path, readYaml, type Yaml} from './yaml.ts';
export {inspect} from './yaml-nodes.ts';
