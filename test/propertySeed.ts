import fc from 'fast-check'

/**
 * Property tests draw the same cases in every run, so that a change and not luck decides whether they pass. To look for
 * other counterexamples: `FC_SEED=$RANDOM pnpm vitest run`.
 */
fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 1) })
