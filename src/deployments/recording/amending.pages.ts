import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { Page } from '../../web/answer/page.js';
import { Redirect } from '../../web/answer/redirect.js';
import type { Asked, Fields } from '../../web/form/form.js';
import { askedAnswers, storedAnswers } from '../../web/form/stored-answers.js';
import { submit } from '../../web/form/submit.js';
import { withFixedAnswers } from '../../web/form/with-fixed-answers.js';
import { Claim } from '../claims/claim.entity.js';
import { AddClaim, newClaimFrom } from '../claims/claim.form.js';
import { DeploymentName } from '../deployment-name.entity.js';
import { DeploymentPlace } from '../deployment-place.entity.js';
import type { DeploymentDetail } from '../finding/deployment-view.js';
import { DETAIL_NAMES, Deployment, SAID_BY_SOURCES } from '../deployment.entity.js';
import { AddName, AddPlace, CorrectDeployment } from './deployment.forms.js';
import { DeploymentsService } from './deployments.service.js';
import { OwnDeployment } from '../finding/own-deployment.js';

/** What a trust adds to its own deployment, and mends in it. */
@ApiExcludeController()
@Controller('deployments/:key')
export class AmendingPages {
  constructor(
    private readonly own: OwnDeployment,
    private readonly service: DeploymentsService,
  ) {}

  @Get('details')
  @Requires('correct', Deployment)
  async askDetails(@Acting() actor: Actor, @Param('key') key: string): Promise<Page> {
    const detail = await this.own.toChange(actor, key);
    return ask(detail, DETAILS, CorrectDeployment.asked(detailsOf(detail)));
  }

  @Post('details')
  @Requires('correct', Deployment)
  async correct(
    @Acting() actor: Actor,
    @Param('key') key: string,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    const detail = await this.own.toChange(actor, key);
    const sent = detail.registeredBy === 'sources' ? withFixedAnswers(body, ofSources(detail)) : body;
    return submit(CorrectDeployment, sent, {
      act: async ({ version, reason, ...values }) => {
        const details = storedAnswers(values, DETAIL_NAMES);
        await this.service.correct(actor, detail.id, details, { reason: reason ?? null, expected: version });
        return back(detail, 'The record was corrected');
      },
      again: (asked) => ask(detail, DETAILS, asked),
      current: async () => detailsOf(await this.own.toChange(actor, key)),
    });
  }

  @Get('names')
  @Requires('name', DeploymentName)
  async askName(@Acting() actor: Actor, @Param('key') key: string): Promise<Page> {
    return ask(await this.own.toChange(actor, key), NAMES, AddName.asked());
  }

  @Post('names')
  @Requires('name', DeploymentName)
  async addName(
    @Acting() actor: Actor,
    @Param('key') key: string,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    const detail = await this.own.toChange(actor, key);
    return submit(AddName, body, {
      act: async (values) => {
        await this.service.addName(actor, detail.id, values);
        return back(detail, 'The name was added');
      },
      again: (asked) => ask(detail, NAMES, asked),
    });
  }

  @Get('where')
  @Requires('place', DeploymentPlace)
  async askPlace(@Acting() actor: Actor, @Param('key') key: string): Promise<Page> {
    return ask(await this.own.toChange(actor, key), PLACES, AddPlace.asked());
  }

  @Post('where')
  @Requires('place', DeploymentPlace)
  async addPlace(
    @Acting() actor: Actor,
    @Param('key') key: string,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    const detail = await this.own.toChange(actor, key);
    return submit(AddPlace, body, {
      act: async (values) => {
        await this.service.addPlace(actor, detail.id, values);
        return back(detail, 'The place was added');
      },
      again: (asked) => ask(detail, PLACES, asked),
    });
  }

  @Get('claims')
  @Requires('state', Claim)
  async askClaim(@Acting() actor: Actor, @Param('key') key: string): Promise<Page> {
    const detail = await this.own.toChange(actor, key);
    return ask(detail, CLAIMS, claimForm(detail).asked());
  }

  @Post('claims')
  @Requires('state', Claim)
  async state(
    @Acting() actor: Actor,
    @Param('key') key: string,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    const detail = await this.own.toChange(actor, key);
    return submit(claimForm(detail), body, {
      act: async (values) => {
        await this.service.state(actor, detail.id, newClaimFrom(values));
        return back(detail, 'What you said was added');
      },
      again: (asked) => ask(detail, CLAIMS, asked),
    });
  }
}

interface Adding {
  readonly path: string;
  readonly title: string;
  readonly button: string;
}

const DETAILS: Adding = { path: 'details', title: 'What the record says', button: 'Save' };
const NAMES: Adding = { path: 'names', title: 'Add a name', button: 'Add the name' };
const PLACES: Adding = { path: 'where', title: 'Add a place where it lies', button: 'Add the place' };
const CLAIMS: Adding = { path: 'claims', title: 'Add what the trust says', button: 'Add it' };

function ask<F extends Fields>(detail: DeploymentDetail, adding: Adding, asked: Asked<F>): Page {
  return new Page('deployments/recording/views/add.njk', {
    ...adding,
    ...asked,
    caption: detail.title,
    detail,
    only: adding === DETAILS ? askedOf(detail) : null,
    names: detail.names.map(({ name }) => name),
    places: detail.places.map(({ name }) => name),
    back: { href: `/deployments/${detail.key}` },
  });
}

/** What is asked about details: nothing that sources say, and why only where everyone could read what changes. */
function askedOf({ registeredBy, published }: DeploymentDetail): readonly string[] {
  const own = DETAIL_NAMES.filter((name) => registeredBy === 'trust' || !SAID_BY_SOURCES.has(name));
  return published ? [...own, 'reason'] : own;
}

function ofSources({ title, area }: DeploymentDetail) {
  return { title, area };
}

function back({ key }: DeploymentDetail, notice: string): Redirect {
  return new Redirect(`/deployments/${key}`, notice);
}

function detailsOf(detail: DeploymentDetail) {
  return { ...askedAnswers(detail, DETAIL_NAMES), version: detail.revision };
}

function claimForm({ claims }: DeploymentDetail) {
  const choices = claims.map(({ key, statement }) => ({ value: key, label: statement.slice(0, 140) }));
  return AddClaim.offering({ contradicts: choices });
}
