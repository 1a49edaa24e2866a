import type { LoggerService } from '@nestjs/common';
import { pino, type DestinationStream, type Logger } from 'pino';
import type { Settings } from '../settings/settings.js';
import { faultRecord } from './fault-record.js';

/**
 * The log of this process: one JSON object a line, to the standard output unless another place is named. Whoever logs
 * what was thrown, packages too, logs it without the values that its message may quote.
 */
export function jsonLog({ logLevel }: Pick<Settings, 'logLevel'>, lines?: DestinationStream): Logger {
  return pino(
    {
      level: logLevel,
      serializers: { err: faultRecord, req: () => undefined, res: () => undefined },
      hooks: {
        logMethod([first, second, ...rest], method) {
          const thrown = thrownIn(first);
          if (thrown) method.apply(this, [{ err: thrown }, thrown.name]);
          else method.apply(this, [first, second, ...rest]);
        },
      },
    },
    lines,
  );
}

function thrownIn(logged: unknown): Error | undefined {
  if (logged instanceof Error) return logged;
  if (typeof logged !== 'object' || logged === null || !('err' in logged)) return undefined;
  return logged.err instanceof Error ? logged.err : undefined;
}

/** By this name Nest tells of faults at the start; whoever starts Candour prints them as one sentence. */
const AT_START = 'ExceptionHandler';

type Level = 'error' | 'warn' | 'fatal' | 'info';

/**
 * The same log as Nest and our own `new Logger('…')` speak to it. What is thrown is described without values, and an
 * object is the line itself.
 */
export class JsonLog implements LoggerService {
  constructor(private readonly lines: Logger) {}

  /** Something happened that is worth keeping; what the framework tells of its start is not. */
  log(message: unknown, ...rest: readonly unknown[]): void {
    if (typeof message === 'object') this.write('info', message, rest);
  }

  error(message: unknown, ...rest: readonly unknown[]): void {
    if (rest.at(-1) === AT_START) return;
    this.write('error', message, rest);
  }

  warn(message: unknown, ...rest: readonly unknown[]): void {
    this.write('warn', message, rest);
  }

  fatal(message: unknown, ...rest: readonly unknown[]): void {
    this.write('fatal', message, rest);
  }

  private write(level: Level, message: unknown, rest: readonly unknown[]): void {
    const about = { about: rest.findLast((each) => typeof each === 'string' && !each.includes('\n')) };
    if (message instanceof Error) this.lines[level]({ ...about, ...faultRecord(message) });
    else if (typeof message === 'object') this.lines[level]({ ...about, ...message });
    else this.lines[level](about, typeof message === 'string' ? message : undefined);
  }
}
