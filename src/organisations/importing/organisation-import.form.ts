import { files } from '../../web/form/kinds/files.js';
import { once } from '../../web/form/kinds/hidden.js';
import { defineForm } from '../../web/form/form.js';

const MOST_BYTES = 10 * 1024 * 1024;

/** The published ODS file, as an administrator hands it over. */
export const ImportOrganisations = defineForm({
  id: 'ImportOrganisations',
  fields: {
    file: files({
      label: 'The ODS file of NHS trusts',
      hint: 'The CSV file "etr" as the Organisation Data Service publishes it, without a heading row.',
      max: 1,
      maxBytes: MOST_BYTES,
    }),
    once: once(),
  },
});
