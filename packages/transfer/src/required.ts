/** Which files an instruction asks for, by what the agent can see: the text and the names that were there before. */
export type Required = (text: string, before: readonly string[]) => readonly string[]

/**
 * Every `workspace/<name>` in the text that is not there yet, in order. A name has an extension; a folder, a pattern or a
 * placeholder is none.
 */
export const namedOutputs: Required = (text, before) => {
  const names = [...text.matchAll(/workspace\/([\p{L}\p{N}_./-]*[\p{L}\p{N}])(?![\p{L}\p{N}_*<{[-])/gu)].map(
    (match) => match[1]!,
  )
  return distinct(names.filter((name) => /\.[\p{L}\p{N}]+$/u.test(name) && !before.includes(name)))
}

/**
 * What the authors' released closure check finds (auto_skill_manager, runtime/closure.py, `infer_required_outputs`): names in
 * backticks after "Save ... as", "Write ... to" and "Create". Its list of required files for six tasks is left out.
 */
export const releasedOutputs: Required = (text) =>
  distinct(
    [
      /Save(?: the [^`]+)? as `(?:[^`/]*\/)?([^`/]+)`/gi,
      /Write(?: the [^`]+)? to `(?:[^`/]*\/)?([^`/]+)`/gi,
      /Create `(?:[^`/]*\/)?([^`/]+)`/gi,
    ].flatMap((pattern) => [...text.matchAll(pattern)].map((match) => match[1]!.trim()).filter((name) => name !== '')),
  )

const distinct = (names: readonly string[]): string[] => [...new Set(names)]
