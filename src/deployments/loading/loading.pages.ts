import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { z } from 'zod';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { Clock } from '../../kernel/clock.js';
import { refusingFaults } from '../../kernel/fact-files/fact-file-fault.js';
import { ChangedMeanwhile, type OutOfTurn } from '../../kernel/refusal.js';
import { Page } from '../../web/answer/page.js';
import { Redirect } from '../../web/answer/redirect.js';
import { carried, carriedFile } from '../../web/form/carried.js';
import { confirm } from '../../web/form/confirm.js';
import type { Asked, FieldsOf, FormIssue } from '../../web/form/form.js';
import { submit } from '../../web/form/submit.js';
import { TakesFiles } from '../../web/guard/uploads.js';
import { readRegisterFiles } from './files/read-register.js';
import type { RegisterFile, RegisterFiles } from './files/register-files.js';
import { newFacts, loadInWords, shownFact } from './load-in-words.js';
import { LoadRegister, MOST_FILE_BYTES, MOST_FILES } from './load-register.form.js';
import { RegisterLoad } from './register-load.entity.js';
import { loadOutcome, SourceLoading } from './source-loading.js';

/** Loading the register's files: an administrator hands them over, sees what would change, and confirms. */
@ApiExcludeController()
@Controller('register/load')
export class LoadingPages {
  constructor(
    private readonly loading: SourceLoading,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Requires('load', RegisterLoad)
  ask(): Page {
    return page(LoadRegister.asked());
  }

  @Post()
  @Requires('load', RegisterLoad)
  @TakesFiles({ files: MOST_FILES, fileBytes: MOST_FILE_BYTES })
  async preview(@Acting() actor: Actor, @Body() body: unknown): Promise<Page> {
    return submit(LoadRegister, body, {
      act: ({ file }) =>
        this.planned(
          actor,
          file.map(({ name, bytes }) => ({ name, bytes })),
        ),
      again: page,
    });
  }

  @Post('confirm')
  @Requires('load', RegisterLoad)
  async confirm(@Acting() actor: Actor, @Body() body: unknown): Promise<Page | Redirect> {
    return confirm(
      LoadRegister,
      { schema: confirmation, body },
      {
        lost: 'Choose the files again. Nothing was loaded.',
        act: async ({ carriedFiles: files, mark }) =>
          new Redirect('/register/load', loadInWords(await this.loading.load(actor, this.read(files), mark))),
        again: page,
        overtaken: ({ carriedFiles: files }, refusal) => this.planned(actor, files, refusal),
      },
    );
  }

  private async planned(
    actor: Actor,
    handedOver: readonly RegisterFile[],
    refusal: OutOfTurn | null = null,
  ): Promise<Page> {
    const files = this.read(handedOver);
    const plan = await this.loading.preview(actor, files);
    const changes = plan.facts.filter(({ does }) => does !== 'add');
    const packed = await carriedFiles.encodeAsync([...handedOver]);
    const tooLarge = packed.length > MOST_CARRIED;
    const model = {
      title: 'Check what would change',
      ...{ edition: files.edition, passedOver: files.passedOver, count: files.names.length },
      outcome: loadOutcome(plan),
      newFacts: newFacts(plan.facts.filter(({ does }) => does === 'add')),
      changes: changes.slice(0, MOST_SHOWN).map(shownFact),
      more: Math.max(0, changes.length - MOST_SHOWN),
      work: plan.acts.length > 0 || plan.isNewEdition,
      ...{ files: tooLarge ? '' : packed, mark: plan.mark },
      issues: [...(refusal ? [{ field: '', text: inWords(refusal) }] : []), ...(tooLarge ? [TOO_LARGE] : [])],
    };
    return new Page('deployments/loading/views/preview.njk', model, refusal ? { status: 409 } : {});
  }

  private read(handedOver: readonly RegisterFile[]): RegisterFiles {
    return refusingFaults(() => readRegisterFiles(handedOver, this.clock.today()));
  }
}

const MOST_SHOWN = 100;
const MOST_CARRIED = 1_500_000;
const MOST_UNPACKED = 2 * MOST_FILES * MOST_FILE_BYTES;

const carriedFiles = carried(z.array(carriedFile).max(MOST_FILES), MOST_UNPACKED);
const confirmation = z.object({ carriedFiles, mark: z.string().max(100) });

/** Why it was not done, and that what would be done is shown again. */
function inWords(refusal: OutOfTurn): string {
  const why = refusal instanceof ChangedMeanwhile ? `${refusal.title}.` : refusal.detail;
  return `${why} Check again what would change. Nothing was loaded.`;
}

const TOO_LARGE: FormIssue = {
  field: '',
  text: 'These files are too large to be loaded from a page. Load some of them at a time, or use candour register load.',
};

function page(asked: Asked<FieldsOf<typeof LoadRegister>>): Page {
  return new Page('deployments/loading/views/load.njk', { title: 'Load the register’s files', ...asked });
}
