import { Injectable } from '@nestjs/common';
import { CorrespondenceService } from '../correspondence/correspondence.service.js';
import { HandlingService } from './handling.service.js';
import { ACT_WORDS } from './act-words.js';
import { handlersAct, type HandlersAct } from './handlers-act.js';
import { Confirm, Triage, Write } from './handling.forms.js';
import { Linking } from './linking.js';

/** What handlers do with a concern, by the last part of the page's address. */
@Injectable()
export class HandlersActs {
  private readonly acts: ReadonlyMap<string, HandlersAct>;

  constructor(handling: HandlingService, correspondence: CorrespondenceService, linking: Linking) {
    this.acts = new Map([...stepsWith(handling, linking), ...wordsWith(correspondence, linking)]);
  }

  /** The act of this name; undefined when there is none. */
  named(name: string): HandlersAct | undefined {
    return this.acts.get(name);
  }
}

function stepsWith(handling: HandlingService, linking: Linking): readonly (readonly [string, HandlersAct])[] {
  const { triage, admit, link, unlink, close } = ACT_WORDS;
  return [
    [
      'triage',
      handlersAct(
        triage,
        () => Triage,
        (actor, id, { themes }) => handling.triage(actor, id, themes),
      ),
    ],
    [
      'admit',
      handlersAct(
        admit,
        () => Confirm,
        (actor, id) => handling.admit(actor, id),
      ),
    ],
    [
      'link',
      handlersAct(
        link,
        (actor) => linking.linkForm(actor),
        (actor, id, values) => linking.link(actor, id, values),
      ),
    ],
    [
      'unlink',
      handlersAct(
        unlink,
        (actor, id) => linking.unlinkForm(actor, id),
        (actor, id, values) => linking.unlink(actor, id, values),
      ),
    ],
    [
      'close',
      handlersAct(
        close,
        () => Confirm,
        (actor, id) => handling.close(actor, id),
      ),
    ],
  ];
}

function wordsWith(
  correspondence: CorrespondenceService,
  linking: Linking,
): readonly (readonly [string, HandlersAct])[] {
  const { message, answer, release } = ACT_WORDS;
  return [
    [
      'message',
      handlersAct(
        message,
        () => Write,
        (actor, id, { text, once }) => correspondence.write(actor, id, text, once),
      ),
    ],
    [
      'answer',
      handlersAct(
        answer,
        () => Write,
        (actor, id, { text, once }) => correspondence.answer(actor, id, text, once),
      ),
    ],
    [
      'release',
      handlersAct(
        release,
        (actor, id) => linking.releaseForm(actor, id),
        (actor, id, values) => linking.release(actor, id, values),
      ),
    ],
  ];
}
