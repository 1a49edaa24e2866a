import { inspect } from 'node:util';
import type { Environment } from './environment.js';
import type { Phase, Responsible } from './responsible.js';

/** What Candour was told at start, checked. It never changes while it runs. */
export interface SettingsValues {
  readonly mode: 'demo' | 'production';
  readonly host: string;
  readonly port: number;
  /** The origin people see, without a slash at the end. */
  readonly publicUrl: string;
  /** The owner's connection, for migrations; undefined when Candour brings its own PostgreSQL. */
  readonly databaseUrl: string | undefined;
  /** The application's login; undefined when it is the one that Candour makes itself. */
  readonly databaseAppUrl: string | undefined;
  /** The connection of jobs; undefined when it is the application's. */
  readonly databaseWorkerUrl: string | undefined;
  /** The word that the names of Candour's roles begin with. */
  readonly databaseRoles: string;
  /** Whether statements that are asked often are prepared once a connection. */
  readonly databasePrepares: boolean;
  readonly databasePoolSize: number;
  /** How many seconds a request waits for a connection, and for the answer to one statement. */
  readonly databaseSeconds: number;
  /** An absolute path. */
  readonly folder: string;
  /** Every key is derived from it; see derived-keys. */
  readonly secret: string;
  /** How long after it was withdrawn a concern is kept, such as `2 years`; null when none is ever erased. */
  readonly withdrawnConcernsKeptFor: string | null;
  readonly phase: Phase;
  /** Null in the demo, which nobody answers for. */
  readonly responsible: Responsible | null;
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string | undefined;
  readonly logLevel: Environment['LOG_LEVEL'];
  /** Where metrics can be read; undefined when nothing is measured. */
  readonly metricsListen: Environment['METRICS_LISTEN'];
  /** The OpenTelemetry collector; undefined when there is none. */
  readonly tracesTo: string | undefined;
  readonly trustProxy: Environment['TRUST_PROXY'];
}

/** The settings as something that can be asked for by its class. Printing it shows no secret. */
export class Settings implements SettingsValues {
  readonly mode: SettingsValues['mode'];
  readonly host: string;
  readonly port: number;
  readonly publicUrl: string;
  readonly databaseUrl: string | undefined;
  readonly databaseAppUrl: string | undefined;
  readonly databaseWorkerUrl: string | undefined;
  readonly databaseRoles: string;
  readonly databasePrepares: boolean;
  readonly databasePoolSize: number;
  readonly databaseSeconds: number;
  readonly folder: string;
  readonly secret: string;
  readonly withdrawnConcernsKeptFor: string | null;
  readonly phase: Phase;
  readonly responsible: Responsible | null;
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string | undefined;
  readonly logLevel: SettingsValues['logLevel'];
  readonly metricsListen: SettingsValues['metricsListen'];
  readonly tracesTo: string | undefined;
  readonly trustProxy: SettingsValues['trustProxy'];

  constructor(values: SettingsValues) {
    Object.assign(this, values);
    Object.freeze(this);
  }

  toJSON(): Record<string, unknown> {
    const { mode, host, port, publicUrl, folder, logLevel, databasePoolSize, trustProxy, mailFrom } = this;
    const { databaseRoles, databasePrepares, databaseSeconds, withdrawnConcernsKeptFor, phase, responsible } =
      this;
    return {
      ...{ mode, host, port, publicUrl, folder, logLevel, databasePoolSize, trustProxy, mailFrom },
      ...{ databaseRoles, databasePrepares, databaseSeconds, withdrawnConcernsKeptFor, phase, responsible },
    };
  }

  [inspect.custom](): Record<string, unknown> {
    return this.toJSON();
  }
}
