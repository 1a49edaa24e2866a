import { Injectable } from '@nestjs/common';
import { Mentions } from '../../evidence/mentions.js';

/** What other rooms have to say on the page of an organisation: what sources say that concerns it. */
@Injectable()
export class OrganisationMentions extends Mentions<{ readonly key: string }> {}
