import { Injectable } from '@nestjs/common';
import { VISITOR } from '../../identity/actor.js';
import type { Page } from '../../web/answer/page.js';
import { summaryRows, type SummaryRow } from '../../web/form/summary-rows.js';
import { ChoicesQueries } from '../questions/choices.queries.js';
import { neutralPage } from './neutral-page.js';
import { pagesFor, type Draft } from '../questions/page-order.js';

interface Fault {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** The page on which a person sees every answer as it will be sent, with the way to change each. */
@Injectable()
export class CheckPage {
  constructor(private readonly choices: ChoicesQueries) {}

  /** The page for this draft, with what is still wrong with it. */
  async show(draft: Draft, faults: readonly Fault[] = []): Promise<Page> {
    const trusts = await this.choices.trusts(VISITOR);
    const rows = pagesFor(draft).flatMap(({ slug, form }): readonly SummaryRow[] =>
      summaryRows(
        slug === 'where' ? form.offering({ organisationId: trusts }) : form,
        draft,
        () => `/answers/${slug}?then=check`,
      ),
    );
    const back = { href: '/answers/support' };
    const issues = faults.map(issueOf);
    return neutralPage('check', { title: 'Check your answers', rows, issues, back });
  }
}

function issueOf({ path, message }: Fault) {
  const slug = path[0] === 'contact' ? 'reach' : 'about';
  return { text: message, href: `/answers/${slug}?then=check` };
}
