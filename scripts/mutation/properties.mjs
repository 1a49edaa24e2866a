/** Properties are tried on fewer cases, always the same, so that a mutant is cheap and a score can be repeated. */
import fc from 'fast-check';

fc.configureGlobal({ numRuns: 20, seed: 8 });
