import { z } from 'zod';
import { pageSchema } from '../../web/api/paging.js';
import { CorrectionOut } from '../../evidence/corrections/correction-out.js';
import { ChangeOut } from '../../evidence/history/change-out.js';
import { AGENCY_PART_CODES } from '../deployment-agency.entity.js';
import { NAME_KIND_CODES } from '../deployment-name.entity.js';
import { PLACE_KIND_CODES } from '../deployment-place.entity.js';
import { ClaimOut, confidenceOut, partialDateOut, withdrawalOut } from '../claims/claim-out.js';
import { OVERLAYS, REGISTERED_BY } from '../deployment.entity.js';
import { OFFENCE_HISTORIES } from '../offence-history.js';
import { haltShape } from '../life-cycle/halts/halt-out.js';
import { LIFE_CYCLE_STATES } from '../life-cycle-state.js';
import { CLASSIFICATIONS } from '../screening/classification/classify.js';
import { SCREENING_ANSWERS } from '../screening/classification/screening-questions.js';
import type { DeploymentDetail } from './deployment-view.js';

const state = z.enum(LIFE_CYCLE_STATES);
const classification = z.enum(CLASSIFICATIONS);
const organisation = z.object({ id: z.uuid(), key: z.string(), name: z.string() });
const linked = z.object({ key: z.string(), title: z.string() });

const row = {
  id: z.uuid(),
  key: z.string(),
  title: z.string(),
  area: z.string(),
  lead: organisation.nullable(),
  stateCode: state,
  stateAt: partialDateOut,
  stateConfidence: confidenceOut,
  overlays: z.array(z.enum(OVERLAYS)),
  classification: classification.nullable(),
  fictional: z.boolean(),
  published: z.boolean(),
};

const ScreeningOut = z
  .object({
    id: z.uuid(),
    answeredOn: z.iso.date(),
    answers: z.record(z.string(), z.enum(SCREENING_ANSWERS)),
    evidence: z.record(z.string(), z.string()),
    classification,
  })
  .meta({ id: 'Screening' });

/** One deployment in a list, as the API returns it. */
const DeploymentRowOut = z
  .object({ ...row, names: z.array(z.string()).meta({ description: 'Every name it has gone by.' }) })
  .meta({ id: 'DeploymentRow' });

/** A page of deployments, as the API returns it. */
export const DeploymentsOut = pageSchema('DeploymentPage', DeploymentRowOut);

/** What a deployment holds that programs are not told: the lead and the earlier scheme are told as links. */
type Withheld = 'leadOrganisationId' | 'succeedsId' | 'takenUp';

const detail = {
  ...row,
  revision: z.int(),
  stateClaims: z.array(z.string()),
  stateNote: z.string(),
  registeredBy: z.enum(REGISTERED_BY),
  note: z.string().nullable(),
  website: z.string().nullable().meta({ description: 'Where the scheme speaks for itself on the web.' }),
  offenceHistory: z.enum(OFFENCE_HISTORIES).nullable().meta({
    description:
      'Whether the people on it, all together, have convictions or cautions, as the trust says; null: it has not said.',
  }),
  offenceHistoryOn: z.iso.date().nullable().meta({ description: 'The day on which the trust said so.' }),
  leadClosedOn: partialDateOut,
  leadSuccessors: z.array(z.object({ key: z.string(), name: z.string(), closedOn: partialDateOut })).meta({
    description: 'Who followed the organisation that leads it, however far; those that are open last.',
  }),
  succeeds: linked.nullable(),
  succeededBy: z.array(linked),
  names: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      kind: z.enum(NAME_KIND_CODES),
      claimKey: z.string().nullable(),
      ...withdrawalOut,
    }),
  ),
  agencies: z.array(
    z.object({
      id: z.uuid(),
      organisation: organisation.nullable(),
      name: z.string(),
      part: z.enum(AGENCY_PART_CODES),
      claimKey: z.string().nullable(),
      ...withdrawalOut,
    }),
  ),
  places: z
    .array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        kind: z.enum(PLACE_KIND_CODES),
        claimKey: z.string().nullable(),
        ...withdrawalOut,
      }),
    )
    .meta({ description: 'Where it lies, as a claim or its trust says; nothing is read out of a name.' }),
  addresses: z
    .array(
      z.object({
        key: z.string(),
        name: z.string(),
        town: z.string().nullable(),
        county: z.string().nullable(),
        postcode: z.string().nullable(),
        nationalGrouping: z.string().nullable().meta({ description: 'The region by its code: `Y60`.' }),
        source: z.string(),
      }),
    )
    .meta({ description: 'Addresses of the trust that leads it and of agencies that took part.' }),
  claims: z.array(ClaimOut),
  screenings: z.array(ScreeningOut).meta({ description: 'Newest first.' }),
  transitions: z.array(
    z.object({
      id: z.uuid(),
      fromState: state,
      toState: state,
      happened: z.string(),
      reason: z.string(),
      answers: z.json(),
      raises: z.array(z.string()),
    }),
  ),
  halts: z.array(z.object(haltShape).meta({ id: 'HaltOfDeployment' })).meta({ description: 'Newest first.' }),
  corrections: z
    .array(CorrectionOut)
    .meta({ description: 'What its trust says against what sources say; newest first.' }),
  changes: z
    .array(ChangeOut)
    .meta({ description: 'What was changed of what everyone could read; newest first.' }),
} satisfies Record<Exclude<keyof DeploymentDetail, Withheld>, z.ZodType>;

/** Everything about one deployment, as the API returns it. */
export const DeploymentOut = z
  .object({
    ...detail,
    asItStood: z
      .object({ on: z.iso.date(), notShown: z.array(z.string()) })
      .optional()
      .meta({
        description: 'There where a day was asked for: which, and what of that day the log does not tell.',
      }),
  })
  .meta({ id: 'Deployment' });

/** The id of something that was added. */
export const AddedOut = z.object({ id: z.uuid() }).meta({ id: 'Added' });
