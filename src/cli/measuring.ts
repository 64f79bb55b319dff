import {type LoadedCase, measureFacts} from '../case/index.ts';
import {placesOf, shownAddress} from '../record/index.ts';
import type {Situation} from '../strategy/index.ts';
import type {Context} from './context.ts';
import {sayFindings} from './findings.ts';
import {progress} from './reading/index.ts';

/** The situation with what the record shows; files of a record that take long are counted as they are read. */
export async function measured(
  context: Context,
  loaded: Pick<LoadedCase, 'folder' | 'situation' | 'measures'>,
): Promise<Situation | null> {
  let files = 0;
  let bar: ReturnType<typeof progress> | null = null;
  const {situation, findings} = await measureFacts(loaded, {
    places: ({sources}) => {
      bar = progress(process.stderr, sources.flatMap(placesOf).length, () => performance.now());
      for (const one of sources)
        if (one.kind === 'prometheus') context.talk(`asking ${shownAddress(one.url)} for ${one.query}`);
    },
    file: () => bar?.done(files++),
  });
  (bar as ReturnType<typeof progress> | null)?.clear();
  sayFindings(context, findings);
  return situation;
}
