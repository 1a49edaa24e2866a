import { DeploymentsService } from '../../src/deployments/recording/deployments.service.js';
import { PublishingService } from '../../src/deployments/publishing/publishing.service.js';
import { ScreeningService } from '../../src/deployments/screening/screening.service.js';
import type { Uuid } from '../../src/kernel/identifiers.js';
import { newScheme, registered, screeningAnswers, somebody } from './deployments.js';
import { anOrganisation } from './organisations.js';
import type { RunningCandour } from './running-candour.js';
import { signedIn, type SignedIn } from './signed-in.js';

/** A trust with a screened scheme that its submitter, who is signed in, records more of. */
export interface SchemeToRecord {
  readonly trust: Uuid;
  readonly submitter: SignedIn;
  readonly scheme: { readonly id: Uuid; readonly key: string };
}

/** Registers a trust and a screened scheme of this title; a draft unless it is said to be public. */
export async function schemeToRecord(
  world: RunningCandour,
  title: string,
  isPublic = false,
): Promise<SchemeToRecord> {
  const [one] = await registered(
    world.app,
    anOrganisation({ key: 'vale', name: 'Example Mental Health Trust' }),
  );
  const trust = one?.id ?? '';
  const submitter = await signedIn(world, 'TRUST_SUBMITTER', trust);
  const actor = somebody('TRUST_SUBMITTER', trust);
  const scheme = await world.app.get(DeploymentsService).register(actor, newScheme(trust, { title }));
  await world.app
    .get(ScreeningService)
    .screen(actor, scheme.id, { answers: screeningAnswers(), evidence: {} });
  if (isPublic) await world.app.get(PublishingService).publish(actor, scheme.id);
  return { trust, submitter, scheme };
}
