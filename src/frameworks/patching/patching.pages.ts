import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { NotFound } from '../../kernel/refusal.js';
import { Page } from '../../web/answer/page.js';
import { Redirect } from '../../web/answer/redirect.js';
import type { Asked, FieldsOf } from '../../web/form/form.js';
import { submit } from '../../web/form/submit.js';
import { TakesFiles } from '../../web/guard/uploads.js';
import { day } from '../../web/words.js';
import { PATCH_RULES } from '../edition/patching/patch-rules.js';
import { FrameworksQueries } from '../frameworks.queries.js';
import { MOST_EDITION_BYTES } from '../publishing/publish-edition.form.js';
import { EditionPatch } from './edition-patch.entity.js';
import { EditionPatchesQueries, type PatchRow } from './edition-patches.queries.js';
import { DeclinePatch, ProposePatch } from './patch.forms.js';
import { PatchingService } from './patching.service.js';

/** Where administrators propose editorial patches of editions, read each other's, and publish or decline them. */
@ApiExcludeController()
@Controller('criteria/patches')
export class PatchingPages {
  constructor(
    private readonly patches: EditionPatchesQueries,
    private readonly patching: PatchingService,
    private readonly frameworks: FrameworksQueries,
  ) {}

  @Get()
  @Requires('propose', EditionPatch)
  async list(@Acting() actor: Actor): Promise<Page> {
    const [patches, editions] = [await this.patches.list(actor), await this.frameworks.list(actor)];
    return new Page('frameworks/patching/views/patches.njk', {
      title: 'Editorial patches',
      rows: patches.map((patch) => [
        { href: `/criteria/patches/${patch.id}`, text: patch.key },
        day(patch.proposedOn),
        patchStands(patch),
      ]),
      editions: editions.map(({ key }) => key),
    });
  }

  @Get('new/:key')
  @Requires('propose', EditionPatch)
  ask(@Acting() actor: Actor, @Param('key') key: string): Promise<Page> {
    return this.proposing(actor, key, ProposePatch.asked());
  }

  @Post('new/:key')
  @Requires('propose', EditionPatch)
  @TakesFiles({ files: 1, fileBytes: MOST_EDITION_BYTES })
  propose(
    @Acting() actor: Actor,
    @Param('key') key: string,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    return submit(ProposePatch, body, {
      act: async ({ file: [file], note }) => {
        const given = { name: file?.name ?? 'the file', bytes: file?.bytes ?? Buffer.alloc(0) };
        const id = await this.patching.propose(actor, key, { file: given, note });
        return new Redirect(`/criteria/patches/${id}`, 'The patch waits for another administrator');
      },
      again: (asked) => this.proposing(actor, key, asked),
    });
  }

  @Get(':id')
  @Requires('propose', EditionPatch)
  one(@Acting() actor: Actor, @Param('id') id: string): Promise<Page> {
    return this.page(actor, id, DeclinePatch.asked());
  }

  @Post(':id/publication')
  @Requires('publish', EditionPatch)
  async publish(@Acting() actor: Actor, @Param('id') id: string): Promise<Redirect> {
    const patch = await this.found(actor, id);
    await this.patching.publish(actor, patch.id);
    return new Redirect(`/criteria/editions/${patch.key}#patches`, 'The patch is published');
  }

  @Post(':id/declining')
  @Requires('decline', EditionPatch)
  decline(@Acting() actor: Actor, @Param('id') id: string, @Body() body: unknown): Promise<Page | Redirect> {
    return submit(DeclinePatch, body, {
      act: async ({ reason }) => {
        await this.patching.decline(actor, (await this.found(actor, id)).id, reason);
        return new Redirect('/criteria/patches', 'You declined the patch');
      },
      again: (asked) => this.page(actor, id, asked),
    });
  }

  @Post(':id/taking-back')
  @Requires('take back', EditionPatch)
  async takeBack(@Acting() actor: Actor, @Param('id') id: string): Promise<Redirect> {
    await this.patching.takeBack(actor, (await this.found(actor, id)).id);
    return new Redirect('/criteria/patches', 'You took the patch back');
  }

  private async proposing(
    actor: Actor,
    key: string,
    asked: Asked<FieldsOf<typeof ProposePatch>>,
  ): Promise<Page> {
    const found = await this.frameworks.one(actor, key);
    if (!found) throw new NotFound();
    return new Page('frameworks/patching/views/propose.njk', {
      title: `Word edition ${found.key} more clearly`,
      key: found.key,
      rules: Object.entries(PATCH_RULES).map(([term, meaning]) => ({ term, meaning })),
      ...asked,
    });
  }

  private async page(actor: Actor, id: string, asked: Asked<FieldsOf<typeof DeclinePatch>>): Promise<Page> {
    const patch = await this.found(actor, id);
    const waits = patch.outcome === null;
    return new Page('frameworks/patching/views/patch.njk', {
      title: `Patch of edition ${patch.key}`,
      patch,
      stands: patchStands(patch),
      mayDecide: waits && !patch.own,
      mayTakeBack: waits && patch.own,
      ...asked,
    });
  }

  private async found(actor: Actor, id: string): Promise<PatchRow> {
    const patch = await this.patches.one(actor, id);
    if (!patch) throw new NotFound();
    return patch;
  }
}

function patchStands({ outcome, decidedOn, own }: PatchRow): string {
  switch (outcome) {
    case 'published':
      return `Published on ${day(decidedOn)}`;
    case 'declined':
      return `Declined on ${day(decidedOn)}`;
    case 'taken-back':
      return `Taken back on ${day(decidedOn)}`;
    case null:
      return own ? 'Waits for another administrator' : 'Waits for you or another administrator';
  }
}
