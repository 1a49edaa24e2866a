import type { Uuid } from '../../kernel/identifiers.js';
import { Unprocessable } from '../../kernel/refusal.js';
import type { Look } from '../../ledger/act.js';
import { organisationOfKey, organisationsNamed } from '../../organisations/organisations-like.js';

/** What is sent in place of a key where the register lacks the organisation. */
export const NOT_IN_REGISTER = 'not-in-register';

/**
 * The organisation that was picked, or the only one of this name; null where it was said that the register lacks it.
 * @throws Unprocessable where none was picked and the name does not decide.
 */
export async function pickedOrganisation(
  look: Look,
  { name, pick }: { readonly name?: string | null | undefined; readonly pick?: string | undefined },
): Promise<Uuid | null> {
  if (pick !== undefined && pick !== NOT_IN_REGISTER) {
    const [picked] = await look(organisationOfKey(pick));
    if (!picked) throw fault('Select one of the organisations that are offered');
    return picked.id;
  }
  const [only, another] = await look(organisationsNamed(name ?? ''));
  if (pick === NOT_IN_REGISTER) {
    if (only) throw fault(`The register holds “${only.name}”. Select it`);
    return null;
  }
  if (!only || another) throw fault('Select which organisation it is, or that it is not in the register');
  return only.id;
}

function fault(text: string): Unprocessable {
  return new Unprocessable([{ field: 'pick', text }]);
}
