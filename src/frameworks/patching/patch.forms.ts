import { defineForm } from '../../web/form/form.js';
import { files } from '../../web/form/kinds/files.js';
import { MOST_EDITION_BYTES } from '../publishing/publish-edition.form.js';
import { reasonText } from '../../web/form/kinds/reason.js';

/** An edition worded anew, and why, as an administrator hands it over. */
export const ProposePatch = defineForm({
  id: 'ProposePatch',
  fields: {
    file: files({
      label: 'The whole edition, worded anew',
      hint: 'The file of the edition with clearer words: the same id, version and day, and nothing else changed.',
      max: 1,
      maxBytes: MOST_EDITION_BYTES,
      accept: '.yaml,.yml,.csv,.json,application/yaml,text/yaml,text/csv,application/json',
    }),
    note: reasonText({
      label: 'Why is it worded anew?',
      called: 'The note',
      hint: 'Everyone reads it beside the new words.',
      max: 2000,
      rows: 4,
    }),
  },
});

/** Why a patch is not to be published. */
export const DeclinePatch = defineForm({
  id: 'DeclinePatch',
  fields: {
    reason: reasonText({
      label: 'Why should it not be published?',
      called: 'The reason',
      hint: 'Administrators and auditors read it.',
      max: 2000,
      rows: 4,
    }),
  },
});
