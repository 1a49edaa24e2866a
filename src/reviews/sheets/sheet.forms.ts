import { defineForm } from '../../web/form/form.js';
import { files } from '../../web/form/kinds/files.js';
import { MOST_WORKBOOK_BYTES } from '../../web/workbook/filled-workbook.js';

/** A sheet that was filled in, as the page asks for it. */
export const HandOverSheet = defineForm({
  id: 'HandOverSheet',
  fields: {
    file: files({
      label: 'The sheet that you filled in',
      hint: 'An Excel (.xlsx) or OpenDocument (.ods) file of at most 3 MB.',
      missing: 'Select the sheet that you filled in',
      accept: '.xlsx,.ods',
      maxBytes: MOST_WORKBOOK_BYTES,
    }),
  },
});
