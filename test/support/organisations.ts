import { newId } from '../../src/kernel/identifiers.js';
import { Organisation } from '../../src/organisations/organisation.entity.js';
import { made } from '../../src/platform/database/recorded.js';

/** A plainly fictional organisation, with whatever the test needs to be different. */
export function anOrganisation(different: Partial<Organisation> = {}): Organisation {
  const id = newId();
  return made(Organisation, {
    id,
    key: `example-${id}`,
    odsCode: null,
    name: 'Example Trust',
    publishedName: null,
    type: 'NHS_MH_TRUST',
    otherNames: [],
    formerNames: null,
    nationalGrouping: null,
    geography: null,
    town: null,
    county: null,
    postcode: null,
    openedOn: null,
    closedOn: null,
    fictional: true,
    source: 'invented for a test',
    confidence: 'B',
    ...different,
  });
}
