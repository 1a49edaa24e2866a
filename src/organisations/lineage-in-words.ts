import { sourceParts } from '../evidence/sources/source-codes.js';
import { day } from '../web/words.js';
import type { FormerName } from './organisation.entity.js';
import type { OrganisationDetail, Successor } from './organisations.queries.js';

/** The rows of a summary that tell what an organisation was called before, and that it has closed. */
export function knownFromBefore({
  formerNames,
  closedOn,
}: Pick<OrganisationDetail, 'formerNames' | 'closedOn'>) {
  const names = formerNames ?? [];
  return [
    ...(names.length === 0 ? [] : [{ key: 'Formerly', values: names.map(formerly) }]),
    ...(closedOn === null ? [] : [{ key: 'Closed', value: day(closedOn) }]),
  ];
}

/** Whom an organisation followed and who followed it, as pages link to them. */
export function successionsOf({ predecessors, successors, closedOn }: OrganisationDetail) {
  return {
    predecessors: predecessors.map((link) => ({ ...linkOf(link), how: 'Followed' })),
    successors: successors.map((link) => ({
      ...linkOf(link),
      how: closedOn === null ? 'Followed by' : 'Succeeded by',
    })),
  };
}

function formerly({ name, from, until, source }: FormerName): string {
  const dates = [
    ...(from === null ? [] : [`from ${day(from)}`]),
    ...(until === null ? [] : [`until ${day(until)}`]),
  ];
  return `${name} (${[...dates, `source: ${source}`].join(', ')})`;
}

function linkOf({ successionId, key, name, tookPlace, source, confidence }: Successor) {
  return {
    href: `/organisations/${key}`,
    withdrawAt: `/organisations/successions/${successionId}/withdraw`,
    name,
    when: tookPlace === null ? 'date not recorded' : day(tookPlace),
    source: sourceParts(source === '' ? 'none named' : source),
    checking: confidence === 'B',
  };
}
