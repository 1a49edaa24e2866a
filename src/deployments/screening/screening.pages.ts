import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { NotFound } from '../../kernel/refusal.js';
import { Page } from '../../web/answer/page.js';
import { Redirect } from '../../web/answer/redirect.js';
import type { Asked, FieldsOf } from '../../web/form/form.js';
import { submit } from '../../web/form/submit.js';
import type { DeploymentDetail } from '../finding/deployment-view.js';
import { OwnDeployment } from '../finding/own-deployment.js';
import { SchemeMentions } from '../finding/scheme-mentions.js';
import { screeningResult } from './classification/screening-result.js';
import { Screening } from './classification/screening.entity.js';
import { ScreenDeployment, screeningAsForm, screeningFrom } from './screening.form.js';
import { ScreeningService } from './screening.service.js';

/** A trust screens its own scheme, and reads what its answers mean. */
@ApiExcludeController()
@Controller('deployments/:key/screening')
export class ScreeningPages {
  constructor(
    private readonly own: OwnDeployment,
    private readonly screenings: ScreeningService,
    private readonly mentions: SchemeMentions,
  ) {}

  @Get()
  @Requires('screen', Screening)
  async ask(@Acting() actor: Actor, @Param('key') key: string): Promise<Page> {
    const detail = await this.own.toChange(actor, key);
    const [newest] = detail.screenings;
    return page(detail, ScreenDeployment.asked(newest ? screeningAsForm(newest) : {}));
  }

  @Post()
  @Requires('screen', Screening)
  async screen(
    @Acting() actor: Actor,
    @Param('key') key: string,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    const detail = await this.own.toChange(actor, key);
    return submit(ScreenDeployment, body, {
      act: async (values) => {
        await this.screenings.screen(actor, detail.id, screeningFrom(values));
        return new Redirect(`/deployments/${detail.key}/screening/result`, 'Your answers were saved');
      },
      again: (asked) => page(detail, asked),
    });
  }

  @Get('result')
  @Requires('screen', Screening)
  async result(@Acting() actor: Actor, @Param('key') key: string): Promise<Page> {
    const detail = await this.own.toChange(actor, key);
    const [newest] = detail.screenings;
    if (!newest) throw new NotFound();
    const said = await this.mentions.of(actor, detail);
    return new Page('deployments/screening/views/screened.njk', {
      title: 'What the answers mean',
      caption: detail.title,
      detail,
      screening: screeningResult(newest),
      against: said.filter(({ againstScreening }) => againstScreening === true),
      back: { href: `/deployments/${detail.key}/screening` },
    });
  }
}

function page(detail: DeploymentDetail, asked: Asked<FieldsOf<typeof ScreenDeployment>>): Page {
  return new Page('deployments/screening/views/screening.njk', {
    title: 'What does the scheme do?',
    caption: detail.title,
    ...asked,
    detail,
    back: { href: `/deployments/${detail.key}` },
  });
}
