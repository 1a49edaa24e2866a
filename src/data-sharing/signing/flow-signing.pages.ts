import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { z } from 'zod';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { NotFound, OutOfTurn } from '../../kernel/refusal.js';
import { NarrowedBy } from '../../web/asking/names-asked.js';
import { Page } from '../../web/answer/page.js';
import { Redirect } from '../../web/answer/redirect.js';
import type { Asked } from '../../web/form/form.js';
import { submit } from '../../web/form/submit.js';
import { addressWith, listRequest, placeAsked, typedIn, type TypedQuery } from '../../web/list-request.js';
import { day } from '../../web/words.js';
import { FlowSignOff } from '../flow/flow-sign-off.entity.js';
import { FlowSigningService } from './flow-signing.service.js';
import { SIGN_OFF_CAPACITIES, SIGN_OFF_DECISIONS } from '../flow/sign-off-choices.js';
import { CAPACITIES_TO_SIGN, type CapacityToSign } from '../flow/capacities.js';
import { FlowSigningQueries, type OwnSignOff } from './flow-signing.queries.js';
import { FlowsToSign, type FlowToSign } from './flow-to-sign.js';
import { FlowsToJudge } from '../weighing/flow-to-judge.js';
import { SigningQueue } from './signing-queue.js';
import { questionsOf, signAs, type SignAsFields } from './sign-as.form.js';
import { withFixedAnswers } from '../../web/form/with-fixed-answers.js';

/** What those who sign data flows have before them: what waits, one flow with all they need, and the form. */
@ApiExcludeController()
@Controller('flows-to-sign')
export class FlowSigningPages {
  constructor(
    private readonly queue: SigningQueue,
    private readonly queries: FlowSigningQueries,
    private readonly toSign: FlowsToSign,
    private readonly signing: FlowSigningService,
    private readonly toJudge: FlowsToJudge,
  ) {}

  @Get()
  @Requires('sign', FlowSignOff)
  @NarrowedBy('post', 'before', 'after')
  async list(@Acting() actor: Actor, @Query() query: TypedQuery): Promise<Page> {
    const request = listRequest(query);
    const own = { ...request, after: placeAsked(query, 'before') };
    const [waiting, signed] = await Promise.all([
      this.queue.of(actor, { post: typedIn(query, 'post'), request }),
      this.queries.signedBy(actor, own),
    ]);
    return new Page('data-sharing/signing/views/flows-to-sign.njk', {
      title: 'Data flows to sign',
      waiting,
      signed: signed.items.map(signedRow),
      nextSigned: signed.next && `${addressWith('/flows-to-sign', { before: signed.next })}#signed`,
    });
  }

  @Get(':id')
  @Requires('sign', FlowSignOff)
  async one(@Acting() actor: Actor, @Param('id') id: string): Promise<Page> {
    const found = await this.toSign.found(actor, id);
    const [shown, asking] = await Promise.all([
      this.toSign.shown(actor, found),
      this.toJudge.askingOn(actor, found.flow),
    ]);
    return new Page('data-sharing/signing/views/flow-to-sign.njk', {
      title: found.flow.title,
      caption: `${found.flow.deployment.title}, version ${String(found.flow.version)}`,
      back: { href: '/flows-to-sign', text: 'Data flows to sign' },
      at: `/flows-to-sign/${found.flow.id}`,
      ...shown,
      asking,
    });
  }

  @Get(':id/:capacity')
  @Requires('sign', FlowSignOff)
  async ask(@Acting() actor: Actor, @Param() at: { id: string; capacity: string }): Promise<Page> {
    const { found, as } = await this.opened(actor, at);
    if (!found.open.includes(as)) throw new OutOfTurn(found.closedBecause ?? SIGNED_OTHERWISE);
    const form = signAs(as.capacity, isAdvised(found));
    return signPage(found, as, form.asked({ version: found.flow.signOffs.length }));
  }

  @Post(':id/:capacity')
  @Requires('sign', FlowSignOff)
  async sign(
    @Acting() actor: Actor,
    @Param() at: { id: string; capacity: string },
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    const { found, as } = await this.opened(actor, at);
    const decided: Record<string, string> = as.capacity === 'DPO' ? { decision: 'ADVISED' } : {};
    const asShown = signAs(as.capacity, isAdvised(asSeen(found, body)));
    return submit(asShown, withFixedAnswers(body, decided), {
      act: async ({ version: seen, ...said }) => {
        await this.signing.signOff(actor, found.flow.id, { ...said, capacity: as.capacity, seen });
        return new Redirect(`/flows-to-sign/${found.flow.id}`, 'You have signed this data flow');
      },
      again: (asked) => signPage(found, as, asked),
      current: async () => ({ version: (await this.toSign.found(actor, at.id)).flow.signOffs.length }),
    });
  }

  private async opened(
    actor: Actor,
    { id, capacity }: { readonly id: string; readonly capacity: string },
  ): Promise<{ readonly found: FlowToSign; readonly as: CapacityToSign }> {
    const as = CAPACITIES_TO_SIGN.find(({ slug }) => slug === capacity);
    if (!as) throw new NotFound();
    const found = await this.toSign.found(actor, id);
    if (!actor.organisationsAs(as.role).includes(found.flow.organisationId)) throw new NotFound();
    return { found, as };
  }
}

const Seen = z.object({ version: z.coerce.number().int().min(0) });

const SIGNED_OTHERWISE = 'You have signed this flow in another capacity, and nobody signs one flow in two.';

/** Whether the officer has given advice, among the sign-offs that there are or that somebody saw. */
function isAdvised({ flow }: FlowToSign): boolean {
  return flow.signOffs.some(({ capacity }) => capacity === 'DPO');
}

/** The flow with the sign-offs that were there when the form was shown, so that it is read as it was asked. */
function asSeen(found: FlowToSign, body: unknown): FlowToSign {
  const reading = Seen.safeParse(body);
  if (!reading.success) return found;
  return { ...found, flow: { ...found.flow, signOffs: found.flow.signOffs.slice(0, reading.data.version) } };
}

function signPage(found: FlowToSign, as: CapacityToSign, asked: Asked<SignAsFields>): Page {
  const { flow, open } = found;
  return new Page('data-sharing/signing/views/sign-flow.njk', {
    ...asked,
    form: signAs(as.capacity, isAdvised(found)),
    title: `Sign as ${as.post}`,
    caption: flow.title,
    back: { href: `/flows-to-sign/${flow.id}`, text: 'The data flow' },
    at: `/flows-to-sign/${flow.id}`,
    as,
    again: open.length === 1 && flow.signOffs.some(({ capacity }) => capacity === as.capacity),
    only: questionsOf(as.capacity, isAdvised(found)),
  });
}

function signedRow({ flowId, title, version, deployment, capacity, decision, signedOn }: OwnSignOff) {
  return [
    { href: `/flows-to-sign/${flowId}`, text: title },
    deployment,
    String(version),
    SIGN_OFF_CAPACITIES[capacity],
    SIGN_OFF_DECISIONS[decision],
    day(signedOn),
  ];
}
