import { defineForm } from '../../web/form/form.js';
import { files } from '../../web/form/kinds/files.js';
import { MOST_BYTES } from './reading/read-flow-file.js';

/** A file of flows, as a trust hands it over. */
export const ImportFlows = defineForm({
  id: 'ImportFlows',
  fields: {
    file: files({
      label: 'The file of flows',
      hint: 'The spreadsheet, saved as CSV UTF-8, or JSON. At most 5 MB and 20,000 rows.',
      max: 1,
      maxBytes: MOST_BYTES,
      accept: '.csv,.json,text/csv,application/json',
    }),
  },
});
