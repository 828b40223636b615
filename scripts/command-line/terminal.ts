export interface Terminal {
  /** A result: goes to standard output, also in a pipe. */
  say(line: string): void
  /** How far long work is: shown in place on a terminal, not at all in a pipe. */
  progress(line: string): void
}

export function openTerminal(): Terminal {
  const watched = process.stderr.isTTY
  let showing = false
  return {
    say(line) {
      if (showing) process.stderr.write('\r\x1b[K')
      showing = false
      process.stdout.write(`${line}\n`)
    },
    progress(line) {
      if (!watched) return
      process.stderr.write(`\r\x1b[K${line}`)
      showing = true
    },
  }
}
