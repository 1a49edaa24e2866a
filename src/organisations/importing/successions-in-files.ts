import { newId, type Uuid } from '../../kernel/identifiers.js';
import { made } from '../../platform/database/recorded.js';
import { Succession } from '../succession.entity.js';
import type { LinkedBody } from './bodies/parse-bodies.js';

/** The successions that the file of other bodies says, between organisations whose ids are known by key. */
export function successionsInFiles(
  bodies: readonly LinkedBody[],
  idOf: (key: string) => Uuid | undefined,
): Succession[] {
  return bodies.flatMap((body) =>
    body.successors.flatMap((link) => {
      const predecessorId = idOf(body.key);
      const successorId = idOf(link.body ?? link.ods?.toLowerCase() ?? '');
      if (predecessorId === undefined || successorId === undefined) return [];
      return made(Succession, {
        id: newId(),
        predecessorId,
        successorId,
        tookPlace: link.planned ? null : (link.date?.toString() ?? null),
        source: link.sources.join(' '),
        confidence: link.confidence,
        withdrawnOn: null,
        withdrawnBecause: null,
      });
    }),
  );
}
