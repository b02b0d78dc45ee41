import fc from 'fast-check';

/** Runs before every file: where SEED is set, all that is random is drawn from it, so that two runs are alike. */
const { SEED } = process.env;
if (SEED !== undefined) fc.configureGlobal({ seed: Number(SEED) });
