/** The sentences that trials of this adapter give as reasons; the gate recognises them by their beginnings. */
export const because = {
  interrupted: 'it was interrupted',
  setupTime: (seconds: number) => `setup.sh did not end within ${seconds} s`,
  setupOutput: 'setup.sh printed more than it may',
  setupExit: (exit: number | null, line: string) => `setup.sh ended with exit code ${exit}: ${line}`,
  agentTime: (seconds: number) => `the agent did not end within ${seconds} s`,
  verifierTime: (seconds: number) => `the verifier did not end within ${seconds} s`,
  verifierOutput: 'the verifier printed more than it may',
  noReport: (line: string) => `the verifier gave no report: ${line}`,
  uncollected: (line: string) => `the verifier cannot be collected: ${line}`,
  noTests: 'the verifier has no tests',
} as const

/** The module that a sentence says is missing, or null. */
export function missingModule(sentence: string): string | null {
  return /No module named '([\w.]+)'/.exec(sentence)?.[1] ?? null
}
