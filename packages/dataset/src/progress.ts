/**
 * Progress as JSON lines for whoever draws it: `{"progress": {"id", "done", "total", "label"}}`, bytes, about one line
 * for each hundredth of the whole.
 */
export function progressOf(
  id: string,
  total: number,
  write: (line: string) => void,
): { announce(label: string): void; received(label: string, bytes: number): void } {
  const received = new Map<string, number>()
  let shown = 0
  const line = (done: number, label: string): void => write(JSON.stringify({ progress: { id, done, total, label } }))
  return {
    announce: (label) => line(0, label),
    received: (label, bytes) => {
      received.set(label, bytes)
      const done = [...received.values()].reduce((sum, part) => sum + part, 0)
      if (done - shown < total / 100 && done !== total) return
      shown = done
      line(done, label)
    },
  }
}
