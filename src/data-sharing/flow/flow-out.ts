import { z } from 'zod';
import { pageSchema } from '../../web/api/paging.js';
import { DISCLOSURE_SUBJECTS } from './flow-disclosure.entity.js';
import { SIGNING_DECISIONS, SIGNING_ROLES } from './flow-sign-off.entity.js';
import { OVERRIDDEN_OUTCOMES } from './rule-override.entity.js';
import { JUDGED_FINDINGS, JUDGING_POSTS } from './stated-judgement.entity.js';
import { PARTS_OF_REGISTER, REPORT_OCCASIONS } from './rule-report.entity.js';
import { outcomes } from '../../legal-basis/rules/engine/outcome.js';

const Day = z.string().meta({ format: 'date' });

const ShortSignOff = z.object({
  capacity: z.enum(SIGNING_ROLES),
  decision: z.enum(SIGNING_DECISIONS),
  signedOn: Day,
});

const Row = {
  id: z.uuid(),
  seriesId: z.uuid().meta({ description: 'The id of the first version, the same in every later one.' }),
  version: z.int(),
  deploymentId: z.uuid(),
  organisationId: z.uuid(),
  title: z.string(),
  submitted: z.boolean(),
  submittedOn: Day.nullable(),
  putAsideOn: Day.nullable().meta({
    description: 'The day on which the draft was put aside; null for what stands.',
  }),
  putAsideReason: z.string().nullable(),
};

/** One flow in a list. */
const FlowRowOut = z
  .object({
    ...Row,
    archetype: z.string().nullable(),
    status: z.string().nullable(),
    signOffs: z.array(ShortSignOff),
  })
  .meta({ id: 'FlowRow' });

/** A page of flows. */
export const FlowPage = pageSchema('FlowPage', FlowRowOut);

const ReportRow = {
  id: z.uuid(),
  occasion: z.enum(REPORT_OCCASIONS),
  label: z.string(),
  ruleSet: Day.meta({ description: 'The edition of the rule set: the day on which it was settled.' }),
  asAt: Day,
  madeOn: Day,
  inputHash: z.string(),
};

const readInPart = z.array(z.enum(PARTS_OF_REGISTER)).nullable().meta({
  description:
    'The parts of the register of which the rules looked at only some, because there is more than they compare at once; null when they looked at all.',
});

/** What people found of what a version only states, oldest first. */
export const judgements = z
  .array(
    z
      .object({
        id: z.uuid(),
        reportId: z.uuid(),
        inputHash: z.string().meta({ description: 'The hash of the record whose words were judged.' }),
        rule: z.string(),
        ruleVersion: z.int(),
        said: z
          .string()
          .meta({ description: 'What the rule says that the record states, as it was judged.' }),
        post: z.enum(JUDGING_POSTS),
        finding: z.enum(JUDGED_FINDINGS),
        reason: z.string(),
        judgedOn: Day,
        followedOn: Day.nullable().meta({
          description: 'The day on which the same post or reviewer judged it anew; null for their last word.',
        }),
      })
      .meta({ id: 'StatedJudgement' }),
  )
  .meta({ description: 'What people found of what this version only states. No result is changed by it.' });

/** Everything about one version of a flow. */
export const FlowOut = z
  .object({
    ...Row,
    revision: z.int(),
    record: z.record(z.string(), z.json()).meta({
      description: 'The flow in the structure of /api/v1/flow-record-schema.',
    }),
    explanations: z.record(z.string(), z.string()).meta({
      description:
        'By the id of the rule. In a draft it is what was kept so far, some of it by `together-` and a page of the form.',
    }),
    replacesId: z.uuid().nullable(),
    replacesReason: z.string().nullable(),
    deployment: z.object({ key: z.string(), title: z.string() }),
    versions: z.array(
      z.object({
        id: z.uuid(),
        version: z.int(),
        submittedOn: Day.nullable(),
        putAsideOn: Day.nullable(),
        replacesReason: z.string().nullable(),
      }),
    ),
    signOffs: z.array(
      ShortSignOff.extend({
        id: z.uuid(),
        reasons: z.string(),
        conditions: z.string().nullable(),
        adviceFollowed: z.boolean().nullable(),
        adviceNotFollowedReason: z.string().nullable(),
        dissent: z.string().nullable(),
        schemeParts: z.array(z.string()),
      }),
    ),
    reports: z.array(z.object(ReportRow)),
    overrides: z.array(
      z.object({
        id: z.uuid(),
        reportId: z.uuid(),
        rule: z.string(),
        ruleVersion: z.int(),
        outcome: z.enum(OVERRIDDEN_OUTCOMES),
        reason: z.string(),
        evidence: z.string(),
        madeOn: Day,
      }),
    ),
    judgements,
  })
  .meta({ id: 'Flow' });

/** What one rule says of a flow. */
const ResultOut = z
  .object({
    rule: z.string(),
    version: z.int(),
    kind: z
      .string()
      .meta({ description: 'L law, C code or guidance, P platform policy; some rules are two.' }),
    outcome: z.enum(outcomes.map(({ code }) => code)),
    message: z.string(),
    fields: z.array(z.string()).meta({ description: 'The fields looked at, the one to mend first.' }),
    citation: z.object({
      text: z.string(),
      refs: z.array(z.string()),
      confidence: z.enum(['A', 'B']).meta({ description: 'A seen in a stored source; B is being checked.' }),
    }),
    whatToDo: z.string(),
    flags: z.array(z.string()).meta({ description: 'Red lines that the rule raises by applying at all.' }),
  })
  .meta({ id: 'RuleResult' });

/** How a flow stands at this moment; nothing of it is stored. */
export const JudgedOut = z
  .object({ ruleSet: Day, asAt: Day, inputHash: z.string(), readInPart, results: z.array(ResultOut) })
  .meta({ id: 'FlowJudgement' });

/** A stored report, whole. */
export const ReportOut = z
  .object({ ...ReportRow, flowId: z.uuid(), readInPart, results: z.array(ResultOut), judgements })
  .meta({ id: 'RuleReport' });

/** A page of what the public is told of flows. */
export const DisclosurePage = pageSchema(
  'FlowDisclosurePage',
  z
    .object({
      id: z.uuid(),
      flowId: z.uuid(),
      seriesId: z.uuid(),
      version: z.int(),
      subject: z.enum(DISCLOSURE_SUBJECTS),
      disclosedOn: Day,
      content: z.record(z.string(), z.json()),
    })
    .meta({ id: 'FlowDisclosure' }),
);

/** The id of what came to be. */
export const CreatedOut = z.object({ id: z.uuid() }).meta({ id: 'FlowRecordCreated' });
