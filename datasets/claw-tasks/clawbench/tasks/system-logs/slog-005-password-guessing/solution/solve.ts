import { readText, writeTable } from '../../../../../kit/solve.ts'

type Failure = { at: number; time: string; user: string }
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** Seconds of a time without a year. */
function seconds(time: string): number {
  const [month, day, h, m, s] = time.split(/[\s:]+/)
  return Date.UTC(2001, months.indexOf(month!), Number(day), Number(h), Number(m), Number(s)) / 1000
}

/** Raise an alarm for addresses with five failures within a minute, and see whether they got in later. */
export default async function solve(): Promise<void> {
  const failures = new Map<string, Failure[]>()
  const accepted: { at: number; user: string; address: string }[] = []
  let read = 0
  for (const line of (await readText('auth.log')).split('\n')) {
    const entry = /^(\w{3}\s+\d+ [\d:]{8}) \S+ sshd\[\d+\]: (?:message repeated (\d+) times: \[\s*)?(.*)$/.exec(line)
    if (entry === null) continue
    read++
    const [, time, times, message] = entry
    const [, what, user, address] =
      /^(Failed password|Accepted \S+) for (?:invalid user )?(.*) from (\S+) port /.exec(message!) ?? []
    if (what === undefined) continue
    const at = seconds(time!)
    if (what.startsWith('Accepted')) accepted.push({ at, user: user!, address: address! })
    else {
      const copies = Array.from({ length: Number(times ?? 1) }, () => ({ at, time: time!, user: user! }))
      failures.set(address!, [...(failures.get(address!) ?? []), ...copies])
    }
  }
  if (read === 0) throw new Error('auth.log has no line of sshd')
  const alerts = [...failures].flatMap(([address, all]) => {
    const alarm = all.find((one, k) => k >= 4 && one.at - all[k - 4]!.at <= 60)
    if (alarm === undefined) return []
    const entered = accepted.find((one) => one.address === address && one.at >= alarm.at)
    const users = new Set(all.map(({ user }) => user)).size
    return [{ address, alarm: alarm.time, at: alarm.at, failures: all.length, users, broke_in: entered?.user ?? '' }]
  })
  alerts.sort((a, b) => a.at - b.at)
  await writeTable('alerts.csv', ['address', 'alarm', 'failures', 'users', 'broke_in'], alerts)
}
