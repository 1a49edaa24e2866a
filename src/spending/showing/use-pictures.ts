import type { ClaimView } from '../../deployments/claims/claim-view.js';
import { tableOfClaim } from '../../deployments/claims/drawing/table-of-claim.js';
import type { DeploymentDetail } from '../../deployments/finding/deployment-view.js';
import type { Picture } from '../../web/pictures/picture.js';
import { capitalised } from '../../web/words.js';
import type { UseFigure } from '../figures/use-figure.entity.js';
import { chartOfCostClaim } from './claimed-profile.js';
import { profileChart } from './profile-chart.js';
import { profilesOf, type UseProfile } from './use-profile.js';

/** The pictures of cost and use: what the trust says, and apart from it what sources say. */
export function usePictures(
  figures: readonly UseFigure[],
  scheme: Pick<DeploymentDetail, 'key' | 'claims'>,
): { readonly told: readonly Picture[]; readonly claimed: readonly Picture[] } {
  return {
    told: profilesOf(figures).map((profile) => pictureOfProfile(profile, scheme.key)),
    claimed: scheme.claims.flatMap((claim) => pictureOfCostClaim(claim) ?? []),
  };
}

/** One profile of the trust as a picture. */
export function pictureOfProfile({ id, title, years, course }: UseProfile, key: string): Picture {
  return profileChart({
    id: `profile-${id}`,
    caption: `${title}: said by the trust`,
    csv: `/deployments/${key}/cost-and-use/profiles/${id}/table`,
    finding: `${capitalised(course)}. ${title.slice(title.indexOf('Baseline: '))}.`,
    across: 'Year',
    years,
  });
}

/** The averages of a claim as a picture; null for a claim that gives none. */
export function pictureOfCostClaim(claim: ClaimView): Picture | null {
  const chart = chartOfCostClaim(claim);
  return chart && profileChart({ ...chart, csv: tableOfClaim(claim) });
}
