import { Controller, Get, Param } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Requires } from '../../access/requirement.js';
import { EntriesQueries } from '../../deployments/entries/entries.queries.js';
import { DeploymentsQueries } from '../../deployments/finding/deployments.queries.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { NotFound } from '../../kernel/refusal.js';
import type { Download } from '../../web/answer/download.js';
import { twinAsFile } from '../../web/pictures/picture.js';
import { UseFigure } from '../figures/use-figure.entity.js';
import { pictureOfProfile } from './use-pictures.js';
import { profilesOf } from './use-profile.js';

/** The tables beside the pictures of cost and use, as files. */
@ApiExcludeController()
@Controller('deployments/:key/cost-and-use')
export class UseTablesPages {
  constructor(
    private readonly deployments: DeploymentsQueries,
    private readonly queries: EntriesQueries,
  ) {}

  @Get('profiles/:id/table')
  @Requires('read', UseFigure)
  async profile(
    @Acting() actor: Actor,
    @Param('key') key: string,
    @Param('id') id: string,
  ): Promise<Download> {
    const scheme = await this.deployments.named(actor, key);
    const entries = await this.queries.ofScheme(actor, scheme.id, [UseFigure]);
    const profile = profilesOf(entries.standing(UseFigure)).find((one) => one.id === id);
    if (!profile) throw new NotFound();
    return twinAsFile(`${scheme.key}-cost-and-use.csv`, pictureOfProfile(profile, scheme.key).twin);
  }
}
