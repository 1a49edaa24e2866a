import { hash, verify } from '@node-rs/argon2';

const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The hash of random bytes that nobody kept: what is compared when there is no passphrase to compare with. */
const DECOY =
  '$argon2id$v=19$m=19456,t=2,p=1$lw8BA27jSEgNznyeyiB8Rg$BcoYYdUUysOlT9Ti/gohFWSY6uxhfTiwNqn+/vgpZVk';

/** How a passphrase is kept: argon2id with 19 MiB and two passes (OWASP Password Storage Cheat Sheet). */
export function slowHash(passphrase: string): Promise<string> {
  return hash(passphrase.normalize('NFKC'), COST);
}

/** True when the passphrase is the one that was kept. Without one to compare with, the same work is done in vain. */
export async function slowMatch(kept: string | null, passphrase: string): Promise<boolean> {
  const same = await verify(kept ?? DECOY, passphrase.normalize('NFKC'));
  return same && kept !== null;
}
