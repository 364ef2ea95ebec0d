import type { Files } from './verify.ts'

/** A wrong product: what the solution left, made wrong in one way. Its verifier must not pass it. */
export type Spoiled = { readonly name: string; readonly spoil: (right: Files) => Files }

/** The product with one text replaced; a text that is not there throws, so that no spoiling does nothing. */
export function replaced(name: string, file: string, from: string | RegExp, to: string): Spoiled {
  return {
    name,
    spoil: (right) => {
      const old = new TextDecoder().decode(right.get(file) ?? new Uint8Array())
      const made = old.replace(from, to)
      if (made === old) throw new Error(`spoiling "${name}" changed nothing in ${file}`)
      return new Map([...right, [file, new TextEncoder().encode(made)]])
    },
  }
}

/** The product without one of its files. */
export function without(name: string, file: string): Spoiled {
  return {
    name,
    spoil: (right) => {
      if (!right.has(file)) throw new Error(`spoiling "${name}": there is no ${file}`)
      return new Map([...right].filter(([one]) => one !== file))
    },
  }
}

/** The product with a file of other content. */
export function instead(name: string, file: string, text: string): Spoiled {
  return { name, spoil: (right) => new Map([...right, [file, new TextEncoder().encode(text)]]) }
}
