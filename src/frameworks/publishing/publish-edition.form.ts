import { defineForm } from '../../web/form/form.js';
import { files } from '../../web/form/kinds/files.js';

/** The largest file of an edition that is read, in bytes. The first edition has 48 KB. */
export const MOST_EDITION_BYTES = 1024 * 1024;

/** An edition of the framework, as an administrator hands it over. */
export const PublishEdition = defineForm({
  id: 'PublishEdition',
  fields: {
    file: files({
      label: 'The file of the edition',
      hint: 'A YAML file such as candour-2026-11.yaml, of at most 1 MB.',
      max: 1,
      maxBytes: MOST_EDITION_BYTES,
      accept: '.yaml,.yml,application/yaml,text/yaml',
    }),
  },
});
