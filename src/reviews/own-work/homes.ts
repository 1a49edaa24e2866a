import { ProposalsHome } from '../proposals/proposals-home.js';
import { PartnerHome } from './partner-home.js';
import { StatementsHome } from './statements-home.js';

/** What reviews show in people's homes. */
export const REVIEW_HOMES = [ProposalsHome, StatementsHome, PartnerHome];
