import { fail } from '@lawbook/base'
import { containment } from '@lawbook/benchmarks'
import type { Wanted } from './options.ts'

const contained = {
  full: 'Here it runs in namespaces of its own: it sees no other process, its network is cut, and it writes only to a temporary folder. Reading is not contained: it can read files of yours, and a verifier can put 200 characters of them into the detail of each check. It is no defence against code that was written to break out.',
  none: 'Nothing contains it on this machine but limits on time, processor and file size: it can read and write what you can, and use the network. Containment needs Linux with user namespaces, /usr/bin/unshare and /usr/bin/setpriv (util-linux).',
} as const

/** What contains code of tasks here, in a few sentences. */
export function containmentWords(): string {
  return contained[containment()]
}

/** LB_TASK_CODE unless the code is our own or the reader has said that it may run. */
export function checkLeave({ benchmark, dir, agent, allowTaskCode }: Wanted): void {
  if (dir === null || allowTaskCode) return
  const parts = benchmark === 'clawbench' ? 'set-up scripts, verifiers and solutions' : 'stage functions and checkers'
  const agentCode = agent.startsWith('http') ? ' The agent behind the address is contained by nothing of ours.' : ''
  fail(
    'LB_TASK_CODE',
    `this executes the ${parts} of the tasks in ${dir} with your rights, and nobody has said that they may run. ${containmentWords()}${agentCode} If you trust where the checkout comes from, add --allow-task-code`,
    { dir },
  )
}
