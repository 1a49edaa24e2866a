import { Injectable } from '@nestjs/common';
import { STANDS } from '../../evidence/mending/standing.js';
import type { Actor } from '../../identity/actor.js';
import { Clock } from '../../kernel/clock.js';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import { dayAsked, noSuchDay } from '../../web/asking/day-asked.js';
import { day as inWords } from '../../web/words.js';
import { NOT_YET_SAID } from '../deployment.entity.js';
import type { DeploymentDetail } from '../finding/deployment-view.js';
import { DeploymentsQueries } from '../finding/deployments.queries.js';
import { haltWithState } from '../life-cycle/halts/told-halt.js';
import { StoodQueries, type StoodRecords } from './stood.queries.js';

/** What cannot be told of a past day from the record itself, in the words of a reader. */
const NOT_SHOWN = [
  'What was published, recorded or asked about it elsewhere: results, data flows, co-production, actions',
  'Which schemes it followed or were followed by it, and who followed the trust that answered for it',
  'Addresses of organisations',
  'Claims about several schemes that no longer stand on this one',
];

/** A scheme as everyone could read it on a day. */
export interface StoodScheme extends DeploymentDetail {
  readonly asItStood: { readonly on: CalendarDay; readonly notShown: readonly string[] };
}

/** Shows a scheme as it stood on a day, from the log. */
@Injectable()
export class SchemeOnADay {
  constructor(
    private readonly deployments: DeploymentsQueries,
    private readonly stood: StoodQueries,
    private readonly clock: Clock,
  ) {}

  /**
   * The scheme of this id or key: as it stands where no day is asked for, otherwise as everyone could read it then.
   * @throws NotFound when it cannot be seen; Unprocessable where nothing of it was public on that day.
   */
  async named(actor: Actor, name: string, at: unknown): Promise<DeploymentDetail | StoodScheme> {
    const detail = await this.deployments.named(actor, name);
    const day = dayAsked(at, this.clock.today());
    if (day === null) return detail;
    const records = await this.stood.on(actor, detail, day);
    const [scheme] = records?.schemes ?? [];
    if (!records || !scheme) throw nothingPublic(day, records?.publicSince ?? null);
    return {
      ...standing(detail, day),
      ...schemeOf(records, scheme),
      halts: haltsOn(detail, records, day),
      asItStood: { on: day, notShown: NOT_SHOWN },
    };
  }
}

function nothingPublic(day: CalendarDay, since: CalendarDay | null): ReturnType<typeof noSuchDay> {
  const first =
    since === null
      ? 'Nothing of it is public yet.'
      : `It is public since ${inWords(since)}: enter that day or a later one.`;
  return noSuchDay(`Nothing of this scheme was public on ${inWords(day)}. ${first}`);
}

/** What today's record says with its own day, up to that day; what says no day is left out. */
function standing(detail: DeploymentDetail, day: CalendarDay) {
  return {
    corrections: detail.corrections.filter(({ correctedOn }) => correctedOn <= day),
    changes: detail.changes.filter(({ changedOn }) => changedOn <= day),
    leadSuccessors: [],
    succeeds: null,
    succeededBy: [],
    addresses: [],
  };
}

/** Orders that everyone could read, with the steps taken by then: neither is ever changed. */
function haltsOn({ halts }: DeploymentDetail, records: StoodRecords, day: CalendarDay) {
  const known = new Set(records.halts.map(({ id }) => id));
  return halts
    .filter(({ id }) => known.has(id))
    .map((halt) =>
      haltWithState({ ...halt, steps: halt.steps.filter(({ takenOn }) => takenOn <= day) }, day),
    );
}

function schemeOf(records: StoodRecords, scheme: StoodRecords['schemes'][number]) {
  const organisations = new Map(records.organisations.map((one) => [one.id, one]));
  const lead = organisations.get(scheme.leadOrganisationId ?? '');
  const screenings = records.screenings.toReversed();
  return {
    ...NOT_YET_SAID,
    ...scheme,
    lead: lead ? { id: lead.id, key: lead.key, name: lead.name } : null,
    leadClosedOn: lead?.closedOn ?? null,
    classification: screenings[0]?.classification ?? null,
    names: records.names.map((name) => ({ ...STANDS, ...name })),
    agencies: records.agencies.map((agency) => {
      const known = organisations.get(agency.organisationId ?? '');
      const organisation = known ? { id: known.id, key: known.key, name: known.name } : null;
      return { ...STANDS, ...agency, organisation, name: known?.name ?? agency.name ?? '' };
    }),
    places: records.places.map((place) => ({ ...STANDS, ...place })),
    claims: records.claims.map((claim) => ({ ...STANDS, ...claim })),
    screenings,
    transitions: records.transitions.toReversed(),
  };
}
