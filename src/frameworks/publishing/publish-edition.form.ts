import { defineForm } from '../../web/form/form.js';
import { files } from '../../web/form/kinds/files.js';

/** The largest file of an edition that is read, in bytes. The first edition has 48 KB; 6,000 criteria have about 4 MB. */
export const MOST_EDITION_BYTES = 8 * 1024 * 1024;

/** An edition of the framework, as an administrator hands it over. */
export const PublishEdition = defineForm({
  id: 'PublishEdition',
  fields: {
    file: files({
      label: 'The file of the edition',
      hint: 'YAML, such as candour-2026-12.yaml, a table (CSV), or an OSCAL 1.2 catalog (JSON), of at most 8 MB.',
      max: 1,
      maxBytes: MOST_EDITION_BYTES,
      accept: '.yaml,.yml,.csv,.json,application/yaml,text/yaml,text/csv,application/json',
    }),
  },
});
