import { defineForm } from '../../web/form/form.js';
import { files } from '../../web/form/kinds/files.js';

/** The most that a file of figures may hold: some thousand rows. */
export const MOST_FIGURE_BYTES = 200_000;

/** A file of figures, as a trust hands it over. */
export const ImportActivity = defineForm({
  id: 'ImportActivity',
  fields: {
    file: files({
      label: 'The file of figures',
      hint: 'A spreadsheet saved as CSV UTF-8. At most 200 KB.',
      max: 1,
      maxBytes: MOST_FIGURE_BYTES,
      accept: '.csv,text/csv',
    }),
  },
});
