import type { ReceiptSecret } from './receipt-secret.js';

/** The receipt as plain text, without a word about what it is for. */
export function receiptText(reference: string, secret: ReceiptSecret): string {
  return [
    `Reference: ${reference}`,
    `Code: ${secret.asLetters}`,
    `The same code in digits: ${secret.asDigits}`,
    '',
    'Keep this where nobody else looks. Capital or small letters and spaces do not matter.',
    '',
  ].join('\r\n');
}
