import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openLedger, readTrials } from '../../src/trial/ledger.ts'
import { someSpent, someTrial } from './someTrial.ts'

/** A child of the ledger's test: append until the disk is full, then say what was thrown and what can be read again. */
const folder = process.argv[2]!
const ledger = await openLedger(folder)
let written = 0
let code = ''
while (code === '' && written < 1000) {
  const reasons = ['x'.repeat(3000)]
  await ledger.append(someTrial(`task-${written}`, { reasons }), someSpent).then(
    () => written++,
    (thrown) => (code = thrown.code),
  )
}
await ledger.close()
const left = await readTrials(folder)
const text = await readFile(join(folder, 'trials.jsonl'), 'utf8')
console.log(JSON.stringify({ code, written, left: left.length, isWhole: text.endsWith('\n') }))
