import { spawnSync } from 'node:child_process'
import { realpathSync } from 'node:fs'
import { tmpdir } from 'node:os'

/** What a contained child may use at most. */
export type ChildLimits = {
  /** Processor time of each of its processes. */
  readonly cpuSeconds: number
  /** Bytes of one file that it writes. */
  readonly fileBytes: number
}

/** A command line: the program and its arguments. */
export type CommandLine = { readonly file: string; readonly args: readonly string[] }

/**
 * What surrounds a child here. `full`: namespaces of its own; it sees no other process, dies with all it has started
 * when its parent ends it or is killed, has no network but its own loopback, and can write nowhere but in its scratch
 * folder, /dev/shm (its own) and devices. `none`: only the limits on processor time and file size and the process group
 * hold; what it writes elsewhere, and a child that leaves the group, are not stopped.
 *
 * In neither case is reading contained (whatever this user may read, the child may read, but for the environment of
 * other processes under `full`), nor memory, the number of processes, or the bytes of all its files together. This
 * contains mistakes and careless code; it is no defence against code that was written to break out.
 */
export type Containment = 'full' | 'none'

const shell = '/bin/sh'
/** Absolute, all of them: a task may have put programs of these names into its own `bin`. */
const programs = '/usr/sbin:/usr/bin:/sbin:/bin'
const unshare = ['/usr/bin/unshare', '-Urmpf', '--net', '--kill-child', '--mount-proc']

/**
 * Run inside the first namespaces: every mount but the scratch folder becomes read-only, /dev/shm an empty one,
 * loopback comes up; the second user namespace then takes away the right to undo it. $1 scratch, $2 current folder, the
 * rest the command. A mount that cannot be made read-only ends it with 97.
 */
const closed = `
scratch=$1; folder=$2; path=$PATH; shift 2
PATH=${programs}
mount --bind "$scratch" "$scratch" || exit 97
while read -r _ _ _ _ point _; do
  case $point in "$scratch"|/proc|/proc/*) ;; *) mount -o remount,bind,ro "$(printf '%b' "$point")" || exit 97 ;; esac
done < /proc/self/mountinfo
mount -t tmpfs tmpfs /dev/shm || exit 97
ip link set lo up 2> /dev/null
cd "$folder" && exec unshare -U -r -- env PATH="$path" "$@"`

/** The command line that runs `inner` in `folder`, writing to `scratch` only where the system can see to that. */
export function contained(
  inner: CommandLine,
  { scratch, folder, limits }: { scratch: string; folder: string; limits: ChildLimits },
): CommandLine {
  const bounded = [shell, '-c', `${ulimits(limits)}; exec "$@"`, 'limits', inner.file, ...inner.args]
  if (containment() === 'none') return { file: bounded[0]!, args: bounded.slice(1) }
  return within(scratch, folder, bounded)
}

/** Which containment this machine gives. Tried once. */
export function containment(): Containment {
  found ??= process.platform === 'linux' && works() ? 'full' : 'none'
  return found
}

/** Files in blocks of 512 bytes, no core files. */
function ulimits({ cpuSeconds, fileBytes }: ChildLimits): string {
  return `ulimit -f ${Math.ceil(fileBytes / 512)}; ulimit -t ${Math.ceil(cpuSeconds)}; ulimit -c 0`
}

let found: Containment | null = null

function works(): boolean {
  const { file, args } = within(realpathSync(tmpdir()), '/', ['true'])
  return spawnSync(file, [...args], { stdio: 'ignore' }).status === 0
}

function within(scratch: string, folder: string, line: readonly string[]): CommandLine {
  return {
    file: '/usr/bin/setpriv',
    args: ['--pdeathsig', 'KILL', ...unshare, '--', shell, '-c', closed, 'contain', scratch, folder, ...line],
  }
}
