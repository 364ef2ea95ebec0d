import { fail } from '@lawbook/base'
import type { Task } from './checkout.ts'

/**
 * The tasks whose id or folder fits one of the patterns, in the order of the checkout; `*` stands for any text. LB_USAGE
 * for a pattern that fits none.
 */
export function chooseTasks(tasks: readonly Task[], patterns: readonly string[] | null): readonly Task[] {
  if (patterns === null) return tasks
  for (const pattern of patterns)
    if (!tasks.some((task) => fits(task, pattern)))
      fail(
        'LB_USAGE',
        `no task fits "${pattern}"; a pattern is an id or <domain>/<folder>, with * for any text, such as ${tasks[0]?.id ?? ''} or ${tasks[0]?.domain ?? ''}/*`,
      )
  return tasks.filter((task) => patterns.some((pattern) => fits(task, pattern)))
}

function fits({ id, folder }: Task, pattern: string): boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
  const whole = new RegExp(`^${parts.join('.*')}$`)
  return whole.test(id) || whole.test(folder)
}
