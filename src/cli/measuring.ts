import {type LoadedCase, type MeasureWatch, measureFacts} from '../case/index.ts';
import {placesOf, shownAddress} from '../record/index.ts';
import type {Situation} from '../strategy/index.ts';
import type {Context} from './context.ts';
import {sayFindings} from './findings.ts';
import {progress} from './reading/index.ts';

/** What watches a record being read: files that take long are counted, servers are named. */
export function watching(context: Context): {readonly progress: MeasureWatch; readonly end: () => void} {
  let files = 0;
  let bar: ReturnType<typeof progress> | null = null;
  return {
    progress: {
      places: ({sources}) => {
        bar = progress(process.stderr, sources.flatMap(placesOf).length, () => performance.now());
        for (const one of sources)
          if (one.kind === 'prometheus') context.talk(`asking ${shownAddress(one.url)} for ${one.query}`);
      },
      file: () => bar?.done(files++),
    },
    end: () => bar?.clear(),
  };
}

/** The situation with what the record shows. */
export async function measured(
  context: Context,
  loaded: Pick<LoadedCase, 'folder' | 'situation' | 'measures'>,
): Promise<Situation | null> {
  const watch = watching(context);
  const {situation, findings} = await measureFacts(loaded, watch.progress);
  watch.end();
  sayFindings(context, findings);
  return situation;
}
