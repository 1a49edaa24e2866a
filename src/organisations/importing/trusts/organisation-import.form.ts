import { defineForm } from '../../../web/form/form.js';
import { files } from '../../../web/form/kinds/files.js';
import { partialDate } from '../../../web/form/kinds/partial-date.js';

/** The largest file of trusts that a page takes, in bytes. The published one is under 1 MB. */
export const MOST_TRUSTS_BYTES = 10 * 1024 * 1024;

/** The published ODS file, as an administrator hands it over. */
export const ImportOrganisations = defineForm({
  id: 'ImportOrganisations',
  fields: {
    file: files({
      label: 'The ODS file of NHS trusts',
      hint: 'The CSV file "etr" as the Organisation Data Service publishes it, without a heading row.',
      max: 1,
      maxBytes: MOST_TRUSTS_BYTES,
    }),
    edition: partialDate({
      label: 'Of which month or day is this edition?',
      hint: 'For example, 1 2026. Leave it out where the name of the file says it, as in ods-etr-2026-01.csv.',
      notSure: false,
      optional: true,
    }),
  },
});
