import { digestOf, listedIn } from '../../checks/checksums.ts'
import { judgeProduced, type Step, sourcesOf, textOf } from '../../checks/step.ts'

/** Every file of the step is listed once with its digest, and nothing else is. */
export default function check(step: Step): string[] {
  const algorithm = String(step.input.algorithm ?? 'sha256')
  return judgeProduced(step, [], (product) => {
    const names = sourcesOf(step, []).filter((name) => name !== product)
    if (names.length === 0) return ['there was no file to list']
    const listed = listedIn(textOf(step.after, product))
    const said = new Map(listed.map(({ name, digest }) => [name, digest]))
    if (said.size < listed.length) return [`${product} lists a file twice`]
    const wrong = names.find((name) => said.get(name) !== digestOf(step.before.get(name)!, algorithm))
    if (wrong !== undefined)
      return [`${product} ${said.has(wrong) ? 'has another digest of' : 'does not list'} ${wrong}`]
    return said.size === names.length ? [] : [`${product} lists ${said.size} files instead of ${names.length}`]
  })
}
