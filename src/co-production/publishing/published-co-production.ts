import type { DeploymentDetail } from '../../deployments/finding/deployment-view.js';
import type { PublishedPart } from '../../evidence/publishable-parts.js';
import { coProductionPage } from './co-production-page.js';
import type { CoProductionView } from '../co-production-view.js';

/** What a published result says of co-production: the level of each stage, what capped it, and what groups say. */
export function publishedCoProduction(
  detail: DeploymentDetail,
  view: CoProductionView,
): PublishedPart | null {
  const page = coProductionPage(detail, view);
  if (page.isEmpty) return null;
  return {
    key: 'co-production',
    title: 'How people were involved',
    lines: [
      { label: 'Overall', value: page.isTold ? page.sentence : 'Nothing is recorded by the trust' },
      ...page.stages.map(({ label, level, name }) => ({ label, value: `Level ${String(level)}, ${name}` })),
      ...page.untold.map((label) => ({ label, value: 'Nothing recorded' })),
      ...page.attestations.flatMap(({ groupName, stageLabel, answer, withdrawnOn }) =>
        answer === null
          ? []
          : [
              {
                label: `${groupName} on: ${stageLabel}`,
                value: `${answer.label}${withdrawnOn === null ? '' : ' (withdrawn)'}`,
              },
            ],
      ),
    ],
    cautions: [
      ...page.flags,
      ...page.stages.flatMap(({ label, caps }) => caps.map((cap) => `${label}. ${cap}`)),
    ],
  };
}
