/** The regular expression of a task: every place, `^` and `$` at the ends of lines. A bad pattern throws. */
export function patternOf(source: string): RegExp {
  try {
    return new RegExp(source, 'gm')
  } catch {
    throw new Error(`cannot read the pattern ${source}: it is no regular expression`)
  }
}

/** The ending of a file name with its dot, in small letters; '' if there is none. */
export function endingOf(name: string): string {
  return /\.[^./]+$/.exec(name)?.[0]?.toLowerCase() ?? ''
}
