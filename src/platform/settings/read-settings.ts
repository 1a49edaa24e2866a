import { existsSync, readFileSync } from 'node:fs';
import { BlockList } from 'node:net';
import { join, resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { projectRoot } from '../../kernel/project-root.js';
import { StartFault } from '../start-fault.js';
import { environment, type Environment } from './environment.js';
import { keptSecret } from './kept-secret.js';
import { responsibleFault } from './responsible.js';
import { Settings } from './settings.js';

/** Variables as a process has them: names and texts. */
export type Variables = Readonly<Record<string, string | undefined>>;

/**
 * The settings that these variables ask for. An empty variable is as good as none.
 * @throws StartFault that lists every fault at once, each with what to do about it.
 */
export function readSettings(variables: Variables): Settings {
  const given = Object.fromEntries(
    Object.entries(variables).flatMap(([name, text]) => (text?.trim() ? [[name, text.trim()]] : [])),
  );
  const read = environment.safeParse(given);
  const faults = [...(read.error?.issues ?? []).map(({ message }) => message), ...faultsBetween(given)];
  if (!read.success || faults.length > 0) throw new StartFault(asList(faults));
  return settingsOf(read.data);
}

/** The process's own variables, and beneath them those of a `.env` file in the project's folder if there is one. */
export function processVariables(): Variables {
  const file = join(projectRoot, '.env');
  return existsSync(file) ? { ...parseEnv(readFileSync(file, 'utf8')), ...process.env } : process.env;
}

function settingsOf(read: Environment): Settings {
  const folder = resolve(projectRoot, read.CANDOUR_FOLDER);
  return new Settings({
    mode: read.CANDOUR_MODE,
    host: read.HOST,
    port: read.PORT,
    publicUrl: read.PUBLIC_URL ?? `http://${visibleHost(read.HOST)}:${read.PORT}`,
    databaseUrl: read.DATABASE_URL,
    databaseAppUrl: read.DATABASE_APP_URL,
    databaseWorkerUrl: read.DATABASE_WORKER_URL,
    databaseRoles: read.DATABASE_ROLES,
    databasePrepares: read.DATABASE_PREPARED_STATEMENTS === 'yes',
    databasePoolSize: read.DATABASE_POOL_SIZE,
    databaseSeconds: read.DATABASE_SECONDS,
    folder,
    secret: read.CANDOUR_SECRET || keptSecret(folder),
    withdrawnConcernsKeptFor: read.CONCERNS_KEPT_AFTER_WITHDRAWAL,
    ...standing(read),
    smtpUrl: read.SMTP_URL,
    mailFrom: read.MAIL_FROM,
    logLevel: read.LOG_LEVEL,
    metricsListen: read.METRICS_LISTEN,
    tracesTo: read.OTEL_EXPORTER_OTLP_ENDPOINT,
    trustProxy: read.TRUST_PROXY,
  });
}

/** What the installation says of itself: the demo answers to nobody, whatever else was set. */
function standing(read: Environment): Pick<Settings, 'phase' | 'responsible'> {
  if (read.CANDOUR_MODE === 'demo') return { phase: 'demo', responsible: null };
  return {
    phase: read.SERVICE_PHASE || 'trial',
    responsible: {
      controller: read.CONTROLLER,
      dataProtectionOfficer: read.DATA_PROTECTION_OFFICER,
      phone: read.CONTACT_PHONE,
      address: read.CONTACT_ADDRESS,
    },
  };
}

/** Rules between variables. They read the bare texts, so that one wrong variable hides no fault of the others. */
function faultsBetween(given: Variables): readonly string[] {
  return [
    demoOnNetwork(given),
    productionSecret(given),
    productionAddress(given),
    responsibleFault(given),
    sender(given),
    worker(given),
  ].filter((fault) => fault !== undefined);
}

function demoOnNetwork({ CANDOUR_MODE, HOST, CANDOUR_ALLOW_DEMO_ON_NETWORK }: Variables): string | undefined {
  if (CANDOUR_MODE === 'production' || HOST === undefined || isLoopback(HOST)) return undefined;
  if (CANDOUR_ALLOW_DEMO_ON_NETWORK === 'yes') return undefined;
  return (
    `HOST is "${HOST}", which other machines can reach, and the demo's passwords are public. Set HOST to 127.0.0.1, ` +
    'or CANDOUR_MODE to production, or, if no real record will ever be in it, CANDOUR_ALLOW_DEMO_ON_NETWORK to yes.'
  );
}

function productionSecret({ CANDOUR_MODE, CANDOUR_SECRET }: Variables): string | undefined {
  if (CANDOUR_MODE !== 'production' || CANDOUR_SECRET !== undefined) return undefined;
  return 'CANDOUR_SECRET is missing. Production needs one: make it with openssl rand -base64 48 and keep a copy safe.';
}

function productionAddress({ CANDOUR_MODE, PUBLIC_URL }: Variables): string | undefined {
  if (CANDOUR_MODE !== 'production' || PUBLIC_URL?.startsWith('https:')) return undefined;
  if (URL.canParse(PUBLIC_URL ?? '') && isLoopback(new URL(PUBLIC_URL ?? '').hostname)) return undefined;
  return 'PUBLIC_URL does not begin with https. Set it to the https address that people see: sign-in needs it in production.';
}

function sender({ SMTP_URL, MAIL_FROM }: Variables): string | undefined {
  if (SMTP_URL === undefined || MAIL_FROM !== undefined) return undefined;
  return 'MAIL_FROM is missing. Messages sent through SMTP_URL need a sender, such as Candour <candour@example.org>.';
}

function worker({ DATABASE_APP_URL, DATABASE_WORKER_URL }: Variables): string | undefined {
  if (DATABASE_WORKER_URL === undefined) return undefined;
  if (DATABASE_APP_URL !== undefined && usernameOf(DATABASE_APP_URL) === usernameOf(DATABASE_WORKER_URL))
    return undefined;
  return 'DATABASE_WORKER_URL must name the same login as DATABASE_APP_URL, at PostgreSQL itself. Set both, or leave DATABASE_WORKER_URL empty.';
}

function usernameOf(address: string): string | undefined {
  return URL.canParse(address) ? new URL(address).username : undefined;
}

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

function isLoopback(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '');
  return bare === 'localhost' || loopback.check(bare, bare.includes(':') ? 'ipv6' : 'ipv4');
}

function visibleHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

function asList(faults: readonly string[]): string {
  const heading =
    faults.length === 1 ? 'One setting needs attention:' : `${faults.length} settings need attention:`;
  return [
    heading,
    ...faults.map((fault) => `  - ${fault}`),
    'Every setting is described in .env.example.',
  ].join('\n');
}
