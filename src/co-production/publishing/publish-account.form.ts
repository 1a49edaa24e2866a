import { defineForm } from '../../web/form/form.js';

/** That what is recorded is opened to everyone. */
export const PublishAccount = defineForm({ id: 'PublishCoProduction', fields: {} });
