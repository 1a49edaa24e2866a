import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { z } from 'zod';
import { Requires } from '../../access/requirement.js';
import type { DeploymentDetail } from '../../deployments/finding/deployment-view.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { NotFound } from '../../kernel/refusal.js';
import { Page } from '../../web/answer/page.js';
import { Redirect } from '../../web/answer/redirect.js';
import type { Asked, Fields } from '../../web/form/form.js';
import { pageRequest, paging } from '../../web/api/paging.js';
import { submit } from '../../web/form/submit.js';
import { Attestation } from '../record/attestation.entity.js';
import { AttestationsService } from './attestations.service.js';
import { attestationShown } from './attestation-shown.js';
import { answerFrom, Attest, AttestUnasked, groupChoice, WithdrawAttestation } from './attestation.forms.js';
import { AttestationsQueries, type GroupAttestation } from './attestations.queries.js';
import { OwnCoProduction } from '../own-co-production.js';

const ListQuery = z.object(paging);
type ListQuery = z.infer<typeof ListQuery>;

/** Where a user-led group answers what it was asked in its own words, speaks unasked, or withdraws. */
@ApiExcludeController()
@Controller()
export class AttestationsPages {
  constructor(
    private readonly own: OwnCoProduction,
    private readonly queries: AttestationsQueries,
    private readonly service: AttestationsService,
  ) {}

  @Get('deployments/:key/co-production/speak')
  @Requires('attest', Attestation)
  async askUnasked(@Acting() actor: Actor, @Param('key') key: string): Promise<Page> {
    const groups = actor.organisationsAs('USER_GROUP_MEMBER');
    const [only] = groups;
    const form = await this.unaskedForm(actor);
    const stored = only !== undefined && groups.length === 1 ? { group: only } : {};
    return speakPage(await this.own.found(actor, key), form.asked(stored));
  }

  @Post('deployments/:key/co-production/speak')
  @Requires('attest', Attestation)
  async speak(
    @Acting() actor: Actor,
    @Param('key') key: string,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    const detail = await this.own.found(actor, key);
    return submit(await this.unaskedForm(actor), body, {
      act: async ({ group, stage, ...answer }) => {
        await this.service.offer(actor, detail.id, { groupId: group, stage, answer: answerFrom(answer) });
        return new Redirect('/attestations', 'What your group says was recorded');
      },
      again: (asked) => speakPage(detail, asked),
    });
  }

  @Get('attestations')
  @Requires('attest', Attestation)
  async list(@Acting() actor: Actor, @Query({ schema: ListQuery }) query: ListQuery): Promise<Page> {
    const [waiting, { items, next }] = await Promise.all([
      this.queries.waiting(actor),
      this.queries.answered(actor, pageRequest(query)),
    ]);
    return new Page('co-production/attestations/views/attestations.njk', {
      title: 'What your group was asked, and has said',
      open: waiting.first,
      areMoreOpen: waiting.areMore,
      answered: items.map((one) => ({ ...one, ...attestationShown(one) })),
      next: next && `/attestations?after=${next}`,
    });
  }

  @Get('attestations/:id')
  @Requires('attest', Attestation)
  async askAnswer(@Acting() actor: Actor, @Param('id') id: string): Promise<Page> {
    const attestation = await this.ours(actor, id);
    return attestation.statement === null
      ? answerPage(attestation, Attest.asked())
      : withdrawPage(attestation, WithdrawAttestation.asked());
  }

  @Post('attestations/:id')
  @Requires('attest', Attestation)
  async answer(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    const attestation = await this.ours(actor, id);
    return submit(Attest, body, {
      act: async (values) => {
        await this.service.attest(actor, attestation.id, answerFrom(values));
        return new Redirect('/attestations', 'What your group says was recorded');
      },
      again: (asked) => answerPage(attestation, asked),
    });
  }

  @Post('attestations/:id/withdrawal')
  @Requires('withdraw', Attestation)
  async withdraw(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    const attestation = await this.ours(actor, id);
    return submit(WithdrawAttestation, body, {
      act: async ({ reason }) => {
        await this.service.withdraw(actor, attestation.id, reason);
        return new Redirect(
          '/attestations',
          'It was withdrawn. What you said and why you withdrew stay to be read',
        );
      },
      again: (asked) => withdrawPage(attestation, asked),
    });
  }

  private async unaskedForm(actor: Actor) {
    const groups = await this.queries.groupsAmong(actor, actor.organisationsAs('USER_GROUP_MEMBER'));
    return AttestUnasked.offering({ group: groups.map(groupChoice) });
  }

  private async ours(actor: Actor, id: string): Promise<GroupAttestation> {
    const attestation = await this.queries.one(actor, id);
    if (!attestation) throw new NotFound();
    return attestation;
  }
}

function speakPage<F extends Fields>(detail: DeploymentDetail, asked: Asked<F>): Page {
  return new Page('co-production/attestations/views/answer.njk', {
    ...asked,
    title: 'Say what your group thinks of this account',
    caption: detail.title,
    key: detail.key,
    action: `/deployments/${detail.key}/co-production/speak`,
    back: { href: `/deployments/${detail.key}/co-production` },
  });
}

function answerPage<F extends Fields>(attestation: GroupAttestation, asked: Asked<F>): Page {
  return new Page('co-production/attestations/views/answer.njk', {
    ...asked,
    title: 'Answer for your group',
    caption: attestation.deploymentTitle,
    key: attestation.deploymentKey,
    attestation: attestationShown(attestation),
    action: `/attestations/${attestation.id}`,
    back: { href: '/attestations' },
  });
}

function withdrawPage<F extends Fields>(attestation: GroupAttestation, asked: Asked<F>): Page {
  return new Page('co-production/attestations/views/withdraw.njk', {
    ...asked,
    title: attestation.withdrawnOn === null ? 'Withdraw what your group said' : 'What your group said',
    caption: attestation.deploymentTitle,
    attestation: attestationShown(attestation),
    action: `/attestations/${attestation.id}/withdrawal`,
    back: { href: '/attestations' },
  });
}
