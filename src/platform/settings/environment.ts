import { isIP } from 'node:net';
import { z } from 'zod';
import { responsibleVariables } from './responsible.js';

/** How long a secret must be at least, in characters; 32 random ones carry far more than 128 bits. */
const SECRET_LENGTH = 32;

/**
 * Every environment variable that Candour knows: what it is for, what holds when it is empty, and the sentence that
 * mends a wrong one. `.env.example` is written from here.
 */
export const environment = z.object({
  CANDOUR_MODE: z
    .enum(['demo', 'production'], { error: wrong('CANDOUR_MODE', 'Set it to demo or to production.') })
    .prefault('demo')
    .describe('demo loads an example world with published passwords; production starts empty and locked.'),
  CANDOUR_ALLOW_DEMO_ON_NETWORK: z
    .enum(['yes', 'no'], { error: wrong('CANDOUR_ALLOW_DEMO_ON_NETWORK', 'Set it to yes or to no.') })
    .prefault('no')
    .describe(
      'yes lets the demo listen where other machines reach it. Its passwords are public: hold no real record.',
    ),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, {
      error: wrong('HOST', 'Set it to an address such as 127.0.0.1 or to a host name.'),
    })
    .prefault('127.0.0.1')
    .describe('The address to listen on. 127.0.0.1 serves this machine alone.'),
  PORT: wholeNumber('PORT', 0, 65_535)
    .prefault('3000')
    .describe('The port to listen on; 0 takes any that is free.'),
  PUBLIC_URL: z
    .literal('')
    .or(
      z.string().refine(isOrigin, {
        error: wrong(
          'PUBLIC_URL',
          'Set it to an address such as https://candour.example.org, without a path.',
        ),
      }),
    )
    .transform((text) => (text === '' ? undefined : new URL(text).origin))
    .prefault('')
    .describe('The address people see, for links in messages. Empty: the address listened on.'),
  DATABASE_URL: databaseUrl('DATABASE_URL').describe(
    'PostgreSQL 15 or later, as a login that owns the database and may create roles (CREATEROLE), and need be no ' +
      'superuser: postgresql://owner:password@host/database. Migrating needs it, without a pooler between. Empty: with ' +
      'DATABASE_APP_URL, a process that serves and cannot migrate; else a PostgreSQL that comes with Candour, meant for ' +
      'trying and developing.',
  ),
  DATABASE_APP_URL: databaseUrl('DATABASE_APP_URL').describe(
    'The login that the application works with, which may not alter the log: any that exists, and migrating gives it ' +
      'what it needs; it may lead through a pooler. Empty: one that migrating makes, candour_app, with a password ' +
      'derived from CANDOUR_SECRET.',
  ),
  DATABASE_WORKER_URL: databaseUrl('DATABASE_WORKER_URL').describe(
    'The login of DATABASE_APP_URL for jobs, which listen and so need a connection of their own without a pooler of transactions ' +
      'between. Empty: as DATABASE_APP_URL.',
  ),
  DATABASE_ROLES: z
    .string()
    .regex(/^[a-z][a-z0-9_]{0,47}$/, {
      error: wrong('DATABASE_ROLES', 'Set it to a word of small letters, digits and _, such as candour.'),
    })
    .prefault('candour')
    .describe(
      'The word that the names of roles in PostgreSQL begin with (candour_member). Roles belong to a whole server: a ' +
        'second Candour on one server needs a word of its own.',
    ),
  DATABASE_PREPARED_STATEMENTS: z
    .enum(['yes', 'no'], { error: wrong('DATABASE_PREPARED_STATEMENTS', 'Set it to yes or to no.') })
    .prefault('yes')
    .describe(
      'no where DATABASE_APP_URL leads through a pooler that does not keep prepared statements: PgBouncer before 1.21, or ' +
        'with max_prepared_statements = 0, in transaction mode.',
    ),
  DATABASE_POOL_SIZE: wholeNumber('DATABASE_POOL_SIZE', 1, 500)
    .prefault('10')
    .describe('How many connections the application keeps for reading, and as many again for writing.'),
  DATABASE_SECONDS: wholeNumber('DATABASE_SECONDS', 1, 300)
    .prefault('10')
    .describe(
      'How many seconds a request waits for a connection, and for the answer to one statement, before it is told to ' +
        'try again. Jobs, exports and the console have longer limits of their own.',
    ),
  CANDOUR_FOLDER: z
    .string()
    .refine((text) => !text.includes('\0'), {
      error: 'CANDOUR_FOLDER is not the name of a folder. Set it to one, such as .candour.',
    })
    .prefault('.candour')
    .describe(
      'Where the database that comes with Candour, uploaded files and kept keys live. Relative to the project.',
    ),
  CANDOUR_SECRET: z
    .string()
    .refine((text) => text === '' || text.length >= SECRET_LENGTH, {
      error: `CANDOUR_SECRET is too short. Set it to at least ${SECRET_LENGTH} random characters: openssl rand -base64 48 makes some.`,
    })
    .prefault('')
    .describe(
      'At least 32 random characters, from which every key is derived; losing it loses what they protect. ' +
        'Needed in production. Empty in the demo: made once and kept in CANDOUR_FOLDER.',
    ),
  CONCERNS_KEPT_AFTER_WITHDRAWAL: z
    .string()
    .refine((text) => text === 'never' || LENGTH_OF_TIME.test(text), {
      error: wrong(
        'CONCERNS_KEPT_AFTER_WITHDRAWAL',
        'Set it to a time such as 90 days, 18 months or 2 years, or to never.',
      ),
    })
    .transform(asLengthOfTime)
    .prefault('2 years')
    .describe(
      'How long the words of a concern are kept after its person took it back: 90 days, 18 months or 2 years. In the ' +
        'night after, they are destroyed. never: while an inquiry or the law forbids it. The privacy page says which.',
    ),
  ...responsibleVariables,
  SMTP_URL: optionalUrl('SMTP_URL', ['smtp:', 'smtps:'], 'smtps://user:password@mail.example.org').describe(
    'The mail server. Empty: messages are not sent and can be read in the outbox.',
  ),
  MAIL_FROM: z
    .string()
    .refine((text) => text === '' || /^[^\s@]+@[^\s@]+$|<[^\s@]+@[^\s@]+>$/.test(text), {
      error: wrong('MAIL_FROM', 'Set it to an address such as Candour <candour@example.org>.'),
    })
    .transform((text) => (text === '' ? undefined : text))
    .prefault('')
    .describe('The sender of messages: Candour <candour@example.org>. Needed with SMTP_URL.'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
      error: wrong('LOG_LEVEL', 'Set it to fatal, error, warn, info, debug, trace or silent.'),
    })
    .prefault('info')
    .describe('How much the application logs: fatal, error, warn, info, debug, trace or silent.'),
  METRICS_LISTEN: z
    .string()
    .refine((text) => text === '' || listening(text) !== undefined, {
      error: wrong('METRICS_LISTEN', 'Set it to an address and a port, such as 127.0.0.1:9464.'),
    })
    .transform(listening)
    .prefault('')
    .describe(
      'Where Prometheus reads /metrics, as an address and a port: 127.0.0.1:9464. It asks for no password, so no other ' +
        'machine may reach it that should not. Empty: nothing is measured.',
    ),
  OTEL_EXPORTER_OTLP_ENDPOINT: optionalUrl(
    'OTEL_EXPORTER_OTLP_ENDPOINT',
    ['http:', 'https:'],
    'http://127.0.0.1:4318',
  ).describe(
    'The OpenTelemetry collector that is told of requests and jobs, by route and kind alone. Empty: nobody is told.',
  ),
  TRUST_PROXY: z
    .string()
    .refine(isProxyList, {
      error: wrong(
        'TRUST_PROXY',
        'Set it to the number of proxies in front, or to their addresses separated by commas.',
      ),
    })
    .transform(asProxies)
    .prefault('')
    .describe(
      'The number of proxies in front, or their addresses (10.0.0.0/8,::1). Empty: none, and no header is believed.',
    ),
});

const LENGTH_OF_TIME = /^([1-9]\d{0,2}) (day|month|year)s?$/;

/** What the environment says, read and typed. */
export type Environment = z.output<typeof environment>;

/** Shows the wrong value, because the person who mends it looks for it; never used for a secret. */
function wrong(name: string, mend: string): (issue: { readonly input?: unknown }) => string {
  return ({ input }) => `${name} is ${JSON.stringify(input)}, which will not do. ${mend}`;
}

function wholeNumber(name: string, least: number, most: number) {
  const error = wrong(name, `Set it to a whole number from ${least} to ${most}.`);
  return z
    .string()
    .refine((text) => /^\d{1,9}$/.test(text) && Number(text) >= least && Number(text) <= most, { error })
    .transform(Number);
}

function databaseUrl(name: string) {
  return optionalUrl(name, ['postgres:', 'postgresql:'], 'postgresql://login:password@host:5432/candour');
}

/** The value is not shown: it may hold a password. */
function optionalUrl(name: string, protocols: readonly string[], example: string) {
  const error = `${name} is not an address that Candour can use. Set it to one such as ${example}.`;
  return z
    .string()
    .refine((text) => text === '' || isUrl(text, protocols), { error })
    .transform((text) => (text === '' ? undefined : text))
    .prefault('');
}

function isUrl(text: string, protocols: readonly string[]): boolean {
  if (!URL.canParse(text)) return false;
  const { hostname, protocol } = new URL(text);
  return hostname !== '' && protocols.includes(protocol);
}

function isOrigin(text: string): boolean {
  return isUrl(text, ['http:', 'https:']) && new URL(text).href === `${new URL(text).origin}/`;
}

/** The length of time as pages say it and PostgreSQL reads it; null for never. */
function asLengthOfTime(text: string): string | null {
  const [, count = '', unit = ''] = LENGTH_OF_TIME.exec(text) ?? [];
  if (count === '') return null;
  return `${count} ${unit}${count === '1' ? '' : 's'}`;
}

/** The address and port of `127.0.0.1:9464` or `[::1]:9464`; undefined for anything else. */
function listening(text: string): { readonly host: string; readonly port: number } | undefined {
  const [, host = '', port = ''] = /^(.+):(\d{1,5})$/.exec(text) ?? [];
  const bare = host.replace(/^\[|\]$/g, '');
  return isIP(bare) !== 0 && Number(port) <= 65_535 ? { host: bare, port: Number(port) } : undefined;
}

function isProxyList(text: string): boolean {
  return text === '' || /^\d{1,2}$/.test(text) || text.split(',').every(isAddressRange);
}

function isAddressRange(text: string): boolean {
  const [address = '', bits, ...rest] = text.trim().split('/');
  const most = isIP(address) === 4 ? 32 : 128;
  return (
    isIP(address) !== 0 &&
    rest.length === 0 &&
    (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most))
  );
}

function asProxies(text: string): false | number | string[] {
  if (text === '' || text === '0') return false;
  return /^\d+$/.test(text) ? Number(text) : text.split(',').map((part) => part.trim());
}
