import { Module } from '@nestjs/common';
import { Access } from '../access/access.js';
import { Register } from '../evidence/register.js';
import { AccountRequestsHome } from './countersigning/account-requests-home.js';
import { SecurityLines } from './security-lines.js';
import { AccessToken } from '../identity/people/access-token.entity.js';
import type { Actor } from '../identity/actor.js';
import { Credential } from '../identity/people/credential.entity.js';
import { AccountRequest } from './countersigning/account-request.entity.js';
import { Membership } from '../identity/people/membership.entity.js';
import { Person } from '../identity/people/person.entity.js';
import { actorOf } from '../identity/request-actor.js';
import { Sessions } from '../identity/sessions/sessions.js';
import { ROLES } from '../identity/roles.js';
import { OrganisationsModule } from '../organisations/organisations.module.js';
import { LayoutContext, type Contribution } from '../web/layout/layout-context.js';
import { QuickExit } from '../web/quick-exit.js';
import { AccountRequestsQueries } from './countersigning/account-requests.queries.js';
import { AccountRequestsService } from './countersigning/account-requests.service.js';
import { AccountApi } from './account/account.api.js';
import { AccountPages } from './account/account.pages.js';
import { GeneratorPages } from './account/generator.pages.js';
import { TokensPages } from './account/tokens.pages.js';
import { AccountQueries } from './account/account.queries.js';
import { AccountService } from './account/account.service.js';
import { CredentialsQueries } from './credentials.queries.js';
import { GeneratorSetup } from './account/generator-setup.js';
import { JoiningService } from './signing-in/joining.service.js';
import { peoplePolicy } from './people/people.policy.js';
import { PeopleQueries } from './people/people.queries.js';
import { PeopleService } from './people/people.service.js';
import { PersonasService } from './people/personas.service.js';
import { GrantingPages } from './people/granting.pages.js';
import { PeopleApi } from './people/people.api.js';
import { PeoplePages } from './people/people.pages.js';
import { PermissionsPages } from './permissions/permissions.pages.js';
import { GroupContact } from './groups/telling/group-contact.entity.js';
import { GroupContactsService } from './groups/telling/group-contacts.service.js';
import { GroupNotice } from './groups/telling/group-notice.entity.js';
import { GroupPages } from './groups/group.pages.js';
import { GroupRequest } from './groups/group-request.entity.js';
import { groupsPolicy } from './groups/groups.policy.js';
import { GroupsApi } from './groups/groups.api.js';
import { GroupsQueries } from './groups/groups.queries.js';
import { GroupsService } from './groups/groups.service.js';
import { ProposingPages } from './groups/proposing.pages.js';
import { PersonPages } from './people/person.pages.js';
import { AccountRequestsPages } from './countersigning/account-requests.pages.js';
import { JoiningPages } from './signing-in/joining.pages.js';
import { SetUpPages } from './signing-in/set-up.pages.js';
import { SignInPages } from './signing-in/sign-in.pages.js';
import { TokensService } from './account/tokens.service.js';
import { AccountRecovery } from './account-recovery.js';
import { NewCredentials } from './new-credentials.js';

/**
 * Who has an account, what they hold, and how they prove who they are. It never decides what a role allows, and it
 * never lets one administrator alone make somebody powerful or open somebody's account.
 */
@Module({
  imports: [OrganisationsModule],
  controllers: [
    ...[SignInPages, SetUpPages, JoiningPages],
    ...[AccountPages, GeneratorPages, TokensPages, AccountApi],
    ...[ProposingPages, GroupPages, GroupsApi],
    ...[PeoplePages, GrantingPages, PersonPages, AccountRequestsPages, PermissionsPages, PeopleApi],
  ],
  providers: [
    AccountRequestsHome,
    ...[GroupsQueries, GroupsService, GroupContactsService],
    ...[AccountQueries, AccountRequestsQueries, CredentialsQueries, PeopleQueries],
    ...[
      AccountRequestsService,
      AccountService,
      JoiningService,
      PeopleService,
      PersonasService,
      TokensService,
    ],
    ...[GeneratorSetup, AccountRecovery, NewCredentials, SecurityLines],
  ],
  exports: [
    AccountRequestsService,
    GroupContactsService,
    GroupsService,
    PeopleQueries,
    PeopleService,
    PersonasService,
    TokensService,
  ],
})
export class MembershipsModule {
  constructor(
    access: Access,
    layout: LayoutContext,
    register: Register,
    leaving: QuickExit,
    sessions: Sessions,
  ) {
    access.adopt(peoplePolicy, groupsPolicy);
    leaving.onExit((request, reply) => sessions.end({ request, reply }));
    layout.contribute((request) => visitorFor(actorOf(request)));
    register.introduce(
      { recorded: Person, singular: 'person', plural: 'people', pageOf: (id) => `/people/${id}` },
      { recorded: Membership, singular: 'role', plural: 'roles' },
      { recorded: Credential, singular: 'way to sign in', plural: 'ways to sign in' },
      { recorded: AccessToken, singular: 'access token', plural: 'access tokens' },
      { recorded: GroupContact, singular: 'contact of a group', plural: 'contacts of groups' },
      { recorded: GroupNotice, singular: 'notice to a group', plural: 'notices to groups' },
      { recorded: GroupRequest, singular: 'proposal in a group', plural: 'proposals in groups' },
      { recorded: AccountRequest, singular: 'request about an account', plural: 'requests about accounts' },
    );
    register.addPlaces(
      { href: '/groups', text: 'Your group', verb: 'ask', subject: GroupRequest, order: 89 },
      { href: '/people', text: 'People', verb: 'list', subject: Person, order: 90 },
      {
        href: '/permissions',
        under: '/people',
        text: 'Permissions',
        verb: 'end',
        subject: Membership,
        order: 91,
      },
    );
  }
}

/** Who is signed in, for the header of every page. */
function visitorFor(actor: Actor): Contribution {
  if (actor.standing !== 'person') return {};
  const roleLabels = [...new Set(actor.heldRoles.map(({ role }) => ROLES[role].label))];
  return { visitor: { signedIn: true, name: actor.name ?? '', roleLabels } };
}
