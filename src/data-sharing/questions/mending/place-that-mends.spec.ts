import { archetypes, flowFrom } from '../../../legal-basis/record/archetypes.js';
import type { FlowContent } from '../../../legal-basis/record/flow-content.js';
import { regimes } from '../../../legal-basis/record/basis/regime.js';
import { currentRuleSet } from '../../../legal-basis/rules/all-rules.js';
import { evaluate } from '../../../legal-basis/rules/engine/evaluate.js';
import { readRegister } from '../../../legal-basis/rules/matter/read-register.js';
import { readFlow } from '../../../legal-basis/record/read-flow.js';
import { itemsAt } from '../content-at.js';
import { listAt, listNamed } from '../lists.js';
import { flowFields, itemFields } from '../record-fields.js';
import { itemForm, sectionForm } from '../record-form.js';
import { sectionNamed } from '../sections.js';
import { placeThatMends } from './place-that-mends.js';
import { placeToMend } from './where-to-mend.js';

const AT = '2026-11-30';

describe('A result leads to the field that mends it', () => {
  it.each<[string, string, FlowContent, string]>([
    [
      'the principle of which nothing is said, and not the first of eight',
      'R-CAL-01',
      { caldicott: { p1: 'Only who needs to know.', p2: 'Each time asked anew.' } },
      'caldicott#caldicott.p3',
    ],
    [
      'what is not known of a basis that is chosen, and not the basis',
      'R-A6-02',
      { assertions: [{ regime: 'UKGDPR_DUAA', art6: '6_1_f', validFrom: '2026-03-01' }] },
      'assertions/0#controllerOrgId',
    ],
    [
      'the way of asking for consent that the basis names, and not the list of them',
      'R-CON-04',
      {
        consentProfiles: [{ id: 'consent-1', type: 'UKGDPR', settings: ['POLICE_CUSTODY'] }],
        assertions: [
          { regime: 'UKGDPR_DUAA', art6: '6_1_a', consentProfileId: 'consent-1', validFrom: '2026-03-01' },
        ],
      },
      'consent-profiles/0#settings',
    ],
    [
      'the answer that nobody gave about an objection',
      'R-RT-02',
      { startDate: '2026-03-01', rights: { objections: [{ receivedOn: '2026-04-01' }] } },
      'objections/0#processingContinued',
    ],
    [
      'the list where a whole legal basis is missing',
      'R-GEN-04',
      {
        startDate: '2026-03-01',
        senderOrgId: 'party-1',
        parties: [{ orgId: 'party-1', name: 'Example Trust', orgType: 'NHS_MH_TRUST' }],
      },
      'legal-basis#assertions',
    ],
    [
      'the choice of the law, where no law is chosen',
      'R-HR-01',
      {
        stage: 'PLAN_DISSEMINATION',
        purposeCodes: ['PLAN_DISSEMINATION'],
        mechanism: 'CAD_MARKER',
        dataCategories: ['CRISIS_PLAN', 'MARKER_FLAG'],
        assertions: [{ validFrom: '2026-03-01' }],
      },
      'assertions/0#regime',
    ],
  ])('%s', (_, rule, content, place) => {
    const result = judged({ identifiability: 'IDENTIFIABLE', ...content }).find((one) => one.rule === rule);
    if (!result) throw new Error(`${rule} is missing.`);
    expect([result.outcome, placeThatMends(result, { id: 'f', content })?.href]).toEqual([
      expect.stringMatching(/FAIL|UNKNOWN/),
      `/data-flows/f/${place}`,
    ]);
  });

  it('and what only people who sign can mend leads nowhere', () => {
    const found = placeThatMends(
      { outcome: 'FAIL', fields: ['signoffs[].decision', 'recipientOrgIds'] },
      { id: 'f', content: {} },
    );
    expect(found).toBeNull();
  });

  it('and every result of every rule leads to a question that the page of this very record asks', () => {
    const results = records().flatMap((content) =>
      judged(content)
        .filter(({ outcome }) => /FAIL|UNKNOWN|WARN|STATED/.test(outcome))
        .map((result) => ({ result, content, place: placeThatMends(result, { id: 'f', content }) })),
    );
    const rules = new Set(results.map(({ result }) => result.rule));
    expect(rules.size).toBeGreaterThan(100);
    const lost = results.filter(({ content, place }) => place !== null && !isAskedAt(content, place.href));
    expect(lost.map(({ result, place }) => [result.rule, place?.href])).toEqual([]);
    const elsewhere = results.filter(
      ({ result, place }) =>
        /#regime$|#keptUnasked$/.test(place?.href ?? '') && !/\.regime$/.test(result.fields[0] ?? ''),
    );
    expect(elsewhere.map(({ result, place }) => [result.rule, place?.href])).toEqual([]);
  });

  it('and every field that any rule looks at has its question, but for what is signed, registered or known already', () => {
    const fields = new Set(currentRuleSet.rules.flatMap((rule) => rule.fields));
    const lost = [...fields].filter((field) => placeToMend('f', field) === null);
    expect(
      lost.filter((field) => !/^(signoffs|register\.|id$|deploymentId$|submittedByUserId$)/.test(field)),
    ).toEqual([]);
  });
});

function judged(content: FlowContent) {
  return evaluate(content, readRegister({}), currentRuleSet, AT);
}

/** Fresh drafts of each kind of flow; with each law, each basis and each route that can be chosen, and nothing said of it. */
function records(): FlowContent[] {
  const [draft = {}] = archetypes.map(flowFrom);
  const police = {
    ...draft,
    startDate: '2026-03-01',
    senderOrgId: 'party-1',
    recipientOrgIds: ['party-2'],
    parties: [
      { orgId: 'party-1', name: 'Example Trust', orgType: 'NHS_MH_TRUST' },
      { orgId: 'party-2', name: 'Example Police', orgType: 'POLICE_FORCE' },
    ],
    controllership: { decidedTogether: true },
    dpia: { exists: true, residualRisk: 'HIGH', dpoAdviceFollowed: false, viewsSought: false },
    consentProfiles: [{ id: 'consent-1' }],
    policyDocuments: [{ id: 'policy-1' }],
    rights: { objections: [{}], automatedScoring: 'SOLELY_AUTOMATED', optOutPosition: 'NOT_APPLIED' },
    retention: { openReviewOrRequest: true, screenedNotSelectedDays: 90 },
    security: { policeAccounts: true, automatedPart3System: true },
    transparency: { exemption: { claimed: true } },
    reuse: { gatheredFor: ['CARE', 'LAW_ENFORCEMENT'] },
  };
  const basis = (regime: string, more: object): FlowContent =>
    readFlow({
      ...police,
      assertions: [{ regime, controllerOrgId: 'party-1', validFrom: '2026-03-01', ...more }],
    });
  const codesOf = (path: string) => Object.keys(itemFields('assertions').get(path)?.labels ?? {});
  return [
    ...archetypes.map(flowFrom),
    ...regimes.map(({ code }) => basis(code, { dpa1998Sch2: 'Paragraph 5', sch8Para: 4 })),
    ...codesOf('art6').map((art6) => basis('UKGDPR_DUAA', { art6, consentProfileId: 'consent-1' })),
    ...codesOf('art9').map((art9) => basis('UKGDPR_DUAA', { art9: [art9], apdId: 'policy-1' })),
    ...codesOf('sch1Paras').map((one) => basis('UKGDPR_DUAA', { art9: ['9_2_g'], sch1Paras: [one] })),
    basis('UKGDPR_DUAA', { offenceData: true, art10Sch1Paras: ['P3.30'], controllerOrgId: 'party-1' }),
    ...Object.keys(flowFields.get('confidentiality.route')?.labels ?? {}).map((route) =>
      readFlow({ ...police, confidentiality: { route } }),
    ),
    ...archetypes.map((archetype) => readFlow({ ...police, ...flowFrom(archetype) })),
  ];
}

/** Whether the page at an address asks what stands behind the #, or holds a list of that name. */
function isAskedAt(content: FlowContent, href: string): boolean {
  const [, page = '', name = ''] = /^\/data-flows\/f\/([^#]+)#(.+)$/.exec(href) ?? [];
  const pages = askedBy.get(content) ?? new Map<string, readonly string[]>();
  askedBy.set(content, pages);
  const asked = pages.get(page) ?? asksOf(content, page);
  pages.set(page, asked);
  return asked.includes(name);
}

const askedBy = new Map<FlowContent, Map<string, readonly string[]>>();

function asksOf(content: FlowContent, page: string): readonly string[] {
  const section = sectionNamed(page);
  if (section)
    return [
      ...sectionForm(section, content).drawn.map(({ name }) => name),
      ...section.lists.map((path) => listAt(path).key),
    ];
  const [key = '', index] = page.split('/');
  const list = listNamed(key);
  const item = list && itemsAt(content, list.path)[Number(index)];
  return list && item !== undefined ? itemForm(list, { content, item }).drawn.map(({ name }) => name) : [];
}
