import { Module } from '@nestjs/common';
import { Access } from '../access/access.js';
import { deploymentPolicy } from './deployment.policy.js';

/**
 * Schemes, found by what they do and not by their names: who took part, what sources claim, how each lives and ends.
 * It never overwrites a claim with another, and says nothing of a real trust beyond the source it cites.
 */
@Module({})
export class DeploymentsModule {
  constructor(access: Access) {
    access.adopt(deploymentPolicy);
  }
}
