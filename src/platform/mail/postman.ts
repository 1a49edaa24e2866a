import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Transporter } from 'nodemailer';
import { isId, type Uuid } from '../../kernel/identifiers.js';
import { Database } from '../database/database.js';
import type { Scope } from '../database/scope.js';
import { Worker } from '../jobs/worker.js';
import { Settings } from '../settings/settings.js';
import { select, sql, type RowOf } from '../database/selection.js';

const OPERATOR_SCOPE: Scope = { role: 'candour_operator', settings: {} };

const WAITING_MAIL = select({
  id: sql<Uuid>('m.id'),
  address: sql<string>('coalesce(p.email, c.address)'),
  subject: sql<string>('m.subject'),
  body: sql<string>('m.body'),
});

type WaitingMail = RowOf<typeof WAITING_MAIL>;

/**
 * Sends the mail that acts have written, through SMTP when it is configured. Without it every mail stays in the
 * outbox, where administrators see it; a mail that could not be sent stays there too, with the reason.
 */
@Injectable()
export class Postman implements OnModuleInit {
  private opened: Promise<Transporter> | null = null;

  constructor(
    private readonly database: Database,
    private readonly worker: Worker,
    private readonly settings: Settings,
  ) {}

  /** Takes on the chore of sending. */
  onModuleInit(): void {
    this.worker.teachChore('send-mail', (payload) => this.send(payload));
  }

  private async send(payload: unknown): Promise<void> {
    const id = typeof payload === 'object' && payload !== null && 'mailId' in payload ? payload.mailId : null;
    const mail = isId(id) ? await this.waiting(id) : null;
    const transport = await this.transport();
    if (!mail || !transport) return;
    try {
      const { address, subject, body } = mail;
      await transport.sendMail({ from: this.settings.mailFrom, to: address, subject, text: body });
      await this.note(mail.id, 'sent_at = now(), fault = NULL', []);
    } catch (fault) {
      await this.note(mail.id, 'fault = $2', [
        fault instanceof Error ? fault.message : 'The mail server refused it.',
      ]);
      throw fault;
    }
  }

  /** The way to the mail server, made when the first mail is to be sent: without a mail server it takes up nothing. */
  private async transport(): Promise<Transporter | null> {
    const { smtpUrl } = this.settings;
    if (smtpUrl === undefined) return null;
    this.opened ??= import('nodemailer').then(({ createTransport }) => createTransport(smtpUrl));
    return this.opened;
  }

  private waiting(id: Uuid): Promise<WaitingMail | null> {
    const mail = WAITING_MAIL.from(
      `work.mail m LEFT JOIN identity.person p ON p.id = m.person_id
        LEFT JOIN memberships.group_contact c ON c.id = m.contact_id WHERE m.id = $1 AND m.sent_at IS NULL`,
      [id],
    );
    return this.database.row(OPERATOR_SCOPE, mail);
  }

  private async note(id: Uuid, change: string, values: readonly unknown[]): Promise<void> {
    await this.database.write(OPERATOR_SCOPE, (manager) =>
      manager.query(`UPDATE work.mail SET attempts = attempts + 1, ${change} WHERE id = $1`, [id, ...values]),
    );
  }
}
