import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { OpenToAll } from '../../access/requirement.js';
import { Page } from '../../web/answer/page.js';
import { COMPLAINT_ROUTE_CODES, COMPLAINT_ROUTES, isOpenOn, ROUTES_AS_AT } from './complaint-route.js';

/** The routes for complaints, for everyone: where, when, how long, and how sure each fact is. */
@ApiExcludeController()
@Controller('ways-to-complain')
export class ComplaintRoutesPage {
  @Get()
  @OpenToAll('Everyone may know where to complain.')
  routes(): Page {
    const routes = COMPLAINT_ROUTE_CODES.map((code) => COMPLAINT_ROUTES[code]);
    return new Page(
      'complaints/routes/views/routes.njk',
      {
        title: 'Ways to complain',
        asAt: ROUTES_AS_AT,
        routes: routes.filter((route) => isOpenOn(route, ROUTES_AS_AT)),
      },
      { cacheSeconds: 300 },
    );
  }
}
