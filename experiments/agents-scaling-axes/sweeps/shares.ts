/** Shares of the same tasks at every point; curves share the tasks. */
export const shares = { ratio: 'known', sampling: 'same tasks', pool: 'shared' } as const

/** The same where it is not known how much more of the resource the second point has. */
export const pair = { ...shares, ratio: 'unknown' } as const
