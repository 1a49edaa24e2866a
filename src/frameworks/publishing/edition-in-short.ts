import { plural } from '../../web/words.js';
import { bySort, DIFFERENCE_WORDS } from '../editions/difference-words.js';
import type { ReadEdition } from './edition-file.js';
import type { SinceNewest } from './frameworks.service.js';

const MOST_NAMED = 30;

/** What an edition holds, in short, for whoever proposes it and whoever publishes it. */
export function editionInShort({ content, contentHash }: Pick<ReadEdition, 'content' | 'contentHash'>) {
  const own = (code: string) => content.criteria.filter(({ domain }) => domain === code).length;
  return {
    ...{ edition: content, contentHash },
    counts: [
      plural(content.criteria.length, 'criterion', 'criteria'),
      plural(content.guidelines.length, 'source'),
    ],
    domains: content.domains.map(({ code, name }) => [`${name} (${code})`, own(code)]),
    knockOuts: content.criteria.filter(({ knockOut }) => knockOut !== null).map(({ id }) => id),
    inferred: content.criteria.filter(({ derivation }) => derivation === 'inferred').length,
  };
}

/** How an edition differs from the newest, a line for each sort of difference with what it is about. */
export function differencesInShort(newest: SinceNewest) {
  return (
    newest && {
      key: newest.key,
      lines: bySort(newest.differences).map(({ sort, differences }) => {
        const about = [...new Set(differences.map((each) => each.about))];
        const more = about.length - MOST_NAMED;
        return {
          label: DIFFERENCE_WORDS[sort].label,
          about: more > 0 ? [...about.slice(0, MOST_NAMED), `${String(more)} more`] : about,
        };
      }),
    }
  );
}
