import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../../src/kernel/project-root.js';

/** A rule as far as it is asked what it rests on. */
interface CitingRule {
  readonly id: string;
  readonly citation: {
    readonly text: string;
    readonly refs: readonly string[];
    readonly confidence: 'A' | 'B';
  };
}

/** What `docs/sources.md` says of each source that somebody opened, by the short name under which rules cite it. */
export function openedSources(): ReadonlyMap<string, string> {
  const lines = readFileSync(join(projectRoot, 'docs', 'sources.md'), 'utf8').split('\n');
  return new Map(
    lines.flatMap((line) => {
      const [, ref, said] = /^- ([SL]\d+b?): (.+)$/.exec(line) ?? [];
      return ref === undefined || said === undefined ? [] : [[ref, said] as const];
    }),
  );
}

/** Every reference that claims to be seen in a source and names none, or one that nobody opened there; policy cites none. */
export function unopenedReferences(
  rules: readonly CitingRule[],
  addresses: Readonly<Record<string, string>>,
  opened: ReadonlyMap<string, string>,
): readonly string[] {
  return rules
    .filter(({ citation }) => citation.confidence === 'A' && citation.text !== 'Platform policy')
    .flatMap(({ id, citation: { refs } }) =>
      refs.length === 0
        ? [`${id} says that its reference was seen, and names no source`]
        : refs.flatMap((ref) => {
            const address = addresses[ref] ?? '';
            const wasOpened = address !== '' && (opened.get(ref) ?? '').split(/[\s();]+/).includes(address);
            return wasOpened ? [] : [`${id} names ${ref}, which nobody opened at that address`];
          }),
    );
}
