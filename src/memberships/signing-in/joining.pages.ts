import { Body, Controller, Get, Post, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { OpenToAll } from '../../access/requirement.js';
import { Page } from '../../web/answer/page.js';
import { Redirect } from '../../web/answer/redirect.js';
import { submit } from '../../web/form/submit.js';
import { JoiningService } from './joining.service.js';
import { oneFormPage } from '../one-form-page.js';
import { Join } from './sign-in.forms.js';

const WHY_OPEN = 'an invited person has no passphrase to sign in with yet';

/** Where an invited person chooses a passphrase with their joining code. */
@ApiExcludeController()
@Controller('join')
export class JoiningPages {
  constructor(private readonly joining: JoiningService) {}

  @Get()
  @OpenToAll(WHY_OPEN)
  ask(): Page {
    return joinPage(Join.asked());
  }

  @Post()
  @OpenToAll(WHY_OPEN)
  async join(@Req() request: FastifyRequest, @Body() body: unknown): Promise<Page | Redirect> {
    return submit(Join, body, {
      act: async (given) => {
        await this.joining.join({ ...given, from: request.ip });
        return new Redirect('/sign-in', 'Your passphrase is set. Sign in with it');
      },
      again: joinPage,
    });
  }
}

function joinPage(asked: object): Page {
  const shown = {
    title: 'Choose your passphrase',
    action: '/join',
    button: 'Set passphrase',
    back: { href: '/sign-in', text: 'Sign in' },
    intro: [
      'An administrator gave you a joining code. With it you choose a passphrase that nobody else knows.',
    ],
  };
  return oneFormPage(shown, asked);
}
