/** What the log keeps of a fault. */
export interface FaultRecord {
  readonly reference: string;
  readonly fault: string;
  readonly code?: string;
  readonly constraint?: string;
  readonly frames: readonly string[];
}

/**
 * Describes a fault for the log without what people typed. The message of a database fault may quote a value, so
 * only its code, constraint and place are kept; the message of any other fault is ours.
 */
export function faultRecord(thrown: unknown, reference: string): FaultRecord {
  if (!(thrown instanceof Error)) return { reference, fault: typeof thrown, frames: [] };
  const driver: unknown = 'driverError' in thrown ? thrown.driverError : thrown;
  const code = textOf(driver, 'code');
  const constraint = textOf(driver, 'constraint');
  const quotesValues = 'driverError' in thrown || textOf(driver, 'severity') !== undefined;
  return {
    reference,
    fault: quotesValues ? thrown.name : `${thrown.name}: ${thrown.message}`,
    ...(code !== undefined && { code }),
    ...(constraint !== undefined && { constraint }),
    frames: (thrown.stack ?? '')
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .slice(0, 12),
  };
}

function textOf(thrown: unknown, key: string): string | undefined {
  if (typeof thrown !== 'object' || thrown === null || !(key in thrown)) return undefined;
  const value: unknown = (thrown as Readonly<Record<string, unknown>>)[key];
  return typeof value === 'string' ? value : undefined;
}
