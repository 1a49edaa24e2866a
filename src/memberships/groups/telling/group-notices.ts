import { newId, type Uuid } from '../../../kernel/identifiers.js';
import { adding, running, type Act, type Look } from '../../../ledger/act.js';
import { Membership } from '../../../identity/people/membership.entity.js';
import { Person } from '../../../identity/people/person.entity.js';
import { Organisation } from '../../../organisations/organisation.entity.js';
import { made } from '../../../platform/database/recorded.js';
import { column, columns, orNull, select } from '../../../platform/database/selection.js';
import { GroupNotice, type GroupNoticeAbout } from './group-notice.entity.js';

/** What a group is told, about whom, and on which day. */
export interface ToTell {
  readonly organisationId: Uuid;
  readonly groupName: string;
  readonly about: GroupNoticeAbout;
  readonly personId: Uuid | null;
  /** The name by which the group knows whom it is about; empty where it is about nobody. */
  readonly who: string;
  readonly day: string;
}

const NOT_YOURS =
  'If your group did not want this, tell whoever runs this service today: their phone and post stand on its page Privacy. What was done stays recorded, and what your group has said stays your group’s.';

const HAPPENED: Readonly<Record<GroupNoticeAbout, (who: string) => string>> = {
  'first-member': (who) => `An administrator has let ${who} in as the first to speak for your group.`,
  'member-added': (who) => `Your group has agreed that ${who} speaks for it.`,
  'member-ended': (who) => `Your group has agreed that ${who} no longer speaks for it.`,
  'member-left': (who) => `${who} has left, and no longer speaks for your group.`,
  'group-ended': () => 'Your group has agreed to end its voice here for good. Nobody speaks for it any more.',
  'ended-by-operator': (who) =>
    `The operator has ended the role of ${who}, who no longer speaks for your group.`,
  suspended: (who) => `An administrator has suspended the account of ${who}, who speaks for your group.`,
  readmitted: (who) => `An administrator has opened the account of ${who} again, who speaks for your group.`,
  'account-opened': (who) =>
    `A new way into the account of ${who}, who speaks for your group, was made at the administrators’.`,
  'contact-added': () => 'Another address was recorded to be told of what is done to your group’s voice.',
  'contact-ended': () => 'Your group has ended an address that was told of what is done to its voice.',
};

/** Tells a group, as a notice that everyone can see was given and as mail to its contacts and its other members. */
export function tellingGroup({ organisationId, groupName, about, personId, who, day }: ToTell): Act[] {
  const notice = made(GroupNotice, { id: newId(), organisationId, about, personId, noticedOn: day });
  const body = `${HAPPENED[about](who)}\n\nGroup: ${groupName}\n\n${NOT_YOURS}`;
  const subject = 'Something was done to your group’s voice';
  return [
    adding('tell', GroupNotice, notice),
    running({ text: 'SELECT memberships.write_to_group($1, $2, $3)', values: [notice.id, subject, body] }),
  ];
}

/** Tells every group for which the person speaks, now, of something done to their account. */
export async function tellingTheirGroups(
  look: Look,
  { personId, about, day }: Pick<ToTell, 'about' | 'day'> & { readonly personId: Uuid },
): Promise<Act[]> {
  const spokenFor = await look(
    SPOKEN_FOR.from(
      `identity.membership m JOIN organisations.organisation o ON o.id = m.organisation_id
        LEFT JOIN identity.person p ON p.id = m.person_id
        WHERE m.person_id = $1 AND m.role = 'USER_GROUP_MEMBER' AND m.ended_on IS NULL ORDER BY m.id`,
      [personId],
    ),
  );
  return spokenFor.flatMap(({ organisationId, groupName, name }) =>
    tellingGroup({ organisationId, groupName, about, personId, who: name ?? '', day }),
  );
}

const SPOKEN_FOR = select({
  organisationId: column(Organisation, 'o', 'id'),
  groupName: column(Organisation, 'o', 'name'),
  ...orNull(columns(Person, 'p', 'name')),
  membershipId: column(Membership, 'm', 'id'),
});
