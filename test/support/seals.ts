import { createSealsInMemory } from '../../src/sealing/seals.ts';

/** One set of keys for a test file: what one turn sealed, another opens. */
export const seals = createSealsInMemory();
