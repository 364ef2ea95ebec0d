import { mkdir, readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { cacheFolder, fail, replaceFolder } from '@lawbook/base'
import { type BenchmarkName, commitOf, type Pin } from '@lawbook/benchmarks'
import { untilInterrupted } from './signals.ts'

/** Where a benchmark's checkout goes unless said: the cache, which all clones share. Nothing of it enters the project. */
export function checkoutFolder(benchmark: BenchmarkName): string {
  return join(cacheFolder(), 'checkouts', benchmark)
}

/**
 * Have the pinned commit in a folder, from its own repository or from another with the same history. True if it lay there
 * before. LB_EXISTS if the folder holds something else, LB_NETWORK if git is not there or cannot get the commit.
 */
export async function fetchCheckout(
  { commit, repository }: Pick<Pin, 'commit' | 'repository'>,
  { folder, from }: { folder: string; from: string | null },
): Promise<boolean> {
  const found = await commitOf(folder)
  if (found === commit) return true
  const names = await readdir(folder).catch(() => [])
  if (names.length > 0)
    fail(
      'LB_EXISTS',
      `${folder} holds ${found === null ? 'something else' : `the commit ${found}`}, wanted is ${commit}; name another folder with --dir`,
    )
  await mkdir(dirname(folder), { recursive: true })
  await replaceFolder(folder, async (temporary) => {
    await git(['init', '--quiet', temporary], repository)
    await git(['-C', temporary, 'fetch', '--quiet', '--depth', '1', from ?? repository, commit], from ?? repository)
    await git(['-C', temporary, 'checkout', '--quiet', '--detach', commit], repository)
  })
  return false
}

async function git(args: readonly string[], repository: string): Promise<void> {
  // Loaded here, so that nothing else waits for it.
  const { execa } = await import('execa')
  const { signal, close } = untilInterrupted()
  const { failed, stderr, isCanceled, shortMessage } = await execa('git', args, {
    ...{ reject: false, stdin: 'ignore', cancelSignal: signal, env: { GIT_TERMINAL_PROMPT: '0' } },
  })
  close()
  if (isCanceled || signal.aborted) fail('LB_INTERRUPTED', 'interrupted; nothing is left of the checkout')
  if (!failed) return
  const why = stderr.split('\n').find((line) => /^(fatal|error): /.test(line)) ?? shortMessage
  fail(
    'LB_NETWORK',
    `git could not get the pinned commit from ${repository}: ${why}; without a network copy a checkout of that commit here and name it with --dir, or name a mirror of the repository with --from`,
  )
}
