import type { FlowContent } from '../../src/legal-basis/record/flow-content.js';
import { FlowsService } from '../../src/data-sharing/recording/flows.service.js';
import { needsExplanation, type Explanations } from '../../src/legal-basis/explanations.js';
import { FlowSigningService } from '../../src/data-sharing/signing/flow-signing.service.js';
import type { SignOffInput } from '../../src/data-sharing/signing/sign-flow.form.js';
import type { Actor } from '../../src/identity/actor.js';
import type { Uuid } from '../../src/kernel/identifiers.js';
import { modelFlow } from './data-sharing/model-flow.js';
import { RoundsQueries } from '../../src/reviews/rounds/rounds.queries.js';
import { registered, somebody } from './deployments.js';
import { anOrganisation } from './organisations.js';
import {
  pastTheLedger,
  startedReview,
  submitted,
  withPanel,
  type Part,
  type ReviewWorld,
} from './reviews.js';

/** A flow whose record shows nearly everything, as a trust writes it, with whatever the test needs to be different. */
export function aFlow(different: Partial<FlowContent> = {}): FlowContent {
  const {
    id: _id,
    deploymentId: _deployment,
    submittedByUserId: _by,
    signoffs: _signed,
    ...content
  } = modelFlow;
  return { ...content, ...different };
}

/** The same to a police force. */
export function policeFlow(different: Partial<FlowContent> = {}): FlowContent {
  return aFlow({
    recipientOrgIds: ['police'],
    parties: [
      { orgId: 'trust', name: 'Example Trust', orgType: 'NHS_MH_TRUST', role: 'CONTROLLER' },
      { orgId: 'police', name: 'Example Police', orgType: 'POLICE_FORCE', role: 'CONTROLLER' },
    ],
    ...different,
  });
}

/** The world's scheme is under review: a panel without interests, and a self-review that is submitted. */
export async function underReview(world: ReviewWorld): Promise<void> {
  const { roundId, reviewId } = await startedReview(world);
  await withPanel(world, reviewId);
  const round = await world.service(RoundsQueries).one(await world.as('lead'), roundId);
  await submitted(world, reviewId, round?.criteria ?? []);
}

/** A draft of the world's trust. */
export async function drafted(world: ReviewWorld, content: FlowContent = aFlow()): Promise<Uuid> {
  const flows = world.service(FlowsService);
  const { id } = await flows.draft(await world.as('submitter'), world.deploymentId, content);
  return id;
}

/** An explanation for every rule that asks for one as the flow stands. */
export async function everyExplanation(world: ReviewWorld, actor: Actor, id: Uuid): Promise<Explanations> {
  const { results } = await world.service(FlowsService).judge(actor, id);
  return Object.fromEntries(
    results.filter(needsExplanation).map(({ rule }) => [rule, `What the trust says about ${rule}.`]),
  );
}

/** A flow of the world's trust that is submitted, with an explanation wherever one is asked for. */
export async function submittedFlow(world: ReviewWorld, content: FlowContent = aFlow()): Promise<Uuid> {
  const id = await drafted(world, content);
  const submitter = await world.as('submitter');
  const explanations = await everyExplanation(world, submitter, id);
  await world.service(FlowsService).submit(submitter, id, { explanations });
  return id;
}

/** Somebody of the world's trust signs, in the capacity that is theirs. */
export async function signed(
  world: ReviewWorld,
  part: Part,
  flowId: Uuid,
  different: Partial<SignOffInput> = {},
): Promise<{ readonly id: Uuid; readonly reportId: Uuid }> {
  const usual: Partial<Record<Part, Pick<SignOffInput, 'capacity' | 'decision'>>> = {
    guardian: { capacity: 'CALDICOTT_GUARDIAN', decision: 'APPROVED' },
    officer: { capacity: 'DPO', decision: 'ADVISED' },
    executive: { capacity: 'EXEC_APPROVER', decision: 'APPROVED' },
  };
  const said: SignOffInput = {
    capacity: 'CALDICOTT_GUARDIAN',
    decision: 'APPROVED',
    ...usual[part],
    reasons: `What the ${part} says.`,
    ...different,
  };
  return world.service(FlowSigningService).signOff(await world.as(part), flowId, said);
}

/** Somebody who submits for a trust that has nothing to do with the world's own; known to PostgreSQL, so that acts may name them. */
export async function submitterOfAnotherTrust(world: ReviewWorld): Promise<Actor> {
  const [trust] = await registered(world.candour, anOrganisation({ name: 'Rival Trust' }));
  const rival = somebody('TRUST_SUBMITTER', trust?.id ?? null);
  await pastTheLedger(
    world.superuser,
    `INSERT INTO identity.person (id, revision, name, email) VALUES ('${rival.personId ?? ''}', 1, 'Rival', '${rival.personId ?? ''}@example.org')`,
  );
  return rival;
}

/** The trust that somebody submits for. */
export function trustOf(submitter: Actor): Uuid {
  return submitter.organisationsAs('TRUST_SUBMITTER')[0] ?? '';
}
