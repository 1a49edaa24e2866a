import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { OpenToAll } from '../access/requirement.js';
import { COOKIES } from '../platform/cookies/site-cookies.js';
import { Settings } from '../platform/settings/settings.js';
import { Page } from '../web/answer/page.js';

const EVERYONE = 'everyone may know what this service is and how it treats them';
const AN_HOUR = 3600;

/** What Candour is and how it treats people: the start page and the statements that every visitor may read. */
@ApiExcludeController()
@Controller()
export class AboutPages {
  constructor(private readonly settings: Settings) {}

  @Get()
  @OpenToAll(EVERYONE)
  start(): Page {
    return new Page('about/views/start.njk', { title: 'Candour' });
  }

  @Get('accessibility')
  @OpenToAll(EVERYONE)
  accessibility(): Page {
    return statement('accessibility', 'Accessibility statement');
  }

  @Get('privacy')
  @OpenToAll(EVERYONE)
  privacy(): Page {
    return statement('privacy', 'Privacy', { keptFor: this.settings.withdrawnConcernsKeptFor });
  }

  @Get('cookies')
  @OpenToAll(EVERYONE)
  cookies(): Page {
    return statement('cookies', 'Cookies', { cookies: Object.values(COOKIES) });
  }

  @Get('help-now')
  @OpenToAll(EVERYONE)
  help(): Page {
    return statement('help-now', 'Get help now');
  }
}

function statement(name: string, title: string, facts: object = {}): Page {
  return new Page(`about/views/${name}.njk`, { title, ...facts }, { cacheSeconds: AN_HOUR });
}
