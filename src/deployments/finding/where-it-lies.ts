import { Organisation } from '../../organisations/organisation.entity.js';
import { REGION_ROWS, REGIONS } from '../../organisations/regions.js';
import { withdrawnInWords } from '../../evidence/mending/standing.js';
import { columns, jsonList, type RowOf } from '../../platform/database/selection.js';
import { DeploymentPlace, PLACE_KINDS } from '../deployment-place.entity.js';

/** That an organisation, `w`, is called so or has its address there: by its names, town, county, postcode and region. */
export const NAMED_OR_LOCATED = `(w.searched LIKE word OR w.located LIKE word OR w.national_grouping IN (
  SELECT r.code FROM ${REGION_ROWS} WHERE r.name LIKE word))`;

/** The ids of schemes that lie in the region of this parameter: by a place that is recorded, or by the address of their lead or of an agency. */
export function inRegion(parameter: string): string {
  const organisations = `organisations.organisation w JOIN ${REGION_ROWS} ON r.code = w.national_grouping
    AND r.name = lower(${parameter}::text)`;
  return `SELECT p.deployment_id FROM deployments.deployment_place p WHERE p.kind = 'REGION' AND p.withdrawn_on IS NULL
      AND p.searched = search.folded(ARRAY[${parameter}::text])
    UNION SELECT l.id FROM ${organisations} JOIN deployments.deployment l ON l.lead_organisation_id = w.id
    UNION SELECT a.deployment_id FROM ${organisations} JOIN deployments.deployment_agency a ON a.organisation_id = w.id
      AND a.withdrawn_on IS NULL`;
}

/** The places that are recorded of a scheme, `d`. */
export const PLACES = jsonList(
  columns(DeploymentPlace, 'p', 'id', 'name', 'kind', 'claimKey', 'withdrawnOn', 'withdrawnBecause'),
  'deployments.deployment_place p WHERE p.deployment_id = d.id',
  `array_position(ARRAY['REGION', 'COUNTY', 'TOWN'], p.kind), lower(p.name)`,
);

/** Where the trust that leads it and the agencies that took part have their address, as the source of each says. */
export const ADDRESSES = jsonList(
  columns(Organisation, 'w', 'key', 'name', 'town', 'county', 'postcode', 'nationalGrouping', 'source'),
  `organisations.organisation w WHERE w.town IS NOT NULL AND (w.id = d.lead_organisation_id OR w.id IN (
    SELECT a.organisation_id FROM deployments.deployment_agency a WHERE a.deployment_id = d.id AND a.withdrawn_on IS NULL))`,
  'w.id <> d.lead_organisation_id, w.name',
);

/** Where a scheme lies, as its page tells it: what is recorded, and the addresses of its organisations. */
export function whereItLies({
  places,
  addresses,
}: RowOf<{ readonly places: typeof PLACES; readonly addresses: typeof ADDRESSES }>) {
  return {
    places: places.map((place) => ({
      name: place.name,
      kind: PLACE_KINDS[place.kind],
      claimKey: place.claimKey,
      withdrawn: withdrawnInWords(place),
    })),
    addresses: addresses.map((one) => ({
      href: `/organisations/${one.key}`,
      name: one.name,
      place: [one.town, one.county, one.postcode].filter((part) => part !== null).join(', '),
      region: REGIONS[one.nationalGrouping ?? ''] ?? null,
      source: one.source,
    })),
  };
}
