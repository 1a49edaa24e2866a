import { describeAnInstitution } from '../support/production/an-institution.js';

describeAnInstitution('the PostgreSQL that comes with Candour');
