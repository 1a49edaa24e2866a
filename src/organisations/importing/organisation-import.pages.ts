import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { Page } from '../../web/answer/page.js';
import { Redirect } from '../../web/answer/redirect.js';
import type { Asked, FieldsOf } from '../../web/form/form.js';
import { submit } from '../../web/form/submit.js';
import { TakesFiles } from '../../web/guard/uploads.js';
import { ImportOrganisations } from './organisation-import.form.js';
import { Organisation } from '../organisation.entity.js';
import { TrustsImport } from './trusts-import.js';

/** The page on which an administrator hands over the published file of trusts. */
@ApiExcludeController()
@Controller('organisations/import')
export class OrganisationImportPages {
  constructor(private readonly imports: TrustsImport) {}

  @Get()
  @Requires('import', Organisation)
  ask(): Page {
    return page(ImportOrganisations.asked());
  }

  @Post()
  @Requires('import', Organisation)
  @TakesFiles()
  handOver(@Acting() actor: Actor, @Body() body: unknown): Promise<Page | Redirect> {
    return submit(ImportOrganisations, body, {
      act: async ({ file: [file], once }) => {
        const given = { name: file?.name ?? 'a file', bytes: file?.bytes ?? Buffer.alloc(0) };
        return new Redirect(`/jobs/${await this.imports.ask(actor, given, once)}`);
      },
      again: page,
    });
  }
}

function page(asked: Asked<FieldsOf<typeof ImportOrganisations>>): Page {
  return new Page('organisations/importing/views/import.njk', { title: 'Import NHS trusts', ...asked });
}
