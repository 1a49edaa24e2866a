import { Injectable } from '@nestjs/common';
import { Mentions } from '../../evidence/mentions.js';
import type { Uuid } from '../../kernel/identifiers.js';

/** What the rooms above have to say on the page of an edition: the rounds that ask it. */
@Injectable()
export class EditionMentions extends Mentions<{ readonly id: Uuid }> {}
