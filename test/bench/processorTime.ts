/** Milliseconds of processor time that this process has used: on a busy machine waiting does not count. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
