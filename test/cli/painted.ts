// What a command prints and says, in a process of its own: a heading and a finding, in whatever colours it takes.
import {processContext} from '../../src/cli/context.ts';
import {sayFindings} from '../../src/cli/findings.ts';
import {finding} from '../../src/figure/index.ts';
import {render} from '../../src/page/index.ts';

const {context} = processContext();
context.print(render([[{text: 'a heading', ink: 'bold'}]], context.colour));
sayFindings(context, [finding('missing-file', 'error', 'a finding')]);
