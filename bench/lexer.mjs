// The reference for reading guides: the files named, through marked's lexer and nothing else.
import {readFileSync} from 'node:fs';
import {marked} from 'marked';

let tokens = 0;
for (const file of process.argv.slice(2)) tokens += marked.lexer(readFileSync(file, 'utf8')).length;
process.stdout.write(`${tokens}\n`);
