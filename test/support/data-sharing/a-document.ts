/** The id of a document as records link it, and the SHA-256 of another: fixtures link what looks like a document. */
export const A_DOCUMENT = '019c3000-0000-7000-8000-000000000001';

/** The SHA-256 of the impact assessment of the model flow. */
export const HASH_OF_DPIA = 'd1'.repeat(32);
