import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { OrganisationsQueries } from '../../organisations/organisations.queries.js';
import { Page } from '../../web/answer/page.js';
import { Redirect } from '../../web/answer/redirect.js';
import type { Asked, FieldsOf } from '../../web/form/form.js';
import { submit } from '../../web/form/submit.js';
import { Deployment } from '../deployment.entity.js';
import { newDeploymentFrom, RegisterDeployment } from './deployment.forms.js';
import { DeploymentsQueries } from '../finding/deployments.queries.js';
import { DeploymentsService } from './deployments.service.js';

const MOST_EARLIER_SCHEMES = 100;

/** A trust registers a scheme. */
@ApiExcludeController()
@Controller('deployments')
export class RegisterPages {
  constructor(
    private readonly service: DeploymentsService,
    private readonly deployments: DeploymentsQueries,
    private readonly organisations: OrganisationsQueries,
  ) {}

  @Get('new')
  @Requires('register', Deployment)
  async ask(@Acting() actor: Actor): Promise<Page> {
    const form = await this.formFor(actor);
    const trusts = actor.organisationsAs('TRUST_SUBMITTER');
    const [only] = trusts;
    return page(form.asked(only !== undefined && trusts.length === 1 ? { organisation: only } : {}));
  }

  @Post()
  @Requires('register', Deployment)
  async register(@Acting() actor: Actor, @Body() body: unknown): Promise<Page | Redirect> {
    return submit(await this.formFor(actor), body, {
      act: async (values) => {
        const { key } = await this.service.register(actor, newDeploymentFrom(values));
        return new Redirect(`/deployments/${key}`, 'The scheme was saved as a draft');
      },
      again: page,
    });
  }

  private async formFor(actor: Actor) {
    const ids = actor.organisationsAs('TRUST_SUBMITTER');
    const [trusts, earlier] = await Promise.all([
      Promise.all(ids.map((id) => this.organisations.one(actor, id))),
      Promise.all(
        ids.map((organisationId) =>
          this.deployments.list(actor, { organisationId }, { limit: MOST_EARLIER_SCHEMES, after: null }),
        ),
      ),
    ]);
    return RegisterDeployment.offering({
      organisation: trusts.flatMap((trust) => (trust ? [{ value: trust.id, label: trust.name }] : [])),
      succeeds: earlier.flatMap(({ items }) => items.map(({ id, title }) => ({ value: id, label: title }))),
    });
  }
}

function page(asked: Asked<FieldsOf<typeof RegisterDeployment>>): Page {
  return new Page('deployments/recording/views/register.njk', {
    title: 'Register a scheme',
    ...asked,
    back: { href: '/deployments' },
  });
}
