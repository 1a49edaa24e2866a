import { Injectable } from '@nestjs/common';
import { Mentions } from '../../evidence/mentions.js';
import type { DeploymentDetail } from './deployment-view.js';

/** What other rooms have to say on the page of a scheme. */
@Injectable()
export class SchemeMentions extends Mentions<DeploymentDetail> {}
