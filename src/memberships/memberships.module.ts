import { Module } from '@nestjs/common';
import { Access } from '../access/access.js';
import { AccountRequestsQueries } from './account-requests.queries.js';
import { AccountRequestsService } from './account-requests.service.js';
import { AccountService } from './account.service.js';
import { CredentialsQueries } from './credentials.queries.js';
import { JoiningService } from './joining.service.js';
import { peoplePolicy } from './people.policy.js';
import { PeopleQueries } from './people.queries.js';
import { PeopleService } from './people.service.js';
import { PersonasService } from './personas.service.js';
import { TokensService } from './tokens.service.js';
import { WaysBack } from './ways-back.js';
import { WaysToSignIn } from './ways-to-sign-in.js';

/**
 * Who has an account, what they hold, and how they prove who they are. It never decides what a role allows, and it
 * never lets one administrator alone make somebody powerful or open somebody's account.
 */
@Module({
  providers: [
    ...[AccountRequestsQueries, CredentialsQueries, PeopleQueries],
    ...[
      AccountRequestsService,
      AccountService,
      JoiningService,
      PeopleService,
      PersonasService,
      TokensService,
    ],
    ...[WaysBack, WaysToSignIn],
  ],
  exports: [AccountRequestsService, PeopleQueries, PeopleService, PersonasService, TokensService],
})
export class MembershipsModule {
  constructor(access: Access) {
    access.adopt(peoplePolicy);
  }
}
