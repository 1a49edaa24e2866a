import { Injectable } from '@nestjs/common';
import type { Actor } from '../../identity/actor.js';
import { isId, type Uuid } from '../../kernel/identifiers.js';
import { Unprocessable } from '../../kernel/refusal.js';
import type { Choice } from '../../web/form/field.js';
import type { Form, FieldsOf, ValuesIn } from '../../web/form/form.js';
import { ChoicesQueries } from '../questions/choices.queries.js';
import { FolderQueries, type LinkRow } from '../folder.queries.js';
import { HandlingService } from './handling.service.js';
import { ConcernReleasingService } from './concern-releasing.service.js';
import { codesIn, EndLink, Link, ReleaseSummary } from './handling.forms.js';

/** Linking and releasing as the handlers' forms ask for them; a release always goes where a link leads. */
@Injectable()
export class Linking {
  constructor(
    private readonly handling: HandlingService,
    private readonly releasing: ConcernReleasingService,
    private readonly folders: FolderQueries,
    private readonly choices: ChoicesQueries,
  ) {}

  /** The form for linking with what the register offers. */
  async linkForm(actor: Actor): Promise<Form<FieldsOf<typeof Link>>> {
    return Link.offering({
      organisationId: await this.choices.trusts(actor),
      deploymentId: await this.choices.schemes(actor),
    });
  }

  /** Connects the concern as the form says. */
  async link(actor: Actor, id: Uuid, values: ValuesIn<typeof Link>): Promise<Uuid> {
    const { organisationId = null, deploymentId = null, criteria } = values;
    const strange = [organisationId, deploymentId].some((target) => target !== null && !isId(target));
    if (strange) throw new Unprocessable([{ field: 'organisationId', text: 'Select one of the list' }]);
    return this.handling.link(actor, id, { organisationId, deploymentId, criteria: codesIn(criteria) });
  }

  /** The form for taking a link back, with those that hold. */
  async unlinkForm(actor: Actor, id: Uuid): Promise<Form<FieldsOf<typeof EndLink>>> {
    return EndLink.offering({ linkId: (await this.folders.links(actor, id)).map(choiceOf) });
  }

  /** Takes one of the concern's links back. */
  async unlink(actor: Actor, id: Uuid, { linkId }: ValuesIn<typeof EndLink>): Promise<void> {
    const link = (await this.folders.links(actor, id)).find((one) => one.id === linkId);
    if (!link) throw new Unprocessable([{ field: 'linkId', text: 'Select a link of this concern' }]);
    await this.handling.unlink(actor, link.id);
  }

  /** The form for releasing with the links that lead to a trust. */
  async releaseForm(actor: Actor, id: Uuid): Promise<Form<FieldsOf<typeof ReleaseSummary>>> {
    return ReleaseSummary.offering({ linkId: (await this.linksToTrusts(actor, id)).map(choiceOf) });
  }

  /** Releases a summary to the trust, and about the scheme, of one of the concern's links. */
  async release(actor: Actor, id: Uuid, { linkId, text }: ValuesIn<typeof ReleaseSummary>): Promise<Uuid> {
    const link = (await this.linksToTrusts(actor, id)).find((one) => one.id === linkId);
    if (!link) throw new Unprocessable([{ field: 'linkId', text: NO_LINK }]);
    const { organisationId, deploymentId } = link;
    return this.releasing.release(actor, id, { organisationId, deploymentId, text });
  }

  private async linksToTrusts(actor: Actor, id: Uuid) {
    const links = await this.folders.links(actor, id);
    return links.flatMap(({ organisationId, ...link }) =>
      organisationId === null ? [] : [{ ...link, organisationId }],
    );
  }
}

function choiceOf({
  id,
  organisation,
  deployment,
}: Pick<LinkRow, 'id' | 'organisation' | 'deployment'>): Choice {
  return { value: id, label: [organisation, deployment].filter((name) => name !== null).join(': ') };
}

const NO_LINK = 'Link the concern to a trust first, then select that link';
