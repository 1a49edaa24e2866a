import { Injectable } from '@nestjs/common';
import { MOST_LINES, type HomeTask } from '../../home/home-part.js';
import { HomeParts } from '../../home/home-parts.js';
import { EditionPatchesQueries } from '../patching/edition-patches.queries.js';
import { EditionProposalsQueries } from './edition-proposals.queries.js';

/** Editions and clearer words that another administrator proposed, in the home of those who may publish them. */
@Injectable()
export class EditionsHome {
  constructor(parts: HomeParts, proposals: EditionProposalsQueries, patches: EditionPatchesQueries) {
    parts.add({
      title: 'What reviews ask',
      roles: ['ADMIN'],
      order: 82,
      nothing: 'No edition waits for a second administrator.',
      read: async (actor) => {
        const [editions, words] = await Promise.all([proposals.list(actor), patches.list(actor)]);
        const tasks = [
          ...editions
            .filter(waits)
            .map(({ id, key }) => task('edition', `/criteria/publish/proposals/${id}`, key)),
          ...words
            .filter(waits)
            .map(({ id, key }) => task('editorial patch', `/criteria/patches/${id}`, key)),
        ];
        const links = [
          { href: '/criteria/publish', text: 'Publish a framework' },
          { href: '/criteria/patches', text: 'Clearer words for a criterion' },
        ];
        return { tasks: tasks.slice(0, MOST_LINES), lines: [], links };
      },
    });
  }
}

function waits({ outcome, own }: { readonly outcome: string | null; readonly own: boolean }): boolean {
  return outcome === null && !own;
}

function task(what: string, href: string, key: string): HomeTask {
  return {
    text: `Publish or decline an ${what} that another administrator proposed`,
    ...{ href, about: key, due: null, as: 'ADMIN' },
  };
}
