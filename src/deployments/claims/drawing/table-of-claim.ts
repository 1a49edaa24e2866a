import type { ClaimView } from '../claim-view.js';

/** Where the table beside the picture of a claim is to be had as a file. */
export function tableOfClaim({ key }: Pick<ClaimView, 'key'>): string {
  return `/claims/${encodeURIComponent(key)}/table`;
}
