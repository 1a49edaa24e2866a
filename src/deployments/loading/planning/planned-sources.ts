import { CitableSource } from '../../../evidence/sources/citable-source.entity.js';
import { newId } from '../../../kernel/identifiers.js';
import { made } from '../../../platform/database/recorded.js';
import type { RegisterFiles } from '../files/register-files.js';
import type { HeldRecords } from '../loading.queries.js';
import type { LoadDirection } from './load-direction.js';
import { planOf, type KindPlan } from './load-plan.js';
import type { Wanted } from './wanted-records.js';

/** What loading would do with the list of sources: a code keeps its meaning unless a newer edition says otherwise. */
export function plannedSources(
  files: RegisterFiles,
  { sources }: HeldRecords,
  { direction, reason }: { readonly direction: LoadDirection; readonly reason: string },
): KindPlan<CitableSource> {
  return planOf<CitableSource>(
    {
      ...{ kind: CitableSource, what: 'Source', verb: 'load', reason },
      keyOf: ({ ref }) => ref,
      called: ({ ref, title }) => `${ref}, ${title}`,
      judge: () => direction.judge(null, null),
    },
    wantedSources(files),
    sources,
  );
}

function wantedSources({ sources }: RegisterFiles): Wanted<CitableSource>[] {
  return [...sources.values()].map(({ published, note, ...said }) => {
    const facts = { ...said, published: published?.value ?? null, note: note ?? null };
    return { record: made(CitableSource, { ...facts, id: newId() }), facts };
  });
}
