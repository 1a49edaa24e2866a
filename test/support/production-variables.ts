import type { Variables } from '../../src/platform/settings/read-settings.js';

/** What production does not start without, besides a secret and a database: who is responsible, and how to reach them. */
export const PRODUCTION_VARIABLES = {
  CANDOUR_MODE: 'production',
  PUBLIC_URL: 'http://127.0.0.1:3000',
  CONTROLLER: 'Example Integrated Care Board',
  DATA_PROTECTION_OFFICER: 'The data protection officer, dpo@icb.example',
  CONTACT_PHONE: '01632 960123, Monday to Friday, 9am to 5pm',
  CONTACT_ADDRESS: '1 Example Street, Exampletown, EX1 1EX',
  SERVICE_PHASE: 'trial',
} satisfies Variables;
