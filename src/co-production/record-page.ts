import type { DeploymentDetail } from '../deployments/finding/deployment-view.js';
import { Page } from '../web/answer/page.js';
import { Redirect } from '../web/answer/redirect.js';
import type { Asked, Fields } from '../web/form/form.js';

/** A page on which a trust tells a part of its record. */
export function recordPage<F extends Fields>(
  detail: DeploymentDetail,
  { path, title }: { readonly path: string; readonly title: string },
  asked: Asked<F>,
): Page {
  return new Page('co-production/views/record.njk', {
    ...asked,
    title,
    caption: detail.title,
    action: `/deployments/${detail.key}/co-production/${path}`,
    back: { href: `/deployments/${detail.key}/co-production` },
  });
}

/** Back to the record, with what was done. */
export function backToRecord({ key }: DeploymentDetail, notice: string): Redirect {
  return new Redirect(`/deployments/${key}/co-production`, notice);
}
