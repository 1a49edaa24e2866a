import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { OpenToAll } from '../../access/requirement.js';
import { Answers } from '../../web/api/answers.js';
import { COMPLAINT_ROUTE_CODES, COMPLAINT_ROUTES } from './complaint-route.js';

const day = z.iso.date();

const RouteOut = z
  .object({
    code: z.enum(COMPLAINT_ROUTE_CODES),
    label: z.string(),
    when: z.string(),
    limit: z.string(),
    from: day.nullable(),
    until: day.nullable(),
    confidence: z.enum(['A', 'B']).meta({ description: 'B: the reference is being checked.' }),
  })
  .meta({ id: 'ComplaintRoute' });

/** The routes for complaints, as dated reference data. */
@ApiTags('Complaints')
@Controller('api/v1/complaint-routes')
export class ComplaintRoutesApi {
  @Get()
  @OpenToAll('Everyone may know where to complain.')
  @Answers(z.array(RouteOut))
  routes() {
    return COMPLAINT_ROUTE_CODES.map((code) => ({ code, ...COMPLAINT_ROUTES[code] }));
  }
}
