import type { Command } from '../command.ts'

/** Every command, loaded only when it is asked for. */
export const commands: Readonly<Record<string, () => Promise<{ default: Command }>>> = {
  list: () => import('./list.ts'),
  show: () => import('./show.ts'),
  report: () => import('./report.ts'),
  verify: () => import('./verify.ts'),
  all: () => import('./all.ts'),
  run: () => import('./run.ts'),
  diff: () => import('./diff.ts'),
  benchmark: () => import('./benchmark.ts'),
  new: () => import('./new.ts'),
  figures: () => import('./figures.ts'),
  data: () => import('./data.ts'),
  accept: () => import('./accept.ts'),
  audit: () => import('./audit.ts'),
  fit: () => import('./fit.ts'),
  explain: () => import('./explain.ts'),
  doctor: () => import('./doctor.ts'),
  help: () => import('./help.ts'),
}
