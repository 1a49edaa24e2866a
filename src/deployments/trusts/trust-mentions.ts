import { Injectable } from '@nestjs/common';
import { Mentions } from '../../evidence/mentions.js';
import type { Uuid } from '../../kernel/identifiers.js';

/** What other rooms have to say on the page of a trust. */
@Injectable()
export class TrustMentions extends Mentions<{ readonly id: Uuid }> {}
