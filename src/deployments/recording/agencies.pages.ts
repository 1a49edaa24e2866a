import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { OrganisationsQueries } from '../../organisations/organisations.queries.js';
import { Page } from '../../web/answer/page.js';
import { Redirect } from '../../web/answer/redirect.js';
import type { Asked, FieldsOf } from '../../web/form/form.js';
import { submit } from '../../web/form/submit.js';
import { DeploymentAgency } from '../deployment-agency.entity.js';
import type { DeploymentDetail } from '../finding/deployment-view.js';
import { OwnDeployment } from '../finding/own-deployment.js';
import { AddAgency } from './deployment.forms.js';
import { DeploymentsService } from './deployments.service.js';
import { NOT_IN_REGISTER } from './picked-organisation.js';

type AskedAgency = Asked<FieldsOf<typeof AddAgency>>;

/** A trust picks an agency of its scheme from the register of organisations, or says that the register lacks it. */
@ApiExcludeController()
@Controller('deployments/:key/agencies')
export class AgenciesPages {
  constructor(
    private readonly own: OwnDeployment,
    private readonly service: DeploymentsService,
    private readonly organisations: OrganisationsQueries,
  ) {}

  @Get()
  @Requires('involve', DeploymentAgency)
  async ask(@Acting() actor: Actor, @Param('key') key: string): Promise<Page> {
    return page(await this.own.toChange(actor, key), AddAgency.asked(), ['name', 'part']);
  }

  @Post()
  @Requires('involve', DeploymentAgency)
  async add(
    @Acting() actor: Actor,
    @Param('key') key: string,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    const detail = await this.own.toChange(actor, key);
    return submit(AddAgency, body, {
      act: async (values) => {
        await this.service.addAgency(actor, detail.id, values);
        return new Redirect(`/deployments/${detail.key}`, 'The agency was added');
      },
      again: (asked) => this.picking(actor, detail, asked),
    });
  }

  /** The page again, with the organisations that what was typed may mean. */
  private async picking(actor: Actor, detail: DeploymentDetail, asked: AskedAgency): Promise<Page> {
    const typed = asked.answers['name'];
    const likely = typeof typed === 'string' ? await this.organisations.like(actor, typed) : [];
    const form = AddAgency.offering({
      pick: [
        ...likely.map(({ key, name }) => ({ value: key, label: name })),
        {
          value: NOT_IN_REGISTER,
          label: 'It is not in the register of organisations: keep it by the name that I typed',
        },
      ],
    });
    return page(detail, { ...asked, form }, null);
  }
}

function page(detail: DeploymentDetail, asked: AskedAgency, only: readonly string[] | null): Page {
  return new Page('deployments/recording/views/add.njk', {
    ...{ path: 'agencies', title: 'Add an agency', button: 'Add the agency' },
    ...asked,
    caption: detail.title,
    ...{ detail, only },
    agencies: detail.agencies.map(({ name }) => name),
    back: { href: `/deployments/${detail.key}` },
  });
}
