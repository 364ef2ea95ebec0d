import { csvParse } from 'd3-dsv'

/** Relative names -> bytes. */
export type Files = ReadonlyMap<string, Uint8Array>

/** What a check sees: the workspace before and after the step, what was asked, what the step before had left. */
export type Step = {
  readonly before: Files
  readonly after: Files
  readonly input: Readonly<Record<string, unknown>>
  readonly previous: readonly string[]
}

/** A check says why a product is wrong; an empty list means that it is right. */
export type Check = (step: Step) => string[] | Promise<string[]>

/** The files that the step is about, by the rule of the contract, told from the workspace before it. */
export function sourcesOf({ before, input, previous }: Step, extensions: readonly string[]): string[] {
  const all = [...before.keys()].sort()
  const fits = (name: string): boolean =>
    extensions.length === 0 || extensions.some((end) => name.toLowerCase().endsWith(end))
  const from = input.from as string | readonly string[] | undefined
  if (from !== undefined) {
    const wanted = typeof from === 'string' ? [from] : from
    return [
      ...new Set(wanted.flatMap((one) => (one === '@previous' ? previous : all.filter((name) => globbed(name, one))))),
    ]
  }
  const left = previous.filter(fits)
  return left.length > 0 ? left : all.filter(fits)
}

/** The second file of the step, or null. */
export function partnerOf({ before, input, previous }: Step, extensions: readonly string[]): string | null {
  const wanted = String(input.with ?? '')
  const names = wanted === '@previous' ? previous : [...before.keys()].sort().filter((name) => globbed(name, wanted))
  return (
    names.find((name) => extensions.length === 0 || extensions.some((end) => name.toLowerCase().endsWith(end))) ?? null
  )
}

/** New or changed files with one of the endings (any, if none is given); only `input.to` where the task fixes the name. */
export function producedOf({ before, after, input }: Step, extensions: readonly string[]): string[] {
  return [...after.keys()].sort().filter((name) => {
    const old = before.get(name)
    const fresh = old === undefined || !Buffer.from(old).equals(after.get(name)!)
    const fits = extensions.length === 0 || extensions.some((end) => name.toLowerCase().endsWith(end))
    return fresh && (input.to === undefined ? fits : name === input.to)
  })
}

export function textOf(files: Files, name: string): string {
  const bytes = files.get(name)
  if (bytes === undefined) throw new Error(`there is no ${name}`)
  return new TextDecoder()
    .decode(bytes)
    .replace(/^\uFEFF/, '')
    .replaceAll('\r\n', '\n')
}

export function tableOf(files: Files, name: string): { columns: string[]; rows: Record<string, string>[] } {
  const parsed = csvParse(textOf(files, name))
  return { columns: [...parsed.columns], rows: parsed.map((row) => ({ ...row })) as Record<string, string>[] }
}

/**
 * Judge the produced files one by one: right if any of them has no reason against it; else the reasons against the first.
 * Nothing produced is a reason.
 */
export function judgeProduced(
  step: Step,
  extensions: readonly string[],
  reasonsAgainst: (name: string) => string[],
): string[] {
  const produced = producedOf(step, extensions)
  if (produced.length === 0) return [`no new ${extensions.join(' or ') || 'file'} was produced`]
  const reasons = produced.map(reasonsOrThrown(reasonsAgainst))
  return reasons.find((list) => list.length === 0) ?? reasons[0]!
}

/** A product that cannot even be read is wrong, not an error of the check. */
function reasonsOrThrown(reasonsAgainst: (name: string) => string[]): (name: string) => string[] {
  return (name) => {
    try {
      return reasonsAgainst(name)
    } catch (error) {
      return [`${name} cannot be read: ${error instanceof Error ? error.message : String(error)}`]
    }
  }
}

function globbed(name: string, glob: string): boolean {
  const pattern = glob.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '[^/]*')
  return new RegExp(`^${pattern}$`).test(name)
}
