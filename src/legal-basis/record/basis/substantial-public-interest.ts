import { z } from 'zod';
import { citation, statement, yesOrNo } from '../answers/answers.js';

/**
 * What paragraphs of Schedule 1 Part 2 (and of Schedule 8) ask for besides, limb by limb. Each answer names the
 * paragraphs that ask for it; a flow answers only for those that it relies on.
 */
export const substantialPublicInterestSchema = z
  .strictObject({
    reason: statement('Why it is necessary for reasons of substantial public interest'),
    proceedings: citation(
      'Para 7 (Schedule 8: para 2): which court proceedings, or which function of Parliament',
    ),
    listedGroups: yesOrNo('Para 8: the data are of a kind, and about groups, that the paragraph lists'),
    harmLikely: yesOrNo('Para 8: substantial damage or distress to somebody is likely'),
    noticeToStop: yesOrNo('Para 8: somebody concerned has given notice in writing to stop'),
    seniorPosts: yesOrNo('Para 9: it is for diversity at the top of an organisation'),
    noneWithheld: yesOrNo('Paras 9 and 16: nobody concerned is known to withhold consent'),
    consentWouldPrejudice: yesOrNo('Paras 10 and 11: asking for consent would defeat what it is for'),
    protectiveFunction: citation('Para 11: which function protects the public, and against what'),
    regulatoryRequirement: citation('Para 12: which regulatory requirement it keeps'),
    publication: yesOrNo(
      'Para 13: it is for journalism, academia, art or literature, and publishing is believed to be right',
    ),
    antiFraudOrganisation: yesOrNo('Para 14: it is disclosed within an anti-fraud organisation'),
    fraud: citation('Para 14: which fraud it prevents'),
    suspicionDisclosedUnder: citation('Para 15: under which section a suspicion is disclosed'),
    supportBody: yesOrNo('Para 16: the controller is a not-for-profit body that supports its members'),
    memberOrFamily: yesOrNo('Para 16: the people concerned are its members, or relatives or carers of one'),
    confidentialService: yesOrNo('Para 17: it is counselling, advice or support given in confidence'),
    protection: citation(
      'Para 18 (Schedule 8: para 3): from what harm, or for what well-being, somebody is protected',
    ),
    economicRisk: yesOrNo('Para 19: the adult is less able to protect their economic well-being'),
    otherParagraph: statement('Paras 20 to 28: how the flow serves what the paragraph is for'),
  })
  .nullish()
  .describe('What the paragraphs relied on ask for besides');
