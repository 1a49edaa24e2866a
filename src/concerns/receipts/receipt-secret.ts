import { checkSymbol } from './check-symbol.js';
import { inGroups, tidied, toSymbols, valuesOf } from './crockford.js';

/** The random bytes of a receipt's secret: 80 bits. */
export const SECRET_BYTES = 10;

const SYMBOLS = 16;
const DIGITS = 25;
const DIGITS_WITH_CHECK = 27;
const DIGIT_MODULUS = 97n;
const BITS = BigInt(SECRET_BYTES * 8);

/**
 * The secret of a receipt: 80 random bits, written as letters and digits or as digits alone, each with a check that
 * notices mistyping. It is shown once; what is kept is `receipts/verifier`.
 */
export class ReceiptSecret {
  private constructor(
    /** The sixteen symbols without their check: what is verified. */
    readonly symbols: string,
  ) {}

  /** The secret of these random bytes. */
  static of(bytes: Buffer): ReceiptSecret {
    if (bytes.length !== SECRET_BYTES) throw new RangeError('A receipt secret has 80 random bits.');
    return new ReceiptSecret(toSymbols(bytes));
  }

  /** Reads either form, however it is spaced; null when its check says that something was mistyped. */
  static from(typed: string): ReceiptSecret | null {
    const tidy = tidied(typed);
    if (tidy.length === DIGITS_WITH_CHECK) return fromDigits(tidy);
    const symbols = tidy.slice(0, SYMBOLS);
    if (tidy.length !== SYMBOLS + 1 || !valuesOf(tidy)) return null;
    return checkSymbol(symbols) === tidy.at(-1) ? new ReceiptSecret(symbols) : null;
  }

  /** Four groups of letters and digits; the last symbol is the check. */
  get asLetters(): string {
    return inGroups(this.symbols + checkSymbol(this.symbols));
  }

  /** Nine groups of three digits; the last two digits are the check. */
  get asDigits(): string {
    const number = (valuesOf(this.symbols) ?? []).reduce((sum, value) => sum * 32n + BigInt(value), 0n);
    const check = String(number % DIGIT_MODULUS).padStart(2, '0');
    return inGroups(String(number).padStart(DIGITS, '0') + check, 3);
  }
}

function fromDigits(tidy: string): ReceiptSecret | null {
  if (!/^\d+$/.test(tidy)) return null;
  const number = BigInt(tidy.slice(0, DIGITS));
  if (number >> BITS !== 0n || number % DIGIT_MODULUS !== BigInt(tidy.slice(DIGITS))) return null;
  return ReceiptSecret.of(Buffer.from(number.toString(16).padStart(SECRET_BYTES * 2, '0'), 'hex'));
}
