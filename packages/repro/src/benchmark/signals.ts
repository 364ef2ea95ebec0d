/** A signal that is aborted by Ctrl-C, a hang-up or a request to end; `close` hears them no longer. */
export function untilInterrupted(): { readonly signal: AbortSignal; close(): void } {
  const names = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  const stop = new AbortController()
  const abort = (): void => stop.abort()
  for (const name of names) process.on(name, abort)
  return {
    signal: stop.signal,
    close: () => {
      for (const name of names) process.off(name, abort)
    },
  }
}
