import { type Binding, bindingBytes } from './binding.js';
import { EnvelopeUnreadable, openDataKey } from './open-envelope.js';
import type { ReaderGroup, ReaderPrivateKey, ReaderPublicKey } from './keys/reader-key.js';
import { sealDataKey, type SealedText } from './seal-envelope.js';

/** The data key of a text as it is sealed to one key of its readers. */
export type WrappedKey = Pick<SealedText, 'keyId' | 'sealedKey'>;

/** Who reads a sealed text, and where it belongs. */
export interface SealedPlace {
  readonly group: ReaderGroup;
  readonly binding: Binding;
}

/** A record that holds a text under a data key of its own. */
export interface SealedRecord {
  readonly keyId: string;
  readonly sealedKey: string | null;
  readonly sealedText: string | null;
  /** Who reads it, and where it belongs. */
  place(): SealedPlace;
  /** Takes the same data key, sealed to another key of the same readers. */
  rewrap(wrapped: WrappedKey): void;
}

/**
 * Seals the data key of a text to another key of its readers; the text itself is not opened.
 * @throws EnvelopeUnreadable when the key does not fit.
 */
export async function rewrapped(
  sealedKey: string,
  binding: Binding,
  { from, to }: { readonly from: ReaderPrivateKey; readonly to: ReaderPublicKey },
): Promise<WrappedKey> {
  const bound = bindingBytes(binding);
  const dataKey = await openDataKey(sealedKey, bound, from).catch((fault: unknown) => {
    throw new EnvelopeUnreadable(fault);
  });
  const wrapped = await sealDataKey(dataKey, bound, to);
  dataKey.fill(0);
  return wrapped;
}
