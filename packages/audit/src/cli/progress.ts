import type { Io } from './io.ts'

/** One line on a terminal that says what is being done; nothing elsewhere. `end` takes it away. */
export type Progress = { show(what: string, done: number, total: number): void; end(): void }

export function progressOn({ live, talk }: Pick<Io, 'live' | 'talk'>): Progress {
  if (!live) return { show: () => {}, end: () => {} }
  let last = ''
  const draw = (line: string): void => {
    if (line === last) return
    last = line
    talk(`\r\x1b[2K${line}`)
  }
  return {
    show: (what, done, total) => draw(`${what}, ${Math.floor((100 * done) / Math.max(1, total))} %`),
    end: () => draw(''),
  }
}
