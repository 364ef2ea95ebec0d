import { resolve } from 'node:path'
import { tryStaged, tryTask } from './testing.ts'

/** `npx tsx try.ts <task folder>...`: what its verifier says of the solution, of nothing and of spoiled products. */
let bad = 0
for (const folder of process.argv.slice(2).map((path) => resolve(path))) {
  const said = await (folder.includes('/clawmark/') ? tryStaged(folder) : tryTask(folder))
  for (const [product, checks] of Object.entries(said)) {
    const wrong = checks.filter(({ outcome }) => outcome !== 'passed')
    const right = product === 'oracle' ? wrong.length === 0 && checks.length > 0 : wrong.length > 0
    if (!right) bad++
    console.log(
      `${right ? 'ok ' : 'BAD'} ${folder.split('/').slice(-2).join('/')} ${product}: ${checks.length - wrong.length} of ${checks.length} passed`,
    )
    if (product === 'oracle')
      for (const { stage = '', id, detail } of wrong) console.log(`      ${stage} ${id}: ${detail}`)
  }
}
process.exitCode = bad === 0 ? 0 : 1
