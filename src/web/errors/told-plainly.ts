/** What a schema finds wrong in what was sent: its sentence and, where the schema is Candour's own, how it came to it. */
export interface FoundFault {
  readonly message: string;
  readonly code?: string;
  readonly expected?: string;
  readonly origin?: string;
  readonly format?: string;
  readonly minimum?: number | bigint;
  readonly maximum?: number | bigint;
  readonly values?: readonly unknown[];
}

/** A fault as a sentence that says what to send. What a field says in its own words stays; what the library says for all is put plainly. */
export function toldPlainly(fault: FoundFault): string {
  if (!/^(Invalid|Too) /.test(fault.message)) return fault.message;
  switch (fault.code) {
    case 'invalid_type':
      return ofKind(fault);
    case 'invalid_value':
      return `This must be one of: ${(fault.values ?? []).map(String).join(', ')}.`;
    case 'too_small':
      return small(fault);
    case 'too_big':
      return big(fault);
    case 'invalid_format':
      return FORMATS[fault.format ?? ''] ?? OTHERWISE;
    default:
      return OTHERWISE;
  }
}

function ofKind({ expected = '', message }: FoundFault): string {
  const kind = KINDS[expected];
  if (message.endsWith('received undefined')) return `This is missing. Send ${kind ?? 'it'}.`;
  return kind === undefined ? OTHERWISE : `This must be ${kind}.`;
}

function small({ origin, minimum = 0 }: FoundFault): string {
  if (origin === 'array') return `This is too short. Send a list of at least ${String(minimum)}.`;
  if (origin === 'string') return `This must be ${String(minimum)} characters or more.`;
  return `This must be ${String(minimum)} or more.`;
}

function big({ origin, maximum = 0 }: FoundFault): string {
  if (origin === 'array') return `This is too long. Send at most ${String(maximum)} at once.`;
  if (origin === 'string') return `This must be ${String(maximum)} characters or fewer.`;
  return `This must be ${String(maximum)} or less.`;
}

const KINDS: Readonly<Record<string, string>> = {
  array: 'a list',
  boolean: 'true or false',
  int: 'a whole number',
  number: 'a number',
  object: 'an object with named values',
  string: 'text',
};

const FORMATS: Readonly<Record<string, string>> = {
  date: 'This must be a date, such as 2026-11-30.',
  uuid: 'This must be an id, as it was given out.',
};

const OTHERWISE = 'This cannot be read. /api/openapi.json says what can be sent.';
