import { EraseConcern } from '../concerns/erasing/erasing.forms.js';
import { ErasureService } from '../concerns/erasing/erasure.service.js';
import { referenceFrom } from '../concerns/receipts/reference.js';
import { plural } from '../web/words.js';
import { withCandour } from './candour-context.js';
import { succeeded, type CommandResult } from './command-result.js';
import { readInput } from './read-input.js';

/** `candour concern erase`: destroys the words of a concern for good, whether it was withdrawn or not. */
export function concernEraseCommand(
  typed: string,
  { reason }: { readonly reason: string },
): Promise<CommandResult> {
  return withCandour(async (candour) => {
    const given = readInput(EraseConcern, { reference: typed, reason });
    const reference = referenceFrom(given.reference) ?? given.reference;
    const erased = await candour.get(ErasureService).eraseReference(reference, given.reason);
    const { envelopes, messages, releases } = erased;
    const parts = [
      plural(envelopes, 'envelope'),
      plural(messages, 'message'),
      plural(releases, 'summary', 'summaries'),
    ];
    const lines =
      envelopes + messages + releases === 0
        ? [`Nothing of ${reference} was left to erase.`]
        : [`Erased ${reference}: ${parts.join(', ')}. Nobody can read them again; the log still verifies.`];
    return succeeded(lines, { reference, ...erased });
  });
}
