import { Injectable } from '@nestjs/common';
import { Background, type BackgroundChange } from '../../evidence/background.js';
import type { Actor } from '../../identity/actor.js';
import type { Edition } from '../edition/edition-schema.js';
import { FrameworksQueries } from '../frameworks.queries.js';

/**
 * Tells when guidance came into force on which criteria rest that stop a scheme by themselves, for whatever is laid out by
 * days. Law is told by whoever knows it.
 */
@Injectable()
export class GuidanceIntroduced {
  constructor(
    private readonly frameworks: FrameworksQueries,
    background: Background,
  ) {
    background.about((actor) => this.changes(actor));
  }

  private async changes(actor: Actor): Promise<readonly BackgroundChange[]> {
    const newest = await this.frameworks.newest(actor);
    return newest === null ? [] : guidanceIn(newest.edition);
  }
}

function guidanceIn({ id, guidelines, criteria }: Edition): readonly BackgroundChange[] {
  const decisive = criteria.filter(({ knockOut }) => knockOut !== null).flatMap(({ sources }) => sources);
  return guidelines
    .filter(({ key, kind }) => kind !== 'law' && decisive.some(({ guideline }) => guideline === key))
    .map(({ key, title, owner, inForceFrom, confidence }) => ({
      ...{ key: `guidance-${key}`, sort: 'GUIDANCE', from: inForceFrom, what: title },
      saidBy: `${owner}; edition ${id} of the framework${confidence === 'B' ? '; reference being checked' : ''}`,
    }));
}
