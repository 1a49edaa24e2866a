import { defineForm } from '../../web/form/form.js';
import { files } from '../../web/form/kinds/files.js';

/** How many files of the register are taken at once. */
export const MOST_FILES = 100;

/** How large each of them may be, in bytes. */
export const MOST_FILE_BYTES = 1024 * 1024;

/** The files of a register folder, as an administrator hands them over. */
export const LoadRegister = defineForm({
  id: 'LoadRegister',
  fields: {
    file: files({
      label: 'The files of the register',
      hint: 'Choose several files at once: sources.yaml always, and those of bodies, schemes, claims and NHS trusts that you want to load. At most 100 files of 1 MB each.',
      called: 'The files',
      max: MOST_FILES,
      maxBytes: MOST_FILE_BYTES,
      accept: '.yaml,.yml,.csv',
    }),
  },
});
