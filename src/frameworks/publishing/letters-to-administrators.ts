import type { Actor } from '../../identity/actor.js';
import { running, type Act } from '../../ledger/act.js';

/** Writes to every other administrator that an edition waits for a second person; nothing of what it asks. */
export function tellingOtherAdministrators(actor: Actor): Act {
  return running({ text: `${WRITE} ${ADMINISTRATORS}`, values: [actor.personId, SUBJECT, BODY] });
}

const SUBJECT = 'An edition of the framework waits for a second person';
const BODY =
  'Somebody proposed an edition of what a review asks. Sign in and look under Publish a framework, to read it and publish it, or to decline it with a reason.';

const WRITE = 'SELECT work.write_mail(gen_random_uuid(), second.person_id, $2, $3) FROM';

const ADMINISTRATORS = `(SELECT DISTINCT m.person_id FROM identity.membership m JOIN identity.person p ON p.id = m.person_id
  WHERE m.role = 'ADMIN' AND m.ended_on IS NULL AND p.suspended_on IS NULL
  AND m.person_id IS DISTINCT FROM $1::uuid) AS second`;
