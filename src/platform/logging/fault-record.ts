import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../kernel/project-root.js';
import { framesOf } from './frames.js';

/** What the log keeps of a fault. */
export interface FaultRecord {
  /** Its class, and its message where that is known to hold nothing that anybody typed. */
  readonly fault: string;
  readonly code?: string;
  readonly constraint?: string;
  readonly stack: readonly string[];
  /** What led to it, and what led to that. */
  readonly causes?: readonly FaultRecord[];
}

const DEEPEST = 3;
const MOST_CAUSES = 5;

/**
 * Describes a fault for the log without what people typed. A message is kept only where our own code threw it: those of
 * PostgreSQL, of the mail server and of packages may quote a value, so of them only class, code and place are kept.
 */
export function faultRecord(thrown: unknown, depth = 0): FaultRecord {
  if (!(thrown instanceof Error)) return { fault: typeof thrown, stack: [] };
  const driver: unknown = 'driverError' in thrown ? thrown.driverError : thrown;
  const code = textOf(driver, 'code');
  const constraint = textOf(driver, 'constraint');
  const stack = framesOf(thrown);
  const causes = depth < DEEPEST ? causesOf(thrown).map((cause) => faultRecord(cause, depth + 1)) : [];
  const ours = driver === thrown && textOf(thrown, 'severity') === undefined && isOurs(stack[0]);
  return {
    fault: ours ? `${thrown.name}: ${withoutValues(thrown.message)}` : thrown.name,
    ...(code !== undefined && { code }),
    ...(constraint !== undefined && { constraint }),
    stack,
    ...(causes.length > 0 && { causes }),
  };
}

function causesOf(thrown: Error): readonly unknown[] {
  const several: readonly unknown[] = thrown instanceof AggregateError ? thrown.errors : [];
  return [...(thrown.cause === undefined ? [] : [thrown.cause]), ...several].slice(0, MOST_CAUSES);
}

function isOurs(frame = ''): boolean {
  const [, path] = /[( ]((?:src|test|migrations|dist)\/[^:]+):/.exec(frame) ?? [];
  return path !== undefined && existsSync(join(projectRoot, path));
}

/** Our messages quote nothing that people typed; should one ever do so, these would still not be in the log. */
function withoutValues(message: string): string {
  return message
    .split('\n', 1)
    .join('')
    .slice(0, 300)
    .replace(/[^\s"'<>(]+@[^\s"'<>)]+/g, '…')
    .replace(/CND-[A-Z0-9-]+/gi, '…')
    .replace(/\d{5,}/g, '…');
}

function textOf(thrown: unknown, key: string): string | undefined {
  if (typeof thrown !== 'object' || thrown === null || !(key in thrown)) return undefined;
  const value: unknown = (thrown as Readonly<Record<string, unknown>>)[key];
  return typeof value === 'string' ? value : undefined;
}
