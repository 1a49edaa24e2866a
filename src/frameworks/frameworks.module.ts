import { Module } from '@nestjs/common';
import { Access } from '../access/access.js';
import { Register } from '../evidence/register.js';
import { FrameworkEdition } from './framework-edition.entity.js';
import { frameworkEditionPolicy } from './framework-edition.policy.js';
import { CriteriaCiting } from './criteria/criteria-citing.js';
import { DomainsIntroduced } from './criteria/domains-introduced.js';
import { FrameworksApi } from './criteria/frameworks.api.js';
import { GuidanceIntroduced } from './criteria/guidance-introduced.js';
import { FrameworksPages } from './criteria/frameworks.pages.js';
import { EditionComparison } from './editions/compared-editions.js';
import { EditionMentions } from './editions/edition-mentions.js';
import { EditionsApi } from './editions/editions.api.js';
import { EditionsPages } from './editions/editions.pages.js';
import { FrameworksQueries } from './frameworks.queries.js';
import { EditionPatch } from './patching/edition-patch.entity.js';
import { editionPatchPolicy } from './patching/edition-patch.policy.js';
import { EditionPatchesQueries } from './patching/edition-patches.queries.js';
import { PatchesApi } from './patching/patches.api.js';
import { PatchingPages } from './patching/patching.pages.js';
import { PatchingService } from './patching/patching.service.js';
import { editionProposalPolicy } from './publishing/edition-proposal.policy.js';
import { EditionProposal } from './publishing/edition-proposal.entity.js';
import { EditionsHome } from './publishing/editions-home.js';
import { EditionProposalsPages } from './publishing/edition-proposals.pages.js';
import { EditionProposalsQueries } from './publishing/edition-proposals.queries.js';
import { FrameworksService } from './publishing/frameworks.service.js';
import { PublishingEditionsPages } from './publishing/publishing-editions.pages.js';

/**
 * What a review asks, and of which sources, edition by edition. A published edition never changes, and a reference that
 * nobody has checked is never shown as settled.
 */
@Module({
  controllers: [
    ...[FrameworksApi, EditionsApi, PatchesApi],
    ...[EditionProposalsPages, PublishingEditionsPages, PatchingPages, EditionsPages, FrameworksPages],
  ],
  providers: [
    EditionsHome,
    ...[FrameworksQueries, FrameworksService, GuidanceIntroduced, DomainsIntroduced, CriteriaCiting],
    ...[EditionComparison, EditionMentions, EditionProposalsQueries, EditionPatchesQueries, PatchingService],
  ],
  exports: [FrameworksQueries, FrameworksService, EditionMentions, EditionPatchesQueries],
})
export class FrameworksModule {
  constructor(access: Access, register: Register) {
    access.adopt(frameworkEditionPolicy, editionProposalPolicy, editionPatchPolicy);
    register.introduce(
      {
        recorded: FrameworkEdition,
        singular: 'framework edition',
        plural: 'framework editions',
        pageOf: (id) => `/criteria/editions/${id}`,
      },
      {
        recorded: EditionProposal,
        singular: 'proposed edition',
        plural: 'proposed editions',
        pageOf: (id) => `/criteria/publish/proposals/${id}`,
      },
      {
        recorded: EditionPatch,
        singular: 'editorial patch',
        plural: 'editorial patches',
        pageOf: (id) => `/criteria/patches/${id}`,
      },
    );
    register.addPlaces(
      {
        href: '/criteria',
        under: '/rounds',
        text: 'What a review asks',
        verb: 'read',
        subject: FrameworkEdition,
        order: 30,
      },
      {
        href: '/criteria/publish',
        under: '/rounds',
        text: 'Publish a framework',
        verb: 'publish',
        subject: FrameworkEdition,
        order: 93,
      },
    );
  }
}
