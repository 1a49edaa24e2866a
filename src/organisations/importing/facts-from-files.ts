import type { LinkedBody } from './bodies/parse-bodies.js';
import { displayName } from './ods/display-name.js';
import type { OdsOrganisation } from './ods/ods-organisation.js';
import type { Given } from '../../platform/database/recorded.js';
import type { Organisation } from '../organisation.entity.js';

/** What a file says of one organisation: everything the register keeps but the id and the names that were given up. */
export type OrganisationFacts = Omit<Given<Organisation>, 'id' | 'formerNames'>;

/** What the published ODS file says of a trust. It does not say what a trust provides, so the type says no more. */
export function factsOfTrust(row: OdsOrganisation, source: string): OrganisationFacts {
  return {
    key: row.code.toLowerCase(),
    odsCode: row.code,
    name: displayName(row.name),
    publishedName: row.name,
    type: 'NHS_TRUST',
    otherNames: [],
    nationalGrouping: row.nationalGrouping,
    geography: row.highLevelHealthGeography,
    town: row.town === null ? null : displayName(row.town),
    county: row.county === null ? null : displayName(row.county),
    postcode: row.postcode,
    openedOn: row.openDate,
    closedOn: row.closeDate,
    fictional: false,
    source,
    confidence: 'A',
  };
}

/** What the register's own sourced file says of a body that the ODS file does not hold. */
export function factsOfBody(body: LinkedBody): OrganisationFacts {
  return {
    key: body.key,
    odsCode: null,
    name: body.name,
    publishedName: null,
    type: body.type,
    otherNames: body.aliases.map(({ name }) => name),
    nationalGrouping: null,
    geography: null,
    town: null,
    county: null,
    postcode: null,
    openedOn: body.from?.date.toString() ?? null,
    closedOn: body.to?.date.toString() ?? null,
    fictional: false,
    source: body.sources.join(' '),
    confidence: body.confidence,
  };
}
