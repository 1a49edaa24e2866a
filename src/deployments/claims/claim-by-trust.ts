import { STANDS } from '../../evidence/mending/standing.js';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import type { Json } from '../../kernel/canonical-json.js';
import { newId, type Uuid } from '../../kernel/identifiers.js';
import { made } from '../../platform/database/recorded.js';
import type { PartFields } from '../part-of-deployment.entity.js';
import type { ClaimTopic } from './claim-topics.js';
import { Claim } from './claim.entity.js';

/** What a trust itself claims of its scheme. */
export interface NewClaim {
  readonly topic: ClaimTopic;
  readonly statement: string;
  readonly value?: Json;
  readonly dated?: string | null | undefined;
  readonly planned?: boolean | undefined;
  /** The keys of claims that it does not agree with. */
  readonly contradicts?: readonly string[] | undefined;
}

/** Which trust says something, and when; a trust's own word is a source like any other. */
export interface TrustAsSource {
  readonly organisation: { readonly id: Uuid; readonly name: string; readonly fictional: boolean };
  readonly today: CalendarDay;
}

/** A claim in the trust's own words, with the trust as its source. */
export function claimByTrust(
  given: NewClaim & { readonly key: string },
  trust: TrustAsSource,
  part: PartFields,
): Claim {
  return made(Claim, {
    ...part,
    ...STANDS,
    id: newId(),
    key: given.key,
    registeredBy: 'trust',
    topic: given.topic,
    statement: given.statement,
    value: given.value ?? null,
    figures: null,
    dated: given.dated ?? null,
    planned: given.planned ?? false,
    asOf: trust.today,
    sources: [
      {
        ref: null,
        title: 'What the trust told Candour',
        publisher: trust.organisation.name,
        published: trust.today,
        publishedConfidence: 'A',
        urls: [],
      },
    ],
    confidence: 'A',
    contradicts: [...(given.contradicts ?? [])],
    cautions: ['Told by the trust itself; not yet checked by anybody else.'],
    scope: null,
    about: [],
    bodies: null,
  });
}
