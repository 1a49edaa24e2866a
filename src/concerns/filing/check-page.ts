import { Injectable } from '@nestjs/common';
import { VISITOR } from '../../identity/actor.js';
import { Page } from '../../web/answer/page.js';
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
  show(draft: Draft, faults: readonly Fault[] = []): Promise<Page> {
    return this.page(draft, faults.map(issueOf));
  }

  /** The page for other answers than those that this browser sent before: they can be sent now, under a code of their own. */
  async showSentBefore(draft: Draft): Promise<Page> {
    const page = await this.page(draft, [{ text: SENT_BEFORE }]);
    return new Page(page.template, page.model, { status: 409 });
  }

  private async page(draft: Draft, issues: readonly { readonly text: string }[]): Promise<Page> {
    const trusts = await this.choices.trusts(VISITOR);
    const rows = pagesFor(draft).flatMap(({ slug, form }): readonly SummaryRow[] =>
      summaryRows(
        slug === 'where' ? form.offering({ organisationId: trusts }) : form,
        draft,
        () => `/answers/${slug}?then=check`,
      ),
    );
    const back = { href: '/answers/support' };
    return neutralPage('check', { title: 'Check your answers', rows, issues, back });
  }
}

const SENT_BEFORE =
  'You sent other answers before. We have those, under the code that you were given. These were not sent: check them, and send them if you want us to have them too, under a code of their own.';

function issueOf({ path, message }: Fault) {
  const slug = path[0] === 'contact' ? 'reach' : 'about';
  return { text: message, href: `/answers/${slug}?then=check` };
}
