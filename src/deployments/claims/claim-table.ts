import { NotFound } from '../../kernel/refusal.js';
import type { Download } from '../../web/answer/download.js';
import { twinAsFile, type Picture } from '../../web/pictures/picture.js';
import type { DeploymentDetail } from '../finding/deployment-view.js';
import type { ClaimView } from './claim-view.js';

/** The table beside the picture of a claim's figures, as a file. @throws NotFound for no such claim, and one without a picture. */
export function claimTable(
  scheme: DeploymentDetail,
  name: string,
  draw: (claim: ClaimView, scheme: string) => Picture | null,
): Download {
  const claim = scheme.claims.find((one) => one.key === name);
  const picture = claim ? draw(claim, scheme.key) : null;
  if (!picture) throw new NotFound();
  return twinAsFile(`${scheme.key}-${name}.csv`, picture.twin);
}
