import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { OpenToAll } from '../../access/requirement.js';
import { NotFound } from '../../kernel/refusal.js';
import { provisionSchema, type Provision } from '../../legal-basis/provisions/provision.js';
import { provisionById } from '../../legal-basis/provisions/provisions.js';
import { searchProvisions } from '../../legal-basis/provisions/searching/search-provisions.js';
import { Answers } from '../../web/api/answers.js';
import { provisionNarrowing } from './provision-query.js';

const ProvisionOut = provisionSchema.meta({ id: 'Provision' });
const ProvisionQuery = z.object(provisionNarrowing);

/** The list of provisions of law, for programs: whole, because it is short. */
@ApiTags('Data flows')
@Controller('api/v1/provisions')
export class ProvisionsApi {
  @Get()
  @OpenToAll('Law is for everyone to read.')
  @Answers(z.array(ProvisionOut), 200, 'Every provision, or those that are looked for.')
  list(@Query({ schema: ProvisionQuery }) query: z.infer<typeof ProvisionQuery>): readonly Provision[] {
    const { q, kind, nation, instrument } = query;
    return searchProvisions({ words: q, kind, nation, instrument });
  }

  @Get(':id')
  @OpenToAll('Law is for everyone to read.')
  @Answers(ProvisionOut)
  one(@Param('id') id: string): Provision {
    const provision = provisionById(id);
    if (!provision) throw new NotFound();
    return provision;
  }
}
