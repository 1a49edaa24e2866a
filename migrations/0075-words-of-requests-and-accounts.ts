import type { MigrationInterface, QueryRunner } from 'typeorm';

/** PostgreSQL holds a requested role and the facts of an account to the words that there are, as it does elsewhere. */
export class WordsOfRequestsAndAccounts1764000000075 implements MigrationInterface {
  name = 'WordsOfRequestsAndAccounts1764000000075';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE memberships.account_request ADD CONSTRAINT "a request names a role that there is" CHECK (role IN (
        'TRUST_SUBMITTER', 'CALDICOTT_GUARDIAN', 'DATA_PROTECTION_OFFICER', 'EXECUTIVE_APPROVER', 'REVIEWER',
        'LIVED_EXPERIENCE_REVIEWER', 'LEAD_REVIEWER', 'USER_GROUP_MEMBER', 'POLICE_PARTNER', 'CONCERN_HANDLER',
        'AUDITOR', 'ADMIN'));
      ALTER TABLE co_production.stage_account ADD CONSTRAINT "an account names facts that are asked for" CHECK (facts <@ ARRAY[
        'reached', 'onlyQuotedInPromotion', 'peopleWereTold', 'feedbackSummary', 'sharedDecisionRights',
        'twoOrMoreLivedExperienceMembers', 'agendaSetJointly', 'accessNeedsMet', 'disagreementPublished',
        'livedExperienceHoldsBudget', 'livedExperienceChairs', 'livedExperienceCanStopService',
        'livedExperienceOwnsEvaluation', 'wordsReusedWithoutConsent']);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE co_production.stage_account DROP CONSTRAINT "an account names facts that are asked for";
      ALTER TABLE memberships.account_request DROP CONSTRAINT "a request names a role that there is";
    `);
  }
}
