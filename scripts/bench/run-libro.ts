import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'

/** As `npm run libro` starts it. */
const FLAGS = ['--max-semi-space-size=4', '--import', 'tsx']

/** A command as a process of its own on somebody's data: how long it took, and what it held at most. */
export async function runLibro(
  dataDir: string,
  args: readonly string[],
): Promise<{ milliseconds: number; megabytes: number }> {
  const began = performance.now()
  const child = spawn(process.execPath, [...FLAGS, 'scripts/libro.ts', ...args], {
    env: { ...process.env, DATA_DIR: dataDir },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  let megabytes = 0
  const watch = setInterval(() => {
    peakOf(child.pid).then(
      (peak) => (megabytes = Math.max(megabytes, peak)),
      () => clearInterval(watch),
    )
  }, 200)
  const [status] = (await once(child, 'exit')) as [number | null]
  clearInterval(watch)
  if (status !== 0) throw new Error(`${args[0] ?? ''} failed`)
  return { milliseconds: Math.round(performance.now() - began), megabytes }
}

/** What the process held at most, as Linux counts it: what it holds now where the peak is not kept. */
async function peakOf(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  const kilobytes = (name: string) =>
    Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0)
  return Math.round(Math.max(kilobytes('VmHWM'), kilobytes('VmRSS')) / 1024)
}
