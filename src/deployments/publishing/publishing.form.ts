import { defineForm } from '../../web/form/form.js';
import { version } from '../../web/form/kinds/hidden.js';

/** That the trust has checked the record and opens it. */
export const PublishDeployment = defineForm({ id: 'PublishDeployment', fields: { version: version() } });
