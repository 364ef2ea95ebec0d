/** What is wrong and what mends it, by the code of the parser (`yaml` 2, ErrorCode). */
const faults: Readonly<Record<string, string>> = {
  BLOCK_AS_IMPLICIT_KEY:
    'a value without quotation marks holds a colon before a space; put the value in quotation marks',
  MULTILINE_IMPLICIT_KEY:
    'a line is no "key: value" and belongs to no value; indent it, or put the value in quotation marks',
  MISSING_CHAR: 'a quotation mark, bracket, comma or colon is missing; add it, or put the value in quotation marks',
  BAD_INDENT:
    'a bracket is not closed, or a line is not indented as its neighbours are; put the value in quotation marks, or indent the lines alike',
  BAD_SCALAR_START:
    'a value begins with a sign that YAML keeps for itself, as @ or `; put the value in quotation marks',
  BAD_ALIAS: 'a value begins with *, which YAML keeps for itself; put the value in quotation marks',
  BAD_DQ_ESCAPE: 'a value in double quotation marks holds a backslash that YAML does not know; write it as two',
  UNEXPECTED_TOKEN: 'something follows where a value has ended; put the whole value in quotation marks',
  'not a mapping':
    'it does not read as lines "key: value"; write at least name: and description:, and put a value that begins with * in quotation marks',
}
const unknown = 'put values with colons or other marks in quotation marks'

/**
 * A front matter that is not YAML, as a sentence that says what to mend. `detail` is the warning of the reader, which
 * ends with the code of the parser in brackets.
 */
export function sayYamlFault(detail: string): string {
  const code = /\(([^()]+)\)$/.exec(detail)?.[1] ?? ''
  const fault = faults[code] ?? `${code === '' ? '' : `the parser says ${code}; `}${unknown}`
  return `the front matter is not valid YAML: ${fault}. An agent that is strict may not see this skill; this audit took each line as "key: value"`
}
