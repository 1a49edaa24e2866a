import { z } from 'zod';
import { plural } from '../../words.js';
import type { Field, FieldLook, Wording } from '../field.js';
import { called, missing } from '../sentences.js';

/** One file as it was sent. Its name and type are only what the sender claims. */
export class UploadedFile {
  constructor(
    readonly name: string,
    readonly claimedType: string,
    readonly bytes: Buffer,
    /** The file was longer than the server reads; `bytes` holds only its beginning. */
    readonly cutShort: boolean,
  ) {}
}

/** How many files, how large, and which kinds the file dialog offers. */
export interface FilesOptions extends Wording, Pick<FieldLook, 'accept'> {
  /** 1 unless said. */
  readonly max?: number;
  /** 10 MB unless said; never more than the server's own limit. */
  readonly maxBytes?: number;
}

/** Files sent with the form. A browser cannot show them again, so they are asked for on a page of their own. */
export function files(options: FilesOptions): Field<z.ZodType<UploadedFile[]>> {
  const max = options.max ?? 1;
  const schema = z
    .array(z.unknown().transform(asFile), { error: missing(options, 'Select') })
    .check((checked) => {
      const message = faultOf(checked.value, options);
      if (message !== undefined) checked.issues.push({ code: 'custom', input: checked.value, message });
    });
  return {
    kind: 'files',
    wording: options,
    look: { multiple: max > 1, ...(options.accept !== undefined && { accept: options.accept }) },
    schema: options.optional === true ? schema.default([]) : schema,
    read: (sent) => {
      const raw = sent();
      const list: readonly unknown[] = Array.isArray(raw)
        ? raw
        : raw === undefined || raw === ''
          ? []
          : [raw];
      return { answer: '', value: list };
    },
    retype: () => '',
  };
}

function asFile(sent: unknown, context: z.RefinementCtx): UploadedFile {
  if (sent instanceof UploadedFile) return sent;
  context.addIssue({ code: 'custom', message: 'Select the file again: it did not arrive as a file.' });
  return z.NEVER;
}

function faultOf(sent: readonly UploadedFile[], options: FilesOptions): string | undefined {
  const { max = 1, maxBytes = 10 * MEGABYTE } = options;
  if (sent.length === 0) return options.optional === true ? undefined : missing(options, 'Select');
  if (sent.length > max) return `${called(options)}: select ${plural(max, 'file')} at most.`;
  const large = sent.find((file) => file.cutShort || file.bytes.length > maxBytes);
  if (large) return `“${large.name}” must be smaller than ${String(Math.floor(maxBytes / MEGABYTE))}MB.`;
  const empty = sent.find((file) => file.bytes.length === 0);
  return empty && `“${empty.name}” is empty. Select another file.`;
}

const MEGABYTE = 1024 * 1024;
