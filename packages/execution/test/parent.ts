import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundleSkill } from '../src/bundle.ts'
import { limits } from '../src/files.ts'
import { openRunner } from '../src/runner.ts'

/** Starts a job that hangs and says so on standard output: for a test that kills this process. */
async function main(skill: string, way: string): Promise<void> {
  const runner = await openRunner(await bundleSkill(skill))
  const task = { input: { do: way }, previous: [] }
  // What waits ends with its parent, well before its time; a busy loop ends by its processor time, which follows from this.
  const milliseconds = way === 'hang, busy' ? 1000 : 100_000
  void runner.execute(new Map(), task, { ...limits, milliseconds })
  const root = (await readdir(tmpdir())).find((name) => name.startsWith(`lawbook-execution-${process.pid}-`))!
  const area = (await readdir(join(tmpdir(), root)))[0]!
  while (!existsSync(join(tmpdir(), root, area, 'workspace', 'left.txt'))) await new Promise((go) => setTimeout(go, 10))
  process.stdout.write('it hangs\n')
  // From here on nothing is timed here either: only the end of this process can end the job.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
}

await main(process.argv[2]!, process.argv[3]!)
