import { describeAnInstitution } from '../support/production/an-institution.js';
import { OLDEST } from '../support/production/cluster.js';

describeAnInstitution(OLDEST);
