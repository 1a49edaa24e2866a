import { OPERATOR } from '../identity/actor.js';
import { NotFound } from '../kernel/refusal.js';
import { OrganisationsQueries } from '../organisations/organisations.queries.js';
import { RecordSuccession, WithdrawSuccession } from '../organisations/succeeding/succession.forms.js';
import { SuccessionsService } from '../organisations/succeeding/successions.service.js';
import { knownDate, NOT_SURE } from '../web/form/kinds/partial-date.js';
import { succeeded, type CommandResult } from './command-result.js';
import { withCandour } from './candour-context.js';
import { readInput } from './read-input.js';

/** When one organisation took over from another, and where it is said. */
export interface SuccessionToAdd {
  readonly date?: string;
  readonly source: string;
}

/** `candour succession add OLD NEW`: records that an organisation took over from another, with where it is said. */
export function successionAddCommand(
  predecessor: string,
  successor: string,
  { date = NOT_SURE, source }: SuccessionToAdd,
): Promise<CommandResult> {
  return withCandour(async (candour) => {
    const {
      tookPlace,
      once: id,
      ...said
    } = readInput(RecordSuccession, { successor, tookPlace: date, source });
    await candour
      .get(SuccessionsService)
      .record(OPERATOR, { ...said, id, predecessor, tookPlace: knownDate(tookPlace) });
    return succeeded([`Recorded that ${successor} took over from ${predecessor}.`], { id });
  });
}

/** `candour succession withdraw OLD NEW`: takes back what was recorded wrongly. */
export function successionWithdrawCommand(
  predecessor: string,
  successor: string,
  options: { readonly reason: string },
): Promise<CommandResult> {
  return withCandour(async (candour) => {
    const { reason } = readInput(WithdrawSuccession, options);
    const queries = candour.get(OrganisationsQueries);
    const [from, to] = [await queries.detail(OPERATOR, predecessor), await queries.one(OPERATOR, successor)];
    const link = from?.successors.find(({ key }) => key === to?.key);
    if (!link)
      throw new NotFound(`The register does not say that ${successor} took over from ${predecessor}.`);
    await candour.get(SuccessionsService).withdraw(OPERATOR, link.successionId, reason);
    return succeeded([`The register no longer says that ${successor} took over from ${predecessor}.`], {
      id: link.successionId,
    });
  });
}
