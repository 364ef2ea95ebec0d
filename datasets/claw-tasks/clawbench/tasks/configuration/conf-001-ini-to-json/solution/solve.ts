import { readText, writeJson } from '../../../../../kit/solve.ts'

type Value = string | number | boolean
type Tree = { [key: string]: Value | Value[] | Tree }

function typed(text: string): Value {
  if (/^(true|yes|on)$/i.test(text)) return true
  if (/^(false|no|off)$/i.test(text)) return false
  return /^-?(0|[1-9]\d*)(\.\d+)?$/.test(text) ? Number(text) : text
}

function valueFrom(raw: string): Value | Value[] {
  const quoted = /^"([^"]*)"/.exec(raw.trim())
  if (quoted !== null) return quoted[1]!
  const text = raw.replace(/\s;.*$/, '').trim()
  return text.includes(',') ? text.split(',').map((item) => typed(item.trim())) : typed(text)
}

/** Translate an INI file: sections become objects, values get types. */
export default async function solve(): Promise<void> {
  const settings: Tree = {}
  let section = settings
  let read = 0
  for (const line of (await readText('app.ini')).split(/\r?\n/)) {
    const name = /^\s*\[([^\]]+)\]/.exec(line)?.[1]
    const pair = /^\s*([^;#=\s][^=]*?)\s*=(.*)$/.exec(line)
    if (name !== undefined) {
      section = settings
      for (const part of name.split('.')) section = (section[part.trim()] ??= {}) as Tree
    } else if (pair !== null) {
      section[pair[1]!] = valueFrom(pair[2]!)
      read++
    }
  }
  if (read === 0) throw new Error('app.ini has no key')
  await writeJson('settings.json', settings)
}
