import { join } from 'node:path';
import { Body, Controller, Get, Module, Param, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import {
  ChangedMeanwhile,
  NotFound,
  NotPermitted,
  OutOfTurn,
  SignInNeeded,
  TooMany,
  Unavailable,
  Unprocessable,
} from '../../src/kernel/refusal.js';
import { projectRoot } from '../../src/kernel/project-root.js';
import { Download } from '../../src/web/answer/download.js';
import { Page } from '../../src/web/answer/page.js';
import { Redirect } from '../../src/web/answer/redirect.js';
import { equipWeb } from '../../src/web/equip.js';
import { type Asked, type FieldsOf, type ValuesIn, defineForm } from '../../src/web/form/form.js';
import { checkboxes, radios, dropDown } from '../../src/web/form/kinds/choices.js';
import { code } from '../../src/web/form/kinds/code.js';
import { date } from '../../src/web/form/kinds/date.js';
import { email } from '../../src/web/form/kinds/email.js';
import { files } from '../../src/web/form/kinds/files.js';
import { once, version } from '../../src/web/form/kinds/hidden.js';
import { number } from '../../src/web/form/kinds/number.js';
import { partialDate } from '../../src/web/form/kinds/partial-date.js';
import { passphrase } from '../../src/web/form/kinds/passphrase.js';
import { longText, text } from '../../src/web/form/kinds/text.js';
import { yesNo } from '../../src/web/form/kinds/yes-no.js';
import { submit } from '../../src/web/form/submit.js';
import { summaryRows } from '../../src/web/form/summary-rows.js';
import { TakesFiles } from '../../src/web/guard/uploads.js';
import { LayoutContext } from '../../src/web/layout/layout-context.js';
import { serverOptions } from '../../src/web/server-options.js';
import { WebModule } from '../../src/web/web.module.js';
import { type WebSettings, webSettings } from '../../src/web/web-settings.js';

/** A form with every kind of field, for the tests of the pages alone. */
const EveryKind = defineForm({
  id: 'EveryKind',
  fields: {
    name: text({ label: 'Name of the scheme', max: 60 }),
    story: longText({
      label: 'What happened?',
      hint: 'As much or as little as you like.',
      called: 'What happened',
      max: 2000,
    }),
    role: radios({
      label: 'Who are you?',
      missing: 'Select who you are',
      choices: [
        { value: 'me', label: 'The person it happened to' },
        { value: 'carer', label: 'A carer or relative', hint: 'With or without the person’s agreement.' },
        { value: 'staff', label: 'Somebody who works there' },
      ],
    }),
    themes: checkboxes({
      label: 'What was it about?',
      missing: 'Select what it was about',
      choices: [
        { value: 'care', label: 'Refusal of care' },
        { value: 'police', label: 'Police in appointments' },
        { value: 'none', label: 'None of these', alone: true },
      ],
    }),
    region: dropDown({
      label: 'Region',
      choices: [
        { value: 'north', label: 'North' },
        { value: 'south', label: 'South' },
      ],
    }),
    share: yesNo({ label: 'May the reviewers read this?', called: 'Whether the reviewers may read this' }),
    reviewedOn: date({ label: 'Date of the review' }),
    began: partialDate({
      label: 'When did it begin?',
      called: 'When it began',
      missing: 'Enter when it began, or say that you are not sure',
    }),
    cost: number({ label: 'Yearly cost', prefix: '£', decimals: 2, max: 1_000_000 }),
    contact: email({ label: 'Email address', optional: true }),
    receipt: code({ label: 'Receipt', alphabet: 'crockford', length: 16 }),
    phrase: passphrase({ label: 'Passphrase', autocomplete: 'current-password' }),
    version: version(),
    once: once(),
  },
  rules: (values) =>
    values.role === 'staff' && values.share
      ? []
      : values.name === 'forbidden'
        ? [{ field: 'name', text: 'This name is taken by a rule' }]
        : [],
});

const Attach = defineForm({
  id: 'Attach',
  fields: {
    note: text({ label: 'What do the files show?' }),
    evidence: files({ label: 'Files', hint: 'Up to 2 files of 1 MB.', max: 2, maxBytes: 1024 * 1024 }),
  },
});

/** What the sample controller was asked to store, newest last. */
export const stored: unknown[] = [];

@Controller()
class Sample {
  @Get()
  start(): Page {
    return new Page('everything.njk', { title: 'Everything' }, { cacheSeconds: 60 });
  }

  @Get('form')
  ask(): Page {
    return this.page(EveryKind.asked({ version: 3 }));
  }

  @Post('form')
  send(@Body() body: unknown): Promise<Page | Redirect> {
    return submit(EveryKind, body, {
      act: (values) => {
        if (values.name === 'slow') throw new OutOfTurn('Finish the step before this one first.');
        if (values.name === 'stale') throw new ChangedMeanwhile();
        if (values.name === 'service')
          throw new Unprocessable([{ field: 'began', text: 'The service says no' }]);
        if (values.name === 'busy') throw new Unavailable();
        stored.push(values);
        return new Redirect('/told', 'Your answers were sent');
      },
      again: (asked) => this.page(asked),
      current: () => ({ version: 9, story: 'Theirs' }),
    });
  }

  @Get('told')
  told(): Page {
    const last = stored.at(-1) as ValuesIn<typeof EveryKind>;
    const answers = summaryRows(EveryKind, last, (name) => `/form#${name}`);
    return new Page('told.njk', { title: 'Check your answers', answers });
  }

  @Get('two-forms')
  twoForms(): Page {
    return new Page('two-forms.njk', { title: 'Two forms' });
  }

  @Get('attach')
  attach(): Page {
    return new Page('attach.njk', { title: 'Add files', ...Attach.asked() });
  }

  @Post('attach')
  @TakesFiles()
  attached(@Body() body: unknown): Promise<Page | Redirect> {
    return submit(Attach, body, {
      act: (values) => {
        stored.push(values);
        return new Redirect('/');
      },
      again: (asked) => new Page('attach.njk', { title: 'Add files', ...asked }),
    });
  }

  @Get('quiet')
  quiet(): Page {
    return new Page('quiet.njk', {});
  }

  @Get('table.csv')
  table(): Download {
    return Download.csv('a.csv', [{ heading: 'Said', cell: (said: string) => said }], ['=1+1', 'fine']);
  }

  @Get('refuse/:how')
  refuse(@Param('how') how: string): Page {
    return refusal(how);
  }

  @Post('refuse/:how')
  refusePosted(@Param('how') how: string): Page {
    return refusal(how);
  }

  private page(asked: Asked<FieldsOf<typeof EveryKind>>): Page {
    return new Page('form.njk', { title: 'Every kind of question', ...asked });
  }
}

@Controller('api/v1/sample')
class SampleApi {
  @Post()
  take(@Body({ schema: EveryKind.schema }) body: ValuesIn<typeof EveryKind>): object {
    return { name: body.name, receipt: body.receipt };
  }

  @Get(':how')
  refuse(@Param('how') how: string): Page {
    return refusal(how);
  }
}

function refusal(how: string): never {
  if (how === 'not-permitted') throw new NotPermitted();
  if (how === 'out-of-turn') throw new OutOfTurn('Finish the step before this one first.');
  if (how === 'too-many') throw new TooMany(90);
  if (how === 'unavailable') throw new Unavailable();
  if (how === 'sign-in') throw new SignInNeeded();
  if (how === 'unprocessable') throw new Unprocessable([{ field: 'a', text: 'Enter a' }]);
  if (how === 'fault') throw new Error('the secret reason');
  throw new NotFound();
}

@Module({})
class SampleModule {
  constructor(layout: LayoutContext) {
    layout.contribute((request) => {
      if (request.headers.cookie?.includes('broken=1') === true) throw new Error('no database');
      return {};
    });
    layout.contribute((request) => ({
      ...(request.headers.cookie?.includes('me=1') === true && {
        visitor: { signedIn: true, name: 'Sam Example', roleLabels: ['Reviewer', 'Lead'] },
      }),
      navigation: [
        { href: '/', text: 'Start' },
        { href: '/form', text: 'Questions' },
        { href: '/told', text: 'Check your answers' },
      ],
    }));
  }
}

/** A tiny application with the pages' equipment and nothing else, on a free port. */
export async function sampleApp(given: Partial<WebSettings> = {}): Promise<NestFastifyApplication> {
  const settings = webSettings({
    publicUrl: new URL('http://localhost'),
    cookieSecret: 'only for tests, thirty-two and more',
    moreTemplates: [join(projectRoot, 'test', 'web', 'views')],
    ...given,
  });
  const app = await NestFactory.create<NestFastifyApplication>(
    { module: SampleModule, imports: [WebModule.with(settings)], controllers: [Sample, SampleApi] },
    new FastifyAdapter(serverOptions(settings)),
    { logger: ['error'] },
  );
  await equipWeb(app, settings);
  await app.listen(0, '127.0.0.1');
  return app;
}
